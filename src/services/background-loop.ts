import type { Cancel } from '../lib/clock.ts';
import type { Storage } from '../storage/storage.ts';
import type { Platform } from './context.ts';
import { perStorage } from './per-storage.ts';

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

const roundsUnderWay = perStorage(() => ({ active: 0 }));

/** How many rounds of loops, and works that outlast their round, are under way now: whoever moves the clock waits for them. */
export const activeRounds = (storage: Storage): number => roundsUnderWay.of(storage).active;

/** Runs a work of a loop that its rounds do not wait for. */
export async function outsideRounds<T>(storage: Storage, work: () => Promise<T>): Promise<T> {
  const rounds = roundsUnderWay.of(storage);
  rounds.active++;
  try {
    return await work();
  } finally {
    rounds.active--;
  }
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
  const rounds = roundsUnderWay.of(storage);
  while (!stop.aborted) {
    // Listening begins before the round, so that no news slips through between round and wait.
    let wake: () => void = () => undefined;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const off = storage.signals.on(wokenBy, wake);
    stop.addEventListener('abort', wake, { once: true });
    let cancel: Cancel | undefined;
    try {
      rounds.active++;
      const dueAt = await round().catch((error: unknown) => {
        log.error({ err: error }, `${name} failed and will be tried again`);
        return undefined;
      });
      cancel = clock.at(dueAt ?? clock.now() + intervalMs, wake);
      rounds.active--;
      await woken;
    } finally {
      off();
      cancel?.();
      stop.removeEventListener('abort', wake);
    }
  }
}
