import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bodies, describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('ChangeMessageVisibility', (world) => {
  it('extends and ends the visibility timeout', async () => {
    const { sqs, createQueue, receive, advance } = world();
    const QueueUrl = await createQueue({ VisibilityTimeout: '10' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    const ReceiptHandle = (await receive(QueueUrl))[0]?.ReceiptHandle;
    await advance(5);
    await sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 30 });
    await advance(29);
    assert.deepEqual(await receive(QueueUrl), []);
    await sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
    assert.equal((await receive(QueueUrl)).length, 1);
  });

  it('works after the timeout while nobody has received the message again', async () => {
    const { sqs, createQueue, receive, advance } = world();
    const QueueUrl = await createQueue({ VisibilityTimeout: '1' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    const ReceiptHandle = (await receive(QueueUrl))[0]?.ReceiptHandle;
    await advance(2);
    await sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 5 });
    assert.deepEqual(await receive(QueueUrl), []);
    await advance(5);
    assert.equal((await receive(QueueUrl)).length, 1);
  });

  it('takes the handle of an earlier receive in a standard queue, not in a FIFO queue', async () => {
    const { sqs, createQueue, createFifoQueue, receive } = world();
    const receiveTwice = async (QueueUrl: string) => {
      const ReceiptHandle = (await receive(QueueUrl))[0]?.ReceiptHandle;
      await sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
      assert.equal((await receive(QueueUrl)).length, 1);
      return { QueueUrl, ReceiptHandle };
    };
    const standard = await createQueue();
    await sqs.sendMessage({ QueueUrl: standard, MessageBody: 'x' });
    const earlier = await receiveTwice(standard);
    await sqs.changeMessageVisibility({ ...earlier, VisibilityTimeout: 0 });
    assert.equal((await receive(standard)).length, 1);

    const fifo = await createFifoQueue({ ContentBasedDeduplication: 'true' });
    await sqs.sendMessage({ QueueUrl: fifo, MessageBody: 'x', MessageGroupId: 'g' });
    await rejects(
      sqs.changeMessageVisibility({ ...(await receiveTwice(fifo)), VisibilityTimeout: 0 }),
      invalidParameter(
        /Message does not exist or is not available for visibility timeout change\./,
      ),
    );
  });

  it('shows the messages of a FIFO group from the first visible one on', async () => {
    const { sqs, createFifoQueue, receive } = world();
    const QueueUrl = await createFifoQueue({ ContentBasedDeduplication: 'true' });
    for (const MessageBody of ['1', '2', '3', '4'])
      await sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    const received = await receive(QueueUrl, 3);
    const show = (index: number) =>
      sqs.changeMessageVisibility({
        QueueUrl,
        ReceiptHandle: received[index]?.ReceiptHandle,
        VisibilityTimeout: 0,
      });
    await show(1);
    assert.deepEqual(await receive(QueueUrl), []);
    await show(0);
    assert.deepEqual(bodies(await receive(QueueUrl)), ['1', '2']);
  });

  it('refuses times out of bounds and messages that are gone', async () => {
    const { sqs, createQueue, receive, advance } = world();
    const QueueUrl = await createQueue();
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    const ReceiptHandle = (await receive(QueueUrl))[0]?.ReceiptHandle;
    const change = (VisibilityTimeout: number) =>
      sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout });
    await rejects(
      change(43_201),
      invalidParameter(
        'Value 43201 for parameter VisibilityTimeout is invalid. Reason: VisibilityTimeout must be an integer between 0 and 43200.',
      ),
    );
    await advance(10);
    await rejects(
      change(43_200),
      invalidParameter(
        /Total VisibilityTimeout for the message is beyond the limit \[43200 seconds\]/,
      ),
    );
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle });
    await rejects(change(1), invalidParameter(/Message does not exist/));
  });

  it('changes in batches, each entry for itself', async () => {
    const { sqs, createQueue, receive } = world();
    const QueueUrl = await createQueue();
    for (const MessageBody of ['a', 'b']) await sqs.sendMessage({ QueueUrl, MessageBody });
    const received = await receive(QueueUrl);
    const answer = await sqs.changeMessageVisibilityBatch({
      QueueUrl,
      Entries: received.map(({ ReceiptHandle }, index) => ({
        Id: `${index}`,
        ReceiptHandle,
        VisibilityTimeout: index === 0 ? 0 : 50_000,
      })),
    });
    assert.deepEqual(answer.Successful, [{ Id: '0' }]);
    assert.deepEqual(
      answer.Failed?.map(({ Id, Code }) => [Id, Code]),
      [['1', 'InvalidParameterValue']],
    );
    assert.deepEqual(bodies(await receive(QueueUrl)), ['a']);
  });
});
