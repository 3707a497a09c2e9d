import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { NotificationConfiguration } from '@aws-sdk/client-s3';
import { stoppedAt } from '../../../src/services/spillway/explain/step.ts';
import {
  allow,
  arnOf,
  bucketArn,
  createWiring,
  policyOf,
  prefixed,
  suffixed,
  toFunction,
  toQueue,
  toTopic,
  type Wiring,
} from './non-delivery.ts';

/** A way in which a notification fails: how to get there, and what explain has to name as the reason. */
interface Way {
  readonly name: string;
  /** Sets things up under names of its own, and lets something happen. */
  arrange(wiring: Wiring, id: string): Promise<Arranged>;
  readonly reason: RegExp;
  /** The reason is a fact of the past or of the present only. */
  readonly only?: 'happened' | 'now';
}

interface Arranged {
  readonly bucket: string;
  readonly key?: string;
  readonly event?: string;
}

async function putTo(
  wiring: Wiring,
  bucket: string,
  configuration: NotificationConfiguration | undefined,
  key = 'a.jpg',
): Promise<Arranged> {
  await wiring.bucket(bucket, configuration);
  await wiring.put(bucket, key);
  return { bucket, key };
}

async function putToBusRule(wiring: Wiring, id: string, rule: object): Promise<Arranged> {
  await wiring.events.putRule({ Name: id, ...rule });
  return putTo(wiring, id, { EventBridgeConfiguration: {} }, 'pets/a b.jpg');
}

const patternFor = (bucket: string, detail: object = {}) =>
  JSON.stringify({
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: { bucket: { name: [bucket] }, ...detail },
  });

