import type { Ids } from '../../lib/ids.ts';
import type { Transaction } from '../storage.ts';
import { placeInGroup, promoteNext } from './message-groups.ts';
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

/**
 * Moves a message of a dead-letter queue on, as a message move task does: it is a new message, never received, with a new
 * MessageId. On FIFO queues the next message of its group stands in line then.
 */
export async function redriveMessage(
  tx: Transaction,
  source: QueueRow,
  target: QueueRow,
  message: MessageRow,
  { ids, now }: { ids: Ids; now: number },
): Promise<void> {
  await tx.run(
    `UPDATE messages SET id = ?, message_id = ?, backlog = ?, place = ?, visible_at = ?, sent_at = ?, receive_count = 0,
       receipt = NULL, received_at = NULL, first_received_at = NULL, attempt = NULL, source_arn = NULL WHERE id = ?`,
    ids.sequence(),
    ids.uuid(),
    target.backlog,
    await placeIn(tx, target, message),
    now,
    now,
    message.id,
  );
  if (message.group_id !== null) await promoteNext(tx, source.backlog, message.group_id);
  tx.wake(queueSignal(target.arn));
}

/** Messages that can be moved on: the visible ones with ids below `beforeId`, FIFO groups by their front. */
export async function nextRedrivable(
  tx: Transaction,
  queue: QueueRow,
  beforeId: number,
  limit: number,
  now: number,
): Promise<MessageRow[]> {
  const messages: MessageRow[] = [];
  for (const place of [0, 1]) {
    const more = await tx.all<MessageRow>(
      `SELECT * FROM messages WHERE backlog = ? AND place = ? AND visible_at <= ? AND id < ?
       ORDER BY visible_at, id LIMIT ?`,
      queue.backlog,
      place,
      now,
      beforeId,
      limit - messages.length,
    );
    messages.push(...more);
  }
  return messages;
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
