import { createCounter } from '../lib/metrics.ts';
import type { Platform } from '../services/context.ts';
import type { Strike } from '../services/faults.ts';
import type { Transaction } from '../storage/storage.ts';
import {
  type DeliveryRow,
  getDelivery,
  insertAttempt,
  postponeDelivery,
  settleDelivery,
} from '../storage/tables/deliveries.ts';
import { getEvent } from '../storage/tables/events.ts';
import { withChain } from './cut-chain.ts';
import type { Destination, Failure, Job, Result, Settle } from './destination.ts';
import { aimOf, deliverWithFault, holdBack, isHoldBack } from './faulty.ts';

const attempts = createCounter({
  name: 'spillway_delivery_attempts_total',
  help: 'Tries of deliveries by what came of them.',
  labels: ['kind', 'outcome'],
});

/** When the database itself failed us in the middle of a try. */
const AFTER_EXCEPTION_MS = 1000;

/**
 * One try of one delivery: do it, then record in one transaction what came of it, the effect on this server included. Between the two a crash
 * leaves the delivery owed, and it is tried again: at least once.
 */
export async function attemptDelivery(
  platform: Platform,
  destination: Destination,
  row: DeliveryRow,
): Promise<void> {
  const { storage, clock } = platform;
  const event = await storage.read((reader) => getEvent(reader, row.event_id));
  if (!event) throw new Error(`delivery ${row.id} refers to event ${row.event_id}, which is gone`);
  const job: Job = { delivery: row, event, attempt: row.attempts + 1 };
  const startedAt = clock.now();
  const strike = platform.testKit?.faults.strike(aimOf(job));
  if (strike && isHoldBack(strike)) return holdBack(platform, job, strike);
  const settle = await deliver(destination, job, platform, strike);

  await storage.transaction(async (tx) => {
    const current = await getDelivery(tx, row.id);
    if (current?.state !== 'pending') return;
    const result = await withChain(tx, platform, event, await settle(tx));
    const { outcome, reason } = await record(tx, platform, destination, job, result);
    tx.afterCommit(() => attempts.add(1, row.kind, outcome));
    await insertAttempt(tx, {
      deliveryId: row.id,
      number: job.attempt,
      startedAt,
      durationMs: clock.now() - startedAt,
      outcome,
      reason,
    });
  });
}

async function deliver(
  destination: Destination,
  job: Job,
  platform: Platform,
  strike: Strike | undefined,
): Promise<Settle> {
  try {
    return await (strike
      ? deliverWithFault(destination, job, platform, strike)
      : destination.deliver(job, platform));
  } catch (error) {
    platform.log.error({ err: error, delivery: job.delivery.id }, 'a delivery failed unexpectedly');
    const reason = error instanceof Error ? error.message : String(error);
    return async () => ({ kind: 'retry', reason, afterMs: AFTER_EXCEPTION_MS });
  }
}

interface Recorded {
  readonly outcome: 'delivered' | 'retry' | 'rejected' | 'dead';
  readonly reason: string | null;
}

async function record(
  tx: Transaction,
  platform: Platform,
  destination: Destination,
  job: Job,
  result: Result,
): Promise<Recorded> {
  const { id } = job.delivery;
  const now = platform.clock.now();
  if (result.kind === 'delivered') {
    const reason = result.note ?? null;
    await settleDelivery(tx, id, 'delivered', now, reason);
    return { outcome: 'delivered', reason };
  }
  const nextAt = await nextTry(tx, platform, destination, job, result);
  if (nextAt !== undefined) {
    await postponeDelivery(tx, id, nextAt, result.reason);
    return { outcome: 'retry', reason: result.reason };
  }
  const state = result.kind === 'rejected' ? 'rejected' : 'dead';
  const note = await destination.bury(tx, job, { failure: result, state }, platform);
  const reason = note === undefined ? result.reason : `${result.reason}; ${note}`;
  await settleDelivery(tx, id, state, now, reason);
  return { outcome: state, reason };
}

async function nextTry(
  tx: Transaction,
  platform: Platform,
  destination: Destination,
  job: Job,
  failure: Failure,
): Promise<number | undefined> {
  if (failure.kind === 'rejected') return undefined;
  const at = await destination.retryAt(tx, job, failure, platform);
  if (at === undefined || failure.afterMs === undefined) return at;
  return platform.clock.now() + failure.afterMs;
}
