import type { Transaction } from '../storage.ts';
import { promoteNext } from './message-groups.ts';
import type { MessageRow } from './message-row.ts';
import { nextQueue, type QueueRow, queueSettings } from './queues.ts';

/** Messages removed by one transaction: bounds how long it holds up everybody else. */
export const SWEEP_MAX = 500;

/**
 * Removes messages past their retention that were never received, at most `SWEEP_MAX`; answers how many. One that was
 * received goes when somebody tries to receive it again.
 */
export async function expireMessages(
  tx: Transaction,
  queue: QueueRow,
  now: number,
): Promise<number> {
  const expiredAt = now - queueSettings(queue).retentionMs;
  let removed = 0;
  // Those behind a front first: removing them promotes nobody.
  for (const place of [2, 1, 0]) {
    const expired = await tx.all<Pick<MessageRow, 'id' | 'group_id'>>(
      `DELETE FROM messages WHERE id IN
         (SELECT id FROM messages WHERE backlog = ? AND place = ? AND visible_at <= ? AND sent_at <= ?
          ORDER BY visible_at LIMIT ?)
       RETURNING id, group_id`,
      queue.backlog,
      place,
      expiredAt,
      expiredAt,
      SWEEP_MAX - removed,
    );
    removed += expired.length;
    if (place > 0) continue;
    for (const { group_id } of expired)
      if (group_id !== null) await promoteNext(tx, queue.backlog, group_id);
  }
  return removed;
}

/** Removes messages of deleted and purged queues, at most `SWEEP_MAX`; answers how many. */
export async function sweepDroppedBacklogs(tx: Transaction): Promise<number> {
  const dropped = await tx.get<{ backlog: number }>('SELECT backlog FROM dropped_backlogs LIMIT 1');
  if (!dropped) return 0;
  const removed = await tx.run(
    'DELETE FROM messages WHERE id IN (SELECT id FROM messages WHERE backlog = ? LIMIT ?)',
    dropped.backlog,
    SWEEP_MAX,
  );
  if (removed < SWEEP_MAX)
    await tx.run('DELETE FROM dropped_backlogs WHERE backlog = ?', dropped.backlog);
  return removed;
}

/** Expires messages of the queue with the next id; answers which it was, and whether it has more to remove. */
export async function sweepNextQueue(
  tx: Transaction,
  afterId: number,
  now: number,
): Promise<{ id: number; more: boolean } | undefined> {
  const queue = await nextQueue(tx, afterId);
  if (!queue) return undefined;
  return { id: queue.id, more: (await expireMessages(tx, queue, now)) === SWEEP_MAX };
}
