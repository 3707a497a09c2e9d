import { AwsError } from '../../aws/error.ts';
import type {
  RestoreObjectOutput,
  RestoreObjectRequest,
  RestoreRequest,
} from '../../aws/models/s3.ts';
import type { WithStatus } from '../../aws/protocols/write-response.ts';
import { updateRestore } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { RESTORES_SIGNAL } from './due-restores.ts';
import {
  invalidArgument,
  malformedXml,
  notImplementedHeader,
  restoreAlreadyInProgress,
} from './errors.ts';
import { findVersion } from './find-version.ts';
import { raiseEvent } from './raise-event.ts';
import { requireBucket } from './require-bucket.ts';
import { isRestored, isRestoring } from './restore-state.ts';
import { isArchive } from './storage-class.ts';
import { shownVersion } from './write-version.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The last day that dates can name is far away; a restore need not reach it. */
export const RESTORE_DAYS_MAX = 36_500;
const TIERS = new Set(['Standard', 'Bulk', 'Expedited']);

/**
 * RestoreObject - asks for a readable copy of an archived object for some days: 202. For one that
 * is restored already it moves the day when the copy goes: 200.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html
 *
 * The copy is ready after `Settings.restoreDelayMs` (see `due-restores.ts`), whatever tier is asked
 * for.
 */
export function restoreObject(
  input: RestoreObjectRequest,
  context: Context,
): Promise<RestoreObjectOutput & WithStatus> {
  const days = checkRequest(input.RestoreRequest);
  return context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const row = await findVersion(tx, bucket.name, input.Key, input.VersionId, 'POST');
    if (!isArchive(row.storage_class)) throw restoreNotAllowed(row.storage_class);
    if (isRestoring(row)) throw restoreAlreadyInProgress();
    const now = context.clock.now();
    tx.wake(RESTORES_SIGNAL);
    if (isRestored(row, now)) {
      const expiry = expiryAfter(now, days);
      await updateRestore(tx, row, expiry, expiry);
      return { $status: 200 };
    }
    const ready = now + context.settings.restoreDelayMs;
    await updateRestore(tx, row, ready, expiryAfter(ready, days));
    await raiseEvent(tx, context, bucket, {
      eventName: 'ObjectRestore:Post',
      reason: 'RestoreObject',
      key: row.key,
      sequence: context.ids.sequence(),
      atMs: now,
      size: row.size,
      etag: row.etag,
      versionId: shownVersion(row),
      storageClass: row.storage_class,
    });
    return { $status: 202 };
  });
}

/**
 * How many days the copy is wanted. Throws MalformedXML, InvalidArgument, and NotImplemented for S3
 * Select.
 */
function checkRequest(request: RestoreRequest | undefined): number {
  if (request?.Type !== undefined || request?.SelectParameters || request?.OutputLocation)
    throw notImplementedHeader('RestoreRequest');
  const { Days } = request ?? {};
  if (Days === undefined) throw malformedXml();
  if (Days < 1 || Days > RESTORE_DAYS_MAX)
    throw invalidArgument('restoration days should be at least 1', 'Days', String(Days));
  const tier = request?.GlacierJobParameters?.Tier ?? request?.Tier ?? 'Standard';
  if (!TIERS.has(tier)) throw malformedXml();
  return Days;
}

/** S3 rounds up to the next midnight, UTC. */
const expiryAfter = (ms: number, days: number): number =>
  (Math.floor(ms / DAY_MS) + 1 + days) * DAY_MS;

const restoreNotAllowed = (StorageClass: string) =>
  new AwsError(
    'InvalidObjectState',
    "Restore is not allowed for the object's current storage class",
    { status: 403, members: { StorageClass } },
  );
