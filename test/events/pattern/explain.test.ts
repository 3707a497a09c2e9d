import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compilePattern, explainPattern } from '../../../src/events/pattern/index.ts';

const cases: { name: string; pattern: object; event: unknown; path: string; reason: string }[] = [
  {
    name: 'one value, one operator',
    pattern: { detail: { object: { key: [{ suffix: '.jpg' }] } } },
    event: { detail: { object: { key: 'pet.gif' } } },
    path: 'detail.object.key',
    reason: 'detail.object.key: "pet.gif" does not match suffix ".jpg"',
  },
  {
    name: 'the first clause that fails',
    pattern: { source: ['aws.s3'], detail: { a: ['x'], b: ['y'] } },
    event: { source: 'aws.s3', detail: { a: 'x', b: 'z' } },
    path: 'detail.b',
    reason: 'detail.b: "z" does not match "y"',
  },
  {
    name: 'several operators',
    pattern: { k: ['a', { prefix: 'b' }, { numeric: ['>', 0, '<=', 5] }] },
    event: { k: 'c' },
    path: 'k',
    reason: 'k: "c" does not match "a", prefix "b" or numeric > 0 and <= 5',
  },
  {
    name: 'several values',
    pattern: { k: [{ cidr: '10.0.0.0/8' }] },
    event: { k: ['a', 1] },
    path: 'k',
    reason: 'k: none of "a", 1 matches cidr "10.0.0.0/8"',
  },
  {
    name: 'a missing field',
    pattern: { detail: { k: [{ 'anything-but': ['a', 'b'] }] } },
    event: { detail: {} },
    path: 'detail.k',
    reason: 'detail.k: there is no such field, so it cannot match anything but "a" or "b"',
  },
  {
    name: 'an object where a value is compared',
    pattern: { k: [{ exists: true }] },
    event: { k: { n: 1 } },
    path: 'k',
    reason:
      'k: the field is an object, and only strings, numbers, true, false and null are compared, so it cannot match {"exists": true}',
  },
  {
    name: 'an empty list',
    pattern: { k: [null] },
    event: { k: [] },
    path: 'k',
    reason: 'k: the field is an empty list, so it cannot match null',
  },
  {
    name: 'a field that should be absent',
    pattern: { k: [{ exists: false }] },
    event: { k: 'x' },
    path: 'k',
    reason: 'k: "x" does not match {"exists": false}',
  },
  {
    name: 'clauses that hold for different objects of a list',
    pattern: { e: { a: ['x'], b: ['y'] } },
    event: {
      e: [
        { a: 'x', b: 'n' },
        { a: 'n', b: 'y' },
      ],
    },
    path: 'e',
    reason: 'e: no single element of the list satisfies e.a and e.b',
  },
  {
    name: 'every branch of an $or',
    pattern: { $or: [{ a: ['x'] }, { b: [{ wildcard: '*.png' }] }] },
    event: { a: 'n' },
    path: 'a',
    reason:
      'none of the $or alternatives matches: a: "n" does not match "x"; b: there is no such field, so it cannot match wildcard "*.png"',
  },
  {
    name: 'a clause outside the $or',
    pattern: { source: ['s'], $or: [{ a: ['x'] }, { b: ['y'] }] },
    event: { source: 't', a: 'x' },
    path: 'source',
    reason: 'source: "t" does not match "s"',
  },
];

describe('event patterns: explanations', () => {
  for (const { name, pattern, event, path, reason } of cases) {
    it(name, () => {
      const explanation = explainPattern(compilePattern(JSON.stringify(pattern)), event);
      assert.deepEqual(explanation, { matched: false, path, reason });
    });
  }

  it('spells out only the first five of many values', () => {
    const pattern = compilePattern('{"k":["x"]}');
    const explanation = explainPattern(pattern, { k: Array.from({ length: 1000 }, (_, at) => at) });
    assert.deepEqual(explanation, {
      matched: false,
      path: 'k',
      reason: 'k: none of 0, 1, 2, 3, 4 and 995 more matches "x"',
    });
  });

  it('survives lists nested as deep as an event can be', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`);
    const pattern = compilePattern('{"k":[1]}');
    assert.deepEqual(explainPattern(pattern, { k: deep }), { matched: true });
  });

  it('survives objects nested as deep, spelt in two ways', () => {
    const deep = JSON.parse(`${'{"b":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    const explanation = explainPattern(compilePattern('{"a":{"b":[1]}}'), { a: deep, 'a.b': deep });
    assert.equal(explanation.matched, false);
  });
});
