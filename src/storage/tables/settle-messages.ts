import type { Transaction } from '../storage.ts';
import { promoteNext } from './message-groups.ts';
import type { MessageRow } from './message-row.ts';
import { type QueueRow, queueSignal } from './queues.ts';

/** What a receipt handle says: which message, and which receive handed it out. */
export interface Receipt {
  readonly messageRow: number;
  readonly receipt: number;
}

/** A message stays hidden for at most twelve hours after the receive, however often that is extended. */
export const VISIBILITY_MS_MAX = 12 * 60 * 60 * 1000;

/**
 * Deletes a received message. `gone`: it was deleted before, or (standard queues) received again since, which AWS
 * answers like a success. `expired`: a FIFO queue's message whose visibility timeout is over.
 */
export async function deleteMessage(
  tx: Transaction,
  queue: QueueRow,
  { messageRow, receipt }: Receipt,
  now: number,
): Promise<'deleted' | 'gone' | 'expired'> {
  if (queue.fifo === 0) {
    const deleted = await tx.run(
      'DELETE FROM messages WHERE id = ? AND backlog = ? AND receipt = ?',
      messageRow,
      queue.backlog,
      receipt,
    );
    return deleted === 1 ? 'deleted' : 'gone';
  }
  const message = await getReceived(tx, queue, messageRow);
  if (!message) return 'gone';
  if (message.receipt !== receipt || message.visible_at <= now) return 'expired';
  await tx.run('DELETE FROM messages WHERE id = ?', messageRow);
  if (message.place === 0 && message.group_id !== null) {
    await promoteNext(tx, queue.backlog, message.group_id);
    tx.wake(queueSignal(queue.arn));
  }
  return 'deleted';
}

/**
 * Hides a received message for `timeoutMs` from now on, or shows it at once with 0. Standard queues take the receipt of an
 * earlier receive as well. `unavailable`: deleted, or (FIFO queues) received again since. `notInFlight`: a FIFO queue's
 * message whose visibility timeout is over. `tooLong`: more than twelve hours since it was received.
 */
export async function changeVisibility(
  tx: Transaction,
  queue: QueueRow,
  { messageRow, receipt }: Receipt,
  timeoutMs: number,
  now: number,
): Promise<'changed' | 'unavailable' | 'notInFlight' | 'tooLong'> {
  const message = await getReceived(tx, queue, messageRow);
  if (message === undefined || message.receipt === null) return 'unavailable';
  if (queue.fifo === 1 ? receipt !== message.receipt : receipt > message.receipt)
    return 'unavailable';
  if (queue.fifo === 1 && message.visible_at <= now) return 'notInFlight';
  const visibleAt = now + timeoutMs;
  if (visibleAt - (message.received_at ?? now) > VISIBILITY_MS_MAX) return 'tooLong';
  await tx.run(
    'UPDATE messages SET visible_at = ?, attempt = NULL WHERE id = ?',
    visibleAt,
    messageRow,
  );
  // Sooner or later than before: whoever waits for it has the wrong time.
  tx.wake(queueSignal(queue.arn));
  return 'changed';
}

type Received = Pick<MessageRow, 'receipt' | 'visible_at' | 'received_at' | 'place' | 'group_id'>;

const getReceived = (tx: Transaction, queue: QueueRow, id: number): Promise<Received | undefined> =>
  tx.get<Received>(
    'SELECT receipt, visible_at, received_at, place, group_id FROM messages WHERE id = ? AND backlog = ?',
    id,
    queue.backlog,
  );
