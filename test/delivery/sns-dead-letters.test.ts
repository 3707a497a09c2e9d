import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { EventRow } from '../../src/storage/tables/events.ts';
import { describeSns, snsMaySend } from '../services/sns/world.ts';

const NOBODY = 'arn:aws:sqs:us-east-1:123456789012:nobody';

describeSns('dead letters of topics', (world) => {
  const redrive = (deadLetterTargetArn: string) => JSON.stringify({ deadLetterTargetArn });
  const settled = async (MessageId = '') => {
    const event = await world().storage.read((reader) =>
      reader.get<EventRow>('SELECT * FROM events WHERE subject = ?', MessageId),
    );
    return JSON.parse(event?.settled ?? '');
  };

  it('are what a queue that is gone would have got', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const dead = await queue();
    const rule = await subscribe(TopicArn, 'sqs', NOBODY, { RedrivePolicy: redrive(dead.arn) });
    const { MessageId } = await sns.publish({ TopicArn, Message: 'm' });
    const [message] = await dead.receive();
    assert.equal(JSON.parse(message?.Body ?? '').MessageId, MessageId);
    assert.equal(message?.MessageAttributes, undefined);
    const [{ deadLetter, ...considered }] = await settled(MessageId);
    assert.deepEqual(considered, {
      rule,
      destination: NOBODY,
      kind: 'rejected',
      code: 'QueueDoesNotExist',
      reason: `The queue ${NOBODY} does not exist.`,
    });
    assert.deepEqual([deadLetter.kind, deadLetter.destination], ['delivered', dead.arn]);
  });

  it('are raw, with attributes, where the queue wanted it so', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const refusing = await queue({ policy: null });
    const dead = await queue();
    await subscribe(TopicArn, 'sqs', refusing.arn, {
      RawMessageDelivery: 'true',
      RedrivePolicy: redrive(dead.arn),
    });
    await sns.publish({
      TopicArn,
      Message: 'm',
      MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
    });
    assert.deepEqual(await refusing.receive(), []);
    const [message] = await dead.receive();
    assert.equal(message?.Body, 'm');
    assert.deepEqual(message?.MessageAttributes, { a: { DataType: 'String', StringValue: 'b' } });
  });

  it('keep their group in a FIFO queue', async () => {
    const { sns, fifoTopic, queue, subscribe } = world();
    const TopicArn = await fifoTopic({ ContentBasedDeduplication: 'true' });
    const dead = await queue({ fifo: true });
    await subscribe(TopicArn, 'sqs', `${NOBODY}.fifo`, { RedrivePolicy: redrive(dead.arn) });
    await sns.publish({ TopicArn, Message: 'm', MessageGroupId: 'g' });
    const [message] = await dead.receive();
    assert.equal(message?.Attributes?.MessageGroupId, 'g');
  });

  it('are lost when the dead-letter queue does not let SNS in, and that is recorded', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const closed = await queue({ policy: snsMaySend('arn:aws:sqs:us-east-1:123456789012:other') });
    await subscribe(TopicArn, 'sqs', NOBODY, { RedrivePolicy: redrive(closed.arn) });
    const { MessageId } = await sns.publish({ TopicArn, Message: 'm' });
    assert.deepEqual(await closed.receive(), []);
    const [{ deadLetter }] = await settled(MessageId);
    assert.deepEqual([deadLetter.kind, deadLetter.code], ['rejected', 'AccessDenied']);
  });

  it('come of queues that the relay serves, too', async () => {
    const { sns, topic, queue, subscribe, attempted } = world();
    const TopicArn = await topic();
    const dead = await queue();
    const rules = [];
    for (let i = 0; i < 11; i++)
      rules.push(
        await subscribe(TopicArn, 'sqs', `${NOBODY}-${i}`, { RedrivePolicy: redrive(dead.arn) }),
      );
    await sns.publish({ TopicArn, Message: 'm' });
    // The first ten were settled with the publish; subscriptions are served in the order of their ARNs.
    const last = rules.sort().at(-1) ?? '';
    assert.equal((await attempted(last, 1)).state, 'rejected');
    const first = await dead.receive();
    const second = await dead.receive();
    assert.equal(first.length + second.length, 11);
  });

  it('never fail the publish of others', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const good = await queue();
    await subscribe(TopicArn, 'sqs', NOBODY);
    await subscribe(TopicArn, 'sqs', good.arn);
    await sns.publish({ TopicArn, Message: 'm' });
    assert.equal((await good.receive()).length, 1);
  });

  it('come of raw messages with more attributes than a queue takes', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const raw = await queue();
    await subscribe(TopicArn, 'sqs', raw.arn, { RawMessageDelivery: 'true' });
    const MessageAttributes = Object.fromEntries(
      Array.from({ length: 11 }, (_, i) => [`a${i}`, { DataType: 'String', StringValue: 'b' }]),
    );
    const { MessageId } = await sns.publish({ TopicArn, Message: 'm', MessageAttributes });
    assert.deepEqual(await raw.receive(), []);
    const [{ kind, code }] = await settled(MessageId);
    assert.deepEqual([kind, code], ['rejected', 'InvalidParameterValueException']);
  });
});
