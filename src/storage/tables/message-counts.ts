import type { Reader, Transaction } from '../storage.ts';
import { type QueueRow, queueSettings, updateQueueInFlight } from './queues.ts';

export interface MessageCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** How many messages a queue holds; those past their retention are gone although they may still be stored. */
export async function countMessages(
  reader: Reader,
  queue: QueueRow,
  now: number,
): Promise<MessageCounts> {
  const row = await reader.get<{ visible: number; in_flight: number; delayed: number }>(
    `SELECT COUNT(CASE WHEN visible_at <= ? THEN 1 END) AS visible,
            COUNT(CASE WHEN visible_at > ? AND receive_count > 0 THEN 1 END) AS in_flight,
            COUNT(CASE WHEN visible_at > ? AND receive_count = 0 THEN 1 END) AS delayed
     FROM messages WHERE backlog = ? AND sent_at > ?`,
    now,
    now,
    now,
    queue.backlog,
    now - queueSettings(queue).retentionMs,
  );
  return { visible: row?.visible ?? 0, inFlight: row?.in_flight ?? 0, delayed: row?.delayed ?? 0 };
}

/** In flight at most, in one queue. AWS says "approximately 120,000". */
export const IN_FLIGHT_MAX = 120_000;
/** How old the count of messages in flight may be: it is only for limits that are approximate. */
const COUNT_INTERVAL_MS = 1000;

/** Whether the count that is stored with the queue should be taken again. */
export function isCountOld(queue: QueueRow, now: number): boolean {
  const ageMs = now - queue.counted_at;
  return ageMs < 0 || ageMs >= COUNT_INTERVAL_MS;
}

/** Counts the messages in flight, and stores the count with the queue. */
export async function countInFlight(
  tx: Transaction,
  queue: QueueRow,
  now: number,
): Promise<number> {
  const row = await tx.get<{ in_flight: number }>(
    `SELECT COUNT(*) AS in_flight FROM
       (SELECT id FROM messages
        WHERE backlog = ? AND place IN (0, 1, 2) AND visible_at > ? AND receive_count > 0 LIMIT ?) AS counted`,
    queue.backlog,
    now,
    IN_FLIGHT_MAX,
  );
  const inFlight = row?.in_flight ?? 0;
  await updateQueueInFlight(tx, queue.id, inFlight, now);
  return inFlight;
}

/** Whether the queue has so many messages in flight that it hands out no more. */
export async function isInFlightFull(
  tx: Transaction,
  queue: QueueRow,
  now: number,
): Promise<boolean> {
  if (queue.in_flight < IN_FLIGHT_MAX) return false;
  return !isCountOld(queue, now) || (await countInFlight(tx, queue, now)) >= IN_FLIGHT_MAX;
}

/**
 * When the next message that is hidden now can be received: for whoever waits. FIFO messages behind their group's front
 * do not count, the front's departure wakes.
 */
export async function nextVisibleAt(
  reader: Reader,
  queue: QueueRow,
  now: number,
): Promise<number | undefined> {
  let next: number | undefined;
  for (const place of [0, 1]) {
    const row = await reader.get<{ visible_at: number }>(
      'SELECT visible_at FROM messages WHERE backlog = ? AND place = ? AND visible_at > ? ORDER BY visible_at LIMIT 1',
      queue.backlog,
      place,
      now,
    );
    if (row) next = Math.min(row.visible_at, next ?? row.visible_at);
  }
  return next;
}
