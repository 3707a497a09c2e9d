import type { ListQueueTagsRequest, ListQueueTagsResult } from '../../aws/models/sqs.ts';
import type { Context } from '../context.ts';
import { requireQueue } from './queue-url.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueueTags.html */
export async function listQueueTags(
  { QueueUrl }: ListQueueTagsRequest,
  context: Context,
): Promise<ListQueueTagsResult> {
  const queue = await context.storage.read((reader) => requireQueue(reader, context, QueueUrl));
  const tags: Record<string, string> = JSON.parse(queue.tags);
  return Object.keys(tags).length === 0 ? {} : { Tags: tags };
}
