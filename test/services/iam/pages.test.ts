import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageRequest, pageWithin } from '../../../src/services/iam/pages.ts';

test('the pages of a list hold each item once, in order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' })),
      fc.integer({ min: 1, max: 7 }),
      (keys, MaxItems) => {
        const seen: string[] = [];
        let Marker: string | undefined;
        do {
          const { items, page } = pageWithin(keys, { MaxItems, Marker }, (key) => key);
          assert.ok(items.length <= MaxItems);
          assert.equal(page.IsTruncated, page.Marker !== undefined);
          seen.push(...items);
          Marker = page.Marker;
        } while (Marker !== undefined);
        assert.deepEqual(seen, [...keys].sort());
      },
    ),
  );
});

test('a page that cannot be is refused', () => {
  for (const MaxItems of [0, -1, 1001])
    assert.throws(() => pageRequest({ MaxItems }), { code: 'ValidationError' });
  for (const Marker of ['', 'not a marker', '!'])
    assert.throws(() => pageRequest({ Marker }), { code: 'ValidationError' });
  assert.deepEqual(pageRequest({}), { after: '', itemsMax: 100 });
});
