import type { Platform } from '../services/context.ts';
import { splitTargetName } from '../services/eventbridge/owe-targets.ts';
import type { Aim, Strike } from '../services/faults.ts';
import type { Transaction } from '../storage/storage.ts';
import { holdBackDelivery, insertDelivery } from '../storage/tables/deliveries.ts';
import type { Destination, Job, Result, Settle } from './destination.ts';

/** How a fault of the test kit shows in a delivery. Everything but the fault itself goes its ordinary way: retries, records, dead letters. */

/** As long as an HTTP destination may take to answer. */
export const HANG_MS = 15_000;
export const ANSWERED_500 = 'fault: the destination answered 500';
export const NO_ANSWER = `fault: no answer within ${HANG_MS / 1000} seconds`;

export const aimOf = ({ delivery }: Job): Aim => ({
  destination: delivery.lane,
  rule: delivery.kind === 'rule-target' ? splitTargetName(delivery.rule).ruleArn : delivery.rule,
  delivery: delivery.id,
  event: delivery.event_id,
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
      return answer({ kind: 'retry', reason: ANSWERED_500 });
    case 'hang':
      await platform.testKit?.faults.hang(platform.clock, HANG_MS);
      return answer({ kind: 'retry', reason: NO_ANSWER });
    case 'duplicate': {
      const settle = await destination.deliver(job, platform);
      return async (tx) => {
        await oweAgain(tx, platform, job);
        return settle(tx);
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

/** A duplicate is a delivery of its own, with its own retries. */
const oweAgain = (tx: Transaction, { ids, clock }: Platform, { delivery }: Job) =>
  insertDelivery(tx, {
    id: ids.sequence(),
    event_id: delivery.event_id,
    kind: delivery.kind,
    lane: delivery.lane,
    rule: delivery.rule,
    payload: delivery.payload,
    now: clock.now(),
  });

const answer =
  (result: Result): Settle =>
  async () =>
    result;
