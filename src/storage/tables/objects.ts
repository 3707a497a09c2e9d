import type { Reader, Transaction } from '../storage.ts';

/** One version of an object, or a delete marker. Larger sequences are newer. */
export interface ObjectRow {
  readonly bucket: string;
  /**
   * 1: what a request without version id is about. 0: older versions, and delete markers always.
   */
  readonly live: 0 | 1;
  readonly key: string;
  /** From `Ids.sequence`. */
  readonly sequence: number;
  /** `null` (as a word), or an id that holds the sequence. */
  readonly version: string;
  readonly delete_marker: 0 | 1;
  readonly modified_at: number;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly storage_class: string;
  /** The account that owns the object. */
  readonly owner: string;
  /** The text of an `ObjectChecksum`. */
  readonly checksum: string | null;
  /** When something happens next to the restored copy: it becomes ready, or it goes. */
  readonly restore_due: number | null;
  /** When the restored copy goes; the copy is ready once `restore_due` is the same moment. */
  readonly restore_expiry: number | null;
  readonly blob: string | null;
  /** The sequence of the multipart upload whose parts hold the bytes. */
  readonly upload: number | null;
  /** JSON of `ObjectHeaders`. */
  readonly headers: string | null;
  /** JSON of `Tag[]`. */
  readonly tags: string | null;
  /** JSON of grants, where they differ from the owner's alone. */
  readonly acl: string | null;
  /** JSON of `ObjectLock`, where something keeps the version from being deleted. */
  readonly object_lock: string | null;
}

export const NULL_VERSION = 'null';

export async function insertObject(tx: Transaction, row: ObjectRow): Promise<void> {
  await tx.run(
    `INSERT INTO objects
       (bucket, live, key, sequence, version, delete_marker, modified_at, size, etag, storage_class,
        owner, checksum, restore_due, restore_expiry, blob, upload, headers, tags, acl,
        object_lock)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.bucket,
    row.live,
    row.key,
    row.sequence,
    row.version,
    row.delete_marker,
    row.modified_at,
    row.size,
    row.etag,
    row.storage_class,
    row.owner,
    row.checksum,
    row.restore_due,
    row.restore_expiry,
    row.blob,
    row.upload,
    row.headers,
    row.tags,
    row.acl,
    row.object_lock,
  );
}

/**
 * A version with its body, where that lives in the database. One statement: both are of the same
 * moment.
 */
export type ObjectWithBody = ObjectRow & { readonly bytes: Uint8Array | null };

const WITH_BODY = 'SELECT o.*, b.bytes FROM objects o LEFT JOIN bodies b ON b.id = o.sequence';

export const getLiveObject = (
  reader: Reader,
  bucket: string,
  key: string,
): Promise<ObjectRow | undefined> =>
  reader.get<ObjectRow>(
    'SELECT * FROM objects WHERE bucket = ? AND live = 1 AND key = ?',
    bucket,
    key,
  );

export const getLiveObjectWithBody = (
  reader: Reader,
  bucket: string,
  key: string,
): Promise<ObjectWithBody | undefined> =>
  reader.get<ObjectWithBody>(
    `${WITH_BODY} WHERE o.bucket = ? AND o.live = 1 AND o.key = ?`,
    bucket,
    key,
  );

/** The version with this sequence, live or not. */
export const getObjectVersion = (
  reader: Reader,
  bucket: string,
  key: string,
  sequence: number,
): Promise<ObjectWithBody | undefined> =>
  reader.get<ObjectWithBody>(
    `${WITH_BODY} WHERE o.bucket = ? AND o.live IN (0, 1) AND o.key = ? AND o.sequence = ?`,
    bucket,
    key,
    sequence,
  );

/** The null version, live or not; a key has one at most. */
export async function getNullVersion(
  reader: Reader,
  bucket: string,
  key: string,
): Promise<ObjectWithBody | undefined> {
  const live = await getLiveObjectWithBody(reader, bucket, key);
  if (live?.version === NULL_VERSION) return live;
  return reader.get<ObjectWithBody>(
    `${WITH_BODY} WHERE o.bucket = ? AND o.live = 0 AND o.key = ? AND o.version = 'null'`,
    bucket,
    key,
  );
}

/** The newest of the versions that are not live: a delete marker, when the key has no live one. */
export const getNewestNotLive = (
  reader: Reader,
  bucket: string,
  key: string,
): Promise<ObjectRow | undefined> =>
  reader.get<ObjectRow>(
    `SELECT * FROM objects WHERE bucket = ? AND live = 0 AND key = ?
     ORDER BY sequence DESC LIMIT 1`,
    bucket,
    key,
  );

type VersionPlace = Pick<ObjectRow, 'bucket' | 'live' | 'key' | 'sequence'>;
const AT_PLACE = 'WHERE bucket = ? AND live = ? AND key = ? AND sequence = ?';

export async function updateLive(tx: Transaction, row: VersionPlace, live: 0 | 1): Promise<void> {
  await tx.run(
    `UPDATE objects SET live = ? ${AT_PLACE}`,
    live,
    row.bucket,
    row.live,
    row.key,
    row.sequence,
  );
}

export async function deleteObjectRow(tx: Transaction, row: VersionPlace): Promise<void> {
  await tx.run(`DELETE FROM objects ${AT_PLACE}`, row.bucket, row.live, row.key, row.sequence);
}

/** Sets one of the columns that change while the version stays. */
export async function updateObjectColumn(
  tx: Transaction,
  row: VersionPlace,
  column: 'tags' | 'acl' | 'object_lock',
  value: string | null,
): Promise<void> {
  await tx.run(
    `UPDATE objects SET ${column} = ? ${AT_PLACE}`,
    value,
    row.bucket,
    row.live,
    row.key,
    row.sequence,
  );
}

export async function updateRestore(
  tx: Transaction,
  row: VersionPlace,
  due: number | null,
  expiry: number | null,
): Promise<void> {
  await tx.run(
    `UPDATE objects SET restore_due = ?, restore_expiry = ? ${AT_PLACE}`,
    due,
    expiry,
    row.bucket,
    row.live,
    row.key,
    row.sequence,
  );
}

export const dueRestores = (reader: Reader, now: number, limit: number): Promise<ObjectRow[]> =>
  reader.all<ObjectRow>(
    `SELECT * FROM objects WHERE restore_due IS NOT NULL AND restore_due <= ?
     ORDER BY restore_due LIMIT ?`,
    now,
    limit,
  );

export async function earliestRestoreDue(reader: Reader): Promise<number | undefined> {
  const row = await reader.get<{ restore_due: number }>(
    'SELECT restore_due FROM objects WHERE restore_due IS NOT NULL ORDER BY restore_due LIMIT 1',
  );
  return row?.restore_due;
}

export async function hasObjects(reader: Reader, bucket: string): Promise<boolean> {
  const row = await reader.get('SELECT 1 AS found FROM objects WHERE bucket = ? LIMIT 1', bucket);
  return row !== undefined;
}
