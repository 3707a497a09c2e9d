/**
 * The only source of time. Everything that waits, expires, retries or stamps asks a `Clock`, so that a virtual
 * clock can move the whole platform at once. All times are integer milliseconds since the Unix epoch.
 */
export interface Clock {
  /** The current time in milliseconds. */
  now(): number;
  /**
   * Calls `wake` once when `now()` has reached `atMs` (at once, but asynchronously, when it already has).
   * The returned function cancels it. A timer never keeps the process alive.
   */
  at(atMs: number, wake: () => void): Cancel;
  /**
   * The same for whoever only makes sure that nothing was missed: when time is moved, looking once at the end is enough.
   * What has to happen at its time takes `at`.
   */
  backstop(atMs: number, wake: () => void): Cancel;
}

export type Cancel = () => void;

/** Node caps a timer at 2^31-1 ms; longer waits are re-armed. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** Real time. Signatures are always checked against this one, because real clients sign with real time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at: systemTimer,
  backstop: systemTimer,
};

function systemTimer(atMs: number, wake: () => void): Cancel {
  let timer: NodeJS.Timeout;
  const arm = () => {
    const waitMs = atMs - Date.now();
    timer = setTimeout(() => (Date.now() < atMs ? arm() : wake()), clamp(waitMs));
    timer.unref();
  };
  arm();
  return () => clearTimeout(timer);
}

const clamp = (waitMs: number) => Math.max(0, Math.min(waitMs, TIMER_MS_MAX));

/** Resolves when `clock` has advanced by `ms`, or rejects with the signal's reason when aborted first. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.at(clock.now() + ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
