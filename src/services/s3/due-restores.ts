import { S3_PRINCIPAL } from '../../events/s3/index.ts';
import type { Transaction } from '../../storage/storage.ts';
import { getBucket } from '../../storage/tables/buckets.ts';
import {
  dueRestores,
  earliestRestoreDue,
  type ObjectRow,
  updateRestore,
} from '../../storage/tables/objects.ts';
import type { Platform } from '../context.ts';
import type { ChangeContext } from './object-change.ts';
import { raiseEvent } from './raise-event.ts';
import { isRestoring } from './restore-state.ts';
import { shownVersion } from './write-version.ts';

/** Fired when a restore was asked for: the next one may be due sooner than was thought. */
export const RESTORES_SIGNAL = 'restores';
/** Restores in one transaction. */
export const RESTORES_BATCH_MAX = 100;

/**
 * When the next restored copy becomes ready or goes, milliseconds; `undefined` when there is none.
 */
export const nextRestoreDue = (platform: Platform): Promise<number | undefined> =>
  platform.storage.read(earliestRestoreDue);

/**
 * Completes the restores whose time has come, and ends those whose days are over, each with its
 * event. Answers how many; when it is `RESTORES_BATCH_MAX` there may be more.
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
  if (!bucket) throw new Error(`object ${row.key} lies in ${row.bucket}, which is no bucket`);
  await raiseEvent(tx, byItself(platform), bucket, {
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

/**
 * Nobody asked for what happens by itself: the event names S3, and a request that there was not.
 */
const byItself = ({ ids, clock, settings }: Platform): ChangeContext => ({
  ids,
  clock,
  settings,
  caller: {
    principal: { kind: 'service', service: S3_PRINCIPAL },
    account: S3_PRINCIPAL,
    principalId: S3_PRINCIPAL,
    accessKeyId: undefined,
    sourceIp: S3_PRINCIPAL,
    userAgent: S3_PRINCIPAL,
    sessionPolicies: [],
  },
  requestId: Buffer.from(ids.bytes(REQUEST_ID_BYTES)).toString('hex').toUpperCase(),
  hostId: Buffer.from(ids.bytes(HOST_ID_BYTES)).toString('base64'),
  trace: undefined,
});

const REQUEST_ID_BYTES = 8;
const HOST_ID_BYTES = 56;
