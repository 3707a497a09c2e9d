import type { Reader, Transaction } from '../storage.ts';

/** An archive: it keeps the events of a bus. */
export interface ArchiveRow {
  readonly arn: string;
  /** From `Ids.sequence`; an archive deleted and created again is another one. */
  readonly id: number;
  readonly name: string;
  readonly bus_arn: string;
  readonly description: string | null;
  /** JSON text; without one it keeps all events. */
  readonly event_pattern: string | null;
  /** 0 keeps events for ever. */
  readonly retention_days: number;
  readonly created_at: number;
  readonly event_count: number;
  readonly size_bytes: number;
}

/** Fired when an archive was deleted, whose events are to be swept. */
export const ARCHIVE_DELETED_SIGNAL = 'archive deleted';

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

export const getArchive = (reader: Reader, arn: string): Promise<ArchiveRow | undefined> =>
  reader.get<ArchiveRow>('SELECT * FROM archives WHERE arn = ?', arn);

export const getArchiveById = (reader: Reader, id: number): Promise<ArchiveRow | undefined> =>
  reader.get<ArchiveRow>('SELECT * FROM archives WHERE id = ?', id);

/** The archives whose ARN begins with `arnPrefix` and comes after `afterArn`, in order; of one bus, when it is given. */
export const listArchives = (
  reader: Reader,
  arnPrefix: string,
  busArn: string | null,
  afterArn: string,
  limit: number,
): Promise<ArchiveRow[]> =>
  reader.all<ArchiveRow>(
    `SELECT * FROM archives WHERE arn >= ? AND arn > ? AND arn < ? AND bus_arn = COALESCE(?, bus_arn)
     ORDER BY arn LIMIT ?`,
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    busArn,
    limit,
  );

export const listArchivesOfBus = (reader: Reader, busArn: string): Promise<ArchiveRow[]> =>
  reader.all<ArchiveRow>('SELECT * FROM archives WHERE bus_arn = ? ORDER BY arn', busArn);

export async function insertArchive(tx: Transaction, archive: ArchiveRow): Promise<void> {
  await tx.run(
    `INSERT INTO archives (arn, id, name, bus_arn, description, event_pattern, retention_days, created_at,
       event_count, size_bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    archive.arn,
    archive.id,
    archive.name,
    archive.bus_arn,
    archive.description,
    archive.event_pattern,
    archive.retention_days,
    archive.created_at,
    archive.event_count,
    archive.size_bytes,
  );
}

export async function updateArchive(
  tx: Transaction,
  arn: string,
  changes: Pick<ArchiveRow, 'description' | 'event_pattern' | 'retention_days'>,
): Promise<void> {
  await tx.run(
    'UPDATE archives SET description = ?, event_pattern = ?, retention_days = ? WHERE arn = ?',
    changes.description,
    changes.event_pattern,
    changes.retention_days,
    arn,
  );
}

/** Counts events that were added, or with negative numbers swept. */
export async function countArchived(
  tx: Transaction,
  id: number,
  events: number,
  bytes: number,
): Promise<void> {
  await tx.run(
    'UPDATE archives SET event_count = event_count + ?, size_bytes = size_bytes + ? WHERE id = ?',
    events,
    bytes,
    id,
  );
}

/** Its events are swept later. */
export async function deleteArchive(tx: Transaction, arn: string): Promise<void> {
  await tx.run('DELETE FROM archives WHERE arn = ?', arn);
  tx.wake(ARCHIVE_DELETED_SIGNAL);
}
