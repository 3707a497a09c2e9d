import { EventBridge, type Target } from '@aws-sdk/client-eventbridge';
import { type Message, SQS } from '@aws-sdk/client-sqs';
import { eventually } from './world.ts';

export interface TestQueue {
  readonly arn: string;
  readonly url: string;
}

/** An account of a server that has rules with queues as their targets. */
export interface EventAccount extends Disposable {
  readonly events: EventBridge;
  readonly sqs: SQS;
  arn(service: string, resource: string): string;
  /** A policy that lets rules of this account do something with a resource. */
  policyFor(action: string, resource: string): string;
  /** A queue that the account's rules may send to, unless `Attributes` have another policy. */
  queue(name: string, Attributes?: Record<string, string>): Promise<TestQueue>;
  /** The next message of the queue, which is then gone. */
  receive(queue: TestQueue): Promise<Message>;
  /** How many messages the queue holds. */
  count(queue: TestQueue): Promise<number>;
  /** A rule for the events of one source, which is the rule's name. */
  rule(name: string, targets: Target[], bus?: string): Promise<void>;
  /** Puts an event; answers its id. */
  put(source: string, detail?: object): Promise<string>;
}

export function createEventAccount(
  server: { readonly endpoint: string; readonly region: string },
  account = '123456789012',
): EventAccount {
  const client = {
    ...server,
    maxAttempts: 1,
    credentials: { accessKeyId: account, secretAccessKey: 'test' },
  };
  const events = new EventBridge(client);
  const sqs = new SQS(client);
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${server.region}:${account}:${resource}`;
  const policyFor = (action: string, resource: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: action,
        Resource: resource,
        Condition: {
          ArnLike: { 'aws:SourceArn': arn('events', 'rule/*') },
          StringEquals: { 'aws:SourceAccount': account },
        },
      },
    });
  return {
    events,
    sqs,
    arn,
    policyFor,
    async queue(name, Attributes = {}) {
      const queueArn = arn('sqs', name);
      const Policy = policyFor('sqs:SendMessage', queueArn);
      const { QueueUrl = '' } = await sqs.createQueue({
        QueueName: name,
        Attributes: { Policy, ...Attributes },
      });
      return { arn: queueArn, url: QueueUrl };
    },
    receive: ({ url }) =>
      eventually(async () => {
        const { Messages } = await sqs.receiveMessage({
          QueueUrl: url,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['All'],
          WaitTimeSeconds: 2,
        });
        const [message] = Messages ?? [];
        if (!message) return undefined;
        await sqs.deleteMessage({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle });
        return message;
      }),
    async count({ url }) {
      const { Attributes } = await sqs.getQueueAttributes({
        QueueUrl: url,
        AttributeNames: ['ApproximateNumberOfMessages'],
      });
      return Number(Attributes?.ApproximateNumberOfMessages);
    },
    async rule(name, targets, bus = 'default') {
      const EventPattern = JSON.stringify({ source: [name] });
      await events.putRule({ Name: name, EventBusName: bus, EventPattern });
      await events.putTargets({ Rule: name, EventBusName: bus, Targets: targets });
    },
    async put(source, detail = {}) {
      const entry = { Source: source, DetailType: 'test', Detail: JSON.stringify(detail) };
      const { Entries } = await events.putEvents({ Entries: [entry] });
      return Entries?.[0]?.EventId ?? '';
    },
    [Symbol.dispose]() {
      events.destroy();
      sqs.destroy();
    },
  };
}
