import type { DeleteQueueRequest } from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteQueue as deleteRow, queueSignal } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { requireQueue } from './queue-url.ts';

/**
 * Deletes a queue with its messages. Its name can be used again after 60 seconds.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html
 */
export async function deleteQueue(
  { QueueUrl }: DeleteQueueRequest,
  context: Context,
): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, QueueUrl);
    await deleteRow(tx, queue, context.clock.now());
    // Whoever waits for its messages learns that it is gone.
    tx.wake(queueSignal(queue.arn));
    return {};
  });
}
