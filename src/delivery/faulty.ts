import { sleep } from '../lib/clock.ts';
import type { Platform } from '../services/context.ts';
import type { Aim, Strike } from '../services/faults.ts';
import { holdBackDelivery } from '../storage/tables/deliveries.ts';
import type { Destination, Job, Result, Settle } from './destination.ts';

/** How a fault of the test kit shows in a delivery. Everything but the fault itself goes its ordinary way: retries, records, dead letters. */

/** As long as an HTTP destination may take to answer. */
const HANG_MS = 15_000;

export const aimOf = ({ delivery }: Job): Aim => ({
  destination: delivery.lane,
  rule: delivery.rule,
  delivery: delivery.id,
});

export const isHoldBack = ({ kind }: Strike) => kind === 'delay' || kind === 'reorder';

/** Puts the first try off; it does not count as one. */
export async function holdBack(platform: Platform, { delivery }: Job, { delayMs }: Strike) {
  const until = platform.clock.now() + delayMs;
  await platform.storage.transaction((tx) => holdBackDelivery(tx, delivery.id, until));
}

export async function deliverWithFault(
  destination: Destination,
  job: Job,
  platform: Platform,
  { kind }: Strike,
): Promise<Settle> {
  switch (kind) {
    case 'error':
      return answer({ kind: 'retry', reason: 'fault: the destination answered 500' });
    case 'hang':
      await platform.testKit?.faults.hang(() => sleep(platform.clock, HANG_MS));
      return answer({ kind: 'retry', reason: `fault: no answer within ${HANG_MS} ms` });
    case 'duplicate': {
      const settle = await destination.deliver(job, platform);
      const settleAgain = await destination.deliver(job, platform);
      return async (tx) => {
        const first = await settle(tx);
        if (first.kind !== 'delivered') return first;
        await settleAgain(tx);
        return { kind: 'delivered', note: 'fault: delivered twice' };
      };
    }
    default: {
      const settle = await destination.deliver(job, platform);
      return async (tx) => {
        const result = await settle(tx);
        if (result.kind !== 'delivered') return result;
        return { kind: 'retry', reason: 'fault: delivered, but the acknowledgement was lost' };
      };
    }
  }
}

const answer =
  (result: Result): Settle =>
  async () =>
    result;
