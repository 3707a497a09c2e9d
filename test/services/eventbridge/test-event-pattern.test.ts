import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testEventPattern } from '../../../src/services/eventbridge/test-event-pattern.ts';

const EVENT = {
  id: '1',
  account: '123456789012',
  source: 'shop',
  time: '2022-07-13T13:48:01Z',
  region: 'us-east-1',
  resources: [],
  'detail-type': 'paid',
  detail: { total: 5 },
};
const ask = (EventPattern: string, event: unknown) =>
  testEventPattern({ EventPattern, Event: JSON.stringify(event) });

test('says whether an event matches', async () => {
  const pattern = '{"detail":{"total":[{"numeric":[">",4]}]}}';
  assert.deepEqual(await ask(pattern, EVENT), { Result: true });
  assert.deepEqual(await ask(pattern, { ...EVENT, detail: { total: 4 } }), { Result: false });
});

for (const event of ['text', [EVENT], null, { ...EVENT, id: undefined }])
  test(`refuses the event ${JSON.stringify(event)?.slice(0, 20)}`, () =>
    assert.rejects(ask('{"source":["shop"]}', event), {
      code: 'ValidationException',
      message: 'Parameter Event is not valid.',
    }));

test('refuses what is not JSON, and what is no pattern', async () => {
  await assert.rejects(testEventPattern({ EventPattern: '{"a":["b"]}', Event: '{' }), {
    message: 'Parameter Event is not valid.',
  });
  await assert.rejects(ask('{"a":"b"}', EVENT), { code: 'InvalidEventPatternException' });
});
