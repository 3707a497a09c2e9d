import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import type { EventRow } from '../../../src/storage/tables/events.ts';
import { describeSns } from './world.ts';

describeSns('filter policies', (world) => {
  const subscribed = async (attributes: Record<string, string>) => {
    const { topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const { arn, envelopes } = await queue();
    const SubscriptionArn = await subscribe(TopicArn, 'sqs', arn, attributes);
    return { TopicArn, SubscriptionArn, arn, envelopes };
  };
  const text = (StringValue: string): MessageAttributeValue => ({
    DataType: 'String',
    StringValue,
  });

  it('let through what has the attributes', async () => {
    const FilterPolicy = '{"kind":["cat",{"prefix":"do"}],"size":[{"numeric":[">",10]}]}';
    const { TopicArn, envelopes } = await subscribed({ FilterPolicy });
    const publish = (Message: string, kind: string, size: string) =>
      world().sns.publish({
        TopicArn,
        Message,
        MessageAttributes: {
          kind: text(kind),
          size: { DataType: 'Number', StringValue: size },
        },
      });
    await publish('cat', 'cat', '11');
    await publish('small cat', 'cat', '10');
    await publish('dog', 'dog', '12');
    await publish('cow', 'cow', '12');
    await world().sns.publish({ TopicArn, Message: 'nothing' });
    assert.deepEqual(
      (await envelopes()).map(({ Message }) => Message),
      ['cat', 'dog'],
    );
  });

  it('let through what has it in its body', async () => {
    const { TopicArn, envelopes } = await subscribed({
      FilterPolicy: '{"Records":{"s3":{"object":{"key":[{"prefix":"photos/"}]}}}}',
      FilterPolicyScope: 'MessageBody',
    });
    const record = (key: string) => JSON.stringify({ Records: [{ s3: { object: { key } } }] });
    for (const Message of [record('photos/a.jpg'), record('b.jpg'), 'no JSON'])
      await world().sns.publish({ TopicArn, Message });
    assert.deepEqual(
      (await envelopes()).map(({ Message }) => Message),
      [record('photos/a.jpg')],
    );
  });

  it('see the text of their own protocol', async () => {
    const { TopicArn, envelopes } = await subscribed({
      FilterPolicy: '{"for":["queues"]}',
      FilterPolicyScope: 'MessageBody',
    });
    const Message = JSON.stringify({ default: '{"for":"all"}', sqs: '{"for":"queues"}' });
    await world().sns.publish({ TopicArn, MessageStructure: 'json', Message });
    assert.equal((await envelopes())[0]?.Message, '{"for":"queues"}');
  });

  it('hold from when they are set', async () => {
    const { TopicArn, SubscriptionArn, envelopes } = await subscribed({});
    const { sns } = world();
    const set = (AttributeValue: string) =>
      sns.setSubscriptionAttributes({
        SubscriptionArn,
        AttributeName: 'FilterPolicy',
        AttributeValue,
      });
    await sns.publish({ TopicArn, Message: 'before' });
    await set('{"a":["b"]}');
    await sns.publish({ TopicArn, Message: 'between' });
    await set('');
    await sns.publish({ TopicArn, Message: 'after' });
    assert.deepEqual(
      (await envelopes()).map(({ Message }) => Message),
      ['before', 'after'],
    );
  });

  it('leave in the event why they held a message back', async () => {
    const { TopicArn, SubscriptionArn, arn } = await subscribed({ FilterPolicy: '{"a":["b"]}' });
    const { MessageId } = await world().sns.publish({
      TopicArn,
      Message: 'm',
      MessageAttributes: { a: text('c') },
    });
    const event = await world().storage.read((reader) =>
      reader.get<EventRow>('SELECT * FROM events WHERE subject = ?', MessageId ?? ''),
    );
    assert.deepEqual(JSON.parse(event?.settled ?? ''), [
      {
        rule: SubscriptionArn,
        destination: arn,
        kind: 'filtered',
        path: 'a',
        reason: 'a: "c" does not match "b"',
      },
    ]);
  });
});
