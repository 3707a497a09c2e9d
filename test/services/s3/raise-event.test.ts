import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenTrace, lineageOf } from '../../../src/aws/trace-header.ts';
import { compareSequencers } from '../../../src/events/s3/index.ts';
import { renderEventBridgeEvent, renderRecord } from '../../../src/services/s3/raise-event.ts';
import { createS3World, policyForBucket } from '../../support/s3-world.ts';

const TOPIC = 'arn:aws:sns:us-east-1:123456789012:uploads';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:thumbnail';
const CREATED = ['s3:ObjectCreated:*'];

const queueRule = (QueueArn: string, Id = 'rule', Events = CREATED) => ({
  QueueConfigurations: [{ Id, QueueArn, Events }],
});

test('a PUT puts one record into the queue', async () => {
  await using world = await createS3World();
  const queue = await world.queue('uploads');
  await world.notify(queueRule(queue), true);
  const request = { requestId: 'C3D13FE58DE4C810', hostId: 'aG9zdA==' };
  const body = {
    size: 3,
    bytes: Buffer.from('abc'),
    checksums: { md5: 'kAFQmDzST7DWlj99KOF/cg==' },
  };
  await world.call('PutObject', { Key: 'pets/a b.jpg', Body: body }, request);

  const [message, ...more] = await world.messages(queue);
  assert.equal(more.length, 0);
  const { Records } = JSON.parse(message?.body ?? '');
  assert.equal(Records.length, 1);
  const [record] = Records;
  const { sequencer, eTag, ...object } = record.s3.object;
  assert.match(sequencer, /^[0-9A-F]{18}$/);
  assert.match(eTag, /^[0-9a-f]{32}$/);
  assert.deepEqual(object, { key: 'pets/a+b.jpg', size: 3 });
  assert.equal(record.eventName, 'ObjectCreated:Put');
  assert.equal(record.s3.configurationId, 'rule');
  assert.deepEqual(record.responseElements, {
    'x-amz-request-id': request.requestId,
    'x-amz-id-2': request.hostId,
  });

  const [event] = await world.events();
  assert.ok(event);
  assert.deepEqual(JSON.parse(event.settled ?? ''), [
    { rule: 'rule', destination: queue, kind: 'delivered', messageId: message?.message_id },
  ]);
  assert.equal(event.source, 'arn:aws:s3:::photos');
  assert.equal(event.subject, 'pets/a b.jpg');
  assert.equal(renderRecord(event, 'rule'), message?.body, 'the relay renders the same message');
});

test('nothing is written where no rule matches and no journal is kept', async () => {
  await using world = await createS3World({ journalDays: 0 });
  const queue = await world.queue('uploads');
  await world.call('PutObject', { Key: 'a' });
  const rule = { QueueArn: queue, Events: ['s3:ObjectRemoved:*'] };
  await world.notify({ QueueConfigurations: [rule] }, true);
  await world.call('PutObject', { Key: 'b' });
  assert.deepEqual(await world.events(), []);
  assert.deepEqual(await world.messages(queue), []);
});

test('topics, functions and EventBridge are owed a delivery', async () => {
  await using world = await createS3World();
  const filter = (Name: string, Value: string) => ({ Key: { FilterRules: [{ Name, Value }] } });
  await world.notify(
    {
      TopicConfigurations: [
        { Id: 't', TopicArn: TOPIC, Events: CREATED, Filter: filter('prefix', 'x/') },
      ],
      LambdaFunctionConfigurations: [
        { Id: 'f', LambdaFunctionArn: FUNCTION, Events: CREATED, Filter: filter('prefix', 'y/') },
      ],
      EventBridgeConfiguration: {},
    },
    true,
  );
  await world.call('PutObject', { Key: 'x/1' });
  await world.call('PutObject', { Key: 'y/1' });
  const events = await world.events();
  const deliveries = await world.deliveries();
  const bus = 'arn:aws:events:us-east-1:123456789012:event-bus/default';
  assert.deepEqual(
    deliveries.map(({ event_id, kind, lane, rule, payload, state }) => ({
      subject: events.find(({ id }) => id === event_id)?.subject,
      kind,
      lane,
      rule,
      payload,
      state,
    })),
    [
      { subject: 'x/1', kind: 's3-topic', lane: TOPIC, rule: 't' },
      { subject: 'x/1', kind: 's3-event-bus', lane: bus, rule: 'EventBridgeConfiguration' },
      { subject: 'y/1', kind: 's3-function', lane: FUNCTION, rule: 'f' },
      { subject: 'y/1', kind: 's3-event-bus', lane: bus, rule: 'EventBridgeConfiguration' },
    ].map((delivery) => ({ ...delivery, payload: null, state: 'pending' })),
  );
  assert.equal(events[0]?.settled, null);
  const onBus = events[0] && renderEventBridgeEvent(events[0], 'id');
  assert.equal(onBus?.['detail-type'], 'Object Created');
});

