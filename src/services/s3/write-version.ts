import type { StoredBody } from '../../aws/protocols/shape.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertBody } from '../../storage/tables/bodies.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import {
  deleteObjectRow,
  getNullVersion,
  insertObject,
  NULL_VERSION,
  type ObjectRow,
  updateLive,
} from '../../storage/tables/objects.ts';
import type { Platform } from '../context.ts';
import { discardBytes } from './discard-bytes.ts';
import { createOpaqueId } from './opaque-id.ts';

/** What a new version is made of; `writeVersion` settles the rest. */
export type NewVersion = Pick<
  ObjectRow,
  | 'key'
  | 'size'
  | 'etag'
  | 'storage_class'
  | 'owner'
  | 'checksum'
  | 'headers'
  | 'tags'
  | 'acl'
  | 'object_lock'
> & {
  /** The multipart upload whose parts hold the bytes. */
  readonly upload?: number;
  /** The bytes, where there is no upload. */
  readonly body?: StoredBody | undefined;
  readonly delete_marker?: 0 | 1;
};

/**
 * Adds a version to a key, as the newest. Without versioning it replaces the object; with
 * versioning the older ones stay; with versioning suspended it replaces the null version alone.
 * `live` is the key's live object as this transaction has read it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
 */
export async function writeVersion(
  tx: Transaction,
  platform: Platform,
  bucket: BucketRow,
  live: ObjectRow | undefined,
  version: NewVersion,
): Promise<ObjectRow> {
  const { body, upload = null, delete_marker = 0, ...rest } = version;
  await makeRoom(tx, platform, bucket, live, version.key);
  // Newer versions are larger even when the clock was set back between two runs.
  if (live) platform.ids.advancePast(live.sequence);
  const sequence = platform.ids.sequence();
  const row: ObjectRow = {
    ...rest,
    bucket: bucket.name,
    live: delete_marker === 1 ? 0 : 1,
    sequence,
    version:
      bucket.versioning === 'Enabled'
        ? createOpaqueId(platform.ids, bucket.name, sequence)
        : NULL_VERSION,
    delete_marker,
    modified_at: wholeSeconds(platform.clock.now()),
    restore_due: null,
    restore_expiry: null,
    blob: blobOf(body) ?? null,
    upload,
  };
  await insertObject(tx, row);
  if (body?.bytes && body.bytes.length > 0) await insertBody(tx, sequence, body.bytes);
  return row;
}

/** The file of a request's body, where it is not in memory. */
export const blobOf = (body: StoredBody | undefined): string | undefined =>
  body?.segments?.[0]?.blob;

/** As events show it, and the answers to writes: the null version has none. */
export const shownVersion = (row: Pick<ObjectRow, 'version'>): string | undefined =>
  row.version === NULL_VERSION ? undefined : row.version;

/**
 * As answers to reads show it: a bucket that never had versioning shows none, any other the null
 * version too.
 */
export const answeredVersion = (
  bucket: Pick<BucketRow, 'versioning'>,
  row: Pick<ObjectRow, 'version'>,
): string | undefined => (bucket.versioning === '' ? undefined : row.version);

/**
 * S3 keeps modification times in whole seconds: conditional requests compare them with HTTP dates.
 */
export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

async function makeRoom(
  tx: Transaction,
  platform: Platform,
  bucket: BucketRow,
  live: ObjectRow | undefined,
  key: string,
): Promise<void> {
  const replaced =
    bucket.versioning === 'Suspended' ? await getNullVersion(tx, bucket.name, key) : undefined;
  if (live && bucket.versioning !== '' && live.sequence !== replaced?.sequence)
    await updateLive(tx, live, 0);
  const old = bucket.versioning === '' ? live : replaced;
  if (!old) return;
  await deleteObjectRow(tx, old);
  await discardBytes(tx, platform, old);
}
