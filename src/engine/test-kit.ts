import { sleep, systemClock } from '../lib/clock.ts';
import type { VirtualClock } from '../lib/virtual-clock.ts';
import type { TestKit } from '../services/context.ts';
import type { Faults } from '../services/faults.ts';
import type { Storage } from '../storage/storage.ts';
import { pendingDeliveries } from '../storage/tables/deliveries.ts';
import { mappedMessages } from '../storage/tables/mapped-messages.ts';

export const SETTLE_MS_MAX = 30_000;
const LOOK_MS = 2;

/** What is still to come of what was caused so far. */
interface Rest {
  readonly count: number;
  /** When the first of it can happen. */
  readonly nextAt: number;
}

/**
 * The platform's side of the test kit. What is not settled: deliveries that are owed, and messages in queues that a function
 * consumes. Both are read in one transaction, so whatever a delivery commits is seen whole or not at all: it leaves `pending` in the
 * very transaction in which it has its effect. Schedules, retention and restores are not waited for; they come when time is moved.
 */
export function createTestKit(
  clock: VirtualClock,
  faults: Faults,
  storage: Storage,
  /** Tries and function runs that are under way. */
  active: () => number,
): TestKit {
  const look = (): Promise<Rest> =>
    storage.transaction(async (tx) => {
      const parts = [await pendingDeliveries(tx), await mappedMessages(tx)];
      return {
        count: parts.reduce((sum, part) => sum + part.count, 0),
        nextAt: Math.min(...parts.map((part) => part.nextAt ?? Number.POSITIVE_INFINITY)),
      };
    });
  /** Under way, apart from deliveries that a fault made hang: those wait for the clock. */
  const busy = () => active() - faults.hanging() > 0;

  /** Waits until only time can bring more. */
  const quiet = async (until: number): Promise<Rest> => {
    for (;;) {
      const rest = await look();
      const due = rest.nextAt <= clock.now() && faults.hanging() === 0;
      if (!busy() && !due) return rest;
      if (systemClock.now() > until)
        throw new Error(`not settled: ${rest.count} deliveries or messages are still under way`);
      await sleep(systemClock, LOOK_MS);
    }
  };
  const settleBy = (until: number) => async () => {
    await quiet(until);
  };

  return {
    faults,
    async advance(ms) {
      await clock.advance(ms, settleBy(systemClock.now() + SETTLE_MS_MAX));
      return clock.now();
    },
    async settled(limitMs = SETTLE_MS_MAX) {
      const until = systemClock.now() + limitMs;
      for (;;) {
        const rest = await quiet(until);
        if (rest.count === 0 && active() === 0) return;
        const timerAt = clock.nextTimerAt() ?? clock.now();
        const nextAt = faults.hanging() > 0 ? timerAt : Math.max(rest.nextAt, clock.now());
        await clock.advance(nextAt - clock.now(), settleBy(until));
      }
    },
  };
}
