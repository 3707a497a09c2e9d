import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Message, SQS } from '@aws-sdk/client-sqs';
import { sqs as service } from '../../../src/services/sqs/index.ts';
import { ACCOUNT, REGION, type TestPlatform } from '../../support/platform.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { sqsClient, type Wire, wires } from '../../support/sqs-clients.ts';

/** A server with nothing but SQS, and an SDK client that speaks one of its two protocols. */
export interface World {
  readonly wire: Wire;
  readonly sqs: SQS;
  readonly platform: TestPlatform;
  readonly url: string;
  client(account: string): SQS;
  /** Creates a queue with a name of its own; answers its URL. */
  createQueue(attributes?: Record<string, string>, name?: string): Promise<string>;
  createFifoQueue(attributes?: Record<string, string>): Promise<string>;
  arn(queueUrl: string): string;
  attribute(queueUrl: string, name: string): Promise<string | undefined>;
  /** Receives without waiting. */
  receive(queueUrl: string, max?: number): Promise<Message[]>;
  advance(seconds: number): Promise<void>;
}

/** Runs the tests once for each protocol. */
export function describeSqs(name: string, tests: (world: () => World) => void): void {
  for (const wire of wires) {
    describe(`${name} (${wire})`, () => {
      let server: TestServer;
      let world: World;
      before(async () => {
        server = await startTestServer([service]);
        world = createWorld(server, wire);
      });
      after(() => server.close());
      tests(() => world);
    });
  }
}

function createWorld({ url, platform }: TestServer, wire: Wire): World {
  const sqs = sqsClient(url, wire);
  let queues = 0;
  const createQueue: World['createQueue'] = async (Attributes, name = `queue-${++queues}`) => {
    const { QueueUrl } = await sqs.createQueue({ QueueName: name, Attributes });
    assert.ok(QueueUrl);
    return QueueUrl;
  };
  return {
    wire,
    sqs,
    platform,
    url,
    client: (account) => sqsClient(url, wire, account),
    createQueue,
    createFifoQueue: (attributes) =>
      createQueue({ FifoQueue: 'true', ...attributes }, `queue-${++queues}.fifo`),
    arn: (queueUrl) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${queueUrl.split('/').at(-1)}`,
    async attribute(QueueUrl, name) {
      const names = [name as 'All'];
      const { Attributes } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: names });
      return (Attributes as Record<string, string> | undefined)?.[name];
    },
    async receive(QueueUrl, max = 10) {
      const { Messages = [] } = await sqs.receiveMessage({
        QueueUrl,
        MaxNumberOfMessages: max,
        WaitTimeSeconds: 0,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      });
      return Messages;
    },
    advance: (seconds) => platform.clock.advance(seconds * 1000),
  };
}

export const bodies = (messages: readonly Message[]) => messages.map(({ Body }) => Body);

/** What a client sees of an error: SDKs show the form protocol's code as `Code`, and name the class after the shape. */
export interface ExpectedError {
  readonly name?: string;
  readonly code?: string;
  readonly message: string | RegExp;
  readonly status?: number;
}

export async function rejects(call: Promise<unknown>, expected: ExpectedError): Promise<void> {
  await assert.rejects(call, (error: SdkError) => {
    if (expected.name !== undefined) assert.equal(error.name, expected.name);
    if (expected.code !== undefined) assert.equal(error.Code ?? error.name, expected.code);
    assert.equal(error.$metadata.httpStatusCode, expected.status ?? 400);
    if (expected.message instanceof RegExp) assert.match(error.message, expected.message);
    else assert.equal(error.message, expected.message);
    return true;
  });
}

type SdkError = Error & { Code?: string; $metadata: { httpStatusCode: number } };

export const invalidParameter = (message: string | RegExp): ExpectedError => ({
  code: 'InvalidParameterValue',
  message,
});
