import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSns, invalidParameter, rejects } from './world.ts';

const TWENTY_DIGITS = /^\d{20}$/;

describeSns('FIFO topics', (world) => {
  const subscribed = async (
    attributes: Record<string, string> = {},
    subscription: Record<string, string> = {},
  ) => {
    const { fifoTopic, queue, subscribe } = world();
    const TopicArn = await fifoTopic(attributes);
    const made = await queue({ fifo: true });
    await subscribe(TopicArn, 'sqs', made.arn, subscription);
    return { TopicArn, ...made };
  };

  it('send what is not signed, with a sequence number', async () => {
    const { TopicArn, receive } = await subscribed();
    const published = await world().sns.publish({
      TopicArn,
      Message: 'm',
      MessageGroupId: 'g',
      MessageDeduplicationId: 'd',
    });
    assert.match(published.SequenceNumber ?? '', TWENTY_DIGITS);
    const [message] = await receive();
    const envelope = JSON.parse(message?.Body ?? '');
    assert.deepEqual(Object.keys(envelope), [
      'Type',
      'MessageId',
      'SequenceNumber',
      'TopicArn',
      'Message',
      'Timestamp',
      'UnsubscribeURL',
    ]);
    assert.equal(envelope.SequenceNumber, published.SequenceNumber);
    assert.equal(envelope.MessageId, published.MessageId);
    const { MessageGroupId, MessageDeduplicationId, SequenceNumber } = message?.Attributes ?? {};
    assert.deepEqual([MessageGroupId, MessageDeduplicationId], ['g', 'd']);
    assert.notEqual(SequenceNumber, published.SequenceNumber);
  });

  it('tell queues without order nothing of groups', async () => {
    const { sns, fifoTopic, queue, subscribe } = world();
    const TopicArn = await fifoTopic({ ContentBasedDeduplication: 'true' });
    const { arn, receive } = await queue();
    await subscribe(TopicArn, 'sqs', arn);
    await sns.publish({ TopicArn, Message: 'm', MessageGroupId: 'g' });
    const [message] = await receive();
    assert.deepEqual(Object.keys(message?.Attributes ?? {}).sort(), [
      'ApproximateFirstReceiveTimestamp',
      'ApproximateReceiveCount',
      'SenderId',
      'SentTimestamp',
    ]);
  });

  it('deduplicate by content', async () => {
    const { TopicArn, receive } = await subscribed(
      { ContentBasedDeduplication: 'true' },
      { RawMessageDelivery: 'true' },
    );
    const publish = (Message: string) =>
      world().sns.publish({ TopicArn, Message, MessageGroupId: 'g' });
    const first = await publish('Test');
    const again = await publish('Test');
    assert.equal(again.MessageId, first.MessageId);
    assert.equal(again.SequenceNumber, first.SequenceNumber);
    const messages = await receive();
    assert.deepEqual(
      messages.map(({ Body, Attributes }) => [Body, Attributes?.MessageDeduplicationId]),
      [['Test', '532eaabd9574880dbf76b9b8cc00832c20a6ec113d682299550d7a6e0f345e25']],
    );
  });

  it('forget a deduplication id after five minutes', async () => {
    const { TopicArn, receive } = await subscribed();
    const publish = (Message: string) =>
      world().sns.publish({
        TopicArn,
        Message,
        MessageGroupId: 'g',
        MessageDeduplicationId: 'd',
      });
    await publish('1');
    await world().advance(299);
    await publish('2');
    assert.equal((await receive()).length, 1);
    await world().advance(2);
    await publish('3');
    assert.equal((await receive()).length, 1);
  });

  it('tell the same id apart by group where the topic is set to', async () => {
    for (const [FifoThroughputScope, expected] of [
      ['Topic', 1],
      ['MessageGroup', 2],
    ] as const) {
      // The queue would tell the messages apart by their ids alone.
      const { fifoTopic, queue, subscribe, sns } = world();
      const TopicArn = await fifoTopic({ FifoThroughputScope });
      const { arn, receive } = await queue();
      await subscribe(TopicArn, 'sqs', arn);
      for (const MessageGroupId of ['a', 'b'])
        await sns.publish({ TopicArn, Message: 'm', MessageGroupId, MessageDeduplicationId: 'd' });
      assert.equal((await receive()).length, expected, FifoThroughputScope);
    }
  });

  it('keep the order of a group in every queue', async () => {
    const { sns, fifoTopic, queue, subscribe } = world();
    const TopicArn = await fifoTopic({ ContentBasedDeduplication: 'true' });
    const queues = [];
    for (let i = 0; i < 12; i++) {
      const made = await queue({ fifo: true });
      queues.push(made);
      await subscribe(TopicArn, 'sqs', made.arn, { RawMessageDelivery: 'true' });
    }
    const sent = Array.from({ length: 10 }, (_, i) => `message ${i}`);
    const { Successful = [] } = await sns.publishBatch({
      TopicArn,
      PublishBatchRequestEntries: sent.map((Message, i) => ({
        Id: String(i),
        Message,
        MessageGroupId: 'g',
      })),
    });
    const numbers = Successful.map(({ SequenceNumber = '' }) => SequenceNumber);
    assert.deepEqual(numbers, [...numbers].sort());
    for (const { receive } of queues)
      assert.deepEqual(
        (await receive()).map(({ Body }) => Body),
        sent,
      );
  });

  it('want a group and an id', async () => {
    const { TopicArn } = await subscribed();
    const publish = (ids: object) => world().sns.publish({ TopicArn, Message: 'm', ...ids });
    await rejects(
      publish({ MessageDeduplicationId: 'd' }),
      invalidParameter('The MessageGroupId parameter is required for FIFO topics'),
    );
    await rejects(
      publish({ MessageGroupId: 'g' }),
      invalidParameter(
        'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      ),
    );
    await rejects(
      publish({ MessageGroupId: 'a b', MessageDeduplicationId: 'd' }),
      invalidParameter(
        'MessageGroupId Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.',
      ),
    );
  });
});
