import type { DeleteObjectOutput, DeleteObjectRequest } from '../../aws/models/s3.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import {
  deleteObjectRow,
  getLiveObject,
  getNewestNotLive,
  NULL_VERSION,
  type ObjectRow,
  updateLive,
} from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { discardBytes } from './discard-bytes.ts';
import { noSuchKey, nothingToBypass, notImplementedHeader, preconditionFailed } from './errors.ts';
import { findNamedVersion } from './find-version.ts';
import { EMPTY_ETAG } from './object-checksum.ts';
import { checkKey } from './object-headers.ts';
import { refuseLocked } from './object-lock.ts';
import { raiseEvent } from './raise-event.ts';
import { requireBucket } from './require-bucket.ts';
import { DEFAULT_STORAGE_CLASS } from './storage-class.ts';
import { unquote } from './write-conditions.ts';
import { shownVersion, writeVersion } from './write-version.ts';

/** `$missing`: there was no such key, and no version was named. It does not leave the server. */
export interface DeleteOutcome extends DeleteObjectOutput {
  readonly $missing?: true;
}

/**
 * DeleteObject - removes an object or one version of it; where versions are kept, naming none puts
 * a delete marker on top.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 *
 * What is not there is deleted successfully: 204, and no event, because nothing changed. But in a
 * bucket with versioning a marker is added for any key, and DeleteObjects tells of missing ones
 * too. A version that Object Lock protects stays; a marker on top of it is no harm.
 */
export function deleteObject(input: DeleteObjectRequest, context: Context): Promise<DeleteOutcome> {
  const { Key, VersionId } = input;
  checkKey(Key);
  if (input.IfMatchSize !== undefined) throw notImplementedHeader('x-amz-if-match-size');
  if (input.IfMatchLastModifiedTime)
    throw notImplementedHeader('x-amz-if-match-last-modified-time');
  return context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    checkBypass(input, bucket);
    if (VersionId !== undefined) {
      const row = await findNamedVersion(tx, bucket.name, Key, VersionId);
      checkIfMatch(input, row);
      if (row) refuseLocked(row, input.BypassGovernanceRetention, context.clock.now());
      const deleted = await deleteVersion(tx, context, bucket, row, VersionId);
      return bucket.versioning === '' ? {} : deleted;
    }
    const live = await getLiveObject(tx, bucket.name, Key);
    checkIfMatch(input, live);
    return bucket.versioning === ''
      ? deleteOnly(tx, context, bucket, live)
      : addMarker(tx, context, bucket, live, Key);
  });
}

/** Throws InvalidArgument where there is nothing to bypass. */
function checkBypass({ BypassGovernanceRetention }: DeleteObjectRequest, bucket: BucketRow): void {
  if (BypassGovernanceRetention === undefined || bucket.object_lock !== null) return;
  throw nothingToBypass();
}

function checkIfMatch({ Key, IfMatch }: DeleteObjectRequest, row: ObjectRow | undefined): void {
  if (IfMatch === undefined) return;
  if (!row) throw noSuchKey(Key);
  if (IfMatch !== '*' && unquote(IfMatch) !== row.etag) throw preconditionFailed('If-Match');
}

async function deleteOnly(
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  live: ObjectRow | undefined,
): Promise<DeleteOutcome> {
  if (!live) return { $missing: true };
  await deleteObjectRow(tx, live);
  await discardBytes(tx, context, live);
  await raiseDeleted(tx, context, bucket, live.key, undefined);
  return {};
}

async function addMarker(
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  live: ObjectRow | undefined,
  key: string,
): Promise<DeleteObjectOutput> {
  const marker = await writeVersion(tx, context, bucket, live, {
    key,
    size: 0,
    etag: EMPTY_ETAG,
    storage_class: DEFAULT_STORAGE_CLASS,
    owner: bucket.account,
    checksum: null,
    headers: null,
    tags: null,
    acl: null,
    object_lock: null,
    delete_marker: 1,
  });
  await raiseEvent(tx, context, bucket, {
    eventName: 'ObjectRemoved:DeleteMarkerCreated',
    reason: 'DeleteObject',
    deletionType: 'Delete Marker Created',
    key,
    sequence: marker.sequence,
    atMs: context.clock.now(),
    etag: marker.etag,
    versionId: shownVersion(marker),
  });
  return { DeleteMarker: true, VersionId: marker.version };
}

async function deleteVersion(
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  row: ObjectRow | undefined,
  VersionId: string,
): Promise<DeleteObjectOutput> {
  if (!row) return { VersionId };
  await deleteObjectRow(tx, row);
  await discardBytes(tx, context, row);
  if (row.live === 1 || row.delete_marker === 1) await uncover(tx, bucket.name, row.key);
  await raiseDeleted(tx, context, bucket, row.key, VersionId);
  return { VersionId, ...(row.delete_marker === 1 && { DeleteMarker: true }) };
}

/**
 * Makes the newest version live after what lay on top of it has gone, unless that is a delete
 * marker again.
 */
async function uncover(tx: Transaction, bucket: string, key: string): Promise<void> {
  if (await getLiveObject(tx, bucket, key)) return;
  const newest = await getNewestNotLive(tx, bucket, key);
  if (newest?.delete_marker === 0) await updateLive(tx, newest, 1);
}

export const raiseDeleted = (
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  key: string,
  versionId: string | undefined,
) =>
  raiseEvent(tx, context, bucket, {
    eventName: 'ObjectRemoved:Delete',
    reason: 'DeleteObject',
    deletionType: 'Permanently Deleted',
    key,
    sequence: context.ids.sequence(),
    atMs: context.clock.now(),
    versionId: versionId === NULL_VERSION ? undefined : versionId,
  });
