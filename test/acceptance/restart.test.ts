import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../src/lib/zip.ts';
import { freePort, type ServerProcess, startProcess } from '../support/process.ts';
import { eventually } from '../support/world.ts';

const arn = (service: string, resource: string) =>
  `arn:aws:${service}:us-east-1:123456789012:${resource}`;
/** Long enough for the server to be down in between. */
const DELAY_SECONDS = 8;
const LIMIT_MS = 60_000;
const PART_BYTES = 5 * 1024 * 1024;

/** Tells a queue what it was run with, after a while. */
const TELLER = `
  import { SQS } from '@aws-sdk/client-sqs';
  const sqs = new SQS({});
  export const handler = async (event) => {
    await new Promise((resolve) => setTimeout(resolve, event.pauseMs ?? 0));
    const MessageBody = event.Records?.[0].body ?? event.name;
    await sqs.sendMessage({ QueueUrl: process.env.QUEUE, MessageBody });
  };`;

for (const signal of ['SIGTERM', 'SIGKILL'] as const)
  describe(`after ${signal} and a new start`, () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'spillway-restart-'));
    let server: ServerProcess;
    let receiver: Server;
    let s3: S3;
    let sqs: SQS;
    let sns: SNS;
    let events: EventBridge;
    let lambda: Lambda;
    /** What the subscriber over HTTP took, once it takes anything. */
    const received: string[] = [];
    let refuses = true;
    const urlOf = (queue: string) => `${server.url}/123456789012/${queue}`;

    const receive = async (request: IncomingMessage, response: ServerResponse) => {
      const { Type, SubscribeURL, Message } = JSON.parse(await text(request));
      if (Type === 'SubscriptionConfirmation') await fetch(SubscribeURL);
      else if (!refuses) received.push(Message);
      response.statusCode = Type === 'Notification' && refuses ? 503 : 200;
      response.end();
    };
    const queue = async (name: string, Attributes: Record<string, string> = {}) => {
      await sqs.createQueue({ QueueName: name, Attributes });
      return arn('sqs', name);
    };
    /** Everything that the queue tells until `enough` of it is there. */
    const bodies = async (name: string, enough: number): Promise<string[]> => {
      const all: string[] = [];
      await eventually(async () => {
        const { Messages = [] } = await sqs.receiveMessage({
          QueueUrl: urlOf(name),
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 1,
        });
        for (const { Body = '', ReceiptHandle } of Messages) {
          all.push(Body);
          await sqs.deleteMessage({ QueueUrl: urlOf(name), ReceiptHandle });
        }
        return all.length >= enough;
      }, LIMIT_MS);
      return all.sort();
    };

    /** What was begun before the server went, and is to be finished after. */
    let upload: { Bucket: string; Key: string; UploadId: string | undefined };
    let ETag: string | undefined;
    let handle: string | undefined;
    let sentAt: number;

    before(async () => {
      const port = await freePort();
      server = await startProcess({ dataDir, port });
      receiver = createServer(receive).listen(0, '127.0.0.1');
      await once(receiver, 'listening');
      const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
      const client = { endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 };
      s3 = new S3({ ...client, forcePathStyle: true });
      sqs = new SQS(client);
      sns = new SNS(client);
      events = new EventBridge(client);
      lambda = new Lambda(client);
      await begin();
      await server.end(signal);
      bringScheduleForward();
      refuses = false;
      server = await startProcess({ dataDir, port });
    });
    after(async () => {
      for (const client of [s3, sqs, sns, events, lambda]) client.destroy();
      receiver.closeAllConnections();
      receiver.close();
      await server.end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    });

    async function begin(): Promise<void> {
      await queue('held');
      await sqs.sendMessage({ QueueUrl: urlOf('held'), MessageBody: 'held' });
      const { Messages } = await sqs.receiveMessage({
        QueueUrl: urlOf('held'),
        VisibilityTimeout: DELAY_SECONDS,
      });
      handle = Messages?.[0]?.ReceiptHandle;
      await queue('delayed');
      sentAt = Date.now();
      const delayed = { MessageBody: 'delayed', DelaySeconds: DELAY_SECONDS };
      await sqs.sendMessage({ QueueUrl: urlOf('delayed'), ...delayed });
      await queue('once.fifo', { FifoQueue: 'true' });
      await sendOnce('first');

      upload = { Bucket: 'parts', Key: 'large', UploadId: undefined };
      await s3.createBucket({ Bucket: 'parts' });
      ({ UploadId: upload.UploadId } = await s3.createMultipartUpload(upload));
      const part = { ...upload, PartNumber: 1, Body: Buffer.alloc(PART_BYTES, 'a') };
      ({ ETag } = await s3.uploadPart(part));

      const { TopicArn } = await sns.createTopic({ Name: 'told' });
      const { port } = receiver.address() as AddressInfo;
      const retries = { minDelayTarget: 1, maxDelayTarget: 1, numRetries: 50 };
      const { SubscriptionArn = '' } = await sns.subscribe({
        TopicArn,
        Protocol: 'http',
        Endpoint: `http://127.0.0.1:${port}/`,
        Attributes: { DeliveryPolicy: JSON.stringify({ healthyRetryPolicy: retries }) },
        ReturnSubscriptionArn: true,
      });
      await eventually(async () => {
        const { Attributes } = await sns.getSubscriptionAttributes({ SubscriptionArn });
        return Attributes?.PendingConfirmation === 'false';
      });
      await sns.publish({ TopicArn, Message: 'told' });

      const Policy = JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: arn('sqs', 'scheduled'),
        },
      });
      const scheduled = await queue('scheduled', { Policy });
      await events.putRule({ Name: 'often', ScheduleExpression: 'rate(7 days)' });
      await events.putTargets({ Rule: 'often', Targets: [{ Id: 'q', Arn: scheduled }] });

      await queue('ran');
      await lambda.createFunction({
        FunctionName: 'teller',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/teller',
        Timeout: 30,
        Code: { ZipFile: zipOf({ 'index.mjs': TELLER }) },
        Environment: { Variables: { QUEUE: urlOf('ran') } },
      });
      const EventSourceArn = await queue('mapped');
      await lambda.createEventSourceMapping({ FunctionName: 'teller', EventSourceArn });
      for (const name of ['one', 'two', 'three'])
        await lambda.invoke({
          FunctionName: 'teller',
          InvocationType: 'Event',
          Payload: JSON.stringify({ name, pauseMs: 1000 }),
        });
    }

    const sendOnce = (MessageBody: string) =>
      sqs.sendMessage({
        QueueUrl: urlOf('once.fifo'),
        MessageBody,
        MessageGroupId: 'group',
        MessageDeduplicationId: 'once',
      });

    /** As if most of its days had passed while the server was down. */
    function bringScheduleForward(): void {
      const database = new DatabaseSync(join(dataDir, 'spillway.db'));
      const soon = Date.now() + 4000;
      const { changes } = database
        .prepare('UPDATE rules SET next_fire_at = ? WHERE schedule_expression IS NOT NULL')
        .run(soon);
      database.close();
      assert.equal(changes, 1);
    }

    it('runs what was invoked asynchronously, and consumes queues', async () => {
      await sqs.sendMessage({ QueueUrl: urlOf('mapped'), MessageBody: 'mapped' });
      const ran = new Set(await bodies('ran', 4));
      assert.deepEqual([...ran].sort(), ['mapped', 'one', 'three', 'two']);
    });

    it('goes on with retries over HTTP', async () => {
      await eventually(async () => received.length > 0, LIMIT_MS);
      assert.equal(received[0], 'told');
    });

    it('fires a schedule when its time comes', async () => {
      const [event = ''] = await bodies('scheduled', 1);
      assert.equal(JSON.parse(event)['detail-type'], 'Scheduled Event');
    });

    it('still holds back what is delayed or with a consumer, and no longer', async () => {
      assert.deepEqual(await bodies('delayed', 1), ['delayed']);
      assert.ok(Date.now() - sentAt >= DELAY_SECONDS * 1000);
      const found = await sqs.receiveMessage({ QueueUrl: urlOf('held'), WaitTimeSeconds: 10 });
      assert.deepEqual(
        found.Messages?.map(({ Body }) => Body),
        ['held'],
      );
    });

    it('knows the receipt handles that it gave', async () => {
      const change = { ReceiptHandle: handle, VisibilityTimeout: 0 };
      await assert.rejects(
        sqs.changeMessageVisibility({ QueueUrl: urlOf('held'), ...change, ReceiptHandle: 'none' }),
        { name: 'ReceiptHandleIsInvalid' },
      );
      await sqs.deleteMessage({ QueueUrl: urlOf('held'), ReceiptHandle: handle });
    });

    it('knows a message that it had before', async () => {
      await sendOnce('second');
      const { Attributes } = await sqs.getQueueAttributes({
        QueueUrl: urlOf('once.fifo'),
        AttributeNames: ['ApproximateNumberOfMessages'],
      });
      assert.equal(Attributes?.ApproximateNumberOfMessages, '1');
      assert.deepEqual(await bodies('once.fifo', 1), ['first']);
    });

    it('completes an upload in parts', async () => {
      const last = await s3.uploadPart({ ...upload, PartNumber: 2, Body: 'b' });
      const Parts = [
        { PartNumber: 1, ETag },
        { PartNumber: 2, ETag: last.ETag },
      ];
      await s3.completeMultipartUpload({ ...upload, MultipartUpload: { Parts } });
      const { ContentLength } = await s3.headObject(upload);
      assert.equal(ContentLength, PART_BYTES + 1);
    });
  });
