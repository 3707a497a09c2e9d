import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/error.ts';
import {
  compileFilterPolicy,
  explainFilterPolicy,
  type FilteredAttribute,
  type FilterPolicyScope,
  matchFilterPolicy,
} from '../../../src/events/filter-policy/index.ts';

const PREFIX = 'Invalid parameter: ';

function compile(policy: object, scope: FilterPolicyScope) {
  return compileFilterPolicy(JSON.stringify(policy), scope, PREFIX) ?? assert.fail('no policy');
}

const string = (StringValue: string) => ({ DataType: 'String', StringValue });
const number = (StringValue: string) => ({ DataType: 'Number', StringValue });
const array = (...values: unknown[]) => ({
  DataType: 'String.Array',
  StringValue: JSON.stringify(values),
});

describe('filter policies on message attributes', () => {
  const cases: [
    name: string,
    policy: object,
    attributes: Record<string, FilteredAttribute>,
    matches: boolean,
  ][] = [
    ['a number in the range', { a: [{ numeric: ['>', 0, '<=', 100] }] }, { a: number('99') }, true],
    ['a number outside', { a: [{ numeric: ['>', 0, '<=', 100] }] }, { a: number('111') }, false],
    ['a number by value', { a: [1.5] }, { a: number('1.50') }, true],
    ['five digits after the point', { a: [100.123456789] }, { a: number('100.1234567') }, true],
    ['a difference in the fifth', { a: [100.12345] }, { a: number('100.12346') }, false],
    [
      'five digits in a range',
      { a: [{ numeric: ['>', 100.1234567] }] },
      { a: number('100.123456789') },
      false,
    ],
    ['five digits in a list', { a: [100.123456789] }, { a: array(50, 100.1234567) }, true],
    ['a labelled type', { a: [1] }, { a: { DataType: 'Number.int', StringValue: '1' } }, true],
    ['a string that looks like a number', { a: [1] }, { a: string('1') }, false],
    ['a string', { store: ['example_corp'] }, { store: string('example_corp') }, true],
    ['all keys', { a: ['x'], b: ['y'] }, { a: string('x') }, false],
    ['an attribute exists', { store: [{ exists: true }] }, { store: number('99') }, true],
    ['an attribute does not', { store: [{ exists: false }] }, { other: number('99') }, true],
    ['null does not match a missing attribute', { a: [null, { 'anything-but': 'x' }] }, {}, false],
    ['one element of a list', { a: ['y'] }, { a: array('x', 'y') }, true],
    ['a number, true and null in a list', { a: [null] }, { a: array(1, true, null) }, true],
    ['no element of a list', { a: ['z'] }, { a: array('x', 'y') }, false],
    [
      'a list with one other element',
      { a: [{ 'anything-but': ['x'] }] },
      { a: array('x', 'y') },
      true,
    ],
    [
      'a list with nothing else',
      { a: [{ 'anything-but': ['x', 'y'] }] },
      { a: array('x', 'y') },
      false,
    ],
    [
      'a list that is no JSON is text',
      { a: ['x'] },
      { a: { DataType: 'String.Array', StringValue: 'x' } },
      true,
    ],
    ['binary is not looked at', { a: [{ exists: true }] }, { a: { DataType: 'Binary' } }, false],
    ['a name with dots', { 'a.b': ['x'] }, { 'a.b': string('x') }, true],
    ['a name of the language itself', { constructor: [{ exists: true }] }, {}, false],
    ['$or', { $or: [{ a: ['x'] }, { b: ['y'] }] }, { b: string('y') }, true],
    ['the body does not matter', { a: ['x'] }, {}, false],
  ];
  for (const [name, policy, attributes, matches] of cases) {
    it(`${name}: ${matches ? 'matches' : 'does not match'}`, () => {
      const compiled = compile(policy, 'MessageAttributes');
      const message = { attributes, body: '{"a":"x"}' };
      assert.equal(matchFilterPolicy(compiled, message), matches);
      assert.equal(explainFilterPolicy(compiled, message).matched, matches);
    });
  }

  it('explains', () => {
    const policy = compile({ store: ['a', { prefix: 'b' }] }, 'MessageAttributes');
    assert.deepEqual(
      explainFilterPolicy(policy, { attributes: { store: string('c') }, body: '' }),
      {
        matched: false,
        path: 'store',
        reason: 'store: "c" does not match "a" or prefix "b"',
      },
    );
  });
});

