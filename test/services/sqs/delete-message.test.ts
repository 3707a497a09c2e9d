import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('DeleteMessage', (world) => {
  it('succeeds once more for a message that is gone', async () => {
    const { sqs, createQueue, receive, attribute } = world();
    const QueueUrl = await createQueue();
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    const ReceiptHandle = (await receive(QueueUrl))[0]?.ReceiptHandle;
    for (let i = 0; i < 2; i++) await sqs.deleteMessage({ QueueUrl, ReceiptHandle });
    assert.equal(await attribute(QueueUrl, 'ApproximateNumberOfMessagesNotVisible'), '0');
  });

  it('deletes after the visibility timeout unless received again', async () => {
    const { sqs, createQueue, receive, advance } = world();
    const QueueUrl = await createQueue({ VisibilityTimeout: '10' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'a' });
    const [first] = await receive(QueueUrl);
    await advance(10);
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: first?.ReceiptHandle });
    assert.deepEqual(await receive(QueueUrl), []);

    await sqs.sendMessage({ QueueUrl, MessageBody: 'b' });
    const [old] = await receive(QueueUrl);
    await advance(10);
    assert.equal((await receive(QueueUrl)).length, 1);
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: old?.ReceiptHandle });
    await advance(10);
    assert.equal((await receive(QueueUrl)).length, 1);
  });

  it('refuses an expired handle on a FIFO queue', async () => {
    const { sqs, createFifoQueue, receive, advance } = world();
    const QueueUrl = await createFifoQueue({ VisibilityTimeout: '10' });
    const message = { MessageBody: 'x', MessageGroupId: 'g', MessageDeduplicationId: 'd' };
    await sqs.sendMessage({ QueueUrl, ...message });
    const ReceiptHandle = (await receive(QueueUrl))[0]?.ReceiptHandle;
    await advance(5);
    await sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 20 });
    await advance(20);
    await rejects(
      sqs.deleteMessage({ QueueUrl, ReceiptHandle }),
      invalidParameter(
        `Value ${ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`,
      ),
    );
    const [again] = await receive(QueueUrl);
    await sqs.deleteMessage({ QueueUrl, ReceiptHandle: again?.ReceiptHandle });
    assert.deepEqual(await receive(QueueUrl), []);
  });

  it('refuses what is no handle', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue();
    await rejects(sqs.deleteMessage({ QueueUrl, ReceiptHandle: 'INVALID' }), {
      name: 'ReceiptHandleIsInvalid',
      status: 404,
      message: 'The input receipt handle "INVALID" is not a valid receipt handle.',
    });
  });

  it('deletes in batches, each entry for itself', async () => {
    const { sqs, createQueue, receive } = world();
    const QueueUrl = await createQueue();
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    const [message] = await receive(QueueUrl);
    const answer = await sqs.deleteMessageBatch({
      QueueUrl,
      Entries: [
        { Id: 'good', ReceiptHandle: message?.ReceiptHandle },
        { Id: 'bad', ReceiptHandle: 'INVALID' },
      ],
    });
    assert.deepEqual(answer.Successful, [{ Id: 'good' }]);
    assert.deepEqual(
      answer.Failed?.map(({ Id, Code, SenderFault }) => [Id, Code, SenderFault]),
      [['bad', 'ReceiptHandleIsInvalid', true]],
    );
  });

  it('leaves the messages of other queues alone', async () => {
    const { sqs, createQueue, receive, attribute } = world();
    const QueueUrl = await createQueue();
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    const [message] = await receive(QueueUrl);
    await sqs.deleteMessage({
      QueueUrl: await createQueue(),
      ReceiptHandle: message?.ReceiptHandle,
    });
    assert.equal(await attribute(QueueUrl, 'ApproximateNumberOfMessagesNotVisible'), '1');
  });
});
