import type {
  GetObjectRetentionOutput,
  GetObjectRetentionRequest,
  ObjectLockRetention,
  PutObjectRetentionOutput,
  PutObjectRetentionRequest,
} from '../../aws/models/s3.ts';
import type { Reader } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { type ObjectRow, updateObjectColumn } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import {
  invalidArgument,
  malformedXml,
  noObjectLock,
  notImplementedHeader,
  objectLockMissing,
} from './errors.ts';
import { findDescribed } from './find-version.ts';
import {
  checkRetentionChange,
  isRetentionMode,
  lockFromJson,
  lockToJson,
  type ObjectLock,
} from './object-lock.ts';
import { raiseEvent } from './raise-event.ts';
import { type BucketInput, requireBucket } from './require-bucket.ts';
import { shownVersion } from './write-version.ts';

/**
 * PutObjectRetention - until when a version may not be deleted. It can be prolonged; shortened,
 * changed in its mode and removed only in GOVERNANCE, by who may bypass that.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html
 */
export async function putObjectRetention(
  input: PutObjectRetentionRequest,
  context: Context,
): Promise<PutObjectRetentionOutput> {
  const now = context.clock.now();
  if (!input.Retention) throw malformedXml();
  const next = parseRetention(input.Retention);
  await context.storage.transaction(async (tx) => {
    const { bucket, row } = await requireLockable(tx, context, input, 'PUT');
    if (next.until !== undefined && next.until <= now)
      throw invalidArgument(
        'The retain until date must be in the future!',
        'RetainUntilDate',
        new Date(next.until).toISOString(),
      );
    const { hold, ...retention } = lockFromJson(row.object_lock);
    checkRetentionChange(retention, next, input.BypassGovernanceRetention, now);
    await updateObjectColumn(tx, row, 'object_lock', lockToJson({ ...next, hold }));
    await raiseEvent(tx, context, bucket, {
      eventName: 'ObjectRetention:Put',
      reason: 'PutObjectRetention',
      key: row.key,
      sequence: context.ids.sequence(),
      atMs: now,
      size: row.size,
      etag: row.etag,
      versionId: shownVersion(row),
      retention: { mode: next.mode, untilMs: next.until },
    });
  });
  return {};
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html */
export async function getObjectRetention(
  input: GetObjectRetentionRequest,
  context: Context,
): Promise<GetObjectRetentionOutput> {
  const { row } = await context.storage.read((reader) =>
    requireLockable(reader, context, input, 'GET'),
  );
  const { mode, until } = lockFromJson(row.object_lock);
  if (mode === undefined || until === undefined) throw noObjectLock(input.Key);
  return { Retention: { Mode: mode, RetainUntilDate: new Date(until) } };
}

interface VersionInput extends BucketInput {
  readonly Key: string;
  readonly VersionId?: string | undefined;
}

/** A version in a bucket with Object Lock. Throws InvalidRequest where the bucket has none. */
export async function requireLockable(
  reader: Reader,
  context: Context,
  input: VersionInput,
  method: string,
): Promise<{ bucket: BucketRow; row: ObjectRow }> {
  const bucket = await requireBucket(reader, context, input);
  if (bucket.object_lock === null) throw objectLockMissing();
  const row = await findDescribed(reader, bucket.name, input.Key, input.VersionId, method);
  return { bucket, row };
}

/** An empty one takes the retention away. Throws MalformedXML. */
function parseRetention({ Mode, RetainUntilDate, ...more }: ObjectLockRetention): ObjectLock {
  if (Object.values(more).some((value) => value !== undefined))
    throw notImplementedHeader('EventHold');
  if (Mode === undefined && RetainUntilDate === undefined) return {};
  if (!isRetentionMode(Mode) || !RetainUntilDate) throw malformedXml();
  return { mode: Mode, until: RetainUntilDate.getTime() };
}
