import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { EventBridge, type Target } from '@aws-sdk/client-eventbridge';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../src/lib/zip.ts';
import { type ServerProcess, startProcess } from '../support/process.ts';
import { eventually } from '../support/world.ts';

const OBJECTS = 160;
const WRITERS = 4;
/** How much longer PUTs may take when everything is broken: the machine's own noise, not a wait for anybody. */
const SLOWER_TIMES = 3;
const SLOWER_MS = 25;
/** Events reach the healthy in this time, while the function that hangs would be given up only after five minutes. */
const ARRIVAL_MS = 60_000;
const FUNCTION_TIMEOUT_SECONDS = 300;

const arn = (service: string, resource: string) =>
  `arn:aws:${service}:us-east-1:123456789012:${resource}`;
const allow = (service: string, action: string, resource: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: `${service}.amazonaws.com` },
      Action: action,
      Resource: resource,
    },
  });

/** Functions do well until they see an object of the second round. */
const isBroken = "JSON.stringify(event).includes('broken/')";
const CODE = {
  healthy: `
    import { SQS } from '@aws-sdk/client-sqs';
    const sqs = new SQS({});
    export const handler = async (event) =>
      void (await sqs.sendMessage({ QueueUrl: process.env.QUEUE, MessageBody: JSON.stringify(event) }));`,
  hanging: `export const handler = async (event) => { if (${isBroken}) await new Promise((resolve) => setTimeout(resolve, 3_600_000)); };`,
  failing: `export const handler = async (event) => { if (${isBroken}) throw new Error('no'); };`,
};
const PREFIXES = ['queue', 'topic', 'hanging', 'failing', 'none'] as const;

