import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EventBridge } from '@aws-sdk/client-eventbridge';
import {
  type EventBridgeServer,
  refused,
  startEventBridgeServer,
} from '../../support/eventbridge-server.ts';

const ARN = 'arn:aws:events:us-east-1:123456789012:';
const TAGS = [{ Key: 'team', Value: 'shop' }];

let server: EventBridgeServer;
let events: EventBridge;
before(async () => {
  server = await startEventBridgeServer();
  events = server.events;
  await events.createEventBus({ Name: 'orders', Tags: TAGS });
  const EventPattern = '{"source":["shop"]}';
  await events.putRule({ Name: 'r', EventPattern, Tags: TAGS });
  await events.putRule({ Name: 'r', EventBusName: 'orders', EventPattern, Tags: TAGS });
});
after(() => server.close());

for (const resource of ['event-bus/orders', 'rule/r', 'rule/orders/r'])
  test(`tags of ${resource} are given, added, replaced and removed`, async () => {
    const ResourceARN = ARN + resource;
    const tags = async () => (await events.listTagsForResource({ ResourceARN })).Tags;
    assert.deepEqual(await tags(), TAGS);
    const Tags = [
      { Key: '__proto__', Value: '' },
      { Key: 'team', Value: 'bank' },
    ];
    await events.tagResource({ ResourceARN, Tags });
    assert.deepEqual(
      (await tags())?.toSorted((a, b) => ((a.Key ?? '') < (b.Key ?? '') ? -1 : 1)),
      Tags,
    );
    await events.untagResource({ ResourceARN, TagKeys: ['__proto__', 'none'] });
    assert.deepEqual(await tags(), [{ Key: 'team', Value: 'bank' }]);
  });

test('putting a rule again leaves its tags alone', async () => {
  await events.putRule({ Name: 'kept', EventPattern: '{"source":["a"]}', Tags: TAGS });
  await events.putRule({ Name: 'kept', EventPattern: '{"source":["b"]}', Tags: [] });
  const { Tags } = await events.listTagsForResource({ ResourceARN: `${ARN}rule/kept` });
  assert.deepEqual(Tags, TAGS);
});

const missing: [string, string][] = [
  ['rule/none', 'Rule none does not exist on EventBus default.'],
  ['rule/orders/none', 'Rule none does not exist on EventBus orders.'],
  ['event-bus/none', 'Event bus none does not exist.'],
];
for (const [resource, message] of missing)
  test(`${resource} has no tags`, () =>
    assert.rejects(
      events.listTagsForResource({ ResourceARN: ARN + resource }),
      refused('ResourceNotFoundException', message),
    ));

test('archives have no tags', () =>
  assert.rejects(
    events.listTagsForResource({ ResourceARN: `${ARN}archive/a` }),
    refused('ValidationException', /^Parameter ResourceARN is not valid/),
  ));

test('tags are limited', async () => {
  const ResourceARN = `${ARN}event-bus/default`;
  const tag = (Tags: { Key: string; Value: string }[]) => events.tagResource({ ResourceARN, Tags });
  await assert.rejects(
    tag([{ Key: 'aws:x', Value: '' }]),
    refused('ValidationException', /reserved/),
  );
  await assert.rejects(
    tag([...TAGS, { Key: 'k'.repeat(129), Value: '' }]),
    refused('ValidationException', /at 'tags\.2\.member\.key' .+ less than or equal to 128$/),
  );
  await tag(Array.from({ length: 50 }, (_, n) => ({ Key: `k${n}`, Value: '' })));
  await assert.rejects(tag(TAGS), refused('LimitExceededException', /at most 50 tags/));
});
