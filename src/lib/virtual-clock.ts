import type { Cancel, Clock } from './clock.ts';
import { systemClock } from './clock.ts';

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly isBackstop: boolean;
  readonly wake: () => void;
}

/**
 * Time that runs like the real one and can also be moved forward by hand: timers that fall due are fired in the
 * order of their time, so a test of a two-minute retry takes no two minutes. Backstops that were passed fire once, at the end: a day in
 * which nothing happens is one step.
 */
export interface VirtualClock extends Clock {
  /**
   * Moves time forward by `ms`, firing every timer on the way. Timers set meanwhile fire too when they fall within. `settle` is
   * awaited before each step and at the end: what a timer set going then is over before time goes on.
   */
  advance(ms: number, settle?: () => Promise<void>): Promise<void>;
  /** When the next timer falls due, if there is one; backstops do not count. */
  nextTimerAt(): number | undefined;
  /** Fires every backstop, whatever its time. */
  fireBackstops(): void;
}

export function createVirtualClock(base: Omit<Clock, 'backstop'> = systemClock): VirtualClock {
  let offsetMs = 0;
  let order = 0;
  /** Moves under way: meanwhile no backstop fires. */
  let moves = 0;
  let disarm: Cancel | undefined;
  const timers = new Set<Timer>();
  const now = () => base.now() + offsetMs;

  const add = (timer: Timer): Cancel => {
    timers.add(timer);
    arm();
    return () => {
      timers.delete(timer);
    };
  };
  const earliest = (): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers)
      if (!(timer.isBackstop && moves > 0) && (!first || before(timer, first))) first = timer;
    return first;
  };
  const fire = (timer: Timer) => {
    timers.delete(timer);
    timer.wake();
  };
  const fireDue = () => {
    for (let next = earliest(); next && next.atMs <= now(); next = earliest()) fire(next);
    arm();
  };
  const arm = () => {
    disarm?.();
    const next = earliest();
    disarm = next ? base.at(next.atMs - offsetMs, fireDue) : undefined;
  };
  const move = async (targetMs: number, settle: () => Promise<void>) => {
    moves++;
    try {
      for (;;) {
        await settle();
        const next = earliest();
        if (!next || next.atMs > targetMs) break;
        moveTo(next.atMs);
        fireDue();
      }
      moveTo(targetMs);
    } finally {
      moves--;
    }
    fireDue();
  };
  const moveTo = (atMs: number) => {
    offsetMs += Math.max(0, atMs - now());
  };

  return {
    now,
    at: (atMs, wake) => add({ atMs, order: order++, isBackstop: false, wake }),
    backstop: (atMs, wake) => add({ atMs, order: order++, isBackstop: true, wake }),
    nextTimerAt() {
      const times = [...timers].filter(({ isBackstop }) => !isBackstop).map(({ atMs }) => atMs);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    fireBackstops() {
      for (const timer of [...timers]) if (timer.isBackstop && timers.has(timer)) fire(timer);
    },
    async advance(ms, settle = async () => undefined) {
      const targetMs = now() + ms;
      await move(targetMs, settle);
      // The backstops may have found what is due by now.
      await move(targetMs, settle);
      await settle();
    },
  };
}

const before = (a: Timer, b: Timer) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
