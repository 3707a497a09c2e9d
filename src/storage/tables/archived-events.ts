import type { Reader, Transaction } from '../storage.ts';

/** An event that an archive keeps. */
export interface ArchivedEventRow {
  /** From `Ids.sequence`. */
  readonly id: number;
  readonly archive_id: number;
  /** The event's own time. */
  readonly at: number;
  /** When it was put on the bus. */
  readonly kept_at: number;
  /** Of `event`, in UTF-8. */
  readonly bytes: number;
  /** JSON text. */
  readonly event: string;
}

export async function insertArchivedEvent(tx: Transaction, row: ArchivedEventRow): Promise<void> {
  await tx.run(
    'INSERT INTO archived_events (id, archive_id, at, kept_at, bytes, event) VALUES (?, ?, ?, ?, ?, ?)',
    row.id,
    row.archive_id,
    row.at,
    row.kept_at,
    row.bytes,
    row.event,
  );
}

/** The events after the one at the cursor and up to `toAt`, in the order of their time. */
export const nextArchivedEvents = (
  reader: Reader,
  archiveId: number,
  cursor: { readonly at: number; readonly id: number },
  toAt: number,
  limit: number,
): Promise<ArchivedEventRow[]> =>
  reader.all<ArchivedEventRow>(
    `SELECT * FROM archived_events WHERE archive_id = ? AND (at, id) > (?, ?) AND at <= ?
     ORDER BY at, id LIMIT ?`,
    archiveId,
    cursor.at,
    cursor.id,
    toAt,
    limit,
  );

/** The next archive, deleted or not, that events are kept of: called in a loop, it walks all of them by index. */
export async function nextArchiveWithEvents(
  reader: Reader,
  afterId: number,
): Promise<number | undefined> {
  const row = await reader.get<{ archive_id: number }>(
    'SELECT archive_id FROM archived_events WHERE archive_id > ? ORDER BY archive_id LIMIT 1',
    afterId,
  );
  return row?.archive_id;
}

/** Removes the oldest events that were kept before `before`. Answers how many, and how large. */
export async function sweepArchivedEvents(
  tx: Transaction,
  archiveId: number,
  before: number,
  limit: number,
): Promise<{ events: number; bytes: number }> {
  const rows = await tx.all<{ id: number; bytes: number }>(
    `SELECT id, bytes FROM archived_events WHERE archive_id = ? AND kept_at < ?
     ORDER BY kept_at LIMIT ?`,
    archiveId,
    before,
    limit,
  );
  let bytes = 0;
  for (const row of rows) {
    await tx.run('DELETE FROM archived_events WHERE id = ?', row.id);
    bytes += row.bytes;
  }
  return { events: rows.length, bytes };
}
