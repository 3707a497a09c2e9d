import type { TagQueueRequest } from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateQueueTags } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { missingParameter } from './errors.ts';
import { changeTags } from './queue-tags.ts';
import { requireQueue } from './queue-url.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html */
export async function tagQueue(
  { QueueUrl, Tags }: TagQueueRequest,
  context: Context,
): Promise<Unit> {
  if (Object.keys(Tags).length === 0) throw missingParameter('Tags');
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, QueueUrl);
    await updateQueueTags(tx, queue.id, changeTags(queue, Tags));
    return {};
  });
}
