import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseConditions } from '../../../src/aws/policy/condition.ts';
import { CONDITION_OPERATORS } from '../../../src/aws/policy/condition-operators.ts';
import type { PolicyVersion } from '../../../src/aws/policy/policy-version.ts';
import type { ConditionContext } from '../../../src/aws/policy/request.ts';
import cases from './condition-operators.cases.json' with { type: 'json' };
import variables from './policy-variables.cases.json' with { type: 'json' };

function holds(
  operator: string,
  values: unknown,
  given: string | string[] | undefined,
  context: ConditionContext = {},
  version: PolicyVersion = '2012-10-17',
) {
  const conditions = parseConditions({ [operator]: { 'aws:Key': values } }, version);
  return conditions.every((condition) => condition.holds({ ...context, 'aws:key': given }));
}

for (const { operator, values, ...expected } of cases) {
  test(`${operator} ${values.join(' or ')}`, () => {
    if (expected.invalid) {
      assert.throws(() => holds(operator, values, 'x'), { name: 'PolicySyntaxError' });
      return;
    }
    for (const given of expected.true ?? [])
      assert.equal(holds(operator, values, given), true, given);
    for (const given of expected.false ?? []) {
      assert.equal(holds(operator, values, given), false, given);
    }
    assert.equal(holds(operator, [], 'x'), /Not/.test(operator), 'no value is wanted');
  });
}

test('every operator has cases', () => {
  const tested = new Set(cases.map(({ operator }) => operator));
  for (const operator of CONDITION_OPERATORS.keys()) assert.ok(tested.has(operator), operator);
});

// Given: nothing, one matching, one other, matching and other, two others. `StringEquals a` and its
// variants.
const presence: [operator: string, results: [boolean, boolean, boolean, boolean, boolean]][] = [
  ['StringEquals', [false, true, false, true, false]],
  ['StringEqualsIfExists', [true, true, false, true, false]],
  ['StringNotEquals', [true, false, true, false, true]],
  ['StringNotEqualsIfExists', [true, false, true, false, true]],
  ['ForAllValues:StringEquals', [true, true, false, false, false]],
  ['ForAllValues:StringNotEquals', [true, false, true, false, true]],
  ['ForAllValues:StringEqualsIfExists', [true, true, false, false, false]],
  ['ForAnyValue:StringEquals', [false, true, false, true, false]],
  ['ForAnyValue:StringNotEquals', [false, false, true, true, true]],
  ['ForAnyValue:StringEqualsIfExists', [true, true, false, true, false]],
];

for (const [operator, results] of presence) {
  test(`${operator} with none, one and several values`, () => {
    const given = [undefined, ['a'], ['b'], ['a', 'b'], ['b', 'c']];
    assert.deepEqual(
      given.map((values) => holds(operator, 'a', values)),
      results,
    );
    assert.equal(holds(operator, 'a', []), results[0], 'no values are no key');
  });
}

test('Null asks whether a key is there', () => {
  assert.equal(holds('Null', 'true', undefined), true);
  assert.equal(holds('Null', 'true', 'a'), false);
  assert.equal(holds('Null', false, 'a'), true);
  assert.equal(holds('Null', 'false', []), false);
  assert.equal(holds('Null', 'false', ''), true);
});

test('a negated operator is the complement of the positive one when the key is there', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', ':'), maxLength: 4 });
  const arn = word.map((text) => `arn:aws:s3:::${text}`);
  const ip = fc.ipV4();
  const number = fc.integer({ min: 0, max: 3 }).map(String);
  const pairs = [
    ['StringEquals', 'StringNotEquals', word],
    ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', word],
    ['StringLike', 'StringNotLike', word],
    ['NumericEquals', 'NumericNotEquals', number],
    ['DateEquals', 'DateNotEquals', number],
    ['IpAddress', 'NotIpAddress', ip],
    ['ArnLike', 'ArnNotLike', arn],
    ['ArnEquals', 'ArnNotEquals', arn],
  ] as const;
  for (const [positive, negative, value] of pairs) {
    const list = fc.array(value, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(list, list, (wanted, given) => {
        assert.notEqual(holds(positive, wanted, given), holds(negative, wanted, given));
      }),
    );
  }
});

test('several keys and operators must all hold', () => {
  const block = {
    StringEquals: { 'aws:A': 'a', 'aws:B': ['b', 'c'] },
    Bool: { 'aws:C': true },
  };
  const conditions = parseConditions(block, '2012-10-17');
  const all = (context: ConditionContext) => conditions.every(({ holds }) => holds(context));
  assert.equal(all({ 'aws:a': 'a', 'aws:b': 'c', 'aws:c': 'true' }), true);
  assert.equal(all({ 'aws:a': 'a', 'aws:b': 'd', 'aws:c': 'true' }), false);
  assert.equal(all({ 'aws:a': 'a', 'aws:b': 'c' }), false);
});

const context = { 'aws:username': 'ann', 'aws:star': '*', 'aws:many': ['x', 'y'] };

for (const { operator, value, given, version = '2012-10-17', ...expected } of variables) {
  test(`${operator} ${value} ${expected.holds ? 'holds' : 'does not hold'} for ${given} in ${version}`, () => {
    const result = holds(operator, value, given, context, version as PolicyVersion);
    assert.equal(result, expected.holds);
  });
}
