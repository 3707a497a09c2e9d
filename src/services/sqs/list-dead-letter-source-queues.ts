import type {
  ListDeadLetterSourceQueuesRequest,
  ListDeadLetterSourceQueuesResult,
} from '../../aws/models/sqs.ts';
import { listSourceQueues } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { afterToken, pageOf, pageSize } from './pages.ts';
import { queueUrl, requireQueue } from './queue-url.ts';

/**
 * The queues whose redrive policy names this one.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html
 */
export async function listDeadLetterSourceQueues(
  { QueueUrl, MaxResults, NextToken }: ListDeadLetterSourceQueuesRequest,
  context: Context,
): Promise<ListDeadLetterSourceQueuesResult> {
  const size = pageSize(MaxResults);
  const queues = await context.storage.read(async (reader) => {
    const { arn } = await requireQueue(reader, context, QueueUrl);
    return listSourceQueues(reader, arn, afterToken(NextToken), size + 1);
  });
  const { items, nextToken } = pageOf(queues, size, MaxResults !== undefined);
  return { queueUrls: items.map((queue) => queueUrl(context, queue)), NextToken: nextToken };
}
