import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { failedItems } from '../../src/delivery/sources/batch-response.ts';

const IDS = new Set(['a', 'b', 'c']);

const CASES: [response: string, failed: readonly string[] | 'all'][] = [
  ['null', []],
  ['{}', []],
  ['{"batchItemFailures":null}', []],
  ['{"batchItemFailures":[]}', []],
  ['{"statusCode":200}', []],
  ['{"batchItemFailures":[{"itemIdentifier":"b"}]}', ['b']],
  ['{"batchItemFailures":[{"itemIdentifier":"b"},{"itemIdentifier":"b"}]}', ['b']],
  ['{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"c"}]}', ['a', 'c']],
  ['{"batchItemFailures":[{"itemIdentifier":"unknown"}]}', 'all'],
  ['{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"unknown"}]}', 'all'],
  ['{"batchItemFailures":[{"itemIdentifier":""}]}', 'all'],
  ['{"batchItemFailures":[{"itemIdentifier":null}]}', 'all'],
  ['{"batchItemFailures":[{"item_identifier":"a"}]}', 'all'],
  ['{"batchItemFailures":[null]}', 'all'],
  ['{"batchItemFailures":["a"]}', 'all'],
  ['{"batchItemFailures":"a"}', 'all'],
  ['"done"', 'all'],
  ['1', 'all'],
  ['{"batchItemFail', 'all'],
  ['', 'all'],
];

for (const [response, failed] of CASES)
  test(`${response || 'nothing'} fails ${failed === 'all' ? 'all' : `[${failed}]`}`, () => {
    const found = failedItems(response, IDS);
    assert.deepEqual(found === 'all' ? 'all' : [...found], failed);
  });

test('whatever a function answers, only messages of the batch are called failed', () => {
  fc.assert(
    fc.property(fc.json(), (response) => {
      const found = failedItems(response, IDS);
      assert.ok(found === 'all' || found.isSubsetOf(IDS));
    }),
  );
});
