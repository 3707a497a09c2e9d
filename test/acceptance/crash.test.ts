import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { INLINE_BYTES_MAX } from '../../src/storage/blobs.ts';
import { freePort, type ServerProcess, startProcess } from '../support/process.ts';
import { putStorm, sha256 } from '../support/put-storm.ts';

const ROUNDS = 4;
/** When to pull the plug: after so many answers, in the middle of all the others. */
const ACKNOWLEDGED = 150;
const QUEUE_ARN = 'arn:aws:sqs:us-east-1:123456789012:storm';

describe('kill -9 in a storm of PUTs', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-crash-'));
  let server: ServerProcess | undefined;
  after(async () => {
    await server?.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('loses nothing that was acknowledged, and stores and tells of nothing by halves', async () => {
    const port = await freePort();
    const acknowledged = new Map<string, string>();
    const sent = new Map<string, string>();
    server = await startProcess({ dataDir, port });
    const clients = connect(server.url);
    const queueUrl = await prepare(clients);

    for (let round = 0; round < ROUNDS; round++) {
      const storm = putStorm(clients.s3, `round-${round}`, acknowledged);
      await storm.reached(ACKNOWLEDGED);
      await server.end('SIGKILL');
      await storm.over();
      for (const [key, digest] of storm.sent) sent.set(key, digest);
      server = await startProcess({ dataDir, port });
    }

    const stored = await listSizes(clients.s3);
    const events = await drainEvents(clients.sqs, queueUrl);
    for (const key of acknowledged.keys())
      assert.ok(stored.has(key), `${key} was acknowledged and is gone`);
    for (const key of stored.keys())
      assert.equal(await digestOf(clients.s3, key), sent.get(key), `${key} is damaged`);
    assert.ok(acknowledged.size >= ROUNDS * ACKNOWLEDGED);
    const keys = [...stored.keys()];
    assert.deepEqual(events.sort(), keys.sort(), 'one event for each object, and no other');
    const large = [...stored.values()].filter((size) => size > INLINE_BYTES_MAX);
    assert.equal(filesIn(join(dataDir, 'blobs')), large.length, 'one file for each large object');
    clients.s3.destroy();
    clients.sqs.destroy();
  });
});

interface Clients {
  readonly s3: S3Client;
  readonly sqs: SQSClient;
}

function connect(endpoint: string): Clients {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const options = { endpoint, region: 'us-east-1', credentials, maxAttempts: 1 };
  return { s3: new S3Client({ ...options, forcePathStyle: true }), sqs: new SQSClient(options) };
}

async function prepare({ s3, sqs }: Clients): Promise<string> {
  const policy = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE_ARN,
    },
  };
  const { QueueUrl = '' } = await sqs.send(
    new CreateQueueCommand({ QueueName: 'storm', Attributes: { Policy: JSON.stringify(policy) } }),
  );
  await s3.send(new CreateBucketCommand({ Bucket: 'storm' }));
  const configuration = { QueueArn: QUEUE_ARN, Events: ['s3:ObjectCreated:*' as const] };
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: 'storm',
      NotificationConfiguration: { QueueConfigurations: [configuration] },
      SkipDestinationValidation: true,
    }),
  );
  return QueueUrl;
}

async function listSizes(s3: S3Client): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: 'storm', ContinuationToken: token }),
    );
    for (const { Key = '', Size = 0 } of page.Contents ?? []) sizes.set(Key, Size);
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return sizes;
}

const filesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    .length;

async function drainEvents(sqs: SQSClient, queueUrl: string): Promise<string[]> {
  const keys: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return keys;
    for (const { Body = '' } of Messages)
      for (const record of JSON.parse(Body).Records ?? []) keys.push(record.s3.object.key);
    const entries = Messages.map(({ ReceiptHandle = '' }, i) => ({ Id: String(i), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
  }
}

async function digestOf(s3: S3Client, key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'storm', Key: key }));
  return sha256((await Body?.transformToByteArray()) ?? new Uint8Array());
}
