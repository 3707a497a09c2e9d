import type { Transaction } from '../../storage/storage.ts';
import { sweepSubscriptions } from '../../storage/tables/subscriptions.ts';
import type { Platform } from '../context.ts';

/** For how long the subscriptions of a deleted topic can still be looked at. */
const DELETED_TOPIC_MS = 24 * 3600 * 1000;

/** Tidies up a little, wherever topics and subscriptions come and go. */
export function sweep(tx: Transaction, { clock }: Pick<Platform, 'clock'>): Promise<void> {
  const now = clock.now();
  return sweepSubscriptions(tx, now, now - DELETED_TOPIC_MS);
}