/** Destinations that refuse, and what the event then says of it. */
const refusals = [
  {
    name: 'a queue that is gone',
    queue: undefined,
    code: 'QueueDoesNotExist',
    reason: /does not exist/,
  },
  {
    name: 'a queue without a policy',
    queue: { policy: null },
    code: 'AccessDenied',
    reason: /no resource-based policy allows the sqs:SendMessage action/,
  },
  {
    name: 'a queue whose policy names another bucket',
    queue: { policy: policyForBucket('*', 'sqs:SendMessage', 'other') },
    code: 'AccessDenied',
    reason: /no resource-based policy allows/,
  },
  {
    name: 'a queue whose policy is no policy',
    queue: { policy: 'nonsense' },
    code: 'AccessDenied',
    reason: /cannot be read/,
  },
  {
    name: 'a queue that takes short messages only',
    queue: { attributes: { MaximumMessageSize: '100' } },
    code: 'InvalidParameterValueException',
    reason: /shorter than 100 bytes/,
  },
  {
    name: 'a FIFO queue',
    queue: { fifo: 1 as const },
    code: 'MissingRequiredParameterException',
    reason: /MessageGroupId/,
  },
];

for (const { name, queue, code, reason } of refusals)
  test(`${name} does not fail the PUT, and the event says why`, async () => {
    await using world = await createS3World();
    const arn = queue
      ? await world.queue('uploads', queue)
      : 'arn:aws:sqs:us-east-1:123456789012:gone';
    await world.notify(queueRule(arn), true);
    await world.call('PutObject', { Key: 'a' });
    assert.deepEqual(await world.messages(arn), []);
    const [event] = await world.events();
    const [settled] = JSON.parse(event?.settled ?? '[]');
    assert.equal(settled.kind, 'rejected');
    assert.equal(settled.code, code);
    assert.match(settled.reason, reason);
    await world.call('HeadObject', { Key: 'a' });
  });

test('a PUT that fails leaves neither event nor message', async () => {
  await using world = await createS3World();
  const queue = await world.queue('uploads');
  await world.notify(queueRule(queue), true);
  await world.call('PutObject', { Key: 'a', IfNoneMatch: '*' });
  await assert.rejects(world.call('PutObject', { Key: 'a', IfNoneMatch: '*' }));
  assert.equal((await world.events()).length, 1);
  assert.equal((await world.messages(queue)).length, 1);
});

test('sequencers of one key only grow, whatever is done to it', async () => {
  await using world = await createS3World();
  const queue = await world.queue('changes');
  await world.notify(queueRule(queue, 'all', ['s3:ObjectCreated:*', 's3:ObjectRemoved:*']), true);
  await world.call('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } });
  for (let round = 0; round < 5; round++) {
    await world.call('PutObject', { Key: 'a' });
    await world.call('DeleteObject', { Key: 'a' });
  }
  const messages = await world.messages(queue);
  const sequencers = messages.map(({ body }) => JSON.parse(body).Records[0].s3.object.sequencer);
  assert.equal(sequencers.length, 10);
  for (const [at, sequencer] of sequencers.entries())
    if (at > 0) assert.equal(compareSequencers(sequencers[at - 1], sequencer), -1);
});

test('the trace of the request goes on with the message, and its lineage into the event', async () => {
  await using world = await createS3World();
  const queue = await world.queue('uploads');
  await world.notify(queueRule(queue), true);
  const trace = 'Root=1-3152b799-8954dae64eda91bc9a23a7e8;Lineage=3:1f';
  await world.call('PutObject', { Key: 'a' }, { trace });
  await world.call('PutObject', { Key: 'b' });
  const messages = await world.messages(queue);
  assert.deepEqual(
    messages.map((message) => givenTrace(message.trace)),
    [givenTrace(trace), null],
  );
  const events = await world.events();
  assert.deepEqual(
    events.map(({ trace, hops, cause }) => ({ trace, hops, cause })),
    [
      { trace, hops: 3, cause: 0x1f },
      { trace: null, hops: 0, cause: null },
    ],
  );
  assert.deepEqual(
    messages.map((message) => lineageOf(message.trace)),
    [
      { hops: 4, cause: events[0]?.id },
      { hops: 1, cause: events[1]?.id },
    ],
    'what the consumers of the message do is known to come from the event',
  );
});

test('who did it is told as S3 tells it', async () => {
  await using world = await createS3World();
  const queue = await world.queue('uploads');
  await world.notify(queueRule(queue), true);
  const arn = 'arn:aws:iam::123456789012:user/alex';
  const user = {
    principal: { kind: 'user', account: '123456789012', arn } as const,
    account: '123456789012',
    principalId: 'AIDAEXAMPLE',
    accessKeyId: 'AKIAEXAMPLE',
    sourceIp: '198.51.100.7',
    userAgent: '',
    sessionPolicies: [],
  };
  await world.call('PutObject', { Key: 'a' }, { caller: user });
  await world.call('PutObject', { Key: 'b' });
  const records = (await world.messages(queue)).map(({ body }) => JSON.parse(body).Records[0]);
  assert.equal(records[0].userIdentity.principalId, 'AWS:AIDAEXAMPLE');
  assert.equal(records[0].requestParameters.sourceIPAddress, '198.51.100.7');
  const owner = records[0].s3.bucket.ownerIdentity.principalId;
  assert.match(owner, /^A[0-9A-Z]{13}$/);
  assert.equal(records[1].userIdentity.principalId, owner, 'root is shown by its customer id');
  const [first] = await world.events();
  const detail = first && renderEventBridgeEvent(first, 'id')?.detail;
  assert.equal(detail?.requester, '123456789012');
});
