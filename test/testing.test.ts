import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type Spillway, startSpillway } from '../src/testing.ts';

describe('the test kit', () => {
  it('starts several servers at once, well under a second each', async () => {
    const startedAt = performance.now();
    const servers = await Promise.all(Array.from({ length: 3 }, () => startSpillway()));
    const perServerMs = (performance.now() - startedAt) / servers.length;
    assert.equal(new Set(servers.map(({ url }) => url)).size, 3);
    assert.ok(perServerMs < 1000, `${perServerMs} ms`);
    await Promise.all(servers.map((server) => server.close()));
  });

  it('moves time for the visibility of messages', async () => {
    await using spillway = await startSpillway();
    const { sqs, queueUrl } = await notifiedBucket(spillway);
    await put(spillway, 'a');
    assert.deepEqual(await receive(sqs, queueUrl), ['a']);
    assert.deepEqual(await receive(sqs, queueUrl), []);
    await spillway.clock.advance('31 seconds');
    assert.deepEqual(await receive(sqs, queueUrl), ['a']);
  });

  for (const [kind, expected] of [
    ['duplicate', ['a', 'a']],
    ['drop-acknowledgement', ['a', 'a']],
    ['error', ['a']],
    ['delay', ['a']],
    ['hang', ['a']],
  ] as const) {
    it(`disturbs a delivery: ${kind}`, async () => {
      await using spillway = await startSpillway({ seed: 7 });
      const { sqs, queueUrl } = await notifiedBucket(spillway);
      spillway.faults.add({ kind, destination: 'arn:aws:sqs:*:uploads' });
      await put(spillway, 'a');
      await spillway.settled();
      assert.deepEqual(await receive(sqs, queueUrl), expected);
    });
  }
});

async function notifiedBucket(spillway: Spillway) {
  const sqs = spillway.client(SQSClient);
  const s3 = spillway.client(S3Client);
  const queueArn = 'arn:aws:sqs:us-east-1:123456789012:uploads';
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: queueArn,
    },
  });
  const queue = await sqs.send(
    new CreateQueueCommand({ QueueName: 'uploads', Attributes: { Policy } }),
  );
  await s3.send(new CreateBucketCommand({ Bucket: 'photos' }));
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: 'photos',
      SkipDestinationValidation: true,
      NotificationConfiguration: {
        QueueConfigurations: [{ QueueArn: queueArn, Events: ['s3:ObjectCreated:*'] }],
      },
    }),
  );
  return { sqs, queueUrl: queue.QueueUrl ?? '' };
}

const put = (spillway: Spillway, key: string) =>
  spillway.client(S3Client).send(new PutObjectCommand({ Bucket: 'photos', Key: key, Body: key }));

async function receive(sqs: SQSClient, queueUrl: string): Promise<string[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body = '' }) => JSON.parse(Body).Records[0].s3.object.key);
}
