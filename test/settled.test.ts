import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { seededRandomness } from '../src/lib/ids.ts';
import type { FaultKind } from '../src/services/faults.ts';
import { type Spillway, startSpillway } from '../src/testing.ts';

const SCENARIOS = 1000;
const SEED = 20_261_122;
const KINDS: readonly FaultKind[] = [
  'duplicate',
  'delay',
  'reorder',
  'drop-acknowledgement',
  'error',
  'hang',
];
const QUEUES = ['direct', 'fanned-a', 'fanned-b', 'ruled'] as const;
const DESTINATIONS = ['*', 'arn:aws:sqs:*', 'arn:aws:sns:*', '*:event-bus/*', '*:fanned-a'];
const arnOf = (queue: string) => `arn:aws:sqs:us-east-1:123456789012:${queue}`;

/**
 * One bucket, whose events go to a queue, through a topic to two queues, and through a rule to a fourth. Each scenario puts some objects under
 * some faults. When `settled` answers, everything must have arrived; and moving time by a day afterwards must bring nothing more.
 */
describe('settled, under faults', () => {
  let spillway: Spillway;
  let sqs: SQSClient;
  let s3: S3Client;
  before(async () => {
    spillway = await startSpillway({ seed: SEED });
    sqs = spillway.client(SQSClient);
    s3 = spillway.client(S3Client);
    await prepare(spillway, s3, sqs);
  });
  after(() => spillway.close());

  const count = async (queue: string) => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: `${spillway.url}/123456789012/${queue}`,
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    return Number(Attributes?.ApproximateNumberOfMessages);
  };
  const counts = () => Promise.all(QUEUES.map(count));

  it(`is never early, in ${SCENARIOS} random scenarios`, async () => {
    const { random } = seededRandomness(SEED);
    const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
    let before = await counts();
    for (let scenario = 0; scenario < SCENARIOS; scenario++) {
      spillway.faults.clear();
      for (let i = Math.floor(random() * 4); i > 0; i--)
        spillway.faults.add({
          kind: pick(KINDS),
          destination: pick(DESTINATIONS),
          times: 1 + Math.floor(random() * 3),
          probability: 0.3 + 0.7 * random(),
          delayMs: Math.floor(random() * 60_000),
        });
      const puts = 1 + Math.floor(random() * 3);
      const folders = Array.from({ length: puts }, () => pick(['direct', 'topic']));
      await Promise.all(
        folders.map((folder, i) =>
          s3.send(
            new PutObjectCommand({ Bucket: 'photos', Key: `${folder}/${scenario}-${i}`, Body: 'x' }),
          ),
        ),
      );
      await spillway.settled();

      const now = await counts();
      const arrived = now.map((n, i) => n - (before[i] ?? 0));
      const direct = folders.filter((folder) => folder === 'direct').length;
      const owed = [direct, puts - direct, puts - direct, puts];
      owed.forEach((n, i) => {
        assert.ok(
          (arrived[i] ?? 0) >= n,
          `scenario ${scenario}: ${QUEUES[i]} has ${arrived[i]} of ${n}`,
        );
      });
      if (scenario % 50 === 0) {
        spillway.faults.clear();
        await spillway.clock.advance('1 day');
        assert.deepEqual(await counts(), now, `scenario ${scenario}: something came later`);
        for (const queue of QUEUES) {
          const QueueUrl = `${spillway.url}/123456789012/${queue}`;
          await sqs.send(new PurgeQueueCommand({ QueueUrl }));
        }
        before = await counts();
      } else before = now;
    }
  });
});

async function prepare(spillway: Spillway, s3: S3Client, sqs: SQSClient): Promise<void> {
  const sns = spillway.client(SNSClient);
  const events = spillway.client(EventBridgeClient);
  const allow = (Action: string, Resource: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: '*', Action, Resource },
    });
  for (const QueueName of QUEUES) {
    const Policy = allow('sqs:SendMessage', arnOf(QueueName));
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { Policy } }));
  }
  const TopicArn = 'arn:aws:sns:us-east-1:123456789012:t';
  await sns.send(
    new CreateTopicCommand({ Name: 't', Attributes: { Policy: allow('sns:Publish', TopicArn) } }),
  );
  for (const queue of ['fanned-a', 'fanned-b'])
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: arnOf(queue) }));
  await events.send(
    new PutRuleCommand({ Name: 'r', EventPattern: JSON.stringify({ source: ['aws.s3'] }) }),
  );
  await events.send(
    new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'q', Arn: arnOf('ruled') }] }),
  );
  await s3.send(new CreateBucketCommand({ Bucket: 'photos' }));
  const under = (Value: string) => ({
    Events: ['s3:ObjectCreated:*' as const],
    Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value }] } },
  });
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: 'photos',
      SkipDestinationValidation: true,
      NotificationConfiguration: {
        QueueConfigurations: [{ QueueArn: arnOf('direct'), ...under('direct/') }],
        TopicConfigurations: [{ TopicArn, ...under('topic/') }],
        EventBridgeConfiguration: {},
      },
    }),
  );
}
