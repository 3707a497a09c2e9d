import type { Reader, Transaction } from '../storage.ts';
import { sweepConfigurations } from './notification-configurations.ts';

/**
 * Looks at the oldest events after `afterId`, and removes those of them that the journal need not
 * keep.
 */
export interface SweepStep {
  readonly afterId: number;
  /** Events that happened before are too old. */
  readonly before: number;
  /** How many of the oldest are too many, whatever their age. */
  readonly surplus: number;
}

export interface Swept {
  /** Where the next step goes on; `undefined` at the end of what is too old or too many. */
  readonly afterId: number | undefined;
  readonly removed: number;
}

/** Events looked at in one step, which is one transaction. */
export const SWEEP_EVENTS_MAX = 500;

/** What is still owed stays, with its event, however old it is. */
export async function sweepJournal(
  tx: Transaction,
  { afterId, before, surplus }: SweepStep,
): Promise<Swept> {
  const limit = SWEEP_EVENTS_MAX;
  const oldest = await tx.all<{ id: number; at: number; owed: number }>(
    `SELECT id, at, EXISTS (SELECT 1 FROM deliveries WHERE event_id = events.id AND state = 'pending') AS owed
     FROM events WHERE id > ? ORDER BY id LIMIT ?`,
    afterId,
    limit,
  );
  let removed = 0;
  for (const { id, at, owed } of oldest) {
    if (at >= before && removed >= surplus) return { afterId: undefined, removed };
    // SQLite answers 1, PostgreSQL true.
    if (owed) continue;
    await removeEvent(tx, id);
    removed++;
  }
  const last = oldest.at(-1);
  return { afterId: oldest.length < limit ? undefined : last?.id, removed };
}

async function removeEvent(tx: Transaction, id: number): Promise<void> {
  await tx.run(
    'DELETE FROM attempts WHERE delivery_id IN (SELECT id FROM deliveries WHERE event_id = ?)',
    id,
  );
  await tx.run('DELETE FROM deliveries WHERE event_id = ?', id);
  await tx.run('DELETE FROM events WHERE id = ?', id);
}

/** Removes the configurations that no event of the journal was matched with. */
export async function sweepUnusedConfigurations(tx: Transaction, now: number): Promise<void> {
  const oldest = await oldestEvent(tx);
  await sweepConfigurations(tx, oldest?.at ?? now);
}

export const oldestEvent = (reader: Reader): Promise<{ readonly at: number } | undefined> =>
  reader.get('SELECT at FROM events ORDER BY id LIMIT 1');

/** How many events with an id in that range, the first exclusive, are in the journal. */
export async function countEvents(reader: Reader, afterId: number, toId: number): Promise<number> {
  const row = await reader.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM events WHERE id > ? AND id <= ?',
    afterId,
    toId,
  );
  return Number(row?.n ?? 0);
}
