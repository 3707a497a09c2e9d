import type { Transaction } from '../../storage/storage.ts';
import { deleteBody } from '../../storage/tables/bodies.ts';
import type { ObjectRow } from '../../storage/tables/objects.ts';
import { deleteParts } from '../../storage/tables/uploads.ts';
import type { Platform } from '../context.ts';

/**
 * How long a file outlives the row that referred to it: requests that were answered with it may
 * still be reading. A file whose time is cut short by a restart is swept at the next start.
 */
export const BLOB_GRACE_MS = 60_000;

/** Removes the bytes of a version whose row is being deleted. */
export async function discardBytes(
  tx: Transaction,
  platform: Platform,
  row: Pick<ObjectRow, 'blob' | 'upload' | 'size' | 'sequence'>,
): Promise<void> {
  if (row.blob !== null) discardBlobs(tx, platform, [row.blob]);
  else if (row.upload !== null) discardBlobs(tx, platform, await deleteParts(tx, row.upload));
  else if (row.size > 0) await deleteBody(tx, row.sequence);
}

/** Removes files after the commit, once nobody reads them any more. */
export function discardBlobs(tx: Transaction, platform: Platform, blobs: readonly string[]): void {
  if (blobs.length === 0) return;
  const { clock, log } = platform;
  tx.afterCommit(() => {
    clock.at(clock.now() + BLOB_GRACE_MS, () => {
      for (const blob of blobs) {
        platform.blobs
          .remove(blob)
          .catch((error) => log.warn({ blob, error: String(error) }, 'could not remove a blob'));
      }
    });
  });
}