describe('filter policies on the message body', () => {
  const nested = {
    object: { key: [{ prefix: 'auto-' }], nested_key: [{ exists: false }] },
    test: [{ exists: false }],
  };
  const or = {
    $or: [{ metricName: ['CPUUtilization', 'ReadLatency'] }, { namespace: ['AWS/EC2', 'AWS/ES'] }],
    detail: { scope: ['Service'], $or: [{ source: ['aws.cloudwatch'] }, { type: ['Alarm'] }] },
  };
  const cases: [name: string, policy: object, body: unknown, matches: boolean][] = [
    ['a nested key', nested, { object: { key: 'auto-test' } }, true],
    ['a nested key, other text', nested, { object: { key: 'test-auto' } }, false],
    ['a key that should be absent', nested, { object: { key: 'auto-test' }, test: 'x' }, false],
    [
      'a nested key that should be absent',
      nested,
      { object: { key: 'auto-test', nested_key: 'x' } },
      false,
    ],
    ['a dotted policy key', { 'object.nested': ['v'] }, { object: { nested: 'v' } }, true],
    ['five digits after the point', { a: { b: [1.123456] } }, { a: { b: [1.123457] } }, true],
    ['a difference in the fifth', { a: { b: [1.12345] } }, { a: { b: 1.12346 } }, false],
    ['dotted keys in both', { 'object.nested': ['v'] }, { 'object.nested': 'v' }, true],
    ['dots in the middle', { 'a.b.c': ['v'] }, { a: { 'b.c': 'v' } }, true],
    [
      'a list',
      { headers: { 'route-to': ['queue1'] } },
      { headers: { 'route-to': ['queue1', 'queue2'] } },
      true,
    ],
    [
      'a list without it',
      { headers: { 'route-to': ['queue1'] } },
      { headers: { 'route-to': ['queue3'] } },
      false,
    ],
    [
      'an empty value among empty lists',
      { d: { v: [''] } },
      { d: { v: '', r: [], e: null } },
      true,
    ],
    [
      '$or, both sides',
      or,
      { namespace: 'AWS/ES', detail: { scope: 'Service', type: 'Alarm' } },
      true,
    ],
    [
      '$or, one side missing',
      or,
      { metricName: 'CPUUtilization', detail: { scope: 'Service' } },
      false,
    ],
    ['text', { a: ['x'] }, 'a', false],
    ['a list as the body', { a: ['x'] }, [{ a: 'x' }], false],
  ];
  for (const [name, policy, body, matches] of cases) {
    it(`${name}: ${matches ? 'matches' : 'does not match'}`, () => {
      const message = { attributes: {}, body: JSON.stringify(body) };
      assert.equal(matchFilterPolicy(compile(policy, 'MessageBody'), message), matches);
      assert.equal(explainFilterPolicy(compile(policy, 'MessageBody'), message).matched, matches);
    });
  }

  it('matches no body that is not JSON, and says so', () => {
    const policy = compile({ a: [{ exists: false }] }, 'MessageBody');
    const message = { attributes: {}, body: 'plain text' };
    assert.equal(matchFilterPolicy(policy, message), false);
    const explanation = explainFilterPolicy(policy, message);
    assert.match(explanation.matched ? '' : explanation.reason, /not a JSON object/);
  });
});

