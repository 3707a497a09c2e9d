import { AwsError } from '../aws/error.ts';
import { sleep, systemClock } from '../lib/clock.ts';
import type { VirtualClock } from '../lib/virtual-clock.ts';
import { activityOf } from '../services/activity.ts';
import type { Platform, TestKit } from '../services/context.ts';
import type { Faults } from '../services/faults.ts';
import { describeUnsettled, type Unsettled, unsettled } from '../storage/tables/unsettled.ts';

/** Of real time, when nobody says otherwise. */
export const LIMIT_MS = 30_000;
/** Turns of the event loop to wait for what is quick; beyond them, pauses. */
const TURNS_MAX = 50;
const PAUSE_MS = 1;
/** What an error names of what is not settled, of each kind. */
const NAMED_MAX = 3;

type Parts = Pick<Platform, 'storage' | 'functions'> & {
  readonly clock: VirtualClock;
  readonly faults: Faults;
};

/**
 * The platform's side of the test kit. What counts as not settled is in `unsettled.ts`, and whatever runs by itself
 * (`activity.ts`, functions). Schedules, retention and restores are not waited for; they come when time is moved.
 *
 * Time is moved only while nothing runs, but for what a fault made hang: that waits for the clock.
 */
export function createTestKit({ clock, faults, storage, functions }: Parts): TestKit {
  const activity = activityOf(storage);
  const isBusy = () => {
    const { busy, waiting } = functions.stats();
    return activity.active - faults.hanging() + busy + waiting > 0;
  };

  /** Waits until only time can bring more. */
  const quiet = async (until: number): Promise<void> => {
    for (let turns = 0; isBusy(); turns++) {
      if (systemClock.now() > until) throw await notSettled('it takes longer than allowed');
      await (turns < TURNS_MAX ? nextTurn() : sleep(systemClock, PAUSE_MS));
    }
  };
  const notSettled = async (why: string): Promise<AwsError> => {
    const rest = await storage.read((reader) => describeUnsettled(reader, NAMED_MAX));
    const { busy } = functions.stats();
    if (busy > 0) rest.push(`functions that are running: ${busy}`);
    return new AwsError('NotSettled', `Not settled, ${why}: ${rest.join('; ')}`, { status: 409 });
  };
  /** What is still to come; `undefined` when something happened while it was looked up. */
  const look = async (until: number): Promise<Unsettled | undefined> => {
    await quiet(until);
    const { begun } = activity;
    const rest = await storage.read(unsettled);
    return isBusy() || activity.begun !== begun ? undefined : rest;
  };
  /** When to go on, if nothing happens before; `undefined` when something could go on already, and nobody takes it. */
  const nextStep = (rest: Unsettled): number | undefined => {
    const now = clock.now();
    const timerAt = clock.nextTimerAt() ?? Number.POSITIVE_INFINITY;
    if (timerAt <= now) return now;
    // What hangs is due all the time.
    const dueAt = faults.hanging() > 0 ? undefined : rest.nextAt;
    const nextAt = Math.min(timerAt, dueAt ?? Number.POSITIVE_INFINITY);
    return nextAt <= now || nextAt === Number.POSITIVE_INFINITY ? undefined : nextAt;
  };
  const settle = async (limitMs: number): Promise<void> => {
    const until = systemClock.now() + limitMs;
    let lookedAgain = false;
    for (;;) {
      const rest = await look(until);
      if (!rest) continue;
      if (rest.count === 0 && faults.hanging() === 0) return;
      if (systemClock.now() > until) throw await notSettled('it takes longer than allowed');
      const nextAt = nextStep(rest);
      if (nextAt !== undefined) await clock.advance(nextAt - clock.now(), () => quiet(until));
      else if (lookedAgain) throw await notSettled('and nothing will change that by itself');
      else clock.fireBackstops();
      lookedAgain = nextAt === undefined;
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  /** Two who move time at once would each move it less than they were told. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
  return {
    faults,
    advance: (ms, limitMs = LIMIT_MS) =>
      inTurn(async () => {
        const until = systemClock.now() + limitMs;
        await clock.advance(ms, () => quiet(until));
        return clock.now();
      }),
    settled: (limitMs = LIMIT_MS) => inTurn(() => settle(limitMs)),
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
