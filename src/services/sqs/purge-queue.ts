import type { PurgeQueueRequest } from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { replaceBacklog } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { requireQueue } from './queue-url.ts';

const PURGE_INTERVAL_MS = 60 * 1000;

/**
 * Removes all messages of a queue, those in flight as well. Once a minute.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html
 */
export async function purgeQueue({ QueueUrl }: PurgeQueueRequest, context: Context): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const now = context.clock.now();
    const queue = await requireQueue(tx, context, QueueUrl);
    if (queue.purged_at !== null && queue.purged_at > now - PURGE_INTERVAL_MS)
      throw errors.PurgeQueueInProgress(
        `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
      );
    await replaceBacklog(tx, queue, context.ids.sequence(), now);
    return {};
  });
}
