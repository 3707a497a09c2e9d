import { runLoop } from '../../services/background-loop.ts';
import type { Platform } from '../../services/context.ts';
import { busOfArn } from '../../services/eventbridge/event-bus.ts';
import { putEvent } from '../../services/eventbridge/put-event.ts';
import { withReplayName } from '../../services/eventbridge/replay-name.ts';
import type { Transaction } from '../../storage/storage.ts';
import { type ArchivedEventRow, nextArchivedEvents } from '../../storage/tables/archived-events.ts';
import { getArchive } from '../../storage/tables/archives.ts';
import {
  getReplay,
  listActiveReplays,
  REPLAYS_SIGNAL,
  type ReplayRow,
  updateReplay,
} from '../../storage/tables/replays.ts';

/**
 * Carries out replays: one step of each that is under way after the other, a step being one transaction. How far a replay
 * has come is in its row, so after a restart it goes on where it was, and puts no event twice.
 *
 * Deviation from AWS: events come in the order of their time, as fast as they can, instead of minute by minute.
 */
type ReplaysPlatform = Pick<Platform, 'storage' | 'clock' | 'ids'>;

/** Events that one step puts at most: bounds how long it holds up everybody else. */
const STEP_EVENTS_MAX = 50;
/** Replays looked at in one round; more wait for the next. */
const ROUND_REPLAYS_MAX = 100;
/** How often to look for replays although nothing called for it. */
const INTERVAL_MS = 10 * 60 * 1000;

/** Runs until `stop` is aborted. */
export const runReplays = (platform: Platform, stop: AbortSignal): Promise<void> =>
  runLoop(
    platform,
    {
      name: 'replaying events',
      wokenBy: REPLAYS_SIGNAL,
      intervalMs: INTERVAL_MS,
      round: () => stepReplays(platform),
    },
    stop,
  );

/** Takes one step of every replay under way. Answers when the next step is due; `undefined` when there is none. */
export async function stepReplays(platform: ReplaysPlatform): Promise<number | undefined> {
  const { storage, clock } = platform;
  const replays = await storage.read((reader) => listActiveReplays(reader, '', ROUND_REPLAYS_MAX));
  let more = false;
  for (const { arn } of replays) {
    if (await storage.transaction((tx) => step(tx, platform, arn))) more = true;
  }
  return more ? clock.now() : undefined;
}

/** Whether there is another step to take. */
async function step(tx: Transaction, platform: ReplaysPlatform, arn: string): Promise<boolean> {
  const replay = await getReplay(tx, arn);
  switch (replay?.state) {
    case 'STARTING':
      await updateReplay(tx, arn, { ...replay, state: 'RUNNING' });
      return true;
    case 'RUNNING':
      return replaySome(tx, platform, replay);
    case 'CANCELLING':
      await end(tx, platform, replay, 'CANCELLED');
      return false;
    default:
      return false;
  }
}

async function replaySome(
  tx: Transaction,
  platform: ReplaysPlatform,
  replay: ReplayRow,
): Promise<boolean> {
  const archive = await getArchive(tx, replay.archive_arn);
  if (!archive) {
    await end(tx, platform, replay, 'FAILED', 'The archive was deleted.');
    return false;
  }
  const cursor = { at: replay.cursor_at ?? replay.from_at, id: replay.cursor_id };
  const events = await nextArchivedEvents(tx, archive.id, cursor, replay.to_at, STEP_EVENTS_MAX);
  for (const event of events) await putAgain(tx, platform, replay, event);
  const last = events.at(-1);
  if (!last) {
    await end(tx, platform, replay, 'COMPLETED');
    return false;
  }
  await updateReplay(tx, replay.arn, { ...replay, cursor_at: last.at, cursor_id: last.id });
  return true;
}

async function putAgain(
  tx: Transaction,
  platform: ReplaysPlatform,
  { name, bus_arn, filter_arns }: ReplayRow,
  { event }: ArchivedEventRow,
): Promise<void> {
  const bus = busOfArn(bus_arn);
  if (!bus) throw new Error(`replay ${name} names bus ${bus_arn}`);
  await putEvent(tx, platform, {
    account: bus.account,
    region: bus.region,
    bus: bus.name,
    event: withReplayName(event, name),
    trace: null,
    cause: null,
    hops: 0,
    onlyRules: filter_arns === null ? undefined : new Set(JSON.parse(filter_arns)),
  });
}

const end = (
  tx: Transaction,
  { clock }: ReplaysPlatform,
  replay: ReplayRow,
  state: 'COMPLETED' | 'CANCELLED' | 'FAILED',
  reason: string | null = null,
): Promise<void> =>
  updateReplay(tx, replay.arn, {
    ...replay,
    state,
    state_reason: reason,
    ended_at: clock.now(),
  });
