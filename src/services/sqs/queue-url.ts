import { queueArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { getQueue, type QueueRow } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { errors, queueDoesNotExist } from './errors.ts';

const ACCOUNT_AND_NAME = /\/(\d{12})\/([^/?#]+)\/?$/;
const NAME = /^[A-Za-z0-9_.-]+$/;
const REGION_OF_AWS_HOST =
  /^https?:\/\/(?:sqs(?:-fips)?\.([a-z0-9-]+)|([a-z0-9-]+)\.queue)\.amazonaws\.com(?:\.cn)?\//;

/** What decides which queue a URL means, and how it is told that there is none. */
type QueueContext = Pick<Context, 'region' | 'account' | 'protocol'>;

/** The URL that names a queue, at the address by which the client reached this server. */
export const queueUrl = (
  { endpoint }: Pick<Context, 'endpoint'>,
  { account, name }: Pick<QueueRow, 'account' | 'name'>,
): string => `${endpoint}/${account}/${name}`;

/**
 * The ARN of the queue that a URL names. Account and name are the end of its path, and a bare name means the caller's own
 * queue. The host is looked at only to refuse what AWS gave out for another region, because the region is the request's.
 * Throws InvalidAddress or QueueDoesNotExist.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function arnOfQueueUrl(context: QueueContext, url: string): string {
  const { region } = context;
  const [base, ...labels] = REGION_OF_AWS_HOST.exec(url) ?? [];
  if (base !== undefined && !labels.includes(region))
    throw errors.InvalidAddress(`The address ${base} is not valid for this endpoint.`);
  if (NAME.test(url)) return queueArn(region, context.account, url);
  const [, account, name] = ACCOUNT_AND_NAME.exec(url) ?? [];
  if (account === undefined || name === undefined) throw queueDoesNotExist(context);
  return queueArn(region, account, name);
}

/** The queue that a request is about; throws QueueDoesNotExist. */
export async function requireQueue(
  reader: Reader,
  context: QueueContext,
  url: string,
): Promise<QueueRow> {
  const queue = await getQueue(reader, arnOfQueueUrl(context, url));
  if (!queue) throw queueDoesNotExist(context);
  return queue;
}
