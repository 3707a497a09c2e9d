import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import { describeSns, invalidParameter, rejects, topicDoesNotExist } from './world.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describeSns('Publish', (world) => {
  const subscribed = async (attributes: Record<string, string> = {}) => {
    const { topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const { arn, ...rest } = await queue();
    const SubscriptionArn = await subscribe(TopicArn, 'sqs', arn, attributes);
    return { ...rest, arn, TopicArn, SubscriptionArn };
  };

  it('puts an envelope into the queue before it answers', async () => {
    const { sns, url } = world();
    const { TopicArn, SubscriptionArn, receive } = await subscribed();
    const { MessageId } = await sns.publish({
      TopicArn,
      Subject: 'Photos',
      Message: 'a "photo"',
      MessageAttributes: {
        size: { DataType: 'Number', StringValue: '1' },
        thumb: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2, 255]) },
      },
    });
    assert.match(MessageId ?? '', UUID);
    const [message] = await receive();
    assert.equal(message?.MessageAttributes, undefined);
    const envelope = JSON.parse(message?.Body ?? '');
    assert.deepEqual(Object.keys(envelope), [
      'Type',
      'MessageId',
      'TopicArn',
      'Subject',
      'Message',
      'Timestamp',
      'SignatureVersion',
      'Signature',
      'SigningCertURL',
      'UnsubscribeURL',
      'MessageAttributes',
    ]);
    const { Timestamp, Signature, SigningCertURL, ...rest } = envelope;
    assert.match(Timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.match(SigningCertURL, /SimpleNotificationService-[0-9a-f]+\.pem$/);
    assert.ok(Signature);
    assert.deepEqual(rest, {
      Type: 'Notification',
      MessageId,
      TopicArn,
      Subject: 'Photos',
      Message: 'a "photo"',
      SignatureVersion: '1',
      UnsubscribeURL: `${url}/?Action=Unsubscribe&SubscriptionArn=${SubscriptionArn}`,
      MessageAttributes: {
        size: { Type: 'Number', Value: '1' },
        thumb: { Type: 'Binary', Value: 'AQL/' },
      },
    });
  });

  it('leaves out of the envelope what there is not', async () => {
    const { TopicArn, envelopes } = await subscribed();
    await world().sns.publish({ TopicArn, Message: 'm' });
    const [envelope] = await envelopes();
    assert.ok(envelope);
    assert.equal('Subject' in envelope, false);
    assert.equal('MessageAttributes' in envelope, false);
  });

  it('delivers raw where that is wanted, attributes and all', async () => {
    const { TopicArn, receive } = await subscribed({ RawMessageDelivery: 'true' });
    const BinaryValue = new Uint8Array([1, 2, 255]);
    await world().sns.publish({
      TopicArn,
      Subject: 'unseen',
      Message: '{"raw":true}',
      MessageAttributes: {
        size: { DataType: 'Number.int', StringValue: '1' },
        tags: { DataType: 'String.Array', StringValue: '["a"]' },
        thumb: { DataType: 'Binary', BinaryValue },
      },
    });
    const [message] = await receive();
    assert.equal(message?.Body, '{"raw":true}');
    const { size, tags, thumb } = message?.MessageAttributes ?? {};
    assert.deepEqual(size, { DataType: 'Number.int', StringValue: '1' });
    assert.deepEqual(tags, { DataType: 'String.Array', StringValue: '["a"]' });
    assert.deepEqual(new Uint8Array(thumb?.BinaryValue ?? []), BinaryValue);
  });

  it('gives all subscribers the same message id', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const queues = await Promise.all([queue(), queue(), queue()]);
    for (const { arn } of queues) await subscribe(TopicArn, 'sqs', arn);
    const { MessageId } = await sns.publish({ TopicArn, Message: 'm' });
    for (const { envelopes } of queues)
      assert.deepEqual(
        (await envelopes()).map((envelope) => envelope.MessageId),
        [MessageId],
      );
  });

  it('lets each protocol have its own text', async () => {
    const { sns } = world();
    const { TopicArn, envelopes } = await subscribed();
    const publish = (texts: object) =>
      sns.publish({ TopicArn, MessageStructure: 'json', Message: JSON.stringify(texts) });
    await publish({ default: 'for all', sqs: 'for queues' });
    await publish({ default: 'for all', http: 'for servers' });
    await publish({ default: 'for all', sqs: { not: 'a text' } });
    const texts = (await envelopes()).map(({ Message }) => Message);
    assert.deepEqual(texts, ['for queues', 'for all', 'for all']);
  });

  it('takes the topic as TargetArn, too', async () => {
    const { TopicArn, envelopes } = await subscribed();
    await world().sns.publish({ TargetArn: TopicArn, Message: 'm' });
    assert.equal((await envelopes()).length, 1);
  });

  it('forwards the message group to a standard queue', async () => {
    const { TopicArn, receive } = await subscribed();
    await world().sns.publish({ TopicArn, Message: 'm', MessageGroupId: 'tenant-1' });
    const [message] = await receive();
    assert.equal(message?.Attributes?.MessageGroupId, 'tenant-1');
  });

  it('forwards the trace', async () => {
    const { sns } = world();
    const { TopicArn, receive } = await subscribed();
    const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
    sns.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['x-amzn-trace-id'] = trace;
        return next(args);
      },
      { step: 'build', name: 'trace' },
    );
    await sns.publish({ TopicArn, Message: 'm' });
    sns.middlewareStack.remove('trace');
    await sns.publish({ TopicArn, Message: 'm' });
    const traces = (await receive()).map(({ Attributes }) => Attributes?.AWSTraceHeader);
    assert.deepEqual(traces, [trace, undefined]);
  });

  it('begins a trace where the topic is set to', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic({ TracingConfig: 'Active' });
    const { arn, receive } = await queue();
    await subscribe(TopicArn, 'sqs', arn);
    await sns.publish({ TopicArn, Message: 'm' });
    const [message] = await receive();
    assert.match(message?.Attributes?.AWSTraceHeader ?? '', /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};/);
  });

  it('reaches queues beyond those that get it at once', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const queues = [];
    for (let i = 0; i < 12; i++) {
      const made = await queue();
      queues.push(made);
      await subscribe(TopicArn, 'sqs', made.arn);
    }
    await sns.publish({ TopicArn, Message: 'm' });
    for (const { url } of queues) {
      const { Messages } = await world().sqs.receiveMessage({ QueueUrl: url, WaitTimeSeconds: 10 });
      assert.equal(Messages?.length, 1);
    }
  });

  const LONG = 'x'.repeat(262_144);
  it('takes 256 KiB, attributes included', async () => {
    const { TopicArn, envelopes } = await subscribed();
    await world().sns.publish({ TopicArn, Message: LONG });
    assert.equal((await envelopes())[0]?.Message, LONG);
  });

  const REFUSED: [name: string, input: object, what: string][] = [
    ['an empty message', { Message: '' }, 'Empty message'],
    ['a long message', { Message: `${LONG}x` }, 'Message too long'],
    [
      'attributes that make it long',
      { Message: LONG, MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } } },
      'Message too long',
    ],
    ['an empty subject', { Subject: '' }, 'Subject'],
    ['a long subject', { Subject: 'x'.repeat(101) }, 'Subject'],
    ['a line break in the subject', { Subject: 'a\nb' }, 'Subject'],
    ['umlauts in the subject', { Subject: 'Grüße' }, 'Subject'],
    ['another structure', { MessageStructure: 'xml' }, 'MessageStructure'],
    [
      'JSON that is none',
      { MessageStructure: 'json', Message: '{' },
      'Message Structure - JSON message body failed to parse',
    ],
    ...['{"sqs":"m"}', '{"default":1}', '"default"', 'null', '[]'].map(
      (Message): [string, object, string] => [
        `the structure ${Message}`,
        { MessageStructure: 'json', Message },
        'Message Structure - No default entry in JSON message body',
      ],
    ),
    [
      'a deduplication id',
      { MessageDeduplicationId: 'd' },
      'MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type',
    ],
    [
      'a phone number',
      { TopicArn: undefined, PhoneNumber: '+1a234' },
      'PhoneNumber Reason: +1a234 is not valid to publish to',
    ],
    [
      'a platform endpoint',
      {
        TopicArn: undefined,
        TargetArn: 'arn:aws:sns:us-east-1:123456789012:endpoint/GCM/app/00000000',
      },
      'TargetArn Reason: No endpoint found for the target arn specified',
    ],
    [
      'no target',
      { TopicArn: undefined },
      'TopicArn or TargetArn Reason: no value for required parameter',
    ],
  ];
  for (const [name, input, what] of REFUSED)
    it(`refuses ${name}`, async () => {
      const { TopicArn, receive } = await subscribed();
      const call = world().sns.publish({ TopicArn, Message: 'm', ...input });
      await rejects(call, invalidParameter(what));
      assert.deepEqual(await receive(), []);
    });

  it('refuses topics that are not there', async () => {
    const TopicArn = 'arn:aws:sns:us-east-1:123456789012:nobody';
    await rejects(world().sns.publish({ TopicArn, Message: 'm' }), topicDoesNotExist);
  });

  const BAD_ATTRIBUTES: [string, MessageAttributeValue, string][] = [
    [
      'a',
      { DataType: 'String', StringValue: '' },
      "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.",
    ],
    [
      'a',
      { DataType: 'Stringer', StringValue: 'b' },
      "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
    ],
    [
      'a',
      { DataType: 'String', BinaryValue: Buffer.from('b') },
      "The message attribute 'a' with type 'String' must use field 'String'.",
    ],
    [
      'a',
      { DataType: 'Binary', StringValue: 'b' },
      "The message attribute 'a' with type 'Binary' must use field 'Binary'.",
    ],
    [
      'a',
      { DataType: 'Number', StringValue: 'one' },
      "Could not cast message attribute 'a' value to number.",
    ],
    [
      'a^b',
      { DataType: 'String', StringValue: 'b' },
      "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.",
    ],
    [
      '.abc',
      { DataType: 'String', StringValue: 'b' },
      "Invalid message attribute name starting with character '.' was found.",
    ],
    [
      'abc.',
      { DataType: 'String', StringValue: 'b' },
      "Invalid message attribute name ending with character '.' was found.",
    ],
    [
      'a..bc',
      { DataType: 'String', StringValue: 'b' },
      "Message attribute name can not have successive '.' character.",
    ],
    [
      'a'.repeat(256),
      { DataType: 'String', StringValue: 'b' },
      'Length of message attribute name must be less than 256 bytes.',
    ],
  ];
  for (const [name, value, message] of BAD_ATTRIBUTES)
    it(`refuses the attribute ${name.slice(0, 10)} ${JSON.stringify(value)}`, async () => {
      const { TopicArn } = await subscribed();
      const call = world().sns.publish({
        TopicArn,
        Message: 'm',
        MessageAttributes: { [name]: value },
      });
      await rejects(call, { code: 'ParameterValueInvalid', message });
    });
});

