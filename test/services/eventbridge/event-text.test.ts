import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compactJson,
  eventTime,
  NESTING_MAX,
} from '../../../src/services/eventbridge/event-text.ts';
import { withReplayName } from '../../../src/services/eventbridge/replay-name.ts';

const cases: [string, string][] = [
  ['{}', '{}'],
  [' { \n"a"\t:\r1 } ', '{"a":1}'],
  ['{"a b":"c  d\\" {"}', '{"a b":"c  d\\" {"}'],
  ['{"a":"\\\\", "b":[ 1 ]}', '{"a":"\\\\","b":[1]}'],
  ['{"id": 12345678901234567890, "n": 300.0}', '{"id":12345678901234567890,"n":300.0}'],
];
for (const [text, compact] of cases)
  test(`compacts ${JSON.stringify(text)}`, () => assert.equal(compactJson(text), compact));

test('compacting changes nothing but white space', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(4), (text, indent) => {
      const value = JSON.parse(text);
      assert.equal(compactJson(JSON.stringify(value, null, indent)), JSON.stringify(value));
    }),
  );
});

test('what nests too deeply is not compacted', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  assert.equal(compactJson(nested(NESTING_MAX)), nested(NESTING_MAX));
  assert.equal(compactJson(nested(NESTING_MAX + 1)), undefined);
  assert.equal(compactJson(`{"a":"${'['.repeat(5000)}"}`)?.length, 5008, 'text does not nest');
});

test('a time has no fraction', () =>
  assert.equal(eventTime(Date.UTC(2024, 0, 15, 10, 30, 0, 999)), '2024-01-15T10:30:00Z'));

test('the name of a replay stands after the region, whatever else the event says', () => {
  const event = {
    version: '0',
    id: '1',
    'detail-type': ',"resources":[]',
    source: '$&',
    account: '123456789012',
    time: '2024-01-15T10:30:00Z',
    region: 'us-east-1',
    resources: [],
    detail: { a: 1, resources: [] },
  };
  const { resources, detail, ...before } = event;
  assert.equal(
    withReplayName(JSON.stringify(event), 'again'),
    JSON.stringify({ ...before, 'replay-name': 'again', resources, detail }),
  );
});
