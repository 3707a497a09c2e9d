import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { FAULT_KINDS, type FaultKind } from '../../src/services/faults.ts';
import { type Spillway, startSpillway } from '../../src/testing.ts';
import {
  createFunction,
  createQueue,
  feed,
  functionArn,
  queueArn,
  queueUrl,
} from '../settled/a-function.ts';

/** How often something arrives that was sent once, when a fault strikes once. */
const ARRIVALS: Readonly<Record<FaultKind, number>> = {
  duplicate: 2,
  'drop-acknowledgement': 2,
  delay: 1,
  reorder: 1,
  error: 1,
  hang: 1,
};

interface Way {
  readonly name: string;
  /** Where the fault is aimed. */
  readonly destination: string;
  readonly rule?: string;
  /** Sends one thing on this way; answers how to count what arrived. */
  send(spillway: Spillway): Promise<() => Promise<number>>;
}

const TOPIC = 'arn:aws:sns:us-east-1:123456789012:t';

async function withQueue(spillway: Spillway): Promise<() => Promise<number>> {
  await createQueue(spillway, 'q');
  return async () => {
    const { Attributes } = await spillway.client(SQSClient).send(
      new GetQueueAttributesCommand({
        QueueUrl: queueUrl(spillway, 'q'),
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    return Number(Attributes?.ApproximateNumberOfMessages);
  };
}

/** A function that leaves a mark each time it runs. */
async function withFunction(spillway: Spillway): Promise<() => Promise<number>> {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-marks-'));
  const marks = join(folder, 'marks');
  writeFileSync(marks, '');
  const source = `import { appendFileSync } from 'node:fs';
    export const handler = async () => appendFileSync('${marks}', 'x');`;
  await createFunction(spillway, 'f', source);
  return async () => {
    const count = readFileSync(marks).length;
    rmSync(folder, { recursive: true });
    return count;
  };
}

const WAYS: readonly Way[] = [
  {
    name: 'a bucket to a queue',
    destination: queueArn('q'),
    rule: 'to-q',
    async send(spillway) {
      const count = await withQueue(spillway);
      const s3 = spillway.client(S3Client);
      await s3.send(new CreateBucketCommand({ Bucket: 'photos' }));
      await s3.send(
        new PutBucketNotificationConfigurationCommand({
          Bucket: 'photos',
          SkipDestinationValidation: true,
          NotificationConfiguration: {
            QueueConfigurations: [
              { Id: 'to-q', QueueArn: queueArn('q'), Events: ['s3:ObjectCreated:*'] },
            ],
          },
        }),
      );
      await s3.send(new PutObjectCommand({ Bucket: 'photos', Key: 'a', Body: 'x' }));
      return count;
    },
  },
  {
    name: 'a topic to a queue',
    destination: queueArn('q'),
    rule: `${TOPIC}:*`,
    async send(spillway) {
      const count = await withQueue(spillway);
      const sns = spillway.client(SNSClient);
      await sns.send(new CreateTopicCommand({ Name: 't' }));
      await sns.send(
        new SubscribeCommand({ TopicArn: TOPIC, Protocol: 'sqs', Endpoint: queueArn('q') }),
      );
      await sns.send(new PublishCommand({ TopicArn: TOPIC, Message: 'x' }));
      return count;
    },
  },
  {
    name: 'a rule to a queue',
    destination: queueArn('q'),
    rule: 'arn:aws:events:us-east-1:123456789012:rule/r',
    async send(spillway) {
      const count = await withQueue(spillway);
      const events = spillway.client(EventBridgeClient);
      const EventPattern = JSON.stringify({ source: ['app'] });
      await events.send(new PutRuleCommand({ Name: 'r', EventPattern }));
      await events.send(
        new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'q', Arn: queueArn('q') }] }),
      );
      const Entries = [{ Source: 'app', DetailType: 'x', Detail: '{}' }];
      await events.send(new PutEventsCommand({ Entries }));
      return count;
    },
  },
  {
    name: 'an asynchronous invocation',
    destination: functionArn('f'),
    rule: 'arn:aws:lambda:*',
    async send(spillway) {
      const count = await withFunction(spillway);
      const invoke = { FunctionName: 'f', InvocationType: 'Event', Payload: '{}' } as const;
      await spillway.client(LambdaClient).send(new InvokeCommand(invoke));
      return count;
    },
  },
  {
    name: 'a queue to a function',
    destination: functionArn('f'),
    async send(spillway) {
      const count = await withFunction(spillway);
      // A batch that is held back for longer than that is received again.
      await createQueue(spillway, 'q', { VisibilityTimeout: '600' });
      await feed(spillway, 'q', 'f');
      await spillway
        .client(SQSClient)
        .send(new SendMessageCommand({ QueueUrl: queueUrl(spillway, 'q'), MessageBody: 'x' }));
      return count;
    },
  },
];

for (const { name, destination, rule, send } of WAYS)
  describe(`a fault from ${name}`, () => {
    for (const kind of FAULT_KINDS)
      it(kind, async () => {
        await using spillway = await startSpillway({ seed: 1 });
        spillway.faults.add({ kind, destination, rule, delayMs: 90_000 });
        const startedAt = Date.now();
        const count = await send(spillway);
        await spillway.settled();
        const movedMs = spillway.clock.now() - Date.now();
        assert.deepEqual(spillway.faults.list(), [], 'the fault has struck');
        assert.equal(await count(), ARRIVALS[kind]);
        if (kind === 'delay') assert.ok(movedMs > 80_000, `${movedMs} ms`);
        if (kind === 'hang') assert.ok(movedMs > 14_000, `${movedMs} ms`);
        assert.ok(Date.now() - startedAt < 15_000, 'nobody waited in real time');
      });
  });
