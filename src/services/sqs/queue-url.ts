import { queueArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { getQueue, type QueueRow } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { errors, queueDoesNotExist } from './errors.ts';

const ACCOUNT_AND_NAME = /\/(\d{12})\/([^/?#]+)\/?$/;

/** The URL that names a queue, at the address by which the client reached this server. */
export const queueUrl = (
  { endpoint }: Pick<Context, 'endpoint'>,
  { account, name }: Pick<QueueRow, 'account' | 'name'>,
): string => `${endpoint}/${account}/${name}`;

/**
 * The ARN of the queue that a URL names. Account and name are the end of its path; the host is not looked at, so
 * the URLs of AWS work here, old forms included. The region is the request's.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function arnOfQueueUrl({ region }: Pick<Context, 'region'>, url: string): string {
  const [, account, name] = ACCOUNT_AND_NAME.exec(url) ?? [];
  if (account === undefined || name === undefined)
    throw errors.InvalidAddress(`The address ${url} is not valid for this endpoint.`);
  return queueArn(region, account, name);
}

/** The queue that a request is about; throws QueueDoesNotExist. */
export async function requireQueue(
  reader: Reader,
  context: Pick<Context, 'region' | 'protocol'>,
  url: string,
): Promise<QueueRow> {
  const queue = await getQueue(reader, arnOfQueueUrl(context, url));
  if (!queue) throw queueDoesNotExist(context);
  return queue;
}
