import type { Reader } from '../storage.ts';
import { nextQueue } from './queues.ts';

/** Rows counted at most for one figure, so that asking for figures holds up nobody for long. */
export const COUNTED_MAX = 100_000;

/** How many deliveries are owed or given up, by kind and state. Delivered ones are not counted: they are most. */
export const countDeliveriesByKind = (
  reader: Reader,
): Promise<{ readonly kind: string; readonly state: string; readonly n: number }[]> =>
  reader.all(
    `SELECT kind, state, COUNT(*) AS n FROM
       (SELECT kind, state FROM deliveries WHERE state = 'pending' LIMIT ${COUNTED_MAX}) AS owed
     GROUP BY kind, state
     UNION ALL
     SELECT kind, state, COUNT(*) AS n FROM
       (SELECT kind, state FROM deliveries WHERE state <> 'pending' AND state <> 'delivered' LIMIT ${COUNTED_MAX}) AS lost
     GROUP BY kind, state`,
  );

/** A queue after the one with that id, and how many messages are stored for it. */
export async function nextQueueDepth(
  reader: Reader,
  afterId: number,
): Promise<{ readonly id: number; readonly arn: string; readonly depth: number } | undefined> {
  const queue = await nextQueue(reader, afterId);
  if (!queue) return undefined;
  const row = await reader.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT id FROM messages WHERE backlog = ? LIMIT ${COUNTED_MAX}) AS counted`,
    queue.backlog,
  );
  return { id: queue.id, arn: queue.arn, depth: Number(row?.n ?? 0) };
}
