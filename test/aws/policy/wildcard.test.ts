import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  literalPattern,
  matchesPattern,
  splitPattern,
  wildcardPattern,
} from '../../../src/aws/policy/wildcard.ts';

test('wildcards match as the regular expression they stand for', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (wild, candidate) => {
      const source = wild.replace(/\./g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.');
      const expected = new RegExp(`^${source}$`, 's').test(candidate);
      assert.equal(matchesPattern(wildcardPattern(wild), candidate), expected);
    }),
    { numRuns: 2000 },
  );
});

test('a literal pattern matches nothing but itself', () => {
  assert.equal(matchesPattern(literalPattern('a*?'), 'a*?'), true);
  assert.equal(matchesPattern(literalPattern('a*?'), 'abc'), false);
});

test('no pattern takes long', () => {
  const pattern = wildcardPattern(`${'*a'.repeat(1000)}b`);
  assert.equal(matchesPattern(pattern, 'a'.repeat(10_000)), false);
});

test('the last part of a split keeps the rest', () => {
  const parts = splitPattern(wildcardPattern('a:*:c:d'), ':', 3);
  assert.equal(parts.length, 3);
  assert.equal(matchesPattern(parts[2] ?? [], 'c:d'), true);
});
