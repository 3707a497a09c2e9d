import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { SNS } from '@aws-sdk/client-sns';
import {
  ACCOUNT,
  createLambdaWorld,
  functionArn,
  type LambdaWorld,
  queueArn,
} from '../services/lambda/lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
});
after(() => world[Symbol.asyncDispose]());

/** Notes each run in a queue, and fails as the event says. */
const NOTED = `
  const { SQS } = await import('@aws-sdk/client-sqs');
  const QueueUrl = process.env.AWS_ENDPOINT_URL + '/123456789012/' + context.functionName + '-runs';
  const { Messages } = await new SQS().receiveMessage({ QueueUrl, VisibilityTimeout: 0 });
  await new SQS().sendMessage({ QueueUrl, MessageBody: context.awsRequestId });
  if (event.fail === 'always' || (event.fail === 'once' && !Messages)) throw new Error('told to');
  return { done: true };`;

interface Watched {
  readonly done: string;
  readonly failed: string;
  /** Request ids of the runs since the last call. */
  runs(): Promise<string[]>;
  /** Puts an event into the function's queue; answers its request id. */
  invoke(event: object): Promise<string>;
}

/** A function whose invocations and their ends can be seen in queues. */
async function watched(FunctionName: string, settings = {}, config = {}): Promise<Watched> {
  const [runs, done, failed] = [
    await world.queue(`${FunctionName}-runs`),
    await world.queue(`${FunctionName}-done`),
    await world.queue(`${FunctionName}-failed`),
  ];
  await world.node(FunctionName, NOTED, settings);
  await world.lambda.putFunctionEventInvokeConfig({
    FunctionName,
    DestinationConfig: { OnSuccess: { Destination: done }, OnFailure: { Destination: failed } },
    ...config,
  });
  return {
    done,
    failed,
    runs: async () => (await world.drain(runs)).map(({ Body = '' }) => Body),
    async invoke(event) {
      const { $metadata } = await world.lambda.invoke({
        FunctionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(event),
      });
      return $metadata.requestId ?? '';
    },
  };
}

/** The only record in a queue. */
async function recordIn(queue: string) {
  const messages = await world.drain(queue);
  assert.equal(messages.length, 1);
  return JSON.parse(messages[0]?.Body ?? '');
}

