import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  createLambdaWorld,
  type LambdaWorld,
  nodePackage,
} from '../services/lambda/lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
});
after(() => world[Symbol.asyncDispose]());

/** Sends what it got to a queue, and does then what the messages say. */
const CONSUMER = `
  const { SQS } = await import('@aws-sdk/client-sqs');
  const QueueUrl = process.env.AWS_ENDPOINT_URL + '/123456789012/' + process.env.seen;
  await new SQS().sendMessage({ QueueUrl, MessageBody: JSON.stringify(event) });
  const bodies = event.Records.map(({ body }) => body);
  if (bodies.includes('throw')) throw new Error('told to');
  const failed = event.Records.filter(({ body }) => body.startsWith('fail'));
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };`;

interface Consumer {
  readonly queue: string;
  readonly UUID: string;
  /** The batches that the function got since the last call, as lists of bodies. */
  batches(): Promise<string[][]>;
  // biome-ignore lint/suspicious/noExplicitAny: events of the function
  events(): Promise<any[]>;
}

interface Setup {
  readonly attributes?: Record<string, string>;
  readonly mapping?: object;
  readonly fifo?: boolean;
  readonly on?: LambdaWorld;
}

async function consumer(name: string, setup: Setup = {}): Promise<Consumer> {
  const on = setup.on ?? world;
  const seen = `${name}-seen`;
  await on.queue(seen);
  const queue = await on.queue(setup.fifo ? `${name}.fifo` : name, setup.attributes);
  await on.node(name, CONSUMER, { Environment: { Variables: { seen } } });
  const { UUID = '' } = await on.lambda.createEventSourceMapping({
    FunctionName: name,
    EventSourceArn: queue,
    ...setup.mapping,
  });
  const events = async () =>
    (await on.drain(seen)).map(
      ({ Body = '' }) => JSON.parse(Body) as { Records: Record<string, string>[] },
    );
  return {
    queue,
    UUID,
    events,
    batches: async () =>
      (await events()).map(({ Records }) => Records.map(({ body = '' }) => body)),
  };
}

const PARTIAL = { FunctionResponseTypes: ['ReportBatchItemFailures'] };

test('a function gets a message with everything that belongs to it, once', async () => {
  const { queue, events, UUID } = await consumer('plain');
  const messageId = await world.send(queue, 'woof', {
    MessageAttributes: {
      breed: { DataType: 'String', StringValue: 'beagle' },
      tail: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2]) },
    },
  });
  await world.spillway.settled();
  const [event] = await events();
  const [record] = event.Records;
  const { receiptHandle, attributes, md5OfMessageAttributes, ...rest } = record;
  assert.ok(receiptHandle);
  assert.deepEqual(rest, {
    messageId,
    body: 'woof',
    messageAttributes: {
      breed: {
        stringValue: 'beagle',
        stringListValues: [],
        binaryListValues: [],
        dataType: 'String',
      },
      tail: { binaryValue: 'AQI=', stringListValues: [], binaryListValues: [], dataType: 'Binary' },
    },
    md5OfBody: createHash('md5').update('woof').digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: queue,
    awsRegion: 'us-east-1',
  });
  assert.match(md5OfMessageAttributes, /^[0-9a-f]{32}$/);
  assert.equal(attributes.ApproximateReceiveCount, '1');
  assert.equal(attributes.SenderId, '123456789012');
  assert.match(attributes.SentTimestamp, /^\d{13}$/);
  assert.match(attributes.ApproximateFirstReceiveTimestamp, /^\d{13}$/);
  assert.deepEqual(await world.drain(queue), []);
  const { LastProcessingResult } = await world.lambda.getEventSourceMapping({ UUID });
  assert.equal(LastProcessingResult, 'OK');
});

test('when the function fails, the whole batch comes back, and goes to the dead-letter queue', async () => {
  const dead = await world.queue('failing-dead');
  const { queue, batches, UUID } = await consumer('failing', {
    attributes: {
      VisibilityTimeout: '30',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 2 }),
    },
  });
  await world.send(queue, 'throw');
  await world.spillway.settled();
  assert.deepEqual(await batches(), [['throw'], ['throw']]);
  assert.deepEqual(
    (await world.drain(dead)).map(({ Body }) => Body),
    ['throw'],
  );
  const { LastProcessingResult } = await world.lambda.getEventSourceMapping({ UUID });
  assert.equal(LastProcessingResult, 'PROBLEM: Function call failed');
});

