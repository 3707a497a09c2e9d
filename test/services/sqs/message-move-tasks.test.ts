import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runMoveTasks, stepMoveTasks } from '../../../src/services/sqs/run-move-tasks.ts';
import { bodies, describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('Message move tasks', (world) => {
  /** A dead-letter queue with `count` messages in it, and the queue that they came from. */
  async function createDeadLetters(count: number) {
    const { sqs, createQueue, arn, receive } = world();
    const dead = await createQueue();
    const source = await createQueue({
      VisibilityTimeout: '0',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn(dead), maxReceiveCount: 1 }),
    });
    for (let i = 0; i < count; i++)
      await sqs.sendMessage({ QueueUrl: source, MessageBody: `${i}` });
    while ((await receive(source)).length > 0);
    return { dead, source, SourceArn: arn(dead) };
  }
  const latest = async (SourceArn: string) =>
    (await world().sqs.listMessageMoveTasks({ SourceArn })).Results?.[0];

  it('take messages back to where they came from, as new ones', async () => {
    const { sqs, receive, attribute, platform } = world();
    const { dead, source, SourceArn } = await createDeadLetters(3);
    const { TaskHandle } = await sqs.startMessageMoveTask({ SourceArn });
    assert.ok(TaskHandle);
    const running = await latest(SourceArn);
    assert.equal(running?.Status, 'RUNNING');
    assert.equal(running.TaskHandle, TaskHandle);
    assert.equal(running.ApproximateNumberOfMessagesToMove, 3);
    await rejects(
      sqs.startMessageMoveTask({ SourceArn }),
      invalidParameter(/^There is already a task running/),
    );
    while ((await stepMoveTasks(platform)) !== undefined);
    const completed = await latest(SourceArn);
    assert.equal(completed?.Status, 'COMPLETED');
    assert.equal(completed.ApproximateNumberOfMessagesMoved, 3);
    assert.equal(completed.TaskHandle, undefined);
    assert.equal(completed.DestinationArn, undefined);
    assert.equal(await attribute(dead, 'ApproximateNumberOfMessages'), '0');
    const [message] = await receive(source, 1);
    assert.equal(message?.Body, '0');
    assert.equal(message.Attributes?.ApproximateReceiveCount, '1');
    assert.equal(message.Attributes?.DeadLetterQueueSourceArn, undefined);
  });

  it('keep to their rate, and go on by themselves', async () => {
    const { sqs, createQueue, arn, attribute, platform } = world();
    const { SourceArn } = await createDeadLetters(5);
    const destination = await createQueue();
    await sqs.startMessageMoveTask({
      SourceArn,
      DestinationArn: arn(destination),
      MaxNumberOfMessagesPerSecond: 1,
    });
    const moved = () => attribute(destination, 'ApproximateNumberOfMessages');
    await stepMoveTasks(platform);
    await stepMoveTasks(platform);
    assert.equal(await moved(), '1');
    await platform.clock.advance(1000);
    await stepMoveTasks(platform);
    assert.equal(await moved(), '2');

    const stop = new AbortController();
    const loop = runMoveTasks(platform, stop.signal);
    let status: string | undefined;
    while (status !== 'COMPLETED') {
      await platform.clock.advance(1000);
      status = (await latest(SourceArn))?.Status;
    }
    stop.abort();
    await loop;
    assert.equal(await moved(), '5');
    assert.equal((await latest(SourceArn))?.MaxNumberOfMessagesPerSecond, 1);
  });

  it('can be cancelled', async () => {
    const { sqs, platform } = world();
    const { SourceArn } = await createDeadLetters(4);
    const { TaskHandle } = await sqs.startMessageMoveTask({
      SourceArn,
      MaxNumberOfMessagesPerSecond: 1,
    });
    const { taskId, sourceArn } = JSON.parse(Buffer.from(TaskHandle ?? '', 'base64').toString());
    assert.match(taskId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.equal(sourceArn, SourceArn);
    await stepMoveTasks(platform);
    const cancelled = await sqs.cancelMessageMoveTask({ TaskHandle });
    assert.equal(cancelled.ApproximateNumberOfMessagesMoved, 1);
    assert.equal((await latest(SourceArn))?.Status, 'CANCELLING');
    await stepMoveTasks(platform);
    assert.equal((await latest(SourceArn))?.Status, 'CANCELLED');
    await rejects(sqs.cancelMessageMoveTask({ TaskHandle }), {
      name: 'UnsupportedOperation',
      message: 'Only active tasks can be cancelled.',
    });
  });

  it('fail when a destination is gone or unknown', async () => {
    const { sqs, createQueue, arn, platform } = world();
    const { SourceArn, dead } = await createDeadLetters(1);
    const DestinationQueue = await createQueue();
    await sqs.startMessageMoveTask({ SourceArn, DestinationArn: arn(DestinationQueue) });
    await sqs.deleteQueue({ QueueUrl: DestinationQueue });
    await stepMoveTasks(platform);
    const failed = await latest(SourceArn);
    assert.equal(failed?.Status, 'FAILED');
    assert.equal(failed.FailureReason, 'AWS.SimpleQueueService.NonExistentQueue');

    await sqs.sendMessage({ QueueUrl: dead, MessageBody: 'sent here directly' });
    await sqs.startMessageMoveTask({ SourceArn });
    await stepMoveTasks(platform);
    assert.equal((await latest(SourceArn))?.FailureReason, 'CouldNotDetermineMessageSource');
  });

  it('keep the order of FIFO groups', async () => {
    const { sqs, createFifoQueue, arn, receive, platform } = world();
    const dead = await createFifoQueue();
    const source = await createFifoQueue({
      VisibilityTimeout: '0',
      ContentBasedDeduplication: 'true',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn(dead), maxReceiveCount: 1 }),
    });
    const sent = ['1', '2', '3', '4'];
    for (const MessageBody of sent)
      await sqs.sendMessage({ QueueUrl: source, MessageBody, MessageGroupId: 'g' });
    while ((await receive(source)).length > 0);
    await sqs.startMessageMoveTask({ SourceArn: arn(dead) });
    while ((await stepMoveTasks(platform)) !== undefined);
    assert.deepEqual(bodies(await receive(source)), sent);
  });

  it('refuse what is no dead-letter queue, does not exist, or is no handle', async () => {
    const { sqs, createQueue, arn } = world();
    const plain = arn(await createQueue());
    const { SourceArn } = await createDeadLetters(0);
    await rejects(
      sqs.startMessageMoveTask({ SourceArn: plain }),
      invalidParameter('Source queue must be configured as a Dead Letter Queue.'),
    );
    await rejects(sqs.startMessageMoveTask({ SourceArn: `${plain}-x` }), {
      name: 'ResourceNotFoundException',
      status: 404,
      message: "The resource that you specified for the SourceArn parameter doesn't exist.",
    });
    await rejects(sqs.startMessageMoveTask({ SourceArn, DestinationArn: `${plain}-x` }), {
      name: 'ResourceNotFoundException',
      status: 404,
      message: "The resource that you specified for the DestinationArn parameter doesn't exist.",
    });
    await rejects(
      sqs.startMessageMoveTask({ SourceArn, MaxNumberOfMessagesPerSecond: 501 }),
      invalidParameter(/MaxNumberOfMessagesPerSecond/),
    );
    await rejects(
      sqs.startMessageMoveTask({ SourceArn: 'queue' }),
      invalidParameter(/^You must use/),
    );
    for (const handle of ['x', Buffer.from('null').toString('base64')])
      await rejects(
        sqs.cancelMessageMoveTask({ TaskHandle: handle }),
        invalidParameter('Value for parameter TaskHandle is invalid.'),
      );
    const taskId = '10f57157-fc38-4da9-a113-4de7e12d05aa';
    const handleOf = (sourceArn: string) =>
      Buffer.from(JSON.stringify({ taskId, sourceArn })).toString('base64');
    await rejects(sqs.cancelMessageMoveTask({ TaskHandle: handleOf(SourceArn) }), {
      name: 'ResourceNotFoundException',
      status: 404,
      message: 'Task does not exist.',
    });
    await rejects(sqs.cancelMessageMoveTask({ TaskHandle: handleOf(`${SourceArn}-x`) }), {
      name: 'ResourceNotFoundException',
      status: 404,
      message: "The resource that you specified for the SourceArn parameter doesn't exist.",
    });
  });
});
