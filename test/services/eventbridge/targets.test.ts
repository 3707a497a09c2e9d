import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EventBridge, Target } from '@aws-sdk/client-eventbridge';
import {
  type EventBridgeServer,
  refused,
  startEventBridgeServer,
} from '../../support/eventbridge-server.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:queue';
const BUS = 'arn:aws:events:us-east-1:123456789012:event-bus/other';

let server: EventBridgeServer;
let events: EventBridge;
before(async () => {
  server = await startEventBridgeServer();
  events = server.events;
  await events.putRule({ Name: 'r', EventPattern: '{"source":["shop"]}' });
});
after(() => server.close());

const put = (...Targets: Target[]) => events.putTargets({ Rule: 'r', Targets });
const ids = async () =>
  (await events.listTargetsByRule({ Rule: 'r' })).Targets?.map(({ Id }) => Id);

test('targets are put, replaced by id, listed and removed', async () => {
  const whole: Target = {
    Id: 'whole',
    Arn: QUEUE,
    InputTransformer: { InputPathsMap: { id: '$.id' }, InputTemplate: '{"id":<id>}' },
    RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 60 },
    DeadLetterConfig: { Arn: `${QUEUE}-dead` },
  };
  const { $metadata: _, ...answer } = await put(
    { Id: 'b', Arn: 'arn:aws:sns:us-east-1:123456789012:topic' },
    { Id: 'a', Arn: 'arn:aws:lambda:us-east-1:123456789012:function:f:live' },
    { Id: 'c', Arn: BUS },
    whole,
  );
  assert.deepEqual(answer, { FailedEntryCount: 0, FailedEntries: [] });
  await put({ Id: 'b', Arn: QUEUE });
  const { Targets } = await events.listTargetsByRule({ Rule: 'r' });
  assert.deepEqual(Targets, [
    { Id: 'a', Arn: 'arn:aws:lambda:us-east-1:123456789012:function:f:live' },
    { Id: 'b', Arn: QUEUE },
    { Id: 'c', Arn: BUS },
    whole,
  ]);

  await events.putRule({ Name: 'another', EventPattern: '{"source":["shop"]}' });
  await events.putTargets({ Rule: 'another', Targets: [{ Id: '1', Arn: QUEUE }] });
  const { RuleNames } = await events.listRuleNamesByTarget({ TargetArn: QUEUE });
  assert.deepEqual(RuleNames, ['another', 'r'], 'each rule once, whatever it calls its targets');

  await assert.rejects(
    events.deleteRule({ Name: 'r' }),
    refused('ValidationException', "Rule can't be deleted since it has targets."),
  );
  const removed = await events.removeTargets({ Rule: 'r', Ids: ['a', 'b', 'c', 'whole', 'z'] });
  assert.equal(removed.FailedEntryCount, 1);
  assert.deepEqual(
    removed.FailedEntries?.map(({ TargetId, ErrorCode }) => [TargetId, ErrorCode]),
    [['z', 'ResourceNotFoundException']],
  );
  assert.deepEqual(await ids(), []);
});

test('a rule has up to five targets', async () => {
  const five = Array.from({ length: 5 }, (_, n) => ({ Id: `t${n}`, Arn: QUEUE }));
  await put(...five);
  await assert.rejects(
    put({ Id: 't0', Arn: BUS }, { Id: 't5', Arn: QUEUE }),
    refused('LimitExceededException', 'The requested resource exceeds the maximum number allowed.'),
  );
  const { Targets } = await events.listTargetsByRule({ Rule: 'r' });
  assert.deepEqual(Targets, five, 'nothing of the refused call remains');
  await events.removeTargets({ Rule: 'r', Ids: five.map(({ Id }) => Id) });
});

test('a target has no role of another account', () =>
  assert.rejects(
    put({ Id: '1', Arn: BUS, RoleArn: 'arn:aws:iam::222222222222:role/theirs' }),
    refused('AccessDeniedException', 'Cross-account pass role is not allowed.'),
  ));

test('the rule must exist', () =>
  assert.rejects(
    events.putTargets({ Rule: 'none', Targets: [{ Id: '1', Arn: QUEUE }] }),
    refused('ResourceNotFoundException', 'Rule none does not exist on EventBus default.'),
  ));

