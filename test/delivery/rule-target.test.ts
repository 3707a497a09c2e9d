import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Target } from '@aws-sdk/client-eventbridge';
import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import {
  CreateTopicCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import type { Message } from '@aws-sdk/client-sqs';
import { createEventAccount, type EventAccount } from '../support/event-account.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let own: EventAccount;
before(async () => {
  world = await createWorld();
  own = createEventAccount(world.client);
});
after(async () => {
  own[Symbol.dispose]();
  await world.close();
});

const eventIn = ({ Body = '' }: Message) => JSON.parse(Body);
const attributesOf = ({ MessageAttributes = {} }: Message) =>
  Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
  );

test('what happens in a bucket reaches the queue of a rule', async () => {
  const uploads = await own.queue('uploads');
  await own.events.putRule({
    Name: 'uploads',
    EventPattern: JSON.stringify({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: ['photos'] }, object: { key: [{ prefix: 'uploads/' }] } },
    }),
  });
  await own.events.putTargets({ Rule: 'uploads', Targets: [{ Id: 'q', Arn: uploads.arn }] });
  await world.s3.send(new CreateBucketCommand({ Bucket: 'photos' }));
  await world.s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: 'photos',
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    }),
  );
  const trace = 'Root=1-3152b799-8954dae64eda91bc9a23a7e8;Parent=7fa8c0f79203be72;Sampled=1';
  world.s3.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amzn-trace-id'] = trace;
      return next(args);
    },
    { step: 'build', name: 'trace' },
  );
  for (const Key of ['other/1', 'uploads/a b.jpg'])
    await world.s3.send(new PutObjectCommand({ Bucket: 'photos', Key, Body: 'x' }));
  world.s3.middlewareStack.remove('trace');
  const message = await own.receive(uploads);
  const event = eventIn(message);
  assert.equal(event['detail-type'], 'Object Created');
  assert.deepEqual(event.resources, ['arn:aws:s3:::photos']);
  assert.equal(event.detail.object.key, 'uploads/a b.jpg');
  assert.equal(message.Attributes?.AWSTraceHeader, trace);
});

const template = '{"n":<name>,"rule":"<aws.events.rule-name>"}';
const shapes: [string, Partial<Target>, string][] = [
  ['constant', { Input: '{"a": 1}' }, '{"a": 1}'],
  ['part', { InputPath: '$.detail.name' }, '"baz"'],
  [
    'template',
    {
      InputTransformer: { InputPathsMap: { name: '$.detail.name' }, InputTemplate: template },
    },
    '{"n":"baz","rule":"template"}',
  ],
];
for (const [name, shape, body] of shapes)
  test(`a target gets its ${name} of the event`, async () => {
    const target = await own.queue(name);
    await own.rule(name, [{ Id: 'q', Arn: target.arn, ...shape }]);
    await own.put(name, { name: 'baz' });
    assert.equal((await own.receive(target)).Body, body);
  });

test('one event goes to every target of every rule that it matches, under one id', async () => {
  const targets = [await own.queue('one'), await own.queue('two')];
  for (const Name of ['first', 'second']) {
    await own.events.putRule({ Name, EventPattern: '{"source":["many"]}' });
    const Targets = targets.map(({ arn }, n) => ({ Id: `t${n}`, Arn: arn }));
    await own.events.putTargets({ Rule: Name, Targets });
  }
  const id = await own.put('many');
  for (const target of [...targets, ...targets])
    assert.equal(eventIn(await own.receive(target)).id, id);
});

test('a FIFO queue gets the event in the group of its target', async () => {
  const fifo = await own.queue('orders.fifo', {
    FifoQueue: 'true',
    ContentBasedDeduplication: 'true',
  });
  await own.rule('fifo', [{ Id: 'q', Arn: fifo.arn, SqsParameters: { MessageGroupId: 'group' } }]);
  await own.put('fifo');
  assert.equal((await own.receive(fifo)).Attributes?.MessageGroupId, 'group');
});

