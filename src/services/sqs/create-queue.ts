import { queueArn } from '../../aws/arn.ts';
import type { CreateQueueRequest, CreateQueueResult } from '../../aws/models/sqs.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  forgetDeletedQueues,
  getQueue,
  insertQueue,
  type QueueRow,
  queueDeletedAt,
} from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { errors, invalidParameter } from './errors.ts';
import {
  attributesOf,
  changeAttributes,
  effectiveAttributes,
  normalizeValue,
  type QueueAttributes,
} from './queue-attributes.ts';
import { changeTags } from './queue-tags.ts';
import { queueUrl } from './queue-url.ts';
import { checkDeadLetterQueue } from './redrive-policies.ts';
import { attributeColumns } from './set-queue-attributes.ts';

const STANDARD_NAME = /^[A-Za-z0-9_-]{1,80}$/;
const FIFO_NAME = /^[A-Za-z0-9_-]{1,75}\.fifo$/;
/** For how long the name of a deleted queue cannot be used. */
const NAME_BLOCKED_MS = 60 * 1000;

/**
 * Creates a queue, or answers the URL of the one that has this name already, unless an attribute is asked for that it
 * has otherwise.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
 */
export async function createQueue(
  { QueueName, Attributes = {}, tags = {} }: CreateQueueRequest,
  context: Context,
): Promise<CreateQueueResult> {
  const { account, region } = context;
  checkName(QueueName, Attributes.FifoQueue === 'true');
  return context.storage.transaction(async (tx) => {
    const arn = queueArn(region, account, QueueName);
    const existing = await getQueue(tx, arn);
    if (existing) {
      checkSameAttributes(existing, Attributes);
      return { QueueUrl: queueUrl(context, existing) };
    }
    await checkDeletion(tx, arn, context.clock.now());
    const attributes = changeAttributes(
      Attributes.FifoQueue === 'true' ? { FifoQueue: 'true' } : {},
      Attributes,
    );
    const queue = {
      id: context.ids.sequence(),
      arn,
      account,
      region,
      name: QueueName,
      fifo: attributes.FifoQueue === 'true' ? 1 : 0,
      created_at: context.clock.now(),
      tags: changeTags({ name: QueueName, tags: '{}' }, tags),
      ...attributeColumns(attributes),
    };
    if (attributes.RedrivePolicy !== undefined)
      await checkDeadLetterQueue(tx, queue, attributes.RedrivePolicy);
    await insertQueue(tx, queue);
    return { QueueUrl: queueUrl(context, queue) };
  });
}

function checkName(name: string, fifo: boolean): void {
  if (fifo && !FIFO_NAME.test(name))
    throw invalidParameter(
      'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.',
    );
  if (!fifo && !STANDARD_NAME.test(name))
    throw invalidParameter(
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    );
}

function checkSameAttributes(queue: QueueRow, wanted: QueueAttributes): void {
  const existing = effectiveAttributes(attributesOf(queue));
  for (const [name, value] of Object.entries(wanted)) {
    if (normalizeValue(name, value) === existing[name]) continue;
    throw errors.QueueNameExists(
      `A queue already exists with the same name and a different value for attribute ${name}`,
    );
  }
}

async function checkDeletion(tx: Transaction, arn: string, now: number): Promise<void> {
  const deletedAt = await queueDeletedAt(tx, arn);
  if (deletedAt !== undefined && deletedAt > now - NAME_BLOCKED_MS)
    throw errors.QueueDeletedRecently(
      'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    );
  await forgetDeletedQueues(tx, now - NAME_BLOCKED_MS);
}
