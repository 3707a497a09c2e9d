import type {
  CancelMessageMoveTaskRequest,
  CancelMessageMoveTaskResult,
} from '../../aws/models/sqs.ts';
import { getMoveTask, updateMoveTask } from '../../storage/tables/move-tasks.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { requireQueueByArn } from './start-message-move-task.ts';
import { parseTaskHandle } from './task-handle.ts';

/**
 * Stops a message move task. What it has moved stays moved.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html
 */
export async function cancelMessageMoveTask(
  { TaskHandle }: CancelMessageMoveTaskRequest,
  context: Context,
): Promise<CancelMessageMoveTaskResult> {
  const { taskId, sourceArn } = parseTaskHandle(TaskHandle);
  return context.storage.transaction(async (tx) => {
    const source = await requireQueueByArn(tx, 'SourceArn', sourceArn);
    const task = taskId === undefined ? undefined : await getMoveTask(tx, taskId);
    if (task?.source_arn !== source.arn)
      throw errors.ResourceNotFoundException('Task does not exist.');
    if (task.state !== 'RUNNING')
      throw errors.UnsupportedOperation('Only active tasks can be cancelled.');
    await updateMoveTask(tx, task.id, { ...task, state: 'CANCELLING' });
    return { ApproximateNumberOfMessagesMoved: task.moved };
  });
}
