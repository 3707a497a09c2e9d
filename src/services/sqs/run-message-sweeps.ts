import { sweepDroppedBacklogs, sweepNextQueue } from '../../storage/tables/message-sweep.ts';
import { BACKLOG_DROPPED_SIGNAL } from '../../storage/tables/queues.ts';
import { runLoop } from '../background-loop.ts';
import type { Platform } from '../context.ts';

/**
 * Removes messages that nobody can receive any more: of deleted and purged queues, and past their retention in queues that
 * nobody reads. Only disk space depends on it.
 */
const INTERVAL_MS = 60 * 1000;

/** Runs until `stop` is aborted. */
export const runMessageSweeps = (platform: Platform, stop: AbortSignal): Promise<void> =>
  runLoop(
    platform,
    {
      name: 'sweeping messages',
      wokenBy: BACKLOG_DROPPED_SIGNAL,
      intervalMs: INTERVAL_MS,
      round: () => sweepMessages(platform, stop),
    },
    stop,
  );

/** Sweeps all there is, in small transactions between which everybody else has a turn. */
export async function sweepMessages(
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  stop?: AbortSignal,
): Promise<undefined> {
  while (!stop?.aborted && (await storage.transaction(sweepDroppedBacklogs)) > 0);
  let afterId = 0;
  while (!stop?.aborted) {
    const swept = await storage.transaction((tx) => sweepNextQueue(tx, afterId, clock.now()));
    if (!swept) return;
    if (!swept.more) afterId = swept.id;
  }
}
