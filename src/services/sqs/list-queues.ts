import { queueArn } from '../../aws/arn.ts';
import type { ListQueuesRequest, ListQueuesResult } from '../../aws/models/sqs.ts';
import { listQueuesByArn } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { afterToken, pageOf, pageSize } from './pages.ts';
import { queueUrl } from './queue-url.ts';

/**
 * The caller's queues in this region, by name. Only who asks for a number of results gets a token for the next page.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html
 */
export async function listQueues(
  { QueueNamePrefix = '', MaxResults, NextToken }: ListQueuesRequest,
  context: Context,
): Promise<ListQueuesResult> {
  const prefix = queueArn(context.region, context.account, QueueNamePrefix);
  const size = pageSize(MaxResults);
  const queues = await context.storage.read((reader) =>
    listQueuesByArn(reader, prefix, afterToken(NextToken), size + 1),
  );
  const { items, nextToken } = pageOf(queues, size, MaxResults !== undefined);
  if (items.length === 0) return {};
  return { QueueUrls: items.map((queue) => queueUrl(context, queue)), NextToken: nextToken };
}
