import { runLoop } from '../../services/background-loop.ts';
import type { Platform } from '../../services/context.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  nextArchiveWithEvents,
  sweepArchivedEvents,
} from '../../storage/tables/archived-events.ts';
import {
  ARCHIVE_DELETED_SIGNAL,
  countArchived,
  getArchiveById,
} from '../../storage/tables/archives.ts';
import { forgetReplays } from '../../storage/tables/replays.ts';

/** Removes events that are past their archive's retention, or whose archive was deleted; and replays that ended long ago. */
type SweepPlatform = Pick<Platform, 'storage' | 'clock'>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Events that one transaction removes at most. */
const STEP_EVENTS_MAX = 200;
const INTERVAL_MS = 60 * 60 * 1000;
/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html */
const REPLAYS_KEPT_MS = 90 * DAY_MS;

/** Runs until `stop` is aborted. */
export const runArchiveSweeps = (platform: Platform, stop: AbortSignal): Promise<void> =>
  runLoop(
    platform,
    {
      name: 'sweeping archives',
      wokenBy: ARCHIVE_DELETED_SIGNAL,
      intervalMs: INTERVAL_MS,
      round: () => sweepArchives(platform, stop),
    },
    stop,
  );

/** Sweeps all there is, in small transactions between which everybody else has a turn. */
export async function sweepArchives(
  { storage, clock }: SweepPlatform,
  stop?: AbortSignal,
): Promise<undefined> {
  await storage.transaction((tx) => forgetReplays(tx, clock.now() - REPLAYS_KEPT_MS));
  let id = await storage.read((reader) => nextArchiveWithEvents(reader, 0));
  while (id !== undefined && !stop?.aborted) {
    const archiveId = id;
    const swept = await storage.transaction((tx) => sweepSome(tx, archiveId, clock.now()));
    if (swept < STEP_EVENTS_MAX)
      id = await storage.read((reader) => nextArchiveWithEvents(reader, archiveId));
  }
}

/** How many events were removed. */
async function sweepSome(tx: Transaction, archiveId: number, now: number): Promise<number> {
  const archive = await getArchiveById(tx, archiveId);
  if (archive?.retention_days === 0) return 0;
  const before = archive ? now - archive.retention_days * DAY_MS : Number.MAX_SAFE_INTEGER;
  const { events, bytes } = await sweepArchivedEvents(tx, archiveId, before, STEP_EVENTS_MAX);
  await countArchived(tx, archiveId, -events, -bytes);
  return events;
}
