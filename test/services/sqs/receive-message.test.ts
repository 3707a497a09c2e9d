import assert from 'node:assert/strict';
import { it } from 'node:test';
import { STOPPING_SIGNAL } from '../../../src/services/sqs/wait-for-messages.ts';
import { bodies, describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('ReceiveMessage', (world) => {
  it('refuses numbers out of bounds', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue();
    const receive = (more: object) => sqs.receiveMessage({ QueueUrl, ...more });
    await rejects(
      receive({ MaxNumberOfMessages: 11 }),
      invalidParameter(
        'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.',
      ),
    );
    await rejects(
      receive({ WaitTimeSeconds: 21 }),
      invalidParameter(
        'Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.',
      ),
    );
    await rejects(receive({ VisibilityTimeout: 43_201 }), invalidParameter(/VisibilityTimeout/));
    await rejects(receive({ MessageSystemAttributeNames: ['Nonsense'] }), {
      name: 'InvalidAttributeName',
      message: 'Unknown Attribute Nonsense.',
    });
    await rejects(receive({ ReceiveRequestAttemptId: 'x' }), invalidParameter(/queue type/));
  });

  it('answers an empty queue without a list', async () => {
    const { sqs, createQueue } = world();
    const { Messages } = await sqs.receiveMessage({ QueueUrl: await createQueue() });
    assert.equal(Messages, undefined);
  });

  it('shows the system attributes asked for, under either name of the list', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue({ VisibilityTimeout: '0' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x', MessageGroupId: 'tenant' });
    const attributes = async (more: object) => {
      const { Messages } = await sqs.receiveMessage({ QueueUrl, ...more });
      return Object.keys(Messages?.[0]?.Attributes ?? {}).sort();
    };
    const all = [
      'ApproximateFirstReceiveTimestamp',
      'ApproximateReceiveCount',
      'MessageGroupId',
      'SenderId',
      'SentTimestamp',
    ];
    assert.deepEqual(await attributes({}), []);
    assert.deepEqual(await attributes({ AttributeNames: ['All'] }), all);
    assert.deepEqual(await attributes({ MessageSystemAttributeNames: ['All'] }), all);
    assert.deepEqual(
      await attributes({ MessageSystemAttributeNames: ['SenderId', 'SequenceNumber'] }),
      ['SenderId'],
    );
  });

  it('selects message attributes by name and prefix, with a digest of those alone', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue({ VisibilityTimeout: '0' });
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    await sqs.sendMessage({
      QueueUrl,
      MessageBody: 'x',
      MessageAttributes: { Hello: text('There'), General: text('Kenobi'), 'Help.Me': text('Me') },
    });
    const cases: [string[], string[], string | undefined][] = [
      [[], [], undefined],
      [['All'], ['General', 'Hello', 'Help.Me'], '4c360f3fdafd970e05fae2f149d997f5'],
      [['.*'], ['General', 'Hello', 'Help.Me'], '4c360f3fdafd970e05fae2f149d997f5'],
      [['*'], ['General', 'Hello', 'Help.Me'], '4c360f3fdafd970e05fae2f149d997f5'],
      [['Hello', 'General', 'no such'], ['General', 'Hello'], 'fca026605781cb4126a1e9044df24232'],
      [['Hello'], ['Hello'], 'a311262e065454b75da111d535b8dacd'],
      [['Help.*'], ['Help.Me'], undefined],
    ];
    for (const [MessageAttributeNames, names, digest] of cases) {
      const { Messages } = await sqs.receiveMessage({ QueueUrl, MessageAttributeNames });
      const message = Messages?.[0];
      assert.deepEqual(Object.keys(message?.MessageAttributes ?? {}).sort(), names);
      if (digest !== undefined) assert.equal(message?.MD5OfMessageAttributes, digest);
      assert.equal(message?.MD5OfMessageAttributes === undefined, names.length === 0);
    }
  });

  it('hides a message for the timeout of the request or the queue', async () => {
    const { sqs, createQueue, receive, advance } = world();
    const QueueUrl = await createQueue({ VisibilityTimeout: '100' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    await sqs.receiveMessage({ QueueUrl, VisibilityTimeout: 10 });
    await advance(9);
    assert.deepEqual(await receive(QueueUrl), []);
    await advance(1);
    const [second] = await receive(QueueUrl);
    assert.equal(second?.Attributes?.ApproximateReceiveCount, '2');
    await advance(99);
    assert.deepEqual(await receive(QueueUrl), []);
    await advance(1);
    const [third] = await receive(QueueUrl);
    assert.equal(third?.Attributes?.ApproximateReceiveCount, '3');
    assert.notEqual(third?.ReceiptHandle, second?.ReceiptHandle);
    assert.equal(
      third?.Attributes?.ApproximateFirstReceiveTimestamp,
      second?.Attributes?.ApproximateFirstReceiveTimestamp,
    );
  });

  it('waits until a message is sent', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue({ ReceiveMessageWaitTimeSeconds: '20' });
    const waiting = sqs.receiveMessage({ QueueUrl });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'at last' });
    assert.deepEqual(bodies((await waiting).Messages ?? []), ['at last']);
  });

  it('waits until a hidden message is visible again', async () => {
    const { sqs, createQueue, receive, platform } = world();
    const QueueUrl = await createQueue();
    await sqs.sendMessage({ QueueUrl, MessageBody: 'again' });
    assert.equal((await receive(QueueUrl)).length, 1);
    await platform.clock.advance(20_000);
    const waiting = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    let answered = false;
    const done = waiting.then((answer) => {
      answered = true;
      return answer.Messages ?? [];
    });
    // The request may still be on its way when the time is moved, so it is moved in steps.
    for (let seconds = 0; seconds < 19 && !answered; seconds++) {
      await platform.clock.advance(1000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.deepEqual(bodies(await done), ['again']);
  });

  it('answers nothing when the wait is over', async () => {
    const { sqs, createQueue, platform } = world();
    const QueueUrl = await createQueue();
    let answered = false;
    const waiting = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 5 }).finally(() => {
      answered = true;
    });
    while (!answered) {
      await platform.clock.advance(1000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal((await waiting).Messages, undefined);
  });

  it('serves everybody who waits', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue();
    const waiting = Array.from({ length: 20 }, () =>
      sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 }),
    );
    for (let i = 0; i < 2; i++)
      await sqs.sendMessageBatch({
        QueueUrl,
        Entries: Array.from({ length: 10 }, (_, j) => ({ Id: `${j}`, MessageBody: `${i}${j}` })),
      });
    const received = (await Promise.all(waiting)).flatMap(({ Messages = [] }) => bodies(Messages));
    assert.equal(new Set(received).size, 20);
  });

  it('ends every wait when the server stops, and when the queue is deleted', async () => {
    const { sqs, createQueue, platform } = world();
    const QueueUrl = await createQueue();
    const doomed = await createQueue();
    let answered = false;
    const waiting = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 }).finally(() => {
      answered = true;
    });
    while (!answered) {
      platform.storage.signals.fire(STOPPING_SIGNAL);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal((await waiting).Messages, undefined);
    const lost = rejects(sqs.receiveMessage({ QueueUrl: doomed, WaitTimeSeconds: 20 }), {
      name: 'QueueDoesNotExist',
      message: /^The specified queue does not exist/,
    });
    await sqs.deleteQueue({ QueueUrl: doomed });
    await lost;
  });

  it('refuses to receive when too many messages are in flight', async () => {
    const { sqs, createQueue, arn, platform } = world();
    const QueueUrl = await createQueue();
    const now = platform.clock.now();
    await platform.storage.transaction(async (tx) => {
      // As many as a client would need twelve thousand calls for.
      await tx.run(
        `INSERT INTO messages (id, backlog, place, visible_at, sent_at, receive_count, message_id, sender_id, body)
         WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 120000)
         SELECT n, (SELECT backlog FROM queues WHERE arn = ?), 0, ?, ?, 1, 'id', 'sender', 'x' FROM numbers`,
        arn(QueueUrl),
        now + 3_600_000,
        now,
      );
      await tx.run('UPDATE queues SET in_flight = 120000 WHERE arn = ?', arn(QueueUrl));
    });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'one more' });
    await rejects(sqs.receiveMessage({ QueueUrl }), {
      name: 'OverLimit',
      status: 403,
      message: 'Too many messages are in flight.',
    });
    await platform.storage.transaction((tx) => tx.run('DELETE FROM messages WHERE id <= 10'));
    await platform.clock.advance(1000);
    assert.deepEqual(bodies((await sqs.receiveMessage({ QueueUrl })).Messages ?? []), ['one more']);
    await platform.storage.transaction((tx) => tx.run('DELETE FROM messages WHERE id <= 120000'));
  });
});
