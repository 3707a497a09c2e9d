import type { UntagQueueRequest } from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateQueueTags } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { invalidTagKey } from './queue-tags.ts';
import { requireQueue } from './queue-url.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html */
export async function untagQueue(
  { QueueUrl, TagKeys }: UntagQueueRequest,
  context: Context,
): Promise<Unit> {
  if (TagKeys.length === 0) throw invalidTagKey();
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, QueueUrl);
    const tags: Record<string, string> = JSON.parse(queue.tags);
    for (const key of TagKeys) delete tags[key];
    await updateQueueTags(tx, queue.id, JSON.stringify(tags));
    return {};
  });
}
