import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CreateArchiveCommand,
  DescribeReplayCommand,
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import {
  DeleteFunctionCommand,
  InvokeCommand,
  LambdaClient,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateTopicCommand,
  ListSubscriptionsCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { type Spillway, startSpillway } from '../../src/testing.ts';
import { engines } from '../support/engines.ts';
import { eventually } from '../support/world.ts';
import {
  createFunction,
  createQueue,
  deadLetters,
  feed,
  functionArn,
  queueArn,
  queueUrl,
} from './a-function.ts';
import { startSubscriber } from './subscriber.ts';

const NOTHING = 'export const handler = async () => undefined;';
const FAILS = "export const handler = async () => { throw new Error('told to fail'); };";

const send = (spillway: Spillway, queue: string, MessageBody: string, more: object = {}) =>
  spillway
    .client(SQSClient)
    .send(new SendMessageCommand({ QueueUrl: queueUrl(spillway, queue), MessageBody, ...more }));

/** How many messages a queue has, seen, hidden or delayed. */
async function depth(spillway: Spillway, queue: string): Promise<number> {
  const { Attributes = {} } = await spillway.client(SQSClient).send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl(spillway, queue),
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}

/** By how much a call moved the time, in milliseconds of the platform beyond real ones. */
async function movedBy(spillway: Spillway, call: () => Promise<unknown>): Promise<number> {
  const lead = () => spillway.clock.now() - Date.now();
  const before = lead();
  await call();
  return lead() - before;
}

describe('settled does not wait', () => {
  it('for messages that nobody consumes, disabled mappings and schedules; and moves no time', async () => {
    await using spillway = await startSpillway();
    for (const queue of ['alone', 'switched-off', 'ticks']) await createQueue(spillway, queue);
    await createFunction(spillway, 'f', NOTHING);
    await feed(spillway, 'switched-off', 'f', { Enabled: false });
    const events = spillway.client(EventBridgeClient);
    await events.send(new PutRuleCommand({ Name: 'r', ScheduleExpression: 'rate(1 minute)' }));
    await events.send(
      new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'q', Arn: queueArn('ticks') }] }),
    );
    await send(spillway, 'alone', 'x', { DelaySeconds: 10 });
    await send(spillway, 'switched-off', 'x');
    assert.ok((await movedBy(spillway, () => spillway.settled())) < 1000);
    assert.equal(await depth(spillway, 'switched-off'), 1);
    assert.equal(await depth(spillway, 'ticks'), 0);
  });
});