test('a topic gets the event as its message, without a subject', async () => {
  const { TopicArn = '' } = await world.sns.send(new CreateTopicCommand({ Name: 'news' }));
  await world.sns.send(
    new SetTopicAttributesCommand({
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: own.policyFor('sns:Publish', TopicArn),
    }),
  );
  const Policy = JSON.stringify({
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: own.arn('sqs', 'subscriber'),
    },
  });
  const subscriber = await own.queue('subscriber', { Policy });
  await world.sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: subscriber.arn }),
  );
  await own.rule('topic', [{ Id: 't', Arn: TopicArn }]);
  const id = await own.put('topic');
  const notification = eventIn(await own.receive(subscriber));
  assert.equal(notification.TopicArn, TopicArn);
  assert.equal('Subject' in notification, false);
  assert.equal(JSON.parse(notification.Message).id, id);
});

test('another bus gets the same event, and its rules go on', async () => {
  const target = await own.queue('hopped');
  await own.events.createEventBus({ Name: 'next' });
  await own.rule('hop', [{ Id: 'b', Arn: own.arn('events', 'event-bus/next') }]);
  await own.rule('hop', [{ Id: 'q', Arn: target.arn }], 'next');
  const id = await own.put('hop');
  assert.equal(eventIn(await own.receive(target)).id, id);
});

test('a bus in another region gets the event under a new id, from where it was', async () => {
  using far = createEventAccount({ ...world.client, region: 'eu-west-1' });
  await far.events.createEventBus({ Name: 'far' });
  const reached = await far.queue('reached');
  await own.rule('region', [{ Id: 'b', Arn: far.arn('events', 'event-bus/far') }]);
  await far.rule('region', [{ Id: 'q', Arn: reached.arn }], 'far');
  const id = await own.put('region', { id: 'mine' });
  const event = eventIn(await far.receive(reached));
  assert.match(event.id, /^[0-9a-f-]{36}$/);
  assert.notEqual(event.id, id);
  assert.equal(event.region, 'us-east-1');
  assert.deepEqual(event.detail, { id: 'mine' });
});

test("another account's bus gets events once its policy lets this account in", async () => {
  using other = createEventAccount(world.client, '222222222222');
  const bus = other.arn('events', 'event-bus/theirs');
  await other.events.createEventBus({ Name: 'theirs' });
  const arrived = await other.queue('arrived');
  await other.rule('abroad', [{ Id: 'q', Arn: arrived.arn }], 'theirs');
  const dead = await own.queue('dead-abroad');
  await own.rule('abroad', [{ Id: 'b', Arn: bus, DeadLetterConfig: { Arn: dead.arn } }]);

  const refusedId = await own.put('abroad');
  const letter = await own.receive(dead);
  assert.equal(eventIn(letter).id, refusedId);
  assert.equal(attributesOf(letter).ERROR_CODE, 'NO_PERMISSIONS');

  await other.events.putPermission({
    EventBusName: 'theirs',
    Action: 'events:PutEvents',
    Principal: '123456789012',
    StatementId: 'first',
  });
  const id = await own.put('abroad');
  const event = eventIn(await other.receive(arrived));
  assert.equal(event.id, id);
  assert.equal(event.account, '123456789012', 'it says where it comes from');
});

test('a bus with a role gets what the role may put there', async () => {
  const arrived = await own.queue('by-role');
  const dead = await own.queue('dead-role');
  await own.events.createEventBus({ Name: 'guarded' });
  await own.rule('role', [{ Id: 'q', Arn: arrived.arn }], 'guarded');
  const bus = own.arn('events', 'event-bus/guarded');
  const statement = { Effect: 'Allow', Action: 'events:PutEvents', Resource: bus };
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  const policy = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement });
  const { Role } = await world.iam.send(
    new CreateRoleCommand({ RoleName: 'sender', AssumeRolePolicyDocument: policy(trust) }),
  );
  await own.rule('role', [
    { Id: 'b', Arn: bus, RoleArn: Role?.Arn, DeadLetterConfig: { Arn: dead.arn } },
  ]);
  const refusedId = await own.put('role');
  const letter = await own.receive(dead);
  assert.equal(eventIn(letter).id, refusedId);
  assert.equal(attributesOf(letter).ERROR_CODE, 'NO_PERMISSIONS');

  await world.iam.send(
    new PutRolePolicyCommand({
      RoleName: 'sender',
      PolicyName: 'put',
      PolicyDocument: policy(statement),
    }),
  );
  const id = await own.put('role');
  assert.equal(eventIn(await own.receive(arrived)).id, id);
});