describe('destinations that are deleted, refuse, fail and hang, all at once', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-isolation-'));
  let server: ServerProcess;
  let receiver: Server;
  let s3: S3;
  let sqs: SQS;
  let sns: SNS;
  let events: EventBridge;
  let lambda: Lambda;
  let hang = false;
  let hanging = 0;
  /** A subscriber over HTTP, which confirms, and later takes every message without ever answering. */
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const { Type, SubscribeURL } = JSON.parse(await text(request));
    if (Type === 'SubscriptionConfirmation') await fetch(SubscribeURL);
    if (hang) hanging++;
    else response.end();
  };
  const urlOf = (queue: string) => `${server.url}/123456789012/${queue}`;

  before(async () => {
    server = await startProcess({ dataDir, args: ['--log-level', 'silent'] });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = { endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 };
    s3 = new S3({ ...client, forcePathStyle: true });
    sqs = new SQS(client);
    sns = new SNS(client);
    events = new EventBridge(client);
    lambda = new Lambda(client);
    receiver = createServer(receive).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
  });
  after(async () => {
    for (const client of [s3, sqs, sns, events, lambda]) client.destroy();
    receiver.closeAllConnections();
    receiver.close();
    // Functions hang for minutes still; a graceful stop would give them ten seconds.
    await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  const queue = async (name: string, service: string) => {
    const Policy = allow(service, 'sqs:SendMessage', arn('sqs', name));
    await sqs.createQueue({ QueueName: name, Attributes: { Policy } });
    return arn('sqs', name);
  };
  const topic = async (name: string, service: string) => {
    const Policy = allow(service, 'sns:Publish', arn('sns', name));
    await sns.createTopic({ Name: name, Attributes: { Policy } });
    return arn('sns', name);
  };
  const fn = async (name: keyof typeof CODE) => {
    await lambda.createFunction({
      FunctionName: name,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::123456789012:role/functions',
      Timeout: FUNCTION_TIMEOUT_SECONDS,
      Code: { ZipFile: zipOf({ 'index.mjs': CODE[name] }) },
      Environment: { Variables: { QUEUE: urlOf('ran') } },
    });
    for (const service of ['s3', 'events'])
      await lambda.addPermission({
        FunctionName: name,
        StatementId: service,
        Action: 'lambda:InvokeFunction',
        Principal: `${service}.amazonaws.com`,
      });
    return arn('lambda', `function:${name}`);
  };
  const rule = async (Name: string, ...targets: string[]) => {
    await events.putRule({ Name, EventPattern: '{"source":["aws.s3"]}' });
    const Targets: Target[] = targets.map((Arn, i) => ({ Id: `${i}`, Arn }));
    await events.putTargets({ Rule: Name, Targets });
  };

  async function wire(): Promise<void> {
    const hangingFunction = await fn('hanging');
    // Enough to hang on, and few processes.
    const ReservedConcurrentExecutions = 3;
    await lambda.putFunctionConcurrency({ FunctionName: 'hanging', ReservedConcurrentExecutions });
    await sqs.createQueue({ QueueName: 'ran' });
    await rule('healthy', await queue('all', 'events'), await fn('healthy'));
    await rule('broken', await queue('doomed-target', 'events'), hangingFunction);
    await rule('fan', await topic('fan', 'events'));
    const TopicArn = arn('sns', 'fan');
    await sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: await queue('fanned', 'sns') });
    const Endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await sns.subscribe({ TopicArn, Protocol: 'http', Endpoint });
    await eventually(async () => {
      const { Subscriptions = [] } = await sns.listSubscriptionsByTopic({ TopicArn });
      return Subscriptions.every(
        ({ SubscriptionArn }) => SubscriptionArn !== 'PendingConfirmation',
      );
    });

    const when = (prefix: (typeof PREFIXES)[number]) => ({
      Events: ['s3:ObjectCreated:*' as const],
      Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: `${prefix}/` }] } },
    });
    await s3.createBucket({ Bucket: 'storm' });
    await s3.putBucketNotificationConfiguration({
      Bucket: 'storm',
      NotificationConfiguration: {
        QueueConfigurations: [{ QueueArn: await queue('doomed', 's3'), ...when('queue') }],
        TopicConfigurations: [{ TopicArn: await topic('doomed', 's3'), ...when('topic') }],
        LambdaFunctionConfigurations: [
          { LambdaFunctionArn: hangingFunction, ...when('hanging') },
          { LambdaFunctionArn: await fn('failing'), ...when('failing') },
        ],
        EventBridgeConfiguration: {},
      },
    });
  }

  async function breakEverything(): Promise<void> {
    hang = true;
    for (const name of ['doomed', 'doomed-target'])
      await sqs.deleteQueue({ QueueUrl: urlOf(name) });
    const AttributeValue = allow('ec2', 'sns:Publish', arn('sns', 'doomed'));
    const TopicArn = arn('sns', 'doomed');
    await sns.setTopicAttributes({ TopicArn, AttributeName: 'Policy', AttributeValue });
  }

  /** Writes one object after the other, under every prefix; answers how long each took, in milliseconds. */
  async function putAll(round: string): Promise<number[]> {
    const durations: number[] = [];
    const write = async (writer: number) => {
      for (let i = writer; i < OBJECTS; i += WRITERS) {
        const start = performance.now();
        await s3.putObject({ Bucket: 'storm', Key: keyOf(round, i), Body: 'x' });
        durations.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    return durations.sort((a, b) => a - b);
  }
  const keyOf = (round: string, i: number) => `${PREFIXES[i % PREFIXES.length]}/${round}/${i}`;

  /** Takes messages out of a queue until it has told of every object of the round. */
  async function arrived(name: string, round: string): Promise<void> {
    const missing = new Set(Array.from({ length: OBJECTS }, (_, i) => keyOf(round, i)));
    await eventually(async () => {
      const { Messages = [] } = await sqs.receiveMessage({
        QueueUrl: urlOf(name),
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
      });
      for (const { Body = '', ReceiptHandle } of Messages) {
        const body = JSON.parse(Body);
        missing.delete((body.Message ? JSON.parse(body.Message) : body).detail.object.key);
        await sqs.deleteMessage({ QueueUrl: urlOf(name), ReceiptHandle });
      }
      return missing.size === 0;
    }, ARRIVAL_MS);
  }
  const allArrive = (round: string) =>
    Promise.all(['all', 'fanned', 'ran'].map((name) => arrived(name, round)));

  it('neither slow nor fail a PUT, and every other destination gets every event', async (t) => {
    await wire();
    await putAll('warm-up');
    await allArrive('warm-up');
    const well = await putAll('well');
    await allArrive('well');

    await breakEverything();
    const broken = await putAll('broken');
    await allArrive('broken');
    // What hangs does so still, and what comes next is as fast.
    const later = await putAll('broken/later');
    await allArrive('broken/later');
    assert.ok(hanging > 0, 'the HTTP subscriber hangs');

    for (const share of [0.5, 0.9]) {
      const [before = 0, during = 0, then = 0] = [well, broken, later].map((durations) =>
        Number(durations[Math.floor(OBJECTS * share)]?.toFixed(1)),
      );
      t.diagnostic(`${share * 100} % of PUTs within ${before} ms; broken ${during}, ${then} ms`);
      assert.ok(Math.max(during, then) < before * SLOWER_TIMES + SLOWER_MS);
    }
  });
});
