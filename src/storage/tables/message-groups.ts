import type { Transaction } from '../storage.ts';
import type { MessageRow, Place } from './message-row.ts';

/**
 * The order of FIFO queues. Only the front message of a group stands in line (`place` 0), the others behind it
 * (`place` 2). So finding work never looks at a backlog, however long, and a group whose front is in flight is
 * out of sight altogether. Whoever removes a front message promotes the next one.
 */
export async function placeInGroup(
  tx: Transaction,
  backlog: number,
  groupId: string,
): Promise<Place> {
  const other = await tx.get(
    'SELECT id FROM messages WHERE backlog = ? AND group_id = ? LIMIT 1',
    backlog,
    groupId,
  );
  return other ? 2 : 0;
}

/** Lets the next message of a group stand in line, after its front message left. */
export async function promoteNext(
  tx: Transaction,
  backlog: number,
  groupId: string,
): Promise<void> {
  const next = await tx.get<{ id: number }>(
    'SELECT id FROM messages WHERE backlog = ? AND group_id = ? ORDER BY id LIMIT 1',
    backlog,
    groupId,
  );
  if (next) await tx.run('UPDATE messages SET place = 0 WHERE id = ?', next.id);
}

/** The messages of a group after the one with id `afterId`, in order. */
export const messagesOfGroup = (
  tx: Transaction,
  backlog: number,
  groupId: string,
  afterId: number,
  limit: number,
): Promise<MessageRow[]> =>
  tx.all<MessageRow>(
    'SELECT * FROM messages WHERE backlog = ? AND group_id = ? AND id > ? ORDER BY id LIMIT ?',
    backlog,
    groupId,
    afterId,
    limit,
  );

/** Longest delay that a queue can have: messages sent earlier are delayed by none. */
const DELAY_MS_MAX = 900 * 1000;

/** Gives the messages of a FIFO queue that were never received the delay that the queue has now. */
export async function changeDelay(
  tx: Transaction,
  backlog: number,
  delayMs: number,
  now: number,
): Promise<void> {
  await tx.run(
    `UPDATE messages SET visible_at = sent_at + ?
     WHERE backlog = ? AND place IN (0, 2) AND visible_at > ? AND sent_at > ? AND receive_count = 0`,
    delayMs,
    backlog,
    now - DELAY_MS_MAX,
    now - DELAY_MS_MAX,
  );
}
