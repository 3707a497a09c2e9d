import type { Ids } from '../../lib/ids.ts';
import type { Transaction } from '../storage.ts';
import { placeInGroup } from './message-groups.ts';
import type { MessageRow, Place } from './message-row.ts';
import { placeOfTenant } from './message-tenants.ts';
import { type QueueRow, queueSignal } from './queues.ts';

/**
 * Moves a message that was received too often. It keeps its MessageId, body, attributes and (on standard queues) its age,
 * so it expires when it would have expired in the source queue. The receive that found it does not count. On FIFO queues
 * the caller promotes the next message of its group.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export async function moveToDeadLetterQueue(
  tx: Transaction,
  source: QueueRow,
  target: QueueRow,
  message: MessageRow,
  { ids, now }: { ids: Ids; now: number },
): Promise<void> {
  const fifo = target.fifo === 1;
  await tx.run(
    `UPDATE messages SET id = ?, backlog = ?, place = ?, visible_at = ?, sent_at = ?, receive_count = ?,
       receipt = NULL, attempt = NULL, source_arn = ? WHERE id = ?`,
    fifo ? ids.sequence() : message.id,
    target.backlog,
    await placeIn(tx, target, message),
    now,
    fifo ? now : message.sent_at,
    message.receive_count - 1,
    source.arn,
    message.id,
  );
  tx.wake(queueSignal(target.arn));
}

/** Where a message stands that comes into a queue from another one. */
export async function placeIn(
  tx: Transaction,
  queue: QueueRow,
  message: MessageRow,
): Promise<Place> {
  if (message.group_id !== null) return placeInGroup(tx, queue.backlog, message.group_id);
  if (message.tenant !== null) return placeOfTenant(tx, queue.backlog, message.tenant);
  return 0;
}
