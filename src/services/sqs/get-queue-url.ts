import { queueArn } from '../../aws/arn.ts';
import type { GetQueueUrlRequest, GetQueueUrlResult } from '../../aws/models/sqs.ts';
import { getQueue } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { queueDoesNotExist } from './errors.ts';
import { queueUrl } from './queue-url.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export async function getQueueUrl(
  { QueueName, QueueOwnerAWSAccountId }: GetQueueUrlRequest,
  context: Context,
): Promise<GetQueueUrlResult> {
  const arn = queueArn(context.region, QueueOwnerAWSAccountId ?? context.account, QueueName);
  const queue = await context.storage.read((reader) => getQueue(reader, arn));
  if (!queue) throw queueDoesNotExist(context);
  return { QueueUrl: queueUrl(context, queue) };
}
