import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { systemClock } from '../../../src/lib/clock.ts';
import { createIds, seededRandomness } from '../../../src/lib/ids.ts';
import { createOpaqueId, readOpaqueId } from '../../../src/services/s3/opaque-id.ts';

const ids = createIds(systemClock, seededRandomness(1));

test('an id is 32 URL-safe characters, and gives its sequence back', () => {
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.string(), (sequence, bucket) => {
      const id = createOpaqueId(ids, bucket, sequence);
      assert.match(id, /^[A-Za-z0-9_-]{32}$/);
      assert.equal(readOpaqueId(id, bucket), sequence);
    }),
  );
});

test('ids of the same sequence differ', () => {
  assert.notEqual(createOpaqueId(ids, 'b', 1), createOpaqueId(ids, 'b', 1));
});

test('what the bucket never gave out is none of its ids', () => {
  const id = createOpaqueId(ids, 'b', 7);
  const changed = (id.startsWith('A') ? 'B' : 'A') + id.slice(1);
  assert.equal(readOpaqueId(id, 'other'), undefined);
  assert.equal(readOpaqueId(changed, 'b'), undefined);
  for (const text of ['', 'null', 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD', `${id}A`, id.slice(1)])
    assert.equal(readOpaqueId(text, 'b'), undefined, text);
});
