import type { Cancel, Clock } from './clock.ts';
import { systemClock } from './clock.ts';

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly wake: () => void;
}

/**
 * Time that runs like the real one and can also be moved forward by hand: timers that fall due are fired in the
 * order of their time, so a test of a two-minute retry takes no two minutes.
 */
export interface VirtualClock extends Clock {
  /** Moves time forward by `ms`, firing every timer on the way. Timers set meanwhile fire too when they fall within. */
  advance(ms: number, settle?: () => Promise<void>): Promise<void>;
  /** When the next timer falls due, if there is one. */
  nextTimerAt(): number | undefined;
}

export function createVirtualClock(base: Clock = systemClock): VirtualClock {
  let offsetMs = 0;
  let order = 0;
  let disarm: Cancel | undefined;
  const timers = new Set<Timer>();
  const now = () => base.now() + offsetMs;

  const earliest = (): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) if (!first || before(timer, first)) first = timer;
    return first;
  };
  const fireDue = () => {
    for (let next = earliest(); next && next.atMs <= now(); next = earliest()) {
      timers.delete(next);
      next.wake();
    }
    arm();
  };
  const arm = () => {
    disarm?.();
    const next = earliest();
    disarm = next ? base.at(next.atMs - offsetMs, fireDue) : undefined;
  };

  return {
    now,
    at(atMs, wake) {
      const timer = { atMs, order: order++, wake };
      timers.add(timer);
      arm();
      return () => {
        timers.delete(timer);
      };
    },
    nextTimerAt: () => earliest()?.atMs,
    async advance(ms, settle = async () => undefined) {
      const target = now() + ms;
      for (;;) {
        await settle();
        const next = earliest();
        if (!next || next.atMs > target) break;
        if (next.atMs > now()) offsetMs += next.atMs - now();
        fireDue();
      }
      if (target > now()) offsetMs += target - now();
      fireDue();
      await settle();
    },
  };
}

const before = (a: Timer, b: Timer) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
