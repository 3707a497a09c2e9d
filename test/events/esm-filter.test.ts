import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AwsError } from '../../src/aws/error.ts';
import {
  compileEsmFilters,
  explainEsmFilters,
  matchEsmFilters,
} from '../../src/events/esm-filter.ts';

const record = (body: unknown) => ({
  messageId: '19dd0b57-b21e-4ac1-bd88-01bbb068cb78',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: { ApproximateReceiveCount: '1' },
  messageAttributes: { kind: { stringValue: 'pet', dataType: 'String' } },
  eventSource: 'aws:sqs',
});

const cases: [name: string, patterns: object[], body: unknown, matches: boolean][] = [
  ['no filters', [], 'anything', true],
  ['a JSON body', [{ body: { kind: ['cat'] } }], { kind: 'cat' }, true],
  ['another JSON body', [{ body: { kind: ['cat'] } }], { kind: 'dog' }, false],
  [
    'one filter of two',
    [{ body: { kind: ['cat'] } }, { body: { kind: ['dog'] } }],
    { kind: 'dog' },
    true,
  ],
  [
    'an S3 record',
    [{ body: { Records: { eventName: [{ prefix: 'ObjectCreated:' }] } } }],
    { Records: [{ eventName: 'ObjectCreated:Put' }] },
    true,
  ],
  ['a plain body', [{ body: ['hello'] }], 'hello', true],
  ['a JSON filter drops a plain body', [{ body: { kind: [{ exists: true }] } }], 'hello', false],
  ['a plain filter drops a JSON body', [{ body: ['{"kind":"cat"}'] }], { kind: 'cat' }, false],
  ['a body that is a JSON number is text', [{ body: ['42'] }], '42', true],
  ['a message attribute', [{ messageAttributes: { kind: { stringValue: ['pet'] } } }], 'x', true],
  [
    'an attribute, whatever the body',
    [{ attributes: { ApproximateReceiveCount: ['2'] } }],
    {},
    false,
  ],
];

describe('event source mapping filters', () => {
  for (const [name, patterns, body, matches] of cases) {
    it(`${name}: ${matches ? 'kept' : 'dropped'}`, () => {
      const filters = compileEsmFilters(patterns.map((pattern) => JSON.stringify(pattern)));
      assert.equal(matchEsmFilters(filters, record(body)), matches);
      assert.equal(explainEsmFilters(filters, record(body)).matched, matches);
    });
  }

  it('explains with what every filter says', () => {
    const filters = compileEsmFilters(['{"body":{"kind":["cat"]}}', '{"body":{"age":[1]}}']);
    assert.deepEqual(explainEsmFilters(filters, record({ kind: 'dog' })), {
      matched: false,
      path: 'body.kind',
      reason:
        'body.kind: "dog" does not match "cat"; and ' +
        'body.age: there is no such field, so it cannot match 1',
    });
  });

  it('refuses patterns that are none, too long or too many', () => {
    const long = JSON.stringify({ body: ['x'.repeat(4096)] });
    for (const patterns of [['{}'], ['no json'], [long], Array(6).fill('{"body":["x"]}')]) {
      assert.throws(
        () => compileEsmFilters(patterns),
        (error) =>
          error instanceof AwsError &&
          error.code === 'InvalidParameterValueException' &&
          error.message === 'Invalid filter pattern definition.',
      );
    }
  });
});
