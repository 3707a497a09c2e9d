import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { SNS } from '@aws-sdk/client-sns';
import { type Message, SQS } from '@aws-sdk/client-sqs';
import type { VirtualClock } from '../../../src/lib/virtual-clock.ts';
import type { Settings } from '../../../src/services/context.ts';
import { openSqlite } from '../../../src/storage/sqlite.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import type { DeliveryRow } from '../../../src/storage/tables/deliveries.ts';
import { createWorld, eventually, type World as Server } from '../../support/world.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';

/** A whole server with SNS clients, and queues that topics may send to. */
export interface World {
  readonly server: Server;
  /** To look at what no operation shows. */
  readonly storage: Storage;
  readonly url: string;
  readonly clock: VirtualClock;
  readonly sns: SNS;
  readonly sqs: SQS;
  /** Another caller: a root user of `account`, in `region`. */
  client(account: string, region?: string): SNS;
  /** Creates a topic with a name of its own; answers its ARN. */
  topic(attributes?: Record<string, string>): Promise<string>;
  fifoTopic(attributes?: Record<string, string>): Promise<string>;
  /** Creates a queue that every topic may send to, unless another policy is given. */
  queue(options?: QueueOptions): Promise<Queue>;
  /** Subscribes an endpoint; answers the subscription's ARN. */
  subscribe(
    TopicArn: string,
    Protocol: string,
    Endpoint: string,
    Attributes?: Record<string, string>,
  ): Promise<string>;
  advance(seconds: number): Promise<void>;
  /** The last delivery to the subscription, as soon as it has been tried so many times. */
  attempted(subscriptionArn: string, attempts: number): Promise<DeliveryRow>;
}

export interface QueueOptions {
  readonly fifo?: boolean;
  readonly policy?: object | null;
  readonly attributes?: Record<string, string>;
}

export interface Queue {
  readonly arn: string;
  readonly url: string;
  /** Receives without waiting, and deletes what it got. */
  receive(): Promise<Message[]>;
  /** The envelopes that it receives, parsed. */
  envelopes(): Promise<Envelope[]>;
}

export type Envelope = Readonly<Record<string, string>>;

/** What lets every topic send to a queue. */
export const snsMaySend = (Resource: string) => ({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource,
    Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
  },
});

/** Runs tests against one server. */
export function describeSns(
  name: string,
  tests: (world: () => World) => void,
  settings: () => Partial<Settings> = () => ({}),
): void {
  describe(name, () => {
    let world: World;
    before(async () => {
      const storage = await openSqlite();
      const server = await createWorld({ settings: settings(), storage: async () => storage });
      world = openWorld(server, storage);
    });
    after(() => world.server.close());
    tests(() => world);
  });
}

function openWorld(server: Server, storage: Storage): World {
  let made = 0;
  const { clock, url, client } = server;
  const sns = new SNS(client);
  const sqs = new SQS(client);
  const createTopic = async (Name: string, Attributes: Record<string, string>) => {
    const { TopicArn } = await sns.createTopic({ Name, Attributes });
    assert.ok(TopicArn);
    return TopicArn;
  };
  return {
    server,
    storage,
    url,
    clock,
    sns,
    sqs,
    client: (account, region = REGION) =>
      new SNS({
        ...client,
        region,
        credentials: { accessKeyId: account, secretAccessKey: 'test' },
      }),
    topic: (attributes = {}) => createTopic(`topic-${++made}`, attributes),
    fifoTopic: (attributes = {}) =>
      createTopic(`topic-${++made}.fifo`, { FifoTopic: 'true', ...attributes }),
    async queue({ fifo = false, policy, attributes = {} } = {}) {
      const name = `queue-${++made}${fifo ? '.fifo' : ''}`;
      const arn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
      const { QueueUrl = '' } = await sqs.createQueue({
        QueueName: name,
        Attributes: {
          ...(policy !== null && { Policy: JSON.stringify(policy ?? snsMaySend(arn)) }),
          ...(fifo && { FifoQueue: 'true' }),
          ...attributes,
        },
      });
      return openQueue(sqs, arn, QueueUrl);
    },
    async subscribe(TopicArn, Protocol, Endpoint, Attributes = {}) {
      const { SubscriptionArn } = await sns.subscribe({
        TopicArn,
        Protocol,
        Endpoint,
        Attributes,
        ReturnSubscriptionArn: true,
      });
      assert.ok(SubscriptionArn);
      return SubscriptionArn;
    },
    advance: (seconds) => clock.advance(seconds * 1000),
    attempted: (subscriptionArn, attempts) =>
      eventually(async () => {
        const row = await storage.read((reader) =>
          reader.get<DeliveryRow>(
            'SELECT * FROM deliveries WHERE rule = ? ORDER BY id DESC LIMIT 1',
            subscriptionArn,
          ),
        );
        return row !== undefined && row.attempts >= attempts && row;
      }),
  };
}

function openQueue(sqs: SQS, arn: string, url: string): Queue {
  const receive = async () => {
    const { Messages = [] } = await sqs.receiveMessage({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    for (const { ReceiptHandle } of Messages)
      await sqs.deleteMessage({ QueueUrl: url, ReceiptHandle });
    return Messages;
  };
  return {
    arn,
    url,
    receive,
    envelopes: async () => (await receive()).map(({ Body = '' }) => JSON.parse(Body) as Envelope),
  };
}

/** What a client sees of an error: SDKs show the code on the wire as `Code`, and name the class after the shape. */
export interface ExpectedError {
  readonly code: string;
  readonly message: string | RegExp;
  readonly status?: number;
}

export async function rejects(call: Promise<unknown>, expected: ExpectedError): Promise<void> {
  await assert.rejects(call, (error: SdkError) => {
    const { code, message, status = 400 } = expected;
    assert.equal(error.Code ?? error.name, code);
    assert.equal(error.$metadata.httpStatusCode, status);
    if (message instanceof RegExp) assert.match(error.message, message);
    else assert.equal(error.message, message);
    return true;
  });
}

type SdkError = Error & { Code?: string; $metadata: { httpStatusCode: number } };

export const invalidParameter = (what: string): ExpectedError => ({
  code: 'InvalidParameter',
  message: `Invalid parameter: ${what}`,
});

export const topicDoesNotExist: ExpectedError = {
  code: 'NotFound',
  message: 'Topic does not exist',
  status: 404,
};

export const subscriptionDoesNotExist: ExpectedError = {
  code: 'NotFound',
  message: 'Subscription does not exist',
  status: 404,
};
