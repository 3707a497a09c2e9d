import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../src/lib/zip.ts';
import { freePort, type ServerProcess, startProcess } from '../support/process.ts';
import { putStorm } from '../support/put-storm.ts';
import { eventually } from '../support/world.ts';

const ROUNDS = 3;
/** When to pull the plug: after so many answers for each kind of destination, in the middle of all the others. */
const ACKNOWLEDGED = 60;
const ARRIVAL_MS = 90_000;

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

/** Tells a queue which object it was run for. */
const TELLER = `
  import { SQS } from '@aws-sdk/client-sqs';
  const sqs = new SQS({});
  export const handler = async ({ Records: [{ s3 }] }) =>
    void (await sqs.sendMessage({ QueueUrl: process.env.QUEUE, MessageBody: s3.object.key }));`;

/** The key of the object that a message is about, whichever way it took. */
function keyIn(body: string): string | undefined {
  if (!body.startsWith('{')) return body;
  const parsed = JSON.parse(body);
  if (parsed.Message !== undefined) return keyIn(parsed.Message);
  return parsed.detail?.object.key ?? parsed.Records?.[0].s3.object.key;
}

describe('kill -9 in a storm of PUTs that are owed to functions, topics and rules', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-crash-'));
  let server: ServerProcess | undefined;
  after(async () => {
    await server?.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('ends with every one of them delivered', async () => {
    const port = await freePort();
    server = await startProcess({ dataDir, port });
    const { url } = server;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = { endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 };
    const s3 = new S3({ ...client, forcePathStyle: true });
    const sqs = new SQS(client);
    const urlOf = (name: string) => `${url}/123456789012/${name}`;
    await wire(client, s3, sqs, urlOf('ran'));

    const told = new Map<string, string>();
    const ran = new Map<string, string>();
    for (let round = 0; round < ROUNDS; round++) {
      const storms = [putStorm(s3, `topic/${round}`, told), putStorm(s3, `function/${round}`, ran)];
      await Promise.all(storms.map((storm) => storm.reached(ACKNOWLEDGED)));
      await server.end('SIGKILL');
      await Promise.all(storms.map((storm) => storm.over()));
      server = await startProcess({ dataDir, port });
    }

    const arrive = async (name: string, acknowledged: Iterable<string>) => {
      const missing = new Set(acknowledged);
      assert.ok(missing.size >= ROUNDS * ACKNOWLEDGED);
      await eventually(async () => {
        const { Messages = [] } = await sqs.receiveMessage({
          QueueUrl: urlOf(name),
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 1,
        });
        for (const { Body = '', ReceiptHandle } of Messages) {
          missing.delete(keyIn(Body) ?? '');
          await sqs.deleteMessage({ QueueUrl: urlOf(name), ReceiptHandle });
        }
        return missing.size === 0;
      }, ARRIVAL_MS).catch((error) => {
        throw new Error(`${name} never heard of ${[...missing].join(', ')}`, { cause: error });
      });
    };
    await Promise.all([
      arrive('told', told.keys()),
      arrive('ran', ran.keys()),
      arrive('ruled', [...told.keys(), ...ran.keys()]),
    ]);
    s3.destroy();
    sqs.destroy();
  });
});

interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** A topic that tells the queue `told`, a function that tells `ran`, and a rule that tells `ruled`. */
async function wire(client: ClientOptions, s3: S3, sqs: SQS, ranUrl: string): Promise<void> {
  const sns = new SNS(client);
  const events = new EventBridge(client);
  const lambda = new Lambda(client);
  await sqs.createQueue({ QueueName: 'ran' });
  for (const [name, service] of [
    ['told', 'sns'],
    ['ruled', 'events'],
  ] as const) {
    const Policy = allow(service, 'sqs:SendMessage', arn('sqs', name));
    await sqs.createQueue({ QueueName: name, Attributes: { Policy } });
  }

  const TopicArn = arn('sns', 'storm');
  const Attributes = { Policy: allow('s3', 'sns:Publish', TopicArn) };
  await sns.createTopic({ Name: 'storm', Attributes });
  await sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: arn('sqs', 'told') });

  const FunctionName = 'teller';
  const { FunctionArn } = await lambda.createFunction({
    FunctionName,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::123456789012:role/teller',
    Timeout: 30,
    Code: { ZipFile: zipOf({ 'index.mjs': TELLER }) },
    Environment: { Variables: { QUEUE: ranUrl } },
  });
  await lambda.addPermission({
    FunctionName,
    StatementId: 's3',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
  });

  await events.putRule({ Name: 'storm', EventPattern: '{"source":["aws.s3"]}' });
  await events.putTargets({ Rule: 'storm', Targets: [{ Id: 'q', Arn: arn('sqs', 'ruled') }] });

  await s3.createBucket({ Bucket: 'storm' });
  const under = (prefix: string) => ({
    Events: ['s3:ObjectCreated:*' as const],
    Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: `${prefix}/` }] } },
  });
  await s3.putBucketNotificationConfiguration({
    Bucket: 'storm',
    NotificationConfiguration: {
      TopicConfigurations: [{ TopicArn, ...under('topic') }],
      LambdaFunctionConfigurations: [{ LambdaFunctionArn: FunctionArn, ...under('function') }],
      EventBridgeConfiguration: {},
    },
  });
  for (const each of [sns, events, lambda]) each.destroy();
}
