import type {
  ListMessageMoveTasksRequest,
  ListMessageMoveTasksResult,
  ListMessageMoveTasksResultEntry,
} from '../../aws/models/sqs.ts';
import { listMoveTasks, type MoveTaskRow } from '../../storage/tables/move-tasks.ts';
import type { Context } from '../context.ts';
import { checkNumber } from './check-number.ts';
import { requireQueueByArn } from './start-message-move-task.ts';
import { taskHandle } from './task-handle.ts';

const RESULTS = { min: 1, max: 10 };
const RESULTS_DEFAULT = 1;

/**
 * The latest message move tasks of a queue, the newest in front.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html
 */
export async function listMessageMoveTasks(
  { SourceArn, MaxResults = RESULTS_DEFAULT }: ListMessageMoveTasksRequest,
  { storage }: Context,
): Promise<ListMessageMoveTasksResult> {
  checkNumber('MaxResults', MaxResults, RESULTS, 'MaxResults must be between 1 and 10.');
  return storage.read(async (reader) => {
    const source = await requireQueueByArn(reader, 'SourceArn', SourceArn);
    const tasks = await listMoveTasks(reader, source.arn, MaxResults);
    return tasks.length === 0 ? {} : { Results: tasks.map(shownTask) };
  });
}

/** A task that does not run any more has no handle. */
const shownTask = (task: MoveTaskRow): ListMessageMoveTasksResultEntry => ({
  TaskHandle: task.state === 'RUNNING' ? taskHandle(task) : undefined,
  Status: task.state,
  SourceArn: task.source_arn,
  DestinationArn: task.destination_arn ?? undefined,
  MaxNumberOfMessagesPerSecond: task.messages_per_second ?? undefined,
  ApproximateNumberOfMessagesMoved: task.moved,
  ApproximateNumberOfMessagesToMove: task.to_move,
  FailureReason: task.failure ?? undefined,
  StartedTimestamp: task.started_at,
});
