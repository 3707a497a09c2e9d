import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVirtualClock } from '../../src/lib/virtual-clock.ts';

const MINUTE_MS = 60_000;
/** Time that stands still unless it is moved. */
const still = { now: () => 0, at: () => () => undefined };

describe('a virtual clock', () => {
  it('fires what falls due on the way in the order of its time, each at its time', async () => {
    const clock = createVirtualClock(still);
    const fired: [string, number][] = [];
    const note = (name: string) => () => fired.push([name, clock.now()]);
    clock.at(3 * MINUTE_MS, note('late'));
    clock.at(MINUTE_MS, note('early'));
    clock.at(MINUTE_MS, note('early, set later'));
    clock.at(3 * MINUTE_MS + 1, note('too late'));
    await clock.advance(3 * MINUTE_MS);
    assert.deepEqual(fired, [
      ['early', MINUTE_MS],
      ['early, set later', MINUTE_MS],
      ['late', 3 * MINUTE_MS],
    ]);
    assert.equal(clock.now(), 3 * MINUTE_MS);
    assert.equal(clock.nextTimerAt(), 3 * MINUTE_MS + 1);
  });

  it('fires timers that were set meanwhile, when they fall within', async () => {
    const clock = createVirtualClock(still);
    const ticks: number[] = [];
    const tick = () => {
      ticks.push(clock.now());
      clock.at(clock.now() + MINUTE_MS, tick);
    };
    clock.at(MINUTE_MS, tick);
    await clock.advance(3 * MINUTE_MS);
    assert.deepEqual(ticks, [MINUTE_MS, 2 * MINUTE_MS, 3 * MINUTE_MS]);
  });

  it('lets everything settle before each step, and at the end', async () => {
    const clock = createVirtualClock(still);
    const times: number[] = [];
    clock.at(MINUTE_MS, () => undefined);
    await clock.advance(2 * MINUTE_MS, async () => {
      times.push(clock.now());
    });
    assert.deepEqual([...new Set(times)], [0, MINUTE_MS, 2 * MINUTE_MS]);
    assert.equal(times.at(-1), 2 * MINUTE_MS);
  });

  it('fires backstops once, at the end, and then what they set', async () => {
    const clock = createVirtualClock(still);
    const fired: [string, number][] = [];
    const lookAgain = () => {
      fired.push(['look', clock.now()]);
      clock.backstop(clock.now() + MINUTE_MS, lookAgain);
      clock.at(clock.now() - 1, () => fired.push(['found', clock.now()]));
    };
    clock.backstop(MINUTE_MS, lookAgain);
    clock.at(5 * MINUTE_MS, () => fired.push(['timer', clock.now()]));
    await clock.advance(10 * MINUTE_MS);
    assert.deepEqual(fired, [
      ['timer', 5 * MINUTE_MS],
      ['look', 10 * MINUTE_MS],
      ['found', 10 * MINUTE_MS],
    ]);
    assert.equal(clock.nextTimerAt(), undefined);
    clock.fireBackstops();
    assert.deepEqual(fired.at(-1), ['look', 10 * MINUTE_MS]);
  });

  it('does not fire what was cancelled', async () => {
    const clock = createVirtualClock(still);
    const cancel = clock.at(MINUTE_MS, () => assert.fail());
    const cancelOther = clock.backstop(MINUTE_MS, () => assert.fail());
    cancel();
    cancelOther();
    await clock.advance(2 * MINUTE_MS);
    clock.fireBackstops();
  });

  it('runs like the time it is based on, and goes on after a move that failed', async () => {
    let now = 0;
    let fire: (() => void) | undefined;
    const base = { now: () => now, at: (_atMs: number, wake: () => void) => cancelOf(wake) };
    const cancelOf = (wake: () => void) => {
      fire = wake;
      return () => {
        fire = undefined;
      };
    };
    const clock = createVirtualClock(base);
    const failing = async () => {
      throw new Error('it never settled');
    };
    await assert.rejects(clock.advance(MINUTE_MS, failing), /never settled/);
    let woken = 0;
    clock.backstop(10, () => woken++);
    now = 10;
    fire?.();
    assert.equal(woken, 1);
    assert.equal(clock.now(), 10);
  });
});
