import type { Reader, Transaction } from '../storage.ts';
import type { ListPosition } from './object-listings.ts';

/** A multipart upload in progress. */
export interface UploadRow {
  readonly bucket: string;
  readonly key: string;
  /** From `Ids.sequence`: uploads of one key in the order in which they began. */
  readonly sequence: number;
  /** As clients know it; holds the sequence. */
  readonly id: string;
  readonly initiated_at: number;
  /** The account that will own the object. */
  readonly owner: string;
  /** The ARN of who began it. */
  readonly initiator: string;
  readonly storage_class: string;
  readonly checksum_algorithm: string | null;
  readonly checksum_type: string | null;
  /** Whether the key had an object when the upload began. */
  readonly object_existed: 0 | 1;
  readonly headers: string | null;
  readonly tags: string | null;
  readonly acl: string | null;
  /** JSON of the `ObjectLock` that is asked for. */
  readonly object_lock: string | null;
}

export interface PartRow {
  /** The sequence of the upload. */
  readonly upload: number;
  readonly number: number;
  readonly size: number;
  readonly etag: string;
  readonly modified_at: number;
  /** Base64, by the upload's algorithm. */
  readonly checksum: string | null;
  readonly blob: string | null;
  /** The row of bodies, where there is no blob. */
  readonly body: number;
  /** Where the part begins in the object, once the upload is completed. */
  readonly start: number | null;
}

export async function insertUpload(tx: Transaction, upload: UploadRow): Promise<void> {
  await tx.run(
    `INSERT INTO uploads
       (bucket, key, sequence, id, initiated_at, owner, initiator, storage_class, checksum_algorithm,
        checksum_type, object_existed, headers, tags, acl, object_lock)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    upload.bucket,
    upload.key,
    upload.sequence,
    upload.id,
    upload.initiated_at,
    upload.owner,
    upload.initiator,
    upload.storage_class,
    upload.checksum_algorithm,
    upload.checksum_type,
    upload.object_existed,
    upload.headers,
    upload.tags,
    upload.acl,
    upload.object_lock,
  );
}

export const getUpload = (
  reader: Reader,
  bucket: string,
  key: string,
  sequence: number,
): Promise<UploadRow | undefined> =>
  reader.get<UploadRow>(
    'SELECT * FROM uploads WHERE bucket = ? AND key = ? AND sequence = ?',
    bucket,
    key,
    sequence,
  );

/** Ends the upload; its parts stay. */
export async function deleteUploadRow(tx: Transaction, upload: UploadRow): Promise<void> {
  await tx.run(
    'DELETE FROM uploads WHERE bucket = ? AND key = ? AND sequence = ?',
    upload.bucket,
    upload.key,
    upload.sequence,
  );
}

/**
 * Uploads in progress by key, the oldest of a key first, from `position` up to `end` (exclusive).
 */
export async function listUploads(
  reader: Reader,
  bucket: string,
  { key, inclusive, sequence }: ListPosition,
  end: string | undefined,
  limit: number,
): Promise<UploadRow[]> {
  const later =
    sequence === undefined
      ? []
      : await reader.all<UploadRow>(
          `SELECT * FROM uploads WHERE bucket = ? AND key = ? AND sequence > ?
           ORDER BY sequence LIMIT ?`,
          bucket,
          key,
          sequence,
          limit,
        );
  if (later.length === limit) return later;
  const from = inclusive && sequence === undefined ? '>=' : '>';
  const to = end === undefined ? '' : 'AND key < ?';
  const following = await reader.all<UploadRow>(
    `SELECT * FROM uploads WHERE bucket = ? AND key ${from} ? ${to}
     ORDER BY key, sequence LIMIT ?`,
    bucket,
    key,
    ...(end === undefined ? [] : [end]),
    limit - later.length,
  );
  return [...later, ...following];
}

/** Any upload of a bucket that is being deleted. */
export const nextUpload = (reader: Reader, bucket: string): Promise<UploadRow | undefined> =>
  reader.get<UploadRow>('SELECT * FROM uploads WHERE bucket = ? LIMIT 1', bucket);

export async function insertPart(tx: Transaction, part: Omit<PartRow, 'start'>): Promise<void> {
  await tx.run(
    `INSERT INTO parts (upload, number, size, etag, modified_at, checksum, blob, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    part.upload,
    part.number,
    part.size,
    part.etag,
    part.modified_at,
    part.checksum,
    part.blob,
    part.body,
  );
}

export const getPart = (
  reader: Reader,
  upload: number,
  number: number,
): Promise<PartRow | undefined> =>
  reader.get<PartRow>('SELECT * FROM parts WHERE upload = ? AND number = ?', upload, number);

/** The parts after number `after`. */
export const listPartRows = (
  reader: Reader,
  upload: number,
  after: number,
  limit: number,
): Promise<PartRow[]> =>
  reader.all<PartRow>(
    'SELECT * FROM parts WHERE upload = ? AND number > ? ORDER BY number LIMIT ?',
    upload,
    after,
    limit,
  );

/**
 * The parts of a completed upload that hold bytes `first` (inclusive) to `end` (exclusive), with
 * those bytes that are small.
 */
export const partsInRange = (
  reader: Reader,
  upload: number,
  first: number,
  end: number,
): Promise<PartWithBody[]> =>
  reader.all<PartWithBody>(
    `SELECT p.*, b.bytes FROM parts p LEFT JOIN bodies b ON b.id = p.body
     WHERE p.upload = ? AND p.start < ? AND p.start + p.size > ? ORDER BY p.number`,
    upload,
    end,
    first,
  );

export type PartWithBody = PartRow & { readonly bytes: Uint8Array | null };

/** Notes where each part begins in the object. */
export async function updatePartStarts(tx: Transaction, upload: number): Promise<void> {
  await tx.run(
    `UPDATE parts SET start = placed.start
     FROM (SELECT number, CAST(SUM(size) OVER (ORDER BY number) - size AS BIGINT) AS start
           FROM parts WHERE upload = ?) AS placed
     WHERE parts.upload = ? AND parts.number = placed.number`,
    upload,
    upload,
  );
}

export async function deletePart(tx: Transaction, part: PartRow): Promise<void> {
  await tx.run('DELETE FROM bodies WHERE id = ?', part.body);
  await tx.run('DELETE FROM parts WHERE upload = ? AND number = ?', part.upload, part.number);
}

/** Deletes all parts of an upload and answers which files they leave behind. */
export async function deleteParts(tx: Transaction, upload: number): Promise<string[]> {
  const rows = await tx.all<{ blob: string }>(
    'SELECT blob FROM parts WHERE upload = ? AND blob IS NOT NULL',
    upload,
  );
  await tx.run('DELETE FROM bodies WHERE id IN (SELECT body FROM parts WHERE upload = ?)', upload);
  await tx.run('DELETE FROM parts WHERE upload = ?', upload);
  return rows.map((row) => row.blob);
}

export async function countParts(reader: Reader, upload: number): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM parts WHERE upload = ?',
    upload,
  );
  return row?.count ?? 0;
}
