import type { Storage } from '../../storage/storage.ts';
import { newestEventId } from '../../storage/tables/journal.ts';
import {
  countEvents,
  type Swept,
  sweepJournal,
  sweepUnusedConfigurations,
} from '../../storage/tables/journal-sweep.ts';
import { runLoop } from '../background-loop.ts';
import type { Platform } from '../context.ts';
import { perStorage } from '../per-storage.ts';

/**
 * Keeps the journal within its bounds: events go that are older than `--journal-days` or beyond
 * `--journal-events`, the oldest first, with their deliveries and attempts. An event of which
 * something is still owed stays, whatever the bounds.
 */
type SweepPlatform = Pick<Platform, 'storage' | 'clock' | 'settings'>;

const INTERVAL_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody fires it: the journal is swept by the clock alone. */
const NO_SIGNAL = 'journal sweep';

export const runJournalSweeps = (platform: Platform, stop: AbortSignal): Promise<void> =>
  runLoop(
    platform,
    {
      name: 'sweeping the journal',
      wokenBy: NO_SIGNAL,
      intervalMs: INTERVAL_MS,
      async round() {
        await sweepOldEvents(platform);
        return undefined;
      },
    },
    stop,
  );

/**
 * Removes everything beyond the bounds, in steps between which others get their turn; answers how
 * many events went.
 */
export async function sweepOldEvents(platform: SweepPlatform): Promise<number> {
  const { storage, clock, settings } = platform;
  const { days, eventsMax } = settings.journal;
  const now = clock.now();
  // Without a journal, everything that is settled has seen its day.
  const before = days === 0 ? now + 1 : now - days * DAY_MS;
  const count = await countedEvents(storage);
  let surplus = Math.max(0, count.events - eventsMax);
  let removed = 0;
  for (let afterId: number | undefined = 0; afterId !== undefined; ) {
    const step = { afterId, before, surplus };
    const swept: Swept = await storage.transaction((tx) => sweepJournal(tx, step));
    afterId = swept.afterId;
    removed += swept.removed;
    surplus = Math.max(0, surplus - swept.removed);
  }
  count.events -= removed;
  if (removed > 0) await storage.transaction((tx) => sweepUnusedConfigurations(tx, now));
  return removed;
}

/** Counted once, then carried on: counting a million events takes a while. */
interface Count {
  events: number;
  /** The newest event that is counted. */
  upTo: number;
}

const counts = perStorage<Count>(() => ({ events: 0, upTo: 0 }));

/** How many events the journal holds, as of now. */
export async function countedEvents(storage: Storage): Promise<Count> {
  const count = counts.of(storage);
  const newest = await storage.read(newestEventId);
  count.events += await storage.read((reader) => countEvents(reader, count.upTo, newest));
  count.upTo = newest;
  return count;
}
