import type { Transaction } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';

/** What happened to an object, as event records and EventBridge tell it. */
export interface ObjectChange {
  /** As records show it: `ObjectCreated:Put`. */
  readonly eventName: string;
  /** The API call, as EventBridge shows it: `PutObject`. */
  readonly reason: string;
  readonly key: string;
  /** The sequencer. */
  readonly sequence: number;
  readonly atMs: number;
  readonly size?: number | undefined;
  /** Without quotes. */
  readonly etag?: string | undefined;
  /** Left out for the null version. */
  readonly versionId?: string | undefined;
  readonly deletionType?: 'Permanently Deleted' | 'Delete Marker Created' | undefined;
  readonly storageClass?: string | undefined;
  readonly restoreExpiryMs?: number | undefined;
}

/** Writes down the event, and what it is owed to, in the transaction of the change. */
export async function raiseEvent(
  _tx: Transaction,
  _context: Context,
  bucket: BucketRow,
  _change: ObjectChange,
): Promise<void> {
  if (bucket.notification === null) return;
}