const FIFO = `${QUEUE}.fifo`;
const target = (more: Partial<Target>): Target => ({ Id: '1', Arn: QUEUE, ...more });
/** Each is put as the second of two targets. */
const refusals: [string, Target, string | RegExp][] = [
  [
    'an id with other characters',
    target({ Id: '!@#$@!#$' }),
    "1 validation error detected: Value '!@#$@!#$' at 'targets.2.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+",
  ],
  [
    'what is no ARN',
    target({ Arn: 'queue' }),
    'Parameter queue is not valid. Reason: Provided Arn is not in correct format.',
  ],
  [
    'the ARN of no queue',
    target({ Arn: `${QUEUE}/x` }),
    /Provided Arn is not in correct format\.$/,
  ],
  [
    'a stream',
    target({ Arn: 'arn:aws:kinesis:us-east-1:123456789012:stream/s' }),
    'kinesis is not a supported service for a target.',
  ],
  [
    'a log group',
    target({ Arn: 'arn:aws:logs:us-east-1:123456789012:log-group:/g' }),
    'logs is not a supported service for a target.',
  ],
  [
    'a state machine',
    target({ Arn: 'arn:aws:states:us-east-1:123456789012:stateMachine:m' }),
    'states is not a supported service for a target.',
  ],
  [
    'an API destination',
    target({ Arn: 'arn:aws:events:us-east-1:123456789012:api-destination/d/1' }),
    /Provided Arn is not in correct format\.$/,
  ],
  [
    'a queue in another region',
    target({ Arn: QUEUE.replace('us-east-1', 'eu-west-1') }),
    /must be in the same region/,
  ],
  [
    'parameters of streams',
    target({ KinesisParameters: { PartitionKeyPath: '$.id' } }),
    /KinesisParameters/,
  ],
  ['parameters of HTTP', target({ HttpParameters: {} }), /HttpParameters/],
  [
    'a FIFO queue without a group',
    target({ Arn: FIFO }),
    'Parameter(s) SqsParameters must be specified for target: 1.',
  ],
  [
    'a group for a topic',
    target({
      Arn: 'arn:aws:sns:us-east-1:123456789012:t',
      SqsParameters: { MessageGroupId: 'g' },
    }),
    /SqsParameters not valid/,
  ],
  [
    'two ways to shape the input',
    target({ Input: '{}', InputPath: '$.detail' }),
    'Only one of Input, InputPath, or InputTransformer must be provided for target 1.',
  ],
  [
    'an unknown placeholder',
    target({ InputTransformer: { InputTemplate: '<notdefinedkey>' } }),
    'InputTemplate for target 1 contains invalid placeholder notdefinedkey.',
  ],
  ['a role that is none', target({ RoleArn: 'role' }), /^Parameter RoleArn is not valid/],
  ['shaped input for a bus', target({ Arn: BUS, Input: '{}' }), /event bus as target/],
  [
    'a FIFO dead-letter queue',
    target({ DeadLetterConfig: { Arn: FIFO } }),
    /DeadLetterConfig\.Arn is not valid\. Reason: A FIFO queue/,
  ],
  [
    'a dead-letter topic',
    target({ DeadLetterConfig: { Arn: 'arn:aws:sns:us-east-1:123456789012:t' } }),
    /DeadLetterConfig\.Arn is not valid\. Reason: Must be the ARN of an SQS queue\.$/,
  ],
  [
    'too many retries',
    target({ RetryPolicy: { MaximumRetryAttempts: 186 } }),
    "1 validation error detected: Value '186' at 'targets.2.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185",
  ],
  [
    'too young an age',
    target({ RetryPolicy: { MaximumEventAgeInSeconds: 59 } }),
    /value greater than or equal to 60$/,
  ],
];
for (const [name, input, message] of refusals)
  test(`PutTargets refuses ${name}`, async () => {
    await assert.rejects(
      put({ Id: 'fine', Arn: QUEUE }, input),
      refused('ValidationException', message),
    );
    assert.deepEqual(await ids(), [], 'none of the targets is put');
  });
