import type { Reader } from '../storage.ts';
import type { ObjectRow } from './objects.ts';

/** What listings show of a version. */
export type ListedObject = Pick<
  ObjectRow,
  | 'live'
  | 'key'
  | 'sequence'
  | 'version'
  | 'delete_marker'
  | 'modified_at'
  | 'size'
  | 'etag'
  | 'storage_class'
  | 'owner'
  | 'checksum'
  | 'restore_due'
  | 'restore_expiry'
>;

const LISTED = `live, key, sequence, version, delete_marker, modified_at, size, etag, storage_class,
  owner, checksum, restore_due, restore_expiry`;

/**
 * A place in the order of keys: at `key` or behind it; with a sequence behind that version of the
 * key.
 */
export interface ListPosition {
  readonly key: string;
  readonly inclusive: boolean;
  readonly sequence?: number | undefined;
}

/** The live objects of a bucket by key, from `position` up to `end` (exclusive). */
export const listLiveObjects = (
  reader: Reader,
  bucket: string,
  position: ListPosition,
  end: string | undefined,
  limit: number,
): Promise<ListedObject[]> =>
  reader.all<ListedObject>(
    `SELECT ${LISTED} FROM objects WHERE bucket = ? AND live = 1 ${keyRange(position, end)}
     ORDER BY key LIMIT ?`,
    bucket,
    position.key,
    ...(end === undefined ? [] : [end]),
    limit,
  );

/** The key that `listLiveObjects` begins with. */
export async function firstLiveKey(
  reader: Reader,
  bucket: string,
  position: ListPosition,
  end: string | undefined,
): Promise<string | undefined> {
  const row = await reader.get<{ key: string }>(
    `SELECT key FROM objects WHERE bucket = ? AND live = 1 ${keyRange(position, end)}
     ORDER BY key LIMIT 1`,
    bucket,
    position.key,
    ...(end === undefined ? [] : [end]),
  );
  return row?.key;
}

/** All versions and delete markers by key, the newest of a key first. */
export async function listVersions(
  reader: Reader,
  bucket: string,
  position: ListPosition,
  end: string | undefined,
  limit: number,
): Promise<ListedObject[]> {
  const { key, sequence } = position;
  const older =
    sequence === undefined ? [] : await listOlderVersions(reader, bucket, key, sequence, limit);
  if (older.length === limit) return older;
  // A listing of both kinds in one order would be sorted as a whole; each of its own comes in order
  // from the index.
  const ofKind = (live: 0 | 1) =>
    `SELECT * FROM (
       SELECT ${LISTED} FROM objects WHERE bucket = ? AND live = ${live} ${keyRange(position, end)}
       ORDER BY key, sequence DESC LIMIT ?) AS kind${live}`;
  const values = [bucket, key, ...(end === undefined ? [] : [end]), limit - older.length];
  const following = await reader.all<ListedObject>(
    `${ofKind(1)} UNION ALL ${ofKind(0)} ORDER BY key, sequence DESC LIMIT ?`,
    ...values,
    ...values,
    limit - older.length,
  );
  return [...older, ...following];
}

const listOlderVersions = (
  reader: Reader,
  bucket: string,
  key: string,
  sequence: number,
  limit: number,
): Promise<ListedObject[]> =>
  reader.all<ListedObject>(
    `SELECT ${LISTED} FROM objects WHERE bucket = ? AND live = 0 AND key = ? AND sequence < ?
     ORDER BY sequence DESC LIMIT ?`,
    bucket,
    key,
    sequence,
    limit,
  );

function keyRange({ inclusive, sequence }: ListPosition, end: string | undefined): string {
  const from = inclusive && sequence === undefined ? 'AND key >= ?' : 'AND key > ?';
  return end === undefined ? from : `${from} AND key < ?`;
}
