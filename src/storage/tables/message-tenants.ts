import type { Transaction } from '../storage.ts';
import type { MessageRow, Place } from './message-row.ts';
import type { QueueRow } from './queues.ts';

/**
 * Fair queues: on a standard queue MessageGroupId names a tenant. One that has much more in flight than the others is
 * noisy: its waiting messages, and those it sends meanwhile, let everybody else's go first (`place` 1) until none of
 * them is left.
 *
 * Deviation from AWS: a tenant is noisy by messages in flight only, not by processing time, and among several noisy ones
 * the oldest message goes first.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
 */
const NOISY_IN_FLIGHT_MIN = 30;
const NOISY_SHARE = 0.1;
/** Messages set back for one tenant by one receive; the next receives go on. */
const DEFERRED_MAX = 500;

export async function placeOfTenant(
  tx: Transaction,
  backlog: number,
  tenant: string,
): Promise<Place> {
  const deferred = await tx.get(
    'SELECT id FROM messages WHERE backlog = ? AND tenant = ? AND place = 1 LIMIT 1',
    backlog,
    tenant,
  );
  return deferred ? 1 : 0;
}

/**
 * Sets back what noisy tenants have waiting: those named, and those of `received`, what was just handed out, whose other
 * messages are set back already.
 */
export async function deferTenants(
  tx: Transaction,
  queue: QueueRow,
  received: readonly MessageRow[],
  noisyTenants: readonly string[],
): Promise<void> {
  const noisy = new Set(noisyTenants);
  for (const { place, tenant } of received) {
    if (place !== 0 || tenant === null || noisy.has(tenant)) continue;
    if ((await placeOfTenant(tx, queue.backlog, tenant)) === 1) noisy.add(tenant);
  }
  for (const tenant of noisy) {
    await tx.run(
      `UPDATE messages SET place = 1 WHERE id IN
         (SELECT id FROM messages WHERE backlog = ? AND tenant = ? AND place = 0 LIMIT ?)`,
      queue.backlog,
      tenant,
      DEFERRED_MAX,
    );
  }
}

/** The tenants with many messages in flight, by themselves and compared with all. */
export async function findNoisyTenants(
  tx: Transaction,
  queue: QueueRow,
  now: number,
): Promise<string[]> {
  const counts = await tx.all<{ tenant: string | null; in_flight: number }>(
    `SELECT tenant, COUNT(*) AS in_flight FROM messages
     WHERE backlog = ? AND place IN (0, 1) AND visible_at > ? AND receive_count > 0 GROUP BY tenant`,
    queue.backlog,
    now,
  );
  const total = counts.reduce((sum, { in_flight }) => sum + in_flight, 0);
  return counts.flatMap(({ tenant, in_flight }) =>
    tenant !== null && in_flight >= NOISY_IN_FLIGHT_MIN && in_flight > total * NOISY_SHARE
      ? [tenant]
      : [],
  );
}