describe('settled waits', () => {
  it('for delayed messages that a function consumes, however long the delay', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q');
    await createFunction(spillway, 'f', NOTHING);
    await feed(spillway, 'q', 'f');
    await send(spillway, 'q', 'x', { DelaySeconds: 900 });
    assert.ok((await movedBy(spillway, () => spillway.settled())) > 890_000);
    assert.equal(await depth(spillway, 'q'), 0);
  });

  it('for a function that takes its time', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q');
    const slow = 'new Promise((resolve) => setTimeout(resolve, 400))';
    await createFunction(spillway, 'f', `export const handler = () => ${slow};`);
    await feed(spillway, 'q', 'f');
    await send(spillway, 'q', 'x');
    assert.ok((await movedBy(spillway, () => spillway.settled())) < 1000, 'nothing had to wait');
    assert.equal(await depth(spillway, 'q'), 0);
  });

  it('for messages behind one that fails, in a FIFO queue', async () => {
    await using spillway = await startSpillway();
    const fifo = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };
    await createQueue(spillway, 'dead.fifo', fifo);
    await createQueue(spillway, 'q.fifo', { ...fifo, ...deadLetters('dead.fifo', 2) });
    const source = `export const handler = async ({ Records }) => {
      if (Records.some(({ body }) => body === 'bad')) throw new Error('bad');
    };`;
    await createFunction(spillway, 'f', source);
    await feed(spillway, 'q.fifo', 'f', { BatchSize: 1 });
    for (const body of ['bad', 'good', 'better'])
      await send(spillway, 'q.fifo', body, { MessageGroupId: 'g' });
    await spillway.settled();
    assert.equal(await depth(spillway, 'q.fifo'), 0);
    assert.equal(await depth(spillway, 'dead.fifo'), 1);
  });

  it('for messages that the filter of a mapping does not want', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q');
    await createFunction(spillway, 'f', FAILS);
    const Pattern = JSON.stringify({ body: { wanted: [true] } });
    await feed(spillway, 'q', 'f', { FilterCriteria: { Filters: [{ Pattern }] } });
    await send(spillway, 'q', '{"wanted":false}');
    await spillway.settled();
    assert.equal(await depth(spillway, 'q'), 0);
  });

  it('for what becomes of an asynchronous invocation', async () => {
    await using spillway = await startSpillway();
    for (const queue of ['done', 'failed']) await createQueue(spillway, queue);
    const lambda = spillway.client(LambdaClient);
    for (const [FunctionName, source] of [
      ['good', NOTHING],
      ['bad', FAILS],
    ] as const) {
      await createFunction(spillway, FunctionName, source);
      const DestinationConfig = {
        OnSuccess: { Destination: queueArn('done') },
        OnFailure: { Destination: queueArn('failed') },
      };
      await lambda.send(
        new PutFunctionEventInvokeConfigCommand({ FunctionName, DestinationConfig }),
      );
      await lambda.send(
        new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: '{}' }),
      );
    }
    await spillway.settled();
    assert.equal(await depth(spillway, 'done'), 1);
    assert.equal(await depth(spillway, 'failed'), 1);
  });

  it('for a task that moves messages, at the rate that it may', async () => {
    await using spillway = await startSpillway();
    const sqs = spillway.client(SQSClient);
    await createQueue(spillway, 'dead');
    await createQueue(spillway, 'q', deadLetters('dead', 1));
    const Entries = Array.from({ length: 10 }, (_, i) => ({ Id: `${i}`, MessageBody: 'x' }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl(spillway, 'dead'), Entries }));
    await sqs.send(
      new StartMessageMoveTaskCommand({
        SourceArn: queueArn('dead'),
        DestinationArn: queueArn('q'),
        MaxNumberOfMessagesPerSecond: 1,
      }),
    );
    assert.ok((await movedBy(spillway, () => spillway.settled())) > 8000);
    assert.equal(await depth(spillway, 'q'), 10);
  });

  it('for the replay of an archive', async () => {
    await using spillway = await startSpillway();
    const events = spillway.client(EventBridgeClient);
    const bus = 'arn:aws:events:us-east-1:123456789012:event-bus/default';
    await createQueue(spillway, 'q');
    await events.send(
      new PutRuleCommand({ Name: 'r', EventPattern: JSON.stringify({ source: ['app'] }) }),
    );
    await events.send(
      new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'q', Arn: queueArn('q') }] }),
    );
    const { ArchiveArn } = await events.send(
      new CreateArchiveCommand({ ArchiveName: 'a', EventSourceArn: bus }),
    );
    const Entries = Array.from({ length: 10 }, () => ({
      Source: 'app',
      DetailType: 'tick',
      Detail: '{}',
    }));
    const EventStartTime = new Date(spillway.clock.now() - 60_000);
    for (let i = 0; i < 12; i++) await events.send(new PutEventsCommand({ Entries }));
    await spillway.settled();
    assert.equal(await depth(spillway, 'q'), 120);
    await spillway.clock.advance('10 minutes');
    await events.send(
      new StartReplayCommand({
        ReplayName: 'again',
        EventSourceArn: ArchiveArn,
        EventStartTime,
        EventEndTime: new Date(spillway.clock.now()),
        Destination: { Arn: bus },
      }),
    );
    await spillway.settled();
    const replay = await events.send(new DescribeReplayCommand({ ReplayName: 'again' }));
    assert.equal(replay.State, 'COMPLETED');
    assert.equal(await depth(spillway, 'q'), 240);
  });

  it('for deliveries that a throttle policy puts off', async () => {
    await using spillway = await startSpillway();
    const subscriber = await startSubscriber();
    const sns = spillway.client(SNSClient);
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 't' }));
    const DeliveryPolicy = JSON.stringify({ throttlePolicy: { maxReceivesPerSecond: 1 } });
    await sns.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: 'http',
        Endpoint: subscriber.url,
        Attributes: { DeliveryPolicy, RawMessageDelivery: 'false' },
      }),
    );
    await eventually(async () => {
      const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand({}));
      return Subscriptions[0]?.SubscriptionArn?.startsWith('arn:');
    });
    for (let i = 0; i < 5; i++) await sns.send(new PublishCommand({ TopicArn, Message: `${i}` }));
    assert.ok((await movedBy(spillway, () => spillway.settled())) > 3000);
    assert.equal(subscriber.taken().length, 5);
    await subscriber.close();
  });
});

describe('settled says what is left', () => {
  for (const { name, open } of engines)
    it(`at once, when nothing will come of it: the function is gone (${name})`, async () => {
      await using spillway = await startSpillway({ storage: open });
      await createQueue(spillway, 'q');
      await createFunction(spillway, 'f', NOTHING);
      await feed(spillway, 'q', 'f');
      await spillway.client(LambdaClient).send(new DeleteFunctionCommand({ FunctionName: 'f' }));
      await send(spillway, 'q', 'x');
      await assert.rejects(spillway.settled(), (error: Error) => {
        assert.match(error.message, /nothing will change that by itself/);
        assert.ok(error.message.includes(`1 message in ${queueArn('q')}`), error.message);
        assert.ok(error.message.includes(functionArn('f')), error.message);
        assert.match(error.message, /The function does not exist/);
        return true;
      });
    });

  it('after the limit, when it goes on for ever: a function that fails, and no dead-letter queue', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q');
    await createFunction(spillway, 'f', FAILS);
    await feed(spillway, 'q', 'f');
    await send(spillway, 'q', 'x');
    await assert.rejects(spillway.settled('1 second'), /longer than allowed.*Function call failed/);
  });
});
