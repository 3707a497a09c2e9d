import type { Cancel } from '../lib/clock.ts';
import { beginActivity } from './activity.ts';
import type { Platform } from './context.ts';

export interface BackgroundLoop {
  /** For the log. */
  readonly name: string;
  /** Signal of `storage.signals` that calls for another round at once. */
  readonly wokenBy: string;
  /** When to look again although nothing called for it, and after a failure. */
  readonly intervalMs: number;
  /** One round of work on what the database says. Answers when the next is due, if it knows. */
  round(): Promise<number | undefined>;
}

/**
 * Runs a round whenever there is news, the last round said so, or the interval is over; until `stop` is aborted. A round
 * that fails is logged and tried again: everything it works on is in the database.
 */
export async function runLoop(
  { storage, clock, log }: Pick<Platform, 'storage' | 'clock' | 'log'>,
  { name, wokenBy, intervalMs, round }: BackgroundLoop,
  stop: AbortSignal,
): Promise<void> {
  let rest = beginActivity(storage);
  while (!stop.aborted) {
    // Listening begins before the round, so that no news slips through between round and wait.
    const woken = Promise.withResolvers<() => void>();
    let awake = false;
    const wake = () => {
      if (awake) return;
      awake = true;
      woken.resolve(beginActivity(storage));
    };
    const off = storage.signals.on(wokenBy, wake);
    stop.addEventListener('abort', wake, { once: true });
    const timers: Cancel[] = [];
    try {
      const dueAt = await round().catch((error: unknown) => {
        log.error({ err: error }, `${name} failed and will be tried again`);
        return undefined;
      });
      if (dueAt !== undefined) timers.push(clock.at(dueAt, wake));
      timers.push(clock.backstop(clock.now() + intervalMs, wake));
      rest();
      rest = await woken.promise;
    } finally {
      off();
      for (const cancel of timers) cancel();
      stop.removeEventListener('abort', wake);
    }
  }
  rest();
}
