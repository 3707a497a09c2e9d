import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBoundedCache } from '../../src/lib/bounded-cache.ts';

test('the oldest entry makes room', () => {
  const cache = createBoundedCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.set('a', 3);
  cache.set('c', 4);
  assert.deepEqual(
    [cache.get('a'), cache.get('b'), cache.get('c'), cache.size],
    [3, undefined, 4, 2],
  );
});
