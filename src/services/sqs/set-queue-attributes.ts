import type { SetQueueAttributesRequest } from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Transaction } from '../../storage/storage.ts';
import { changeDelay } from '../../storage/tables/message-groups.ts';
import {
  type QueueRow,
  queueSettings,
  queueSignal,
  updateQueueAttributes,
} from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import {
  attributesOf,
  changeAttributes,
  type QueueAttributes,
  unknownAttribute,
} from './queue-attributes.ts';
import { requireQueue } from './queue-url.ts';
import { checkDeadLetterQueue, type RedrivePolicy } from './redrive-policies.ts';

/**
 * Changes attributes of a queue; those not named stay. A new delay applies to messages already in a FIFO queue, and in standard
 * queues only to those sent later.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export async function setQueueAttributes(
  { QueueUrl, Attributes }: SetQueueAttributesRequest,
  context: Context,
): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, QueueUrl);
    checkQueueType(queue, Attributes.FifoQueue);
    const attributes = changeAttributes(attributesOf(queue), Attributes);
    if (Attributes.RedrivePolicy && attributes.RedrivePolicy !== undefined)
      await checkDeadLetterQueue(tx, queue, attributes.RedrivePolicy);
    await storeAttributes(tx, queue, attributes, context);
    return {};
  });
}

function checkQueueType(queue: QueueRow, fifo: string | undefined): void {
  if (fifo === undefined) return;
  if (queue.fifo === 0) throw unknownAttribute('FifoQueue');
  if (fifo !== 'true')
    throw errors.InvalidAttributeValue(
      'Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.',
    );
}

/** Stores all attributes of a queue, checked before. */
export async function storeAttributes(
  tx: Transaction,
  queue: QueueRow,
  attributes: QueueAttributes,
  { clock }: Pick<Context, 'clock'>,
): Promise<void> {
  const changes = { ...attributeColumns(attributes), modified_at: clock.now() };
  await updateQueueAttributes(tx, queue.id, changes);
  const delayMs = queueSettings({ ...queue, ...changes }).delayMs;
  if (queue.fifo === 1 && delayMs !== queueSettings(queue).delayMs)
    await changeDelay(tx, queue.backlog, delayMs, clock.now());
  tx.wake(queueSignal(queue.arn));
}

/** How the attributes are spread over the columns of a queue. */
export function attributeColumns(
  attributes: QueueAttributes,
): Pick<QueueRow, 'attributes' | 'policy' | 'dead_letter_arn' | 'max_receive_count'> {
  const { FifoQueue: _, Policy, ...rest } = attributes;
  const redrive: RedrivePolicy | undefined =
    rest.RedrivePolicy === undefined ? undefined : JSON.parse(rest.RedrivePolicy);
  return {
    attributes: JSON.stringify(rest),
    policy: Policy ?? null,
    dead_letter_arn: redrive?.deadLetterTargetArn ?? null,
    max_receive_count: redrive?.maxReceiveCount ?? null,
  };
}
