import { type Cancel, sleep } from '../lib/clock.ts';
import { beginActivity } from '../services/activity.ts';
import type { Platform } from '../services/context.ts';
import {
  DELIVERIES_SIGNAL,
  type DeliveryRow,
  nextPendingLane,
  pendingInLane,
} from '../storage/tables/deliveries.ts';
import { attemptDelivery } from './attempt.ts';
import type { Destination } from './destination.ts';

/**
 * The relay: takes what is owed from the database and has it delivered.
 *
 * - It is woken by a signal when a delivery is inserted or postponed, and by a timer when the next one falls due. Neither carries
 *   data: each round reads the `deliveries` table again, so a restart or a lost signal is the ordinary path.
 * - Deliveries run in **lanes**, one for each destination. A lane has room for so many at once and no more; one that hangs or fails
 *   fills its own lane only.
 * - What is under way is remembered in memory, only to save trying it twice: delivery is at least once, and correctness depends
 *   on the database alone.
 */
export interface Relay {
  start(): void;
  /** Takes on nothing new and waits for what is under way, at most as long as a try may take. */
  stop(): Promise<void>;
}

/** Over all lanes. */
export const ACTIVE_MAX = 1024;
/** With so many under way, each lane has room for one: many destinations that hang do not take the room of those that do not. */
export const CROWDED = 256;
/** The longest the relay sleeps without looking, should a signal be lost. */
const BACKSTOP_MS = 30_000;
const AFTER_FAILURE_MS = 1000;

export function createRelay(platform: Platform, destinations: readonly Destination[]): Relay {
  const { storage, clock, log } = platform;
  const byKind = new Map(destinations.map((destination) => [destination.kind, destination]));
  const underWay = new Map<number, Promise<void>>();
  const inLane = new Map<string, Set<number>>();
  let stopped = true;
  let round: Promise<void> | undefined;
  let again = false;
  let timers: Cancel[] = [];
  let unsubscribe: Cancel | undefined;

  const wake = () => {
    if (stopped) return;
    again = true;
    round ??= rounds();
  };
  const rounds = async () => {
    const rest = beginActivity(storage);
    while (again && !stopped) {
      again = false;
      try {
        sleepUntil(await takeDue());
      } catch (error) {
        log.error({ err: error }, 'the relay could not read what is due; it will look again');
        sleepUntil(clock.now() + AFTER_FAILURE_MS);
      }
    }
    // In the very turn in which the loop ended: whoever wakes from now on begins another.
    round = undefined;
    rest();
  };
  const sleepUntil = (dueAt: number) => {
    cancelTimers();
    const lookAgainAt = clock.now() + BACKSTOP_MS;
    if (dueAt > lookAgainAt) timers.push(clock.backstop(lookAgainAt, wake));
    if (Number.isFinite(dueAt)) timers.push(clock.at(dueAt, wake));
  };
  const cancelTimers = () => {
    for (const cancel of timers) cancel();
    timers = [];
  };

  /** Starts everything that is due and has room; answers when the next one falls due. */
  const takeDue = async (): Promise<number> => {
    let nextDueAt = Number.POSITIVE_INFINITY;
    let lane = await storage.read((reader) => nextPendingLane(reader, ''));
    while (lane !== undefined && underWay.size < ACTIVE_MAX && !stopped) {
      nextDueAt = Math.min(nextDueAt, await takeFromLane(lane));
      const after = lane;
      lane = await storage.read((reader) => nextPendingLane(reader, after));
    }
    return nextDueAt;
  };
  const takeFromLane = async (lane: string): Promise<number> => {
    const busy = inLane.get(lane)?.size ?? 0;
    const rows = await storage.read((reader) =>
      pendingInLane(reader, lane, busy + LANE_CONCURRENCY_MAX + 1),
    );
    for (const row of rows) {
      if (underWay.has(row.id)) continue;
      if (row.next_at > clock.now()) return row.next_at;
      const destination = byKind.get(row.kind);
      if (!destination) throw new Error(`no destination of kind ${row.kind} (delivery ${row.id})`);
      const crowded = underWay.size >= CROWDED;
      const room = crowded ? 1 : Math.min(destination.concurrency, LANE_CONCURRENCY_MAX);
      if ((inLane.get(lane)?.size ?? 0) >= room || underWay.size >= ACTIVE_MAX) break;
      begin(row, destination);
    }
    return Number.POSITIVE_INFINITY;
  };
  const begin = (row: DeliveryRow, destination: Destination) => {
    const members = inLane.get(row.lane) ?? new Set();
    inLane.set(row.lane, members.add(row.id));
    const rest = beginActivity(storage);
    const done = attemptDelivery(platform, destination, row)
      .catch((error) => {
        log.error(
          { err: error, delivery: row.id },
          'a delivery could not be recorded; it is still owed',
        );
        // A database that fails would otherwise be asked again and again without a pause.
        return sleep(clock, AFTER_FAILURE_MS);
      })
      .finally(() => {
        underWay.delete(row.id);
        members.delete(row.id);
        if (members.size === 0) inLane.delete(row.lane);
        wake();
        rest();
      });
    underWay.set(row.id, done);
  };

  return {
    start() {
      stopped = false;
      unsubscribe = storage.signals.on(DELIVERIES_SIGNAL, wake);
      wake();
    },
    async stop() {
      stopped = true;
      unsubscribe?.();
      await round;
      await Promise.all(underWay.values());
      cancelTimers();
    },
  };
}

/** The most that any destination may ask for. */
export const LANE_CONCURRENCY_MAX = 16;