describe('filter policies that are refused', () => {
  const values = (count: number) => Array.from({ length: count }, (_, at) => `value${at}`);
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, ['v']]));
  const cases: [
    name: string,
    policy: object | string,
    scope: FilterPolicyScope,
    message: string,
  ][] = [
    [
      'nested keys',
      { object: { key: ['v'] } },
      'MessageAttributes',
      'Filter policy scope MessageAttributes does not support nested filter policy',
    ],
    [
      'no list',
      { key_a: 'value_one' },
      'MessageBody',
      'FilterPolicy: "key_a" must be an object or an array\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 11]',
    ],
    [
      'an operator without list',
      { key: { suffix: 'value' } },
      'MessageBody',
      'FilterPolicy: "suffix" must be an object or an array\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 19]',
    ],
    [
      'six keys',
      keys(6),
      'MessageBody',
      'FilterPolicy: Filter policy can not have more than 5 keys',
    ],
    [
      '151 values',
      { key: values(151) },
      'MessageAttributes',
      'FilterPolicy: Filter policy is too complex',
    ],
    [
      '100 times 51 values',
      { a: values(100), b: values(51) },
      'MessageAttributes',
      'FilterPolicy: Filter policy is too complex',
    ],
    [
      '3 x 4 x 2 x 3 x 1 x 3 combinations',
      { a: { b: { c: values(4) } }, d: { e: values(3) }, f: values(3) },
      'MessageBody',
      'FilterPolicy: Filter policy is too complex',
    ],
    [
      '152 combinations with $or',
      {
        source: values(4),
        $or: [
          { metricName: values(6) },
          { metricType: values(4), $or: [{ metricId: [1, 2, 3, 4] }, { spaceId: [1, 2, 3, 4] }] },
        ],
      },
      'MessageAttributes',
      'FilterPolicy: Filter policy is too complex',
    ],
    [
      '160 combinations with nested $or',
      {
        $or: [{ a: values(3) }, { b: values(2) }],
        detail: { scope: values(2), $or: [{ source: values(1) }, { type: values(3) }] },
      },
      'MessageBody',
      'FilterPolicy: Filter policy is too complex',
    ],
    [
      'four wildcards in one text',
      { a: [{ wildcard: '*a*b*c*' }] },
      'MessageBody',
      'FilterPolicy: Filter policy is too complex',
    ],
    [
      'wildcards worth 108 points',
      {
        a: [
          { wildcard: '*a*b*' },
          { wildcard: '*b*c*' },
          { wildcard: '*c*d*' },
          { wildcard: '*d*e*' },
        ],
      },
      'MessageBody',
      'FilterPolicy: Filter policy is too complex',
    ],
    [
      'a number beyond a thousand million',
      { a: [{ numeric: ['>', 1000000001] }] },
      'MessageBody',
      'FilterPolicy: Value must be between -1.0E9 and 1.0E9, inclusive',
    ],
    [
      'a number by itself beyond a thousand million',
      { a: [1000000001] },
      'MessageAttributes',
      'FilterPolicy: Value must be between -1.0E9 and 1.0E9, inclusive',
    ],
    [
      'broken JSON',
      '{invalid}',
      'MessageBody',
      "FilterPolicy: failed to parse JSON. Unexpected character ('i' (code 105)): was expecting double-quote to start field name\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 2]",
    ],
  ];
  for (const [name, policy, scope, message] of cases) {
    it(name, () => {
      const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
      for (const prefix of [PREFIX, 'Invalid parameter: Attributes Reason: ']) {
        assert.throws(
          () => compileFilterPolicy(text, scope, prefix),
          (error) =>
            error instanceof AwsError &&
            error.code === 'InvalidParameter' &&
            error.message === prefix + message,
        );
      }
    });
  }

  it('accepts exactly 150 combinations', () => {
    const policy = {
      source: values(3),
      $or: [
        { metricName: values(6) },
        { metricType: values(4), $or: [{ metricId: values(4) }, { spaceId: values(7) }] },
      ],
    };
    assert.doesNotThrow(() => compile(policy, 'MessageAttributes'));
  });

  it('accepts wildcards worth 100 points', () => {
    const single = Array.from({ length: 10 }, (_, at) => ({
      wildcard: `${String.fromCharCode(97 + at)}*`,
    }));
    assert.doesNotThrow(() => compile({ a: single }, 'MessageBody'));
  });

  it('takes the empty text and the empty object as no policy', () => {
    assert.equal(compileFilterPolicy('', 'MessageBody', PREFIX), undefined);
    assert.equal(compileFilterPolicy(' { } ', 'MessageAttributes', PREFIX), undefined);
  });
});
