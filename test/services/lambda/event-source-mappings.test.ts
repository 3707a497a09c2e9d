import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  conflict,
  createLambdaWorld,
  functionArn,
  invalid,
  type LambdaWorld,
  notFound,
  queueArn,
  rejects,
} from './lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
  await world.node('consumer', 'return {}');
});
after(() => world[Symbol.asyncDispose]());

let queues = 0;
const newQueue = (attributes?: Record<string, string>, suffix = '') =>
  world.queue(`queue-${++queues}${suffix}`, attributes);

test('a mapping is created, changed, switched off and deleted', async () => {
  const EventSourceArn = await newQueue();
  const created = await world.lambda.createEventSourceMapping({
    FunctionName: 'consumer',
    EventSourceArn,
  });
  const { $metadata, UUID = '', LastModified, ...shown } = created;
  assert.equal($metadata.httpStatusCode, 202);
  assert.ok(LastModified instanceof Date);
  assert.deepEqual(shown, {
    BatchSize: 10,
    MaximumBatchingWindowInSeconds: 0,
    EventSourceArn,
    FunctionArn: functionArn('consumer'),
    State: 'Creating',
    StateTransitionReason: 'USER_INITIATED',
    FunctionResponseTypes: [],
    EventSourceMappingArn: `arn:aws:lambda:us-east-1:123456789012:event-source-mapping:${UUID}`,
  });
  const get = () => world.lambda.getEventSourceMapping({ UUID });
  assert.equal((await get()).State, 'Enabled');

  const changed = await world.lambda.updateEventSourceMapping({
    UUID,
    BatchSize: 5,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 3 },
    FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["dog"]}}' }] },
  });
  assert.equal(changed.State, 'Updating');
  const after = await get();
  assert.equal(after.BatchSize, 5);
  assert.deepEqual(after.FunctionResponseTypes, ['ReportBatchItemFailures']);
  assert.deepEqual(after.ScalingConfig, { MaximumConcurrency: 3 });
  assert.deepEqual(after.FilterCriteria, { Filters: [{ Pattern: '{"body":{"kind":["dog"]}}' }] });

  const off = await world.lambda.updateEventSourceMapping({ UUID, Enabled: false });
  assert.equal(off.State, 'Disabling');
  assert.deepEqual([(await get()).State, (await get()).BatchSize], ['Disabled', 5]);

  const deleted = await world.lambda.deleteEventSourceMapping({ UUID });
  assert.deepEqual([deleted.$metadata.httpStatusCode, deleted.State], [202, 'Deleting']);
  await rejects(get(), notFound('The resource you requested does not exist.'));
});

test('mappings are listed by queue and by function', async () => {
  await world.node('listed', 'return {}');
  const arns = [await newQueue(), await newQueue()];
  for (const EventSourceArn of arns)
    await world.lambda.createEventSourceMapping({ FunctionName: 'listed', EventSourceArn });
  const list = async (settings: object) => {
    const { EventSourceMappings = [] } = await world.lambda.listEventSourceMappings(settings);
    return EventSourceMappings.map(({ EventSourceArn }) => EventSourceArn).sort();
  };
  assert.deepEqual(await list({ FunctionName: 'listed' }), arns);
  assert.deepEqual(await list({ EventSourceArn: arns[0] }), [arns[0]]);
  assert.deepEqual(await list({ FunctionName: 'nobody' }), []);
  const first = await world.lambda.listEventSourceMappings({ FunctionName: 'listed', MaxItems: 1 });
  assert.ok(first.NextMarker);
  const second = await world.lambda.listEventSourceMappings({
    FunctionName: 'listed',
    Marker: first.NextMarker,
  });
  assert.equal(second.EventSourceMappings?.length, 1);
});

test('what cannot be a mapping is refused as Lambda refuses it', async () => {
  const EventSourceArn = await newQueue();
  const short = await newQueue({ VisibilityTimeout: '5' });
  const fifo = await newQueue({ FifoQueue: 'true' }, '.fifo');
  const create = (settings: object) =>
    world.lambda.createEventSourceMapping({
      FunctionName: 'consumer',
      EventSourceArn,
      ...settings,
    });
  const cases: [settings: object, message: string | RegExp][] = [
    [
      { EventSourceArn: queueArn('missing') },
      'Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.',
    ],
    [{ FunctionName: 'missing' }, 'Function does not exist'],
    [{ EventSourceArn: 'arn:aws:sns:us-east-1:123456789012:topic' }, 'Unrecognized event source.'],
    [{ EventSourceArn: undefined }, 'Unrecognized event source.'],
    [
      { BatchSize: 11 },
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    ],
    [
      { DestinationConfig: { OnFailure: { Destination: EventSourceArn } } },
      'Unsupported DestinationConfig parameter for given event source mapping type.',
    ],
    [
      { StartingPosition: 'LATEST' },
      'Unsupported StartingPosition parameter for given event source mapping type.',
    ],
    [
      { EventSourceArn: fifo, MaximumBatchingWindowInSeconds: 1 },
      'Unsupported MaximumBatchingWindowInSeconds parameter for given event source mapping type.',
    ],
    [
      { FilterCriteria: { Filters: [{ Pattern: '{"body":"no list"}' }] } },
      'Invalid filter pattern definition.',
    ],
    [
      { EventSourceArn: short },
      'Queue visibility timeout: 5 seconds is less than Function timeout: 10 seconds',
    ],
    [
      { ProvisionedPollerConfig: { MinimumPollers: 1 } },
      /ProvisionedPollerConfig is not supported/,
    ],
  ];
  for (const [settings, message] of cases) await rejects(create(settings), invalid(message));
  const { UUID } = await create({});
  await rejects(
    create({}),
    conflict(
      `An event source mapping with SQS arn (" ${EventSourceArn} ") and function (" consumer ") already exists. Please update or delete the existing mapping with UUID ${UUID}`,
    ),
  );
});
