import type { RestoreStatus } from '../../aws/models/s3.ts';
import type { ObjectRow } from '../../storage/tables/objects.ts';

type RestoreColumns = Pick<ObjectRow, 'restore_due' | 'restore_expiry'>;

/** A restore is asked for, and its copy is not ready yet. */
export const isRestoring = ({ restore_due, restore_expiry }: RestoreColumns): boolean =>
  restore_expiry !== null && restore_due !== restore_expiry;

/** The restored copy is there and can be read. */
export const isRestored = (row: RestoreColumns, now: number): boolean =>
  row.restore_expiry !== null && !isRestoring(row) && now < row.restore_expiry;

/** `x-amz-restore`, where a restore was asked for. */
export function restoreHeader(row: RestoreColumns): string | undefined {
  if (row.restore_expiry === null) return undefined;
  if (isRestoring(row)) return 'ongoing-request="true"';
  return `ongoing-request="false", expiry-date="${new Date(row.restore_expiry).toUTCString()}"`;
}

/** The same for listings, on request. */
export function restoreStatus(row: RestoreColumns): RestoreStatus | undefined {
  if (row.restore_expiry === null) return undefined;
  if (isRestoring(row)) return { IsRestoreInProgress: true };
  return { IsRestoreInProgress: false, RestoreExpiryDate: new Date(row.restore_expiry) };
}