test('a function that names the messages it failed gets only those again', async () => {
  const dead = await world.queue('partial-dead');
  const { queue, batches } = await consumer('partial', {
    attributes: {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 2 }),
    },
    mapping: { ...PARTIAL, MaximumBatchingWindowInSeconds: 5 },
  });
  for (const body of ['one', 'fail two', 'three']) await world.send(queue, body);
  await world.spillway.settled();
  assert.deepEqual(await batches(), [['one', 'fail two', 'three'], ['fail two']]);
  assert.deepEqual(
    (await world.drain(dead)).map(({ Body }) => Body),
    ['fail two'],
  );
});

test('without being asked, a function that returns failures has failed nothing', async () => {
  const { queue, batches } = await consumer('unasked');
  await world.send(queue, 'fail but not really');
  await world.spillway.settled();
  assert.deepEqual(await batches(), [['fail but not really']]);
});

test('messages that no filter wants are deleted unseen', async () => {
  const { queue, batches } = await consumer('filtered', {
    mapping: { FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["dog"]}}' }] } },
  });
  for (const body of ['{"kind":"cat"}', '{"kind":"dog"}', 'no json']) await world.send(queue, body);
  await world.spillway.settled();
  assert.deepEqual(await batches(), [['{"kind":"dog"}']]);
  assert.deepEqual(await world.drain(queue), []);
});

test('a window gathers messages; a full batch does not wait for it', async () => {
  const { queue, batches, UUID } = await consumer('gathered', {
    attributes: { VisibilityTimeout: '600' },
    mapping: { BatchSize: 25, MaximumBatchingWindowInSeconds: 60, Enabled: false },
  });
  const sent = Array.from({ length: 60 }, (_, i) => `m${i}`);
  for (const body of sent) await world.send(queue, body);
  await world.lambda.updateEventSourceMapping({ UUID, Enabled: true });
  await world.spillway.clock.advance('1 second');
  const full = await batches();
  assert.deepEqual(
    full.map(({ length }) => length),
    [25, 25],
  );
  // The window began when the last of the full batches was on its way, not when time was moved.
  await world.spillway.clock.advance('60 seconds');
  const rest = await batches();
  assert.deepEqual(
    rest.map(({ length }) => length),
    [10],
  );
  assert.deepEqual([...full, ...rest].flat().sort(), sent.sort());
});

test('a batch is as large as an event may be', async () => {
  const { queue, events, UUID } = await consumer('large', {
    mapping: { Enabled: false },
    attributes: { VisibilityTimeout: '600' },
  });
  await world.lambda.updateFunctionConfiguration({
    FunctionName: 'large',
    Environment: { Variables: { seen: 'large-counts' } },
  });
  await world.queue('large-counts');
  await world.lambda.updateFunctionCode({
    FunctionName: 'large',
    ZipFile: nodePackage(CONSUMER.replace('JSON.stringify(event)', 'String(event.Records.length)')),
  });
  const body = 'x'.repeat(1_000_000);
  for (let i = 0; i < 8; i++) await world.send(queue, body);
  await world.lambda.updateEventSourceMapping({ UUID, Enabled: true });
  await world.spillway.settled();
  const counts = (await world.drain('large-counts')).map(({ Body }) => Number(Body));
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    8,
  );
  assert.ok(Math.max(...counts) <= 6, `batches of ${counts}`);
  assert.deepEqual(await events(), []);
});

test('a FIFO queue feeds each group in its order, and a failure holds up its own group only', async () => {
  const dead = await world.queue('ordered-dead.fifo', { FifoQueue: 'true' });
  const { queue, batches } = await consumer('ordered', {
    fifo: true,
    attributes: {
      FifoQueue: 'true',
      ContentBasedDeduplication: 'true',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 2 }),
    },
    mapping: { BatchSize: 1 },
  });
  for (const [MessageGroupId, body] of [
    ['a', 'a1'],
    ['b', 'throw'],
    ['a', 'a2'],
    ['b', 'b2'],
    ['a', 'a3'],
  ])
    await world.send(queue, body ?? '', { MessageGroupId });
  await world.spillway.settled();
  const order = (await batches()).flat();
  assert.deepEqual(
    order.filter((body) => body.startsWith('a')),
    ['a1', 'a2', 'a3'],
  );
  assert.deepEqual(
    order.filter((body) => !body.startsWith('a')),
    ['throw', 'throw', 'b2'],
  );
});

