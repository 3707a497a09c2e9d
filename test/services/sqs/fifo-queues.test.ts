import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bodies, describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('FIFO queues', (world) => {
  it('demand a group, and an id or content to deduplicate by', async () => {
    const { sqs, createFifoQueue } = world();
    const QueueUrl = await createFifoQueue();
    const send = (more: object) => sqs.sendMessage({ QueueUrl, MessageBody: 'x', ...more });
    await rejects(send({}), {
      code: 'MissingParameter',
      message: 'The request must contain the parameter MessageGroupId.',
    });
    await rejects(
      send({ MessageGroupId: 'g' }),
      invalidParameter(
        'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      ),
    );
    await rejects(
      send({ MessageGroupId: 'g', MessageDeduplicationId: 'd', DelaySeconds: 2 }),
      invalidParameter(
        'Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.',
      ),
    );
  });

  it('deliver a message once although it was sent twice', async () => {
    const { sqs, createFifoQueue, receive, advance } = world();
    const QueueUrl = await createFifoQueue();
    const send = (MessageBody: string) =>
      sqs.sendMessage({
        QueueUrl,
        MessageBody,
        MessageGroupId: 'g',
        MessageDeduplicationId: 'same',
      });
    const first = await send('one');
    const second = await send('two');
    assert.equal(second.MessageId, first.MessageId);
    assert.equal(second.SequenceNumber, first.SequenceNumber);
    const [message] = await receive(QueueUrl);
    assert.equal(message?.Attributes?.SequenceNumber, first.SequenceNumber);
    assert.equal(message?.Attributes?.MessageGroupId, 'g');
    assert.equal(message?.Attributes?.MessageDeduplicationId, 'same');
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: message?.ReceiptHandle });
    await advance(300);
    await send('three');
    assert.deepEqual(bodies(await receive(QueueUrl)), ['three']);
  });

  it('take the digest of the body for the deduplication id', async () => {
    const { sqs, createFifoQueue, receive } = world();
    const QueueUrl = await createFifoQueue({ ContentBasedDeduplication: 'true' });
    for (let i = 0; i < 2; i++)
      await sqs.sendMessage({ QueueUrl, MessageBody: 'abc', MessageGroupId: 'g' });
    const received = await receive(QueueUrl);
    assert.equal(received.length, 1);
    assert.equal(
      received[0]?.Attributes?.MessageDeduplicationId,
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('apply a changed delay to messages that are there already', async () => {
    const { sqs, createFifoQueue, receive, advance } = world();
    const QueueUrl = await createFifoQueue({
      DelaySeconds: '60',
      ContentBasedDeduplication: 'true',
    });
    for (const MessageBody of ['1', '2'])
      await sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g', DelaySeconds: 0 });
    assert.deepEqual(await receive(QueueUrl), []);
    await advance(10);
    await sqs.setQueueAttributes({ QueueUrl, Attributes: { DelaySeconds: '5' } });
    assert.deepEqual(bodies(await receive(QueueUrl)), ['1', '2']);
  });

  it('answer a repeated receive with the same messages', async () => {
    const { sqs, createFifoQueue } = world();
    const QueueUrl = await createFifoQueue({ ContentBasedDeduplication: 'true' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x', MessageGroupId: 'g' });
    const receive = async (ReceiveRequestAttemptId: string) => {
      const { Messages = [] } = await sqs.receiveMessage({ QueueUrl, ReceiveRequestAttemptId });
      return Messages[0]?.ReceiptHandle;
    };
    const handle = await receive('attempt-1');
    assert.ok(handle);
    assert.equal(await receive('attempt-1'), handle);
    assert.equal(await receive('attempt-2'), undefined);
  });

  it('keep the order of every group through random receives, failures and deletes', async () => {
    const { sqs, createFifoQueue, platform } = world();
    const QueueUrl = await createFifoQueue({ VisibilityTimeout: '0' });
    const groups = ['a', 'b', 'c'];
    for (let i = 0; i < 10; i++)
      await sqs.sendMessageBatch({
        QueueUrl,
        Entries: groups.map((group) => ({
          Id: group,
          MessageBody: `${i}`,
          MessageGroupId: group,
          MessageDeduplicationId: `${group}${i}`,
        })),
      });
    const processed: Record<string, number[]> = { a: [], b: [], c: [] };
    for (let round = 0; round < 500; round++) {
      const { Messages } = await sqs.receiveMessage({
        QueueUrl,
        MaxNumberOfMessages: 1 + Math.floor(platform.ids.random() * 10),
        VisibilityTimeout: 100,
        MessageSystemAttributeNames: ['MessageGroupId'],
      });
      if (!Messages) break;
      const failed = new Set<string>();
      for (const { ReceiptHandle, Body, Attributes } of Messages) {
        const group = Attributes?.MessageGroupId ?? '';
        // A consumer that fails one message gives up on the rest of its group as well.
        if (failed.has(group) || platform.ids.random() < 0.3) {
          failed.add(group);
          await sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
        } else {
          processed[group]?.push(Number(Body));
          await sqs.deleteMessage({ QueueUrl, ReceiptHandle });
        }
      }
    }
    for (const group of groups) assert.deepEqual(processed[group], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