test('a success is recorded', async () => {
  const { invoke, done, failed } = await watched('succeeding');
  const requestId = await invoke({ dog: 'rex' });
  await world.spillway.settled();
  const { timestamp, ...record } = await recordIn(done);
  assert.match(timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual(record, {
    version: '1.0',
    requestContext: {
      requestId,
      functionArn: `${functionArn('succeeding')}:$LATEST`,
      condition: 'Success',
      approximateInvokeCount: 1,
    },
    requestPayload: { dog: 'rex' },
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    responsePayload: { done: true },
  });
  assert.deepEqual(await world.drain(failed), []);
});

test('a failure is tried again after one minute and after two more, under the same request id', async () => {
  const { invoke, runs, failed } = await watched('failing');
  const requestId = await invoke({ fail: 'always' });
  const { clock } = world.spillway;
  await clock.advance('1 second');
  assert.deepEqual(await runs(), [requestId]);
  await clock.advance('50 seconds');
  assert.deepEqual(await runs(), []);
  await clock.advance('15 seconds');
  assert.deepEqual(await runs(), [requestId]);
  await clock.advance('110 seconds');
  assert.deepEqual(await runs(), []);
  await clock.advance('15 seconds');
  assert.deepEqual(await runs(), [requestId]);
  await clock.advance('1 hour');
  assert.deepEqual(await runs(), []);
  const record = await recordIn(failed);
  assert.equal(record.requestContext.condition, 'RetriesExhausted');
  assert.equal(record.requestContext.approximateInvokeCount, 3);
  assert.deepEqual(record.responseContext, {
    statusCode: 200,
    executedVersion: '$LATEST',
    functionError: 'Unhandled',
  });
  assert.equal(record.responsePayload.errorMessage, 'told to');
});

test('a retry that succeeds is a success', async () => {
  const { invoke, done } = await watched('recovering');
  await invoke({ fail: 'once' });
  await world.spillway.settled();
  const { requestContext } = await recordIn(done);
  assert.deepEqual(
    [requestContext.condition, requestContext.approximateInvokeCount],
    ['Success', 2],
  );
});

test('a function says how often it is tried, and for how long', async () => {
  const once = await watched('once', {}, { MaximumRetryAttempts: 0 });
  await world.lambda.updateFunctionEventInvokeConfig({
    FunctionName: 'once',
    DestinationConfig: { OnFailure: { Destination: once.failed } },
  });
  await once.invoke({ fail: 'always' });
  const aged = await watched('aged', {}, { MaximumEventAgeInSeconds: 100 });
  await world.lambda.updateFunctionEventInvokeConfig({
    FunctionName: 'aged',
    DestinationConfig: { OnFailure: { Destination: aged.failed } },
  });
  await aged.invoke({ fail: 'always' });
  await world.spillway.settled();
  const exhausted = (await recordIn(once.failed)).requestContext;
  assert.deepEqual(
    [exhausted.condition, exhausted.approximateInvokeCount],
    ['RetriesExhausted', 1],
  );
  const exceeded = (await recordIn(aged.failed)).requestContext;
  assert.deepEqual([exceeded.condition, exceeded.approximateInvokeCount], ['EventAgeExceeded', 2]);
});

test('an event for a function that is stopped is recorded at once', async () => {
  const { invoke, failed, runs } = await watched('halted');
  await world.lambda.putFunctionConcurrency({
    FunctionName: 'halted',
    ReservedConcurrentExecutions: 0,
  });
  await invoke({});
  await world.spillway.clock.advance('1 second');
  const record = await recordIn(failed);
  assert.equal(record.requestContext.condition, 'ZeroReservedConcurrency');
  assert.equal(record.requestContext.approximateInvokeCount, 0);
  assert.equal('responseContext' in record || 'responsePayload' in record, false);
  assert.deepEqual(await runs(), []);
});

test('an event that is throttled waits its turn', async () => {
  const { invoke, done } = await watched('narrow');
  await world.lambda.putFunctionConcurrency({
    FunctionName: 'narrow',
    ReservedConcurrentExecutions: 1,
  });
  const requestIds: string[] = [];
  for (let i = 0; i < 6; i++) requestIds.push(await invoke({ i }));
  await world.spillway.settled();
  const records = (await world.drain(done)).map(({ Body = '' }) => JSON.parse(Body));
  assert.deepEqual(
    records.map(({ requestContext }) => requestContext.requestId).sort(),
    requestIds.sort(),
  );
  for (const { requestContext } of records) assert.equal(requestContext.approximateInvokeCount, 1);
});

test('a dead letter is the event itself, with the reason beside it', async () => {
  const dead = await world.queue('dead');
  const { invoke } = await watched('buried', { DeadLetterConfig: { TargetArn: dead } });
  const requestId = await invoke({ fail: 'always' });
  await world.spillway.settled();
  const [letter] = await world.drain(dead);
  assert.deepEqual(JSON.parse(letter?.Body ?? ''), { fail: 'always' });
  const attributes = Object.entries(letter?.MessageAttributes ?? {}).map(
    ([name, { DataType, StringValue }]) => [name, DataType, StringValue],
  );
  assert.deepEqual(attributes.sort(), [
    ['ErrorCode', 'Number', '200'],
    ['ErrorMessage', 'String', 'told to'],
    ['RequestID', 'String', requestId],
  ]);
  assert.equal(letter?.Attributes?.AWSTraceHeader, undefined);
});

test('destinations may be topics, buses and other functions', async () => {
  const sns = world.spillway.client(SNS);
  const events = world.spillway.client(EventBridge);
  const inbox = await world.queue('inbox', {
    Policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: ['sns.amazonaws.com', 'events.amazonaws.com'] },
        Action: 'sqs:SendMessage',
        Resource: queueArn('inbox'),
      },
    }),
  });
  const { TopicArn = '' } = await sns.createTopic({ Name: 'ends' });
  await sns.subscribe({
    TopicArn,
    Protocol: 'sqs',
    Endpoint: inbox,
    Attributes: { RawMessageDelivery: 'true' },
  });
  const bus = `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/default`;
  await events.putRule({ Name: 'ends', EventPattern: '{"source":["lambda"]}' });
  await events.putTargets({ Rule: 'ends', Targets: [{ Id: 'inbox', Arn: inbox }] });
  const next = await watched('next');

  await world.node('first', 'return event');
  const end = async (Destination: string) => {
    await world.lambda.putFunctionEventInvokeConfig({
      FunctionName: 'first',
      DestinationConfig: { OnSuccess: { Destination } },
    });
    await world.lambda.invoke({
      FunctionName: 'first',
      InvocationType: 'Event',
      Payload: '{"dog":"rex"}',
    });
    await world.spillway.settled();
  };
  await end(TopicArn);
  assert.deepEqual((await recordIn(inbox)).responsePayload, { dog: 'rex' });

  await end(bus);
  const event = await recordIn(inbox);
  assert.equal(event['detail-type'], 'Lambda Function Invocation Result - Success');
  assert.deepEqual(event.resources, [bus, `${functionArn('first')}:$LATEST`]);
  assert.deepEqual(event.detail.responsePayload, { dog: 'rex' });

  await end(functionArn('next'));
  const { requestPayload } = await recordIn(next.done);
  assert.deepEqual(requestPayload.responsePayload, { dog: 'rex' });
});

test('what waits for a function that is deleted is given up', async () => {
  const { invoke, failed, runs } = await watched('vanishing');
  await invoke({ fail: 'always' });
  await world.spillway.clock.advance('1 second');
  assert.equal((await runs()).length, 1);
  await world.lambda.deleteFunction({ FunctionName: 'vanishing' });
  await world.spillway.settled();
  assert.deepEqual(await runs(), []);
  assert.deepEqual(await world.drain(failed), []);
});

test('an alias has settings of its own and runs its version', async () => {
  const { done } = await watched('alias');
  await world.lambda.publishVersion({ FunctionName: 'alias' });
  await world.lambda.createAlias({ FunctionName: 'alias', Name: 'live', FunctionVersion: '1' });
  await world.lambda.putFunctionEventInvokeConfig({
    FunctionName: 'alias:live',
    DestinationConfig: { OnSuccess: { Destination: done } },
  });
  await world.lambda.deleteFunctionEventInvokeConfig({ FunctionName: 'alias' });
  for (const FunctionName of ['alias', 'alias:live'])
    await world.lambda.invoke({ FunctionName, InvocationType: 'Event' });
  await world.spillway.settled();
  const { requestContext, responseContext } = await recordIn(done);
  assert.equal(requestContext.functionArn, `${functionArn('alias')}:live`);
  assert.equal(responseContext.executedVersion, '1');
});