test('never more batches at a time than the mapping allows', async () => {
  await world.queue('busy-seen');
  const queue = await world.queue('busy', { VisibilityTimeout: '600' });
  await world.node(
    'busy',
    `
    const { SQS } = await import('@aws-sdk/client-sqs');
    const started = Date.now();
    await new Promise((done) => setTimeout(done, 150));
    const QueueUrl = process.env.AWS_ENDPOINT_URL + '/123456789012/busy-seen';
    await new SQS().sendMessage({ QueueUrl, MessageBody: JSON.stringify([started, Date.now()]) });`,
  );
  for (let i = 0; i < 8; i++) await world.send(queue, `m${i}`);
  await world.lambda.createEventSourceMapping({
    FunctionName: 'busy',
    EventSourceArn: queue,
    BatchSize: 1,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
  await world.spillway.settled();
  const runs = (await world.drain('busy-seen')).map(({ Body = '' }) => JSON.parse(Body));
  assert.equal(runs.length, 8);
  const atOnce = runs.map(
    ([start]) => runs.filter(([from, to]) => from <= start && start < to).length,
  );
  assert.ok(Math.max(...atOnce) <= 2, `${Math.max(...atOnce)} at once`);
});

test('a mapping that is switched off or deleted takes nothing more', async () => {
  const { queue, batches, UUID } = await consumer('stopped');
  await world.lambda.updateEventSourceMapping({ UUID, Enabled: false });
  await world.send(queue, 'later');
  await world.spillway.clock.advance('2 minutes');
  assert.deepEqual(await batches(), []);
  await world.lambda.updateEventSourceMapping({ UUID, Enabled: true });
  await world.spillway.settled();
  assert.deepEqual(await batches(), [['later']]);
  await world.lambda.deleteEventSourceMapping({ UUID });
  await world.send(queue, 'never');
  await world.spillway.clock.advance('2 minutes');
  assert.deepEqual(await batches(), []);
  assert.equal((await world.drain(queue)).length, 1);
});

test('a function that is throttled gets its messages later', async () => {
  const { queue, batches, UUID } = await consumer('throttled', {
    attributes: { VisibilityTimeout: '30' },
  });
  const reserve = (ReservedConcurrentExecutions: number) =>
    world.lambda.putFunctionConcurrency({
      FunctionName: 'throttled',
      ReservedConcurrentExecutions,
    });
  await reserve(0);
  await world.send(queue, 'patient');
  await world.spillway.clock.advance('1 second');
  const { LastProcessingResult = '' } = await world.lambda.getEventSourceMapping({ UUID });
  assert.match(LastProcessingResult, /^PROBLEM: TooManyRequestsException/);
  await reserve(1);
  await world.spillway.settled();
  assert.deepEqual(await batches(), [['patient']]);
});

test('a mapping goes on after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-test-'));
  try {
    {
      await using first = await createLambdaWorld({ dataDir });
      const { queue, UUID } = await consumer('restarted', { on: first });
      await first.lambda.updateEventSourceMapping({ UUID, Enabled: false });
      await first.send(queue, 'kept');
      await first.lambda.updateEventSourceMapping({ UUID, Enabled: true, BatchSize: 1 });
    }
    await using second = await createLambdaWorld({ dataDir });
    await second.spillway.settled();
    const seen = (await second.drain('restarted-seen')).length;
    assert.ok(seen >= 1);
    await second.send('restarted', 'new');
    await second.spillway.settled();
    assert.equal((await second.drain('restarted-seen')).length, 1);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

test('a chain of functions and queues is cut when it is a loop', async () => {
  const dead = await world.queue('loop-dead');
  const queue = await world.queue('loop', {
    VisibilityTimeout: '30',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 1 }),
  });
  await world.node(
    'loop',
    `
    const { SQS } = await import('@aws-sdk/client-sqs');
    const QueueUrl = process.env.AWS_ENDPOINT_URL + '/123456789012/loop';
    const [{ body }] = event.Records;
    await new SQS().sendMessage({ QueueUrl, MessageBody: String(Number(body) + 1) });`,
  );
  await world.lambda.createEventSourceMapping({
    FunctionName: 'loop',
    EventSourceArn: queue,
    BatchSize: 1,
  });
  await world.send(queue, '1');
  await world.spillway.settled();
  assert.deepEqual(
    (await world.drain(dead)).map(({ Body }) => Body),
    ['17'],
  );
});
