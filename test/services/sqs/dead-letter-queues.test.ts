import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bodies, describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('Dead-letter queues', (world) => {
  const redriveTo = (arn: string, maxReceiveCount: number | string = 1) => ({
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount }),
  });

  it('take what was received too often', async () => {
    const { sqs, createQueue, arn, receive, advance } = world();
    const dead = await createQueue();
    const QueueUrl = await createQueue({ ...redriveTo(arn(dead), '1'), VisibilityTimeout: '1' });
    const sent = await sqs.sendMessage({
      QueueUrl,
      MessageBody: 'poison',
      MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
    });
    const [first] = await receive(QueueUrl);
    await advance(1);
    assert.deepEqual(await receive(QueueUrl), []);
    const [message] = await receive(dead);
    assert.equal(message?.MessageId, sent.MessageId);
    assert.equal(message?.Body, 'poison');
    assert.deepEqual(message?.MessageAttributes, first?.MessageAttributes);
    assert.equal(message?.Attributes?.ApproximateReceiveCount, '2');
    assert.equal(message?.Attributes?.DeadLetterQueueSourceArn, arn(QueueUrl));
    assert.equal(message?.Attributes?.SentTimestamp, first?.Attributes?.SentTimestamp);
  });

  it('wake whoever waits for dead letters', async () => {
    const { sqs, createQueue, arn, receive } = world();
    const dead = await createQueue();
    const QueueUrl = await createQueue({ ...redriveTo(arn(dead)), VisibilityTimeout: '0' });
    const waiting = sqs.receiveMessage({ QueueUrl: dead, WaitTimeSeconds: 20 });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'poison' });
    await receive(QueueUrl);
    await receive(QueueUrl);
    assert.deepEqual(bodies((await waiting).Messages ?? []), ['poison']);
  });

  it('are named by a redrive policy, whose count may be a text', async () => {
    const { sqs, createQueue, arn, attribute } = world();
    const dead = await createQueue();
    const QueueUrl = await createQueue(redriveTo(arn(dead), '5'));
    const policy = `{"deadLetterTargetArn":"${arn(dead)}","maxReceiveCount":5}`;
    assert.equal(await attribute(QueueUrl, 'RedrivePolicy'), policy);
    const sources = async () =>
      (await sqs.listDeadLetterSourceQueues({ QueueUrl: dead })).queueUrls ?? [];
    assert.deepEqual(await sources(), [QueueUrl]);
    await sqs.setQueueAttributes({ QueueUrl, Attributes: { RedrivePolicy: '' } });
    assert.equal(await attribute(QueueUrl, 'RedrivePolicy'), undefined);
    assert.deepEqual(await sources(), []);
  });

  it('must exist, be of the same kind, and be named properly', async () => {
    const { createQueue, createFifoQueue, arn } = world();
    const dead = await createQueue();
    const refused = (RedrivePolicy: string, reason: string) =>
      rejects(
        createQueue({ RedrivePolicy }),
        invalidParameter(
          `Value ${RedrivePolicy} for parameter RedrivePolicy is invalid. Reason: ${reason}`,
        ),
      );
    await refused('nonsense', 'Redrive policy is not a valid JSON map.');
    await refused('[]', 'Redrive policy is not a valid JSON map.');
    await refused(
      '{"maxReceiveCount":1}',
      'Redrive policy does not contain mandatory attribute: deadLetterTargetArn.',
    );
    await refused(
      `{"deadLetterTargetArn":"${arn(dead)}"}`,
      'Redrive policy does not contain mandatory attribute: maxReceiveCount.',
    );
    for (const count of [0, 1001, 'x', 1.5])
      await refused(
        redriveTo(arn(dead), count).RedrivePolicy,
        `Invalid value for maxReceiveCount: ${count}, valid values are from 1 to 1000 both inclusive.`,
      );
    await refused(redriveTo(`${arn(dead)}x`).RedrivePolicy, 'Dead letter target does not exist.');
    await refused(
      redriveTo(arn(await createFifoQueue())).RedrivePolicy,
      'Dead-letter queue must be same type of queue as the source.',
    );
  });

  it('can refuse to be used by others', async () => {
    const { createQueue, arn } = world();
    const allow = (policy: object) => ({ RedriveAllowPolicy: JSON.stringify(policy) });
    const friend = await createQueue();
    const closed = await createQueue(allow({ redrivePermission: 'denyAll' }));
    const chosen = await createQueue(
      allow({ redrivePermission: 'byQueue', sourceQueueArns: [arn(friend)] }),
    );
    for (const target of [closed, chosen])
      await rejects(createQueue(redriveTo(arn(target))), invalidParameter(/redrive allow policy/));
    await world().sqs.setQueueAttributes({
      QueueUrl: friend,
      Attributes: redriveTo(arn(chosen)),
    });
    for (const policy of [{}, { redrivePermission: 'some' }, { redrivePermission: 'byQueue' }])
      await rejects(createQueue(allow(policy)), invalidParameter(/RedriveAllowPolicy is invalid/));
  });

  it('of FIFO queues keep group and order', async () => {
    const { sqs, createFifoQueue, arn, receive } = world();
    const dead = await createFifoQueue();
    const QueueUrl = await createFifoQueue({
      ...redriveTo(arn(dead)),
      VisibilityTimeout: '0',
      ContentBasedDeduplication: 'true',
    });
    for (const MessageBody of ['1', '2'])
      await sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    await receive(QueueUrl);
    assert.deepEqual(await receive(QueueUrl), []);
    const letters = await receive(dead);
    assert.deepEqual(bodies(letters), ['1', '2']);
    assert.equal(letters[0]?.Attributes?.MessageGroupId, 'g');
  });
});