const ways: readonly Way[] = [
  {
    name: 'the suffix differs in case',
    arrange: async (wiring, id) =>
      putTo(wiring, id, toQueue(await wiring.queue(id), suffixed('.jpg')), 'pet.JPG'),
    reason: /suffix "\.jpg" does not match "pet\.JPG"; suffixes are case-sensitive/,
  },
  {
    name: 'the prefix is that of another folder',
    arrange: async (wiring, id) =>
      putTo(wiring, id, toQueue(await wiring.queue(id), prefixed('/pets/')), 'pets/a.jpg'),
    reason: /prefix "\/pets\/" does not match "pets\/a\.jpg"; keys do not begin with "\/"/,
  },
  {
    name: 'the filter value is read as an encoded one',
    arrange: async (wiring, id) =>
      putTo(wiring, id, toQueue(await wiring.queue(id), prefixed('a+b')), 'a+b.jpg'),
    reason: /in a filter value "\+" stands for a space/,
  },
  {
    name: 'a wildcard in a filter',
    arrange: async (wiring, id) =>
      putTo(wiring, id, toQueue(await wiring.queue(id), suffixed('*.jpg')), 'a.jpg'),
    reason: /"\*" is no wildcard here/,
  },
  {
    name: 'another kind of event: an upload in parts',
    async arrange(wiring, id) {
      const events = { Events: ['s3:ObjectCreated:Put'] };
      await wiring.bucket(id, toQueue(await wiring.queue(id), events));
      const upload = { Bucket: id, Key: 'a.jpg' };
      const { UploadId } = await wiring.s3.createMultipartUpload(upload);
      const part = { ...upload, UploadId, PartNumber: 1 };
      const { ETag } = await wiring.s3.uploadPart({ ...part, Body: 'x' });
      const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
      await wiring.s3.completeMultipartUpload({ ...upload, UploadId, MultipartUpload });
      return { bucket: id };
    },
    reason: /CompleteMultipartUpload is not one of those asked for.*large files in parts/,
  },
  {
    name: 'a delete marker instead of a delete',
    async arrange(wiring, id) {
      const events = { Events: ['s3:ObjectRemoved:Delete'] };
      await wiring.bucket(id, toQueue(await wiring.queue(id), events));
      const VersioningConfiguration = { Status: 'Enabled' } as const;
      await wiring.s3.putBucketVersioning({ Bucket: id, VersioningConfiguration });
      await wiring.put(id);
      await wiring.s3.deleteObject({ Bucket: id, Key: 'a.jpg' });
      return { bucket: id };
    },
    reason: /DeleteMarkerCreated is not one of those.*makes a delete marker where versioning is on/,
  },
  {
    name: 'the rule is on another bucket',
    async arrange(wiring, id) {
      await wiring.bucket(`${id}-other`, toQueue(await wiring.queue(id), suffixed(`${id}.jpg`)));
      return putTo(wiring, id, undefined, `${id}.jpg`);
    },
    reason: /no notification configuration; a rule that would match is on bucket way-\d+-other/,
    only: 'now',
  },
  {
    name: 'there was no configuration yet',
    async arrange(wiring, id) {
      const arranged = await putTo(wiring, id, undefined);
      await wiring.s3.putBucketNotificationConfiguration({
        Bucket: id,
        NotificationConfiguration: toQueue(await wiring.queue(id)),
      });
      return arranged;
    },
    reason: /had no notification configuration that asks for anything/,
    only: 'happened',
  },
  {
    name: 'the queue is gone',
    arrange: (wiring, id) => putTo(wiring, id, toQueue(arnOf('sqs', id))),
    reason: /queue.* does not exist/i,
  },
  {
    name: 'the queue has no policy',
    arrange: async (wiring, id) => putTo(wiring, id, toQueue(await wiring.queue(id, {}, null))),
    reason: /no resource-based policy allows the sqs:SendMessage action; there is no policy/,
  },
  {
    name: 'the policy names the ARN of another bucket',
    arrange: async (wiring, id) => {
      const condition = { ArnLike: { 'aws:SourceArn': bucketArn('elsewhere') } };
      const policy = (arn: string) => policyOf(allow('s3', 'sqs:SendMessage', arn, condition));
      return putTo(wiring, id, toQueue(await wiring.queue(id, {}, policy)));
    },
    reason:
      /statement "s3": the statement wants aws:SourceArn .*arn:aws:s3:::elsewhere, the request has arn:aws:s3:::way-\d+/,
  },
  {
    name: 'the policy names another account',
    arrange: async (wiring, id) => {
      const condition = { StringEquals: { 'aws:SourceAccount': '999999999999' } };
      const policy = (arn: string) => policyOf(allow('s3', 'sqs:SendMessage', arn, condition));
      return putTo(wiring, id, toQueue(await wiring.queue(id, {}, policy)));
    },
    reason: /wants aws:SourceAccount 999999999999, the request has 123456789012/,
  },
  {
    name: 'the policy lets another service in',
    arrange: async (wiring, id) => {
      const policy = (arn: string) => policyOf(allow('sns', 'sqs:SendMessage', arn));
      return putTo(wiring, id, toQueue(await wiring.queue(id, {}, policy)));
    },
    reason: /the statement is for sns\.amazonaws\.com, the caller is s3\.amazonaws\.com/,
  },
  {
    name: 'the policy denies it',
    arrange: async (wiring, id) => {
      const policy = (arn: string) =>
        policyOf(allow('s3', 'sqs:SendMessage', arn), {
          ...allow('s3', 'sqs:SendMessage', arn),
          Sid: 'never',
          Effect: 'Deny',
        });
      return putTo(wiring, id, toQueue(await wiring.queue(id, {}, policy)));
    },
    reason: /statement "never" of the resource-based policy denies it/,
  },
  {
    name: 'the message is larger than the queue takes',
    async arrange(wiring, id) {
      const queue = await wiring.queue(id, { MaximumMessageSize: '1024' });
      return putTo(wiring, id, toQueue(queue), `${'k'.repeat(900)}.jpg`);
    },
    reason: /message must be shorter than 1024 bytes/i,
  },
  {
    name: 'the topic is gone',
    async arrange(wiring, id) {
      const topic = await wiring.topic(id);
      await wiring.bucket(id, toTopic(topic));
      await wiring.sns.deleteTopic({ TopicArn: topic });
      await wiring.put(id);
      return { bucket: id };
    },
    reason: /topic .*does not exist/,
  },
  {
    name: 'the topic does not let S3 publish',
    arrange: async (wiring, id) => {
      const topic = await wiring.topic(id, (arn) => policyOf(allow('events', 'sns:Publish', arn)));
      return putTo(wiring, id, toTopic(topic));
    },
    reason: /no resource-based policy allows the sns:Publish action/,
  },
  {
    name: 'the topic has no subscriptions',
    arrange: async (wiring, id) => putTo(wiring, id, toTopic(await wiring.topic(id))),
    reason: /the topic has no subscriptions/,
    only: 'now',
  },
  {
    name: 'the subscription is not confirmed',
    async arrange(wiring, id) {
      const TopicArn = await wiring.topic(id);
      const Endpoint = 'http://127.0.0.1:9/never';
      await wiring.sns.subscribe({ TopicArn, Protocol: 'http', Endpoint });
      return putTo(wiring, id, toTopic(TopicArn));
    },
    reason: /waits for its endpoint to confirm it/,
    only: 'now',
  },
  {
    name: 'the filter policy looks at attributes, which S3 does not send',
    async arrange(wiring, id) {
      const TopicArn = await wiring.topic(id);
      const Attributes = { FilterPolicy: JSON.stringify({ kind: ['photo'] }) };
      const Endpoint = await wiring.queue(id);
      await wiring.sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint, Attributes });
      return putTo(wiring, id, toTopic(TopicArn));
    },
    reason: /kind: there is no such field/,
  },
  {
    name: 'the filter policy of the body does not match',
    async arrange(wiring, id) {
      const TopicArn = await wiring.topic(id);
      const policy = { Records: { s3: { object: { key: [{ prefix: 'cats/' }] } } } };
      const Attributes = {
        FilterPolicyScope: 'MessageBody',
        FilterPolicy: JSON.stringify(policy),
      };
      const Endpoint = await wiring.queue(id);
      await wiring.sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint, Attributes });
      return putTo(wiring, id, toTopic(TopicArn));
    },
    reason: /Records\.s3\.object\.key: "a\.jpg" does not match prefix "cats\/"/,
  },
  {
    name: "the subscription's queue does not let SNS in",
    async arrange(wiring, id) {
      const TopicArn = await wiring.topic(id);
      const policy = (arn: string) => policyOf(allow('s3', 'sqs:SendMessage', arn));
      const Endpoint = await wiring.queue(id, {}, policy);
      await wiring.sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint });
      return putTo(wiring, id, toTopic(TopicArn));
    },
    reason: /the statement is for s3\.amazonaws\.com, the caller is sns\.amazonaws\.com/,
  },
  {
    name: 'EventBridge is not enabled for the bucket',
    async arrange(wiring, id) {
      await wiring.events.putRule({ Name: id, EventPattern: patternFor(id) });
      return putTo(wiring, id, toQueue(await wiring.queue(id), suffixed('.png')));
    },
    reason: /EventBridge is not enabled for the bucket/,
    only: 'now',
  },
  {
    name: 'the rule of the bus is disabled',
    arrange: (wiring, id) =>
      putToBusRule(wiring, id, { EventPattern: patternFor(id), State: 'DISABLED' }),
    reason: /rule\/way-\d+.*disabled/,
  },
  {
    name: 'a field of the event is not as the pattern wants it',
    arrange: (wiring, id) =>
      putToBusRule(wiring, id, { EventPattern: patternFor(id, { reason: ['CopyObject'] }) }),
    reason: /detail\.reason: "PutObject" does not match "CopyObject"/,
  },
  {
    name: 'the pattern has the key as records have it, encoded',
    arrange: (wiring, id) =>
      putToBusRule(wiring, id, {
        EventPattern: patternFor(id, { object: { key: ['pets/a+b.jpg'] } }),
      }),
    reason: /detail\.object\.key.*keys on a bus are not encoded/,
    only: 'now',
  },
  {
    name: 'the rule has no target',
    arrange: (wiring, id) => putToBusRule(wiring, id, { EventPattern: patternFor(id) }),
    reason: /the rule matches, but has no targets/,
    only: 'now',
  },
  {
    name: "the rule's target does not let EventBridge in",
    async arrange(wiring, id) {
      const Arn = await wiring.queue(id, {}, null);
      await wiring.events.putRule({ Name: id, EventPattern: patternFor(id) });
      await wiring.events.putTargets({ Rule: id, Targets: [{ Id: 'queue', Arn }] });
      return putTo(wiring, id, { EventBridgeConfiguration: {} });
    },
    reason: /no resource-based policy allows the sqs:SendMessage action/,
  },
  {
    name: 'the function is gone',
    arrange: (wiring, id) => putTo(wiring, id, toFunction(arnOf('lambda', `function:${id}`))),
    reason: /function.*(does not exist|not found)/i,
  },
  {
    name: 'the function does not let S3 invoke it',
    arrange: async (wiring, id) => putTo(wiring, id, toFunction(await wiring.fn(id, 'return 1'))),
    reason: /no resource-based policy allows the lambda:InvokeFunction action; there is no policy/,
  },
  {
    name: 'the function fails',
    async arrange(wiring, id) {
      const settings = { DeadLetterConfig: { TargetArn: await wiring.queue(`${id}-dead`) } };
      const fn = await wiring.fn(id, "throw new Error('no such pet')", settings);
      await wiring.allowInvoke(id);
      return putTo(wiring, id, toFunction(fn));
    },
    reason: /invocation to .* was given up after 3 tries: no such pet/,
    only: 'happened',
  },
  {
    name: 'the function takes too long',
    async arrange(wiring, id) {
      const fn = await wiring.fn(id, 'await new Promise(() => setTimeout(() => 1, 1e6))', {
        Timeout: 1,
      });
      await wiring.allowInvoke(id);
      await wiring.lambda.putFunctionEventInvokeConfig({
        FunctionName: id,
        MaximumRetryAttempts: 0,
      });
      return putTo(wiring, id, toFunction(fn));
    },
    reason: /given up after one try: .*timed out/i,
    only: 'happened',
  },
  {
    name: 'the function may not run at all',
    async arrange(wiring, id) {
      const fn = await wiring.fn(id, 'return 1');
      await wiring.allowInvoke(id);
      await wiring.lambda.putFunctionConcurrency({
        FunctionName: id,
        ReservedConcurrentExecutions: 0,
      });
      return putTo(wiring, id, toFunction(fn));
    },
    reason: /reserved concurrency.* is 0/,
  },
  {
    name: 'the queue is a FIFO queue',
    async arrange(wiring, id) {
      const queue = await wiring.queue(`${id}.fifo`, { FifoQueue: 'true' });
      return putTo(wiring, id, toQueue(queue));
    },
    reason: /MessageGroupId|S3 does not send to FIFO queues/,
  },
  {
    name: 'the event source mapping is disabled',
    async arrange(wiring, id) {
      const queue = await wiring.queue(id);
      await wiring.lambda.createEventSourceMapping({
        FunctionName: await wiring.fn(id, 'return 1'),
        EventSourceArn: queue,
        Enabled: false,
      });
      return putTo(wiring, id, toQueue(queue));
    },
    reason: /the mapping is disabled; messages stay in the queue/,
    only: 'now',
  },
  {
    name: 'the filters of the event source mapping do not match',
    async arrange(wiring, id) {
      const queue = await wiring.queue(id);
      const Pattern = JSON.stringify({
        body: { Records: { eventName: ['ObjectRemoved:Delete'] } },
      });
      await wiring.lambda.createEventSourceMapping({
        FunctionName: await wiring.fn(id, 'return 1'),
        EventSourceArn: queue,
        FilterCriteria: { Filters: [{ Pattern }] },
        Enabled: false,
      });
      const { EventSourceMappings: [mapping] = [] } = await wiring.lambda.listEventSourceMappings({
        EventSourceArn: queue,
      });
      await wiring.lambda.updateEventSourceMapping({ UUID: mapping?.UUID, Enabled: true });
      return putTo(wiring, id, toQueue(queue));
    },
    reason: /filters do not match, and the message is deleted/,
    only: 'now',
  },
  {
    name: 'the message went to the dead-letter queue',
    async arrange(wiring, id) {
      const dead = await wiring.queue(`${id}-dead`);
      const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 1 });
      const queue = await wiring.queue(id, { RedrivePolicy });
      const arranged = await putTo(wiring, id, toQueue(queue));
      const receive = () =>
        wiring.sqs.receiveMessage({ QueueUrl: wiring.urlOf(queue), VisibilityTimeout: 0 });
      await receive();
      await receive();
      return arranged;
    },
    reason:
      /the message is in the dead-letter queue arn:aws:sqs:us-east-1:123456789012:way-\d+-dead/,
    only: 'happened',
  },
  {
    name: 'nothing ever happened to that object',
    async arrange(wiring, id) {
      await putTo(wiring, id, undefined, 'Pets/a.jpg');
      return { bucket: id, key: 'pets/a.jpg' };
    },
    reason:
      /the journal has nothing that happened to "pets\/a\.jpg"; there is no such object; keys are case-sensitive/,
    only: 'happened',
  },
];

describe('explain names the true reason', () => {
  let wiring: Wiring;
  before(async () => {
    wiring = await createWiring();
  });
  after(() => wiring[Symbol.asyncDispose]());

  for (const [index, { name, arrange, reason, only }] of ways.entries()) {
    it(name, async () => {
      const { bucket, key, event } = await arrange(wiring, `way-${index}`);
      await wiring.spillway.settled();
      const explanation = await wiring.explain(bucket, key, event);
      const { happened, now, reasons } = explanation;
      const told = (texts: readonly string[]) =>
        assert.ok(
          texts.some((text) => reason.test(text)),
          `${reason} is not among ${JSON.stringify(texts, null, 2)}`,
        );
      told(reasons);
      if (only !== 'now' && happened)
        told(happened.findings.map(({ text }: { text: string }) => text));
      if (only !== 'happened') told(stoppedAt(now));
    });
  }

  it('lists at least twenty ways', () => assert.ok(ways.length >= 20));
});
