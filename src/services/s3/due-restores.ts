import type { Transaction } from '../../storage/storage.ts';
import { getBucket } from '../../storage/tables/buckets.ts';
import {
  dueRestores,
  earliestRestoreDue,
  type ObjectRow,
  updateRestore,
} from '../../storage/tables/objects.ts';
import type { Context, Platform } from '../context.ts';
import { canonicalUserId } from './canonical-user.ts';
import { raiseEvent } from './raise-event.ts';
import { isRestoring } from './restore-state.ts';
import { shownVersion } from './write-version.ts';

/** Fired when a restore was asked for: the next one may be due sooner than was thought. */
export const RESTORES_SIGNAL = 'restores';
/** Restores in one transaction. */
export const RESTORES_BATCH_MAX = 100;

/** When the next restored copy becomes ready or goes, milliseconds; `undefined` when there is none. */
export const nextRestoreDue = (platform: Platform): Promise<number | undefined> =>
  platform.storage.read(earliestRestoreDue);

/**
 * Completes the restores whose time has come, and ends those whose days are over, each with its event. Answers how many; when it
 * is `RESTORES_BATCH_MAX` there may be more.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
 */
export function completeDueRestores(platform: Platform): Promise<number> {
  return platform.storage.transaction(async (tx) => {
    const now = platform.clock.now();
    const rows = await dueRestores(tx, now, RESTORES_BATCH_MAX);
    for (const row of rows) await advance(tx, platform, row, now);
    return rows.length;
  });
}

async function advance(
  tx: Transaction,
  platform: Platform,
  row: ObjectRow,
  atMs: number,
): Promise<void> {
  const ready = isRestoring(row);
  const expiry = ready ? row.restore_expiry : null;
  await updateRestore(tx, row, expiry, expiry);
  const bucket = await getBucket(tx, row.bucket);
  if (!bucket) return;
  const owner = `AmazonCustomer:${canonicalUserId(bucket.account)}`;
  await raiseEvent(tx, contextOf(platform, bucket.region, ready ? owner : S3), bucket, {
    eventName: ready ? 'ObjectRestore:Completed' : 'ObjectRestore:Delete',
    reason: 'RestoreObject',
    key: row.key,
    sequence: platform.ids.sequence(),
    atMs,
    size: ready ? row.size : undefined,
    etag: row.etag,
    versionId: shownVersion(row),
    storageClass: row.storage_class,
    restoreExpiryMs: expiry ?? undefined,
  });
}

const S3 = 's3.amazonaws.com';

/** Nobody asks for what happens by itself: events name S3 as their source, and a request that there was not. */
function contextOf(platform: Platform, region: string, principalId: string): Context {
  return {
    ...platform,
    region,
    account: S3,
    caller: {
      principal: { kind: 'service', service: S3 },
      account: S3,
      principalId,
      accessKeyId: undefined,
      sourceIp: S3,
      userAgent: S3,
      sessionPolicies: [],
    },
    requestId: Buffer.from(platform.ids.bytes(8)).toString('hex').toUpperCase(),
    hostId: Buffer.from(platform.ids.bytes(48)).toString('base64'),
    endpoint: platform.settings.endpointUrl,
    trace: undefined,
    protocol: 'restXml',
    call: () => Promise.reject(new Error('no operation is called while a restore ends')),
  };
}