test('events that cause one another are cut after sixteen', async () => {
  const dead = await own.queue('dead-loop');
  await own.events.createEventBus({ Name: 'ping' });
  await own.events.createEventBus({ Name: 'pong' });
  const targetOf = (bus: string) => [
    {
      Id: 'b',
      Arn: own.arn('events', `event-bus/${bus}`),
      DeadLetterConfig: { Arn: dead.arn },
    },
  ];
  await own.rule('loop', targetOf('ping'));
  await own.rule('loop', targetOf('pong'), 'ping');
  await own.rule('loop', targetOf('ping'), 'pong');
  const id = await own.put('loop');
  const letter = await own.receive(dead);
  assert.equal(eventIn(letter).id, id);
  assert.match(attributesOf(letter).ERROR_MESSAGE ?? '', /counts as a loop/);
});

const missing = (service: string, resource: string) =>
  `arn:aws:${service}:us-east-1:123456789012:${resource}`;
const letters: [string, string, string, RegExp][] = [
  ['queue', missing('sqs', 'missing'), 'NO_RESOURCE', /^The queue .+ does not exist\.$/],
  ['topic', missing('sns', 'missing'), 'NO_RESOURCE', /^The topic .+ does not exist\.$/],
  [
    'function',
    missing('lambda', 'function:missing'),
    'NO_RESOURCE',
    /^The function .+ does not exist/,
  ],
  [
    'bus',
    missing('events', 'event-bus/missing'),
    'NO_RESOURCE',
    /^The event bus .+ does not exist/,
  ],
];
for (const [kind, Arn, code, message] of letters)
  test(`an event for a ${kind} that is not there is a dead letter at once`, async () => {
    const dead = await own.queue(`dead-${kind}`);
    const name = `missing-${kind}`;
    await own.rule(name, [{ Id: 't', Arn, DeadLetterConfig: { Arn: dead.arn } }]);
    const id = await own.put(name, { n: 1 });
    const letter = await own.receive(dead);
    assert.equal(eventIn(letter).id, id);
    const { ERROR_MESSAGE = '', ...attributes } = attributesOf(letter);
    assert.match(ERROR_MESSAGE, message);
    assert.deepEqual(attributes, {
      RULE_ARN: own.arn('events', `rule/${name}`),
      TARGET_ARN: Arn,
      ERROR_CODE: code,
      RETRY_ATTEMPTS: '0',
    });
  });

test('a queue that does not let the rule in refuses for good', async () => {
  const dead = await own.queue('dead-closed');
  const Policy = own
    .policyFor('sqs:SendMessage', own.arn('sqs', 'closed'))
    .replace('rule/*', 'rule/x');
  const closed = await own.queue('closed', { Policy });
  await own.rule('closed', [{ Id: 'q', Arn: closed.arn, DeadLetterConfig: { Arn: dead.arn } }]);
  await own.put('closed');
  const { ERROR_CODE, ERROR_MESSAGE = '' } = attributesOf(await own.receive(dead));
  assert.equal(ERROR_CODE, 'NO_PERMISSIONS');
  assert.match(ERROR_MESSAGE, /no resource-based policy allows the sqs:SendMessage action/);
});

test('an input that cannot be made is a dead letter too', async () => {
  const dead = await own.queue('dead-shape');
  const target = await own.queue('shaped');
  await own.rule('shape', [
    {
      Id: 'q',
      Arn: target.arn,
      InputPath: '$.detail.none',
      DeadLetterConfig: { Arn: dead.arn },
    },
  ]);
  await own.put('shape');
  const { ERROR_CODE, ERROR_MESSAGE } = attributesOf(await own.receive(dead));
  assert.equal(ERROR_CODE, 'INVALID_PARAMETER');
  assert.equal(ERROR_MESSAGE, 'the event has nothing at InputPath $.detail.none');
});
