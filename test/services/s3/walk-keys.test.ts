import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compareKeys,
  type Position,
  startAt,
  successor,
  walkKeys,
} from '../../../src/services/s3/walk-keys.ts';

interface Row {
  readonly key: string;
}

/** An index to walk, that counts how often it is looked into and how much is taken out. */
function indexOf(keys: readonly string[]) {
  const rows = [...new Set(keys)].sort(compareKeys).map((key) => ({ key }));
  const counted = { fetches: 0, rows: 0 };
  return {
    rows,
    counted,
    async fetch({ key, inclusive }: Position, end: string | undefined, limit: number) {
      const found = rows.filter((row) => {
        const order = compareKeys(row.key, key);
        if (end !== undefined && compareKeys(row.key, end) >= 0) return false;
        return order > 0 || (inclusive && order === 0);
      });
      counted.fetches++;
      counted.rows += Math.min(limit, found.length);
      return found.slice(0, limit);
    },
    async peek(position: Position, end: string | undefined) {
      const [row] = await this.fetch(position, end, 1);
      return row?.key;
    },
    after: (row: Row): Position => ({ key: row.key, inclusive: false }),
  };
}

/** All pages of a listing, one after the other. */
async function listAll(
  keys: readonly string[],
  prefix: string,
  delimiter: string,
  max: number,
  peeks: boolean,
) {
  const { peek, ...blind } = indexOf(keys);
  const index = peeks ? { peek, ...blind } : blind;
  const found: string[] = [];
  let start = startAt(prefix, undefined);
  for (let pages = 0; pages <= keys.length + 1; pages++) {
    const page = await walkKeys<Row>({ ...index, prefix, delimiter, max, start });
    const size = page.rows.length + page.commonPrefixes.length;
    assert.ok(size <= max);
    assert.ok(!page.truncated || size === max, 'a page that is cut is full');
    found.push(...page.rows.map((row) => row.key), ...page.commonPrefixes);
    if (!page.truncated) return found.sort(compareKeys);
    start = page.next;
  }
  return assert.fail('the listing never ends');
}

/** What a listing is by definition. */
function expected(keys: readonly string[], prefix: string, delimiter: string): string[] {
  const found = new Set<string>();
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    found.add(at < 0 ? key : key.slice(0, at + delimiter.length));
  }
  return [...found].sort(compareKeys);
}

const key = fc.string({
  unit: fc.constantFrom('a', 'b', '/', '-', 'é', '\u{ffff}', '😀', '\u{10ffff}'),
  maxLength: 6,
  size: 'max',
});

test('pages put together are the listing by its definition', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(key, { maxLength: 30, size: 'max' }),
      key,
      fc.constantFrom('', '/', '-', 'a', 'ab', '\u{10ffff}'),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      async (keys, prefix, delimiter, max, peeks) => {
        assert.deepEqual(
          await listAll(keys, prefix, delimiter, max, peeks),
          expected(keys, prefix, delimiter),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('the successor is behind everything that begins with the prefix, and before all else that is', () => {
  fc.assert(
    fc.property(key, key, (prefix, other) => {
      const next = successor(prefix);
      if (next === undefined) return;
      assert.ok(compareKeys(prefix + other, next) < 0);
      if (compareKeys(other, prefix) > 0 && !other.startsWith(prefix))
        assert.ok(compareKeys(other, next) >= 0);
    }),
  );
});

test('nothing is behind the empty prefix, nor behind the last character', () => {
  assert.equal(successor(''), undefined);
  assert.equal(successor('\u{10ffff}'), undefined);
  assert.equal(successor('a\u{10ffff}'), 'b');
  assert.equal(successor('\ud7ff'), '\ue000');
});

test('a common prefix costs one look into the index, however many keys lie under it', async () => {
  const keys = Array.from({ length: 3000 }, (_, n) => `${'abc'[n % 3]}/${n}`);
  const index = indexOf(keys);
  const page = await walkKeys<Row>({
    ...index,
    prefix: '',
    delimiter: '/',
    max: 1000,
    start: startAt('', undefined),
  });
  assert.deepEqual(page.commonPrefixes, ['a/', 'b/', 'c/']);
  assert.deepEqual(index.counted, { fetches: 4, rows: 3 });
});

test('without common prefixes ever more rows are fetched at once', async () => {
  const index = indexOf(Array.from({ length: 1500 }, (_, n) => String(n).padStart(4, '0')));
  const page = await walkKeys<Row>({
    ...index,
    prefix: '',
    delimiter: '/',
    max: 1000,
    start: startAt('', undefined),
  });
  assert.equal(page.rows.length, 1000);
  assert.equal(page.truncated, true);
  assert.ok(index.counted.fetches <= 11, String(index.counted.fetches));
});

test('a marker before the prefix means nothing', () => {
  assert.deepEqual(startAt('b', { key: 'a', inclusive: false }), { key: 'b', inclusive: true });
  assert.deepEqual(startAt('b', { key: 'bb', inclusive: false }), { key: 'bb', inclusive: false });
});
