import { parseArn } from '../../aws/arn.ts';
import type {
  StartMessageMoveTaskRequest,
  StartMessageMoveTaskResult,
} from '../../aws/models/sqs.ts';
import type { Reader } from '../../storage/storage.ts';
import { countMessages } from '../../storage/tables/message-counts.ts';
import {
  countActiveMoveTasks,
  forgetMoveTasks,
  insertMoveTask,
  listMoveTasks,
} from '../../storage/tables/move-tasks.ts';
import { getQueue, listSourceQueues, type QueueRow } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { errors, invalidParameter } from './errors.ts';
import { taskHandle } from './task-handle.ts';

const MESSAGES_PER_SECOND = { min: 1, max: 500 };
const ACTIVE_TASKS_MAX = 100;
/** Finished tasks that are remembered for a queue: as many as ListMessageMoveTasks can show. */
const TASKS_KEPT = 10;

/**
 * Begins to move the messages of a dead-letter queue to another queue, or back to the ones they came from. It goes on
 * in the background, through restarts of the server.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export async function startMessageMoveTask(
  input: StartMessageMoveTaskRequest,
  context: Context,
): Promise<StartMessageMoveTaskResult> {
  const { MaxNumberOfMessagesPerSecond: rate } = input;
  checkRate(rate);
  return context.storage.transaction(async (tx) => {
    const source = await requireQueueByArn(tx, 'SourceArn', input.SourceArn);
    if ((await listSourceQueues(tx, source.arn, '', 1)).length === 0)
      throw invalidParameter('Source queue must be configured as a Dead Letter Queue.');
    if (input.DestinationArn !== undefined)
      await checkDestination(tx, source, input.DestinationArn);
    const [latest] = await listMoveTasks(tx, source.arn, 1);
    if (latest?.state === 'RUNNING' || latest?.state === 'CANCELLING')
      throw invalidParameter(
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    if ((await countActiveMoveTasks(tx, source.account)) >= ACTIVE_TASKS_MAX)
      throw errors.RequestThrottled(
        `At most ${ACTIVE_TASKS_MAX} message move tasks can be active.`,
      );

    const now = context.clock.now();
    const task = {
      id: context.ids.sequence(),
      account: source.account,
      source_arn: source.arn,
      destination_arn: input.DestinationArn ?? null,
      messages_per_second: rate ?? null,
      to_move: (await countMessages(tx, source, now)).visible,
      started_at: now,
    };
    await insertMoveTask(tx, task);
    await forgetMoveTasks(tx, source.arn, TASKS_KEPT);
    return { TaskHandle: taskHandle(task) };
  });
}

function checkRate(rate: number | undefined): void {
  const { min, max } = MESSAGES_PER_SECOND;
  if (rate === undefined || (Number.isInteger(rate) && rate >= min && rate <= max)) return;
  throw invalidParameter(
    `Value for parameter MaxNumberOfMessagesPerSecond is invalid. Reason: You must enter a value between ${min} and ${max}.`,
  );
}

async function checkDestination(reader: Reader, source: QueueRow, arn: string): Promise<void> {
  const destination = await requireQueueByArn(reader, 'DestinationArn', arn);
  if (destination.id === source.id)
    throw invalidParameter('Source queue arn and destination queue arn must be different.');
  if (destination.fifo !== source.fifo)
    throw invalidParameter('Source and destination must both be FIFO queues or standard queues.');
}

/** Throws InvalidParameterValue or ResourceNotFoundException. */
export async function requireQueueByArn(
  reader: Reader,
  parameter: 'SourceArn' | 'DestinationArn',
  arn: string,
): Promise<QueueRow> {
  if (parseArn(arn) === undefined)
    throw invalidParameter(
      `You must use this format to specify the ${parameter}: arn:<partition>:<service>:<region>:<account-id>:<resource-id>`,
    );
  const queue = await getQueue(reader, arn);
  if (!queue)
    throw errors.ResourceNotFoundException(
      `The resource that you specified for the ${parameter} parameter doesn't exist.`,
    );
  return queue;
}
