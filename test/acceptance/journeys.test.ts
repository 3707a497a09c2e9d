import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Message } from '@aws-sdk/client-sqs';
import { startReceiver } from '../delivery/http-receiver.ts';
import {
  arnOf,
  createWiring,
  prefixed,
  toFunction,
  toTopic,
  type Wiring,
} from '../services/spillway/non-delivery.ts';

interface Mail {
  readonly mails: readonly { readonly id: number; readonly subject: string }[];
  readonly body: string;
}

/** Whole ways of an event through several services, as applications are built of them. */
describe('the way', () => {
  let world: Wiring;
  before(async () => {
    world = await createWiring();
  });
  after(() => world[Symbol.asyncDispose]());

  /** Everything that a queue holds, taken out of it. */
  const drain = async (queue: string): Promise<Message[]> => {
    const all: Message[] = [];
    for (;;) {
      const { Messages = [] } = await world.sqs.receiveMessage({
        QueueUrl: world.urlOf(queue),
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      });
      if (Messages.length === 0) return all;
      all.push(...Messages);
      for (const { ReceiptHandle } of Messages)
        await world.sqs.deleteMessage({ QueueUrl: world.urlOf(queue), ReceiptHandle });
    }
  };
  const bodies = async (queue: string) => (await drain(queue)).map(({ Body = '' }) => Body);
  /** A function that sends what it was given to a queue, and its queue. */
  const teller = async (name: string, told = 'event') => {
    const queue = await world.queue(`${name}-told`);
    const fn = await world.fn(
      name,
      `const { SQS } = await import('@aws-sdk/client-sqs');
       await new SQS({}).sendMessage({ QueueUrl: '${world.urlOf(queue)}', MessageBody: JSON.stringify(${told}) });`,
    );
    return { fn, queue };
  };

  it('S3 - Lambda - S3: photos become thumbnails', async () => {
    const fn = await world.fn(
      'shrink',
      `const { S3 } = await import('@aws-sdk/client-s3');
       const s3 = new S3({ forcePathStyle: true });
       const [{ s3: { bucket, object } }] = event.Records;
       const Key = decodeURIComponent(object.key.replaceAll('+', ' '));
       const photo = await s3.getObject({ Bucket: bucket.name, Key });
       const Body = (await photo.Body.transformToByteArray()).subarray(0, 3);
       const { ContentType, Metadata } = photo;
       await s3.putObject({ Bucket: 'photos', Key: Key.replace('uploads/', 'thumbnails/'), Body, ContentType, Metadata });`,
    );
    await world.allowInvoke('shrink');
    await world.bucket('photos', toFunction(fn, prefixed('uploads/')));
    await world.s3.putObject({
      Bucket: 'photos',
      Key: 'uploads/Rex + Flöckchen (1).jpg',
      Body: 'large photo',
      ContentType: 'image/jpeg',
      Metadata: { camera: 'x100' },
    });
    await world.spillway.settled();
    const thumbnail = await world.s3.getObject({
      Bucket: 'photos',
      Key: 'thumbnails/Rex + Flöckchen (1).jpg',
    });
    assert.equal(await thumbnail.Body?.transformToString(), 'lar');
    assert.deepEqual(
      [thumbnail.ContentType, thumbnail.Metadata],
      ['image/jpeg', { camera: 'x100' }],
    );
  });

  it('S3 - SNS - SQS, Lambda, HTTP and mail', async () => {
    await using receiver = await startReceiver();
    const topic = await world.topic('uploads');
    const wrapped = await world.queue('wrapped');
    const raw = await world.queue('raw');
    const { fn, queue: told } = await teller('on-topic', 'event.Records[0].Sns.Message');
    await world.allowInvoke('on-topic', 'sns');
    const subscribe = (Protocol: string, Endpoint: string, Attributes = {}) =>
      world.sns.subscribe({ TopicArn: topic, Protocol, Endpoint, Attributes });
    await subscribe('sqs', wrapped);
    await subscribe('sqs', raw, {
      RawMessageDelivery: 'true',
      FilterPolicyScope: 'MessageBody',
      FilterPolicy: '{"Records":{"s3":{"object":{"key":[{"suffix":".raw"}]}}}}',
    });
    await subscribe('lambda', fn);
    await subscribe('http', receiver.url);
    await subscribe('email', 'alex@example.com');
    await world.spillway.settled();
    await fetch(JSON.parse(receiver.received[0]?.body ?? '').SubscribeURL);
    const mail = async (path = '') => {
      const answer = await fetch(`${world.spillway.url}/_spillway/mailbox${path}`);
      return (await answer.json()) as Mail;
    };
    const { mails } = await mail();
    const { body } = await mail(`/${mails[0]?.id}`);
    const [link = ''] = /http\S+ConfirmSubscription\S+/.exec(body) ?? [];
    assert.equal((await fetch(link)).status, 200);

    await world.bucket('topical', toTopic(topic));
    await world.put('topical', 'rex.jpg');
    await world.put('topical', 'rex.raw');
    await world.spillway.settled();
    const keysIn = (texts: string[]) =>
      texts.map((text) => JSON.parse(text).Records[0].s3.object.key).sort();
    const both = ['rex.jpg', 'rex.raw'];
    assert.deepEqual(keysIn((await bodies(wrapped)).map((body) => JSON.parse(body).Message)), both);
    assert.deepEqual(keysIn(await bodies(raw)), ['rex.raw']);
    assert.deepEqual(keysIn((await bodies(told)).map((body) => JSON.parse(body))), both);
    const posted = receiver.received.slice(1).map(({ body }) => JSON.parse(body).Message);
    assert.deepEqual(keysIn(posted), both);
    const subjects = (await mail()).mails.map(({ subject }) => subject);
    assert.equal(subjects.filter((text: string) => text === 'Amazon S3 Notification').length, 2);
  });

  it('S3 - EventBridge - SQS with a transformer, Lambda with a path, and SNS', async () => {
    const sentences = await world.queue('sentences');
    const { fn, queue: told } = await teller('on-rule');
    await world.allowInvoke('on-rule', 'events');
    const { TopicArn = '' } = await world.sns.createTopic({ Name: 'ruled' });
    await world.sns.setTopicAttributes({
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: TopicArn,
        },
      }),
    });
    const fanned = await world.queue('fanned');
    await world.sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: fanned });
    const EventPattern = JSON.stringify({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: ['ruled'] },
        object: { key: [{ wildcard: '*.jpg' }], size: [{ numeric: ['>', 0, '<=', 5] }] },
      },
    });
    await world.events.putRule({ Name: 'ruled', EventPattern });
    await world.events.putTargets({
      Rule: 'ruled',
      Targets: [
        {
          Id: 'sentence',
          Arn: sentences,
          InputTransformer: {
            InputPathsMap: { key: '$.detail.object.key', size: '$.detail.object.size' },
            InputTemplate: '{"text":"<key> by <aws.events.rule-name>","bytes":<size>}',
          },
        },
        { Id: 'path', Arn: fn, InputPath: '$.detail.object' },
        { Id: 'topic', Arn: TopicArn },
      ],
    });
    await world.bucket('ruled', { EventBridgeConfiguration: {} });
    for (const key of ['rex.jpg', 'rex.raw']) await world.put('ruled', key);
    await world.s3.putObject({ Bucket: 'ruled', Key: 'large.jpg', Body: 'larger' });
    await world.spillway.settled();
    assert.deepEqual(await bodies(sentences), ['{"text":"rex.jpg by ruled","bytes":1}']);
    const [object = ''] = await bodies(told);
    assert.equal(JSON.parse(object).key, 'rex.jpg');
    const [envelope = '', ...others] = await bodies(fanned);
    assert.deepEqual(others, []);
    const { Message, Subject } = JSON.parse(envelope);
    assert.equal(JSON.parse(Message).detail.object.key, 'rex.jpg');
    assert.equal(Subject, undefined);
  });

  it('Lambda - on success another function, on failure a queue, and its dead letters', async () => {
    const failures = await world.queue('failures');
    const letters = await world.queue('letters');
    const { fn, queue: told } = await teller('next', 'event.responsePayload');
    const settings = { DeadLetterConfig: { TargetArn: letters } };
    const body = "if (event.bad) throw new TypeError('bad'); return { ok: event.name };";
    const FunctionName = await world.fn('moody', body, settings);
    await world.lambda.putFunctionEventInvokeConfig({
      FunctionName,
      DestinationConfig: { OnSuccess: { Destination: fn }, OnFailure: { Destination: failures } },
    });
    for (const event of [{ name: 'a' }, { bad: true }])
      await world.lambda.invoke({
        FunctionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(event),
      });
    await world.spillway.settled();
    assert.deepEqual(await bodies(told), ['{"ok":"a"}']);
    const [record = ''] = await bodies(failures);
    const { requestContext, requestPayload, responseContext, responsePayload } = JSON.parse(record);
    assert.equal(requestContext.condition, 'RetriesExhausted');
    assert.equal(requestContext.approximateInvokeCount, 3);
    assert.equal(requestContext.functionArn, `${FunctionName}:$LATEST`);
    assert.deepEqual(requestPayload, { bad: true });
    assert.deepEqual(
      [responseContext.functionError, responsePayload.errorType],
      ['Unhandled', 'TypeError'],
    );
    const [letter] = await drain(letters);
    assert.equal(letter?.Body, '{"bad":true}');
    const { RequestID, ErrorCode, ErrorMessage } = letter?.MessageAttributes ?? {};
    assert.equal(RequestID?.StringValue, requestContext.requestId);
    assert.deepEqual([ErrorCode?.StringValue, ErrorMessage?.StringValue], ['200', 'bad']);
  });

  it('SQS - Lambda: of a batch only what failed comes again, and ends as a dead letter', async () => {
    const dead = await world.queue('dead');
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 3 });
    const work = await world.queue('work', { RedrivePolicy });
    const done = await world.queue('done');
    const FunctionName = await world.fn(
      'worker',
      `const { SQS } = await import('@aws-sdk/client-sqs');
       const batchItemFailures = [];
       for (const { messageId, body } of event.Records) {
         if (body.startsWith('bad')) batchItemFailures.push({ itemIdentifier: messageId });
         else await new SQS({}).sendMessage({ QueueUrl: '${world.urlOf(done)}', MessageBody: body });
       }
       return { batchItemFailures };`,
    );
    const Entries = ['one', 'bad two', 'three', 'bad four'].map((MessageBody, i) => ({
      Id: `${i}`,
      MessageBody,
    }));
    await world.sqs.sendMessageBatch({ QueueUrl: world.urlOf(work), Entries });
    await world.lambda.createEventSourceMapping({
      FunctionName,
      EventSourceArn: work,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    await world.spillway.settled();
    assert.deepEqual((await bodies(done)).sort(), ['one', 'three']);
    const letters = await drain(dead);
    assert.deepEqual(letters.map(({ Body }) => Body).sort(), ['bad four', 'bad two']);
    for (const { Attributes } of letters) assert.equal(Attributes?.DeadLetterQueueSourceArn, work);
    assert.deepEqual(await bodies(work), []);
  });

  it('SNS FIFO - SQS FIFO - Lambda: each group in its order, each message once', async () => {
    const { TopicArn = '' } = await world.sns.createTopic({
      Name: 'orders.fifo',
      Attributes: { FifoTopic: 'true' },
    });
    const orders = await world.queue('orders.fifo', { FifoQueue: 'true' });
    await world.sns.subscribe({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: orders,
      Attributes: { RawMessageDelivery: 'true' },
    });
    const { fn, queue: told } = await teller(
      'clerk',
      'event.Records.map(({ body, attributes }) => [attributes.MessageGroupId, body])',
    );
    await world.lambda.createEventSourceMapping({
      FunctionName: fn,
      EventSourceArn: orders,
      BatchSize: 1,
    });
    const groups = ['ann', 'bob', 'cat'];
    for (let i = 0; i < 12; i++)
      for (const _ of ['first', 'again'])
        await world.sns.publish({
          TopicArn,
          Message: `${i}`,
          MessageGroupId: groups[i % groups.length],
          MessageDeduplicationId: `${i}`,
        });
    await world.spillway.settled();
    const seen = (await drain(told))
      .sort((a, b) => Number(a.Attributes?.SentTimestamp) - Number(b.Attributes?.SentTimestamp))
      .flatMap(({ Body = '' }) => JSON.parse(Body) as [string, string][]);
    assert.equal(seen.length, 12);
    for (const [start, name] of groups.entries()) {
      const own = seen.filter(([group]) => group === name).map(([, body]) => body);
      assert.deepEqual(
        own,
        [0, 1, 2, 3].map((n) => `${start + n * groups.length}`),
      );
    }
  });

  it('schedule - SQS, every five minutes, with the words of the rule', async () => {
    const alarm = await world.queue('alarm');
    await world.events.putRule({ Name: 'alarm', ScheduleExpression: 'rate(5 minutes)' });
    const Targets = [{ Id: 'q', Arn: alarm, Input: '{"wake":"up"}' }];
    await world.events.putTargets({ Rule: 'alarm', Targets });
    await world.spillway.clock.advance('4 minutes');
    assert.deepEqual(await bodies(alarm), []);
    await world.spillway.clock.advance('12 minutes');
    assert.deepEqual(
      await bodies(alarm),
      Array.from({ length: 3 }, () => '{"wake":"up"}'),
    );
    await world.events.disableRule({ Name: 'alarm' });
    await world.spillway.clock.advance('30 minutes');
    assert.deepEqual(await bodies(alarm), []);
    assert.equal(alarm, arnOf('sqs', 'alarm'));
  });
});