describeSns('PublishBatch', (world) => {
  it('publishes all messages, in order', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const { arn, envelopes } = await queue();
    await subscribe(TopicArn, 'sqs', arn);
    const { Successful = [], Failed } = await sns.publishBatch({
      TopicArn,
      PublishBatchRequestEntries: [
        { Id: 'a', Message: 'first' },
        { Id: 'b', Message: 'second', Subject: 'S' },
      ],
    });
    assert.deepEqual(
      Successful.map(({ Id }) => Id),
      ['a', 'b'],
    );
    assert.deepEqual(Failed ?? [], []);
    const got = await envelopes();
    assert.deepEqual(
      got.map(({ MessageId, Message }) => [MessageId, Message]),
      [
        [Successful[0]?.MessageId, 'first'],
        [Successful[1]?.MessageId, 'second'],
      ],
    );
  });

  it('publishes nothing when something is wrong with one message', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const { arn, receive } = await queue();
    await subscribe(TopicArn, 'sqs', arn);
    const call = sns.publishBatch({
      TopicArn,
      PublishBatchRequestEntries: [
        { Id: 'a', Message: 'first' },
        { Id: 'b', Message: '' },
      ],
    });
    await rejects(call, invalidParameter('Empty message'));
    assert.deepEqual(await receive(), []);
  });

  const entries = (...ids: string[]) => ids.map((Id) => ({ Id, Message: 'm' }));
  const REFUSED: [name: string, list: { Id: string; Message: string }[], string, string][] = [
    ['none', [], 'EmptyBatchRequest', "The batch request doesn't contain any entries."],
    [
      'eleven',
      entries(...'abcdefghijk'),
      'TooManyEntriesInBatchRequest',
      'The batch request contains more entries than permissible.',
    ],
    [
      'the same id twice',
      entries('a', 'a'),
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    ],
    [
      'an odd id',
      entries('a b'),
      'InvalidBatchEntryId',
      'The Id of a batch entry in the batch request contains an impermissible character: a b',
    ],
    [
      'a long id',
      entries('x'.repeat(81)),
      'InvalidBatchEntryId',
      `The Id of a batch entry in the batch request is too long: ${'x'.repeat(81)}`,
    ],
    [
      'too much together',
      [
        { Id: 'a', Message: 'x'.repeat(200_000) },
        { Id: 'b', Message: 'x'.repeat(62_145) },
      ],
      'BatchRequestTooLong',
      'The length of all the messages put together is more than the limit.',
    ],
  ];
  for (const [name, list, code, message] of REFUSED)
    it(`refuses ${name}`, async () => {
      const { sns, topic } = world();
      const call = sns.publishBatch({
        TopicArn: await topic(),
        PublishBatchRequestEntries: list,
      });
      await rejects(call, { code, message });
    });
});
