import { firstSequenceAt } from '../../lib/ids.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  type LaneBacklog,
  laneBacklogs,
  laneFailure,
  type RecentDeliveries,
  recentDeliveries,
} from '../../storage/tables/delivery-control.ts';
import { isoTime } from './trail.ts';

/** How a destination fares. Those that nothing was owed to lately are not known here, and are well as far as that goes. */
export interface DestinationHealth {
  /** ARN, URL; `email` stands for all mail. */
  readonly destination: string;
  /** `failing`: what was tried last did not arrive. `backlog`: there is more than goes out at once. */
  readonly state: 'healthy' | 'backlog' | 'failing';
  readonly failingSince?: string | undefined;
  /** What the latest failure said. */
  readonly reason?: string | undefined;
  /** Deliveries that are pending, those between two tries included. */
  readonly backlog: number;
  readonly oldestAt?: string | undefined;
  readonly nextAttempt?: string | undefined;
  /** Within the last hour. */
  readonly delivered: number;
  readonly failed: number;
}

const WINDOW_MS = 3_600_000;
const DELIVERIES_MAX = 5000;
const LANES_MAX = 500;
/** Fewer than these are just on their way. */
const BACKLOG_MIN = 10;

/** Every destination that something is owed to, or was within the last hour; those that fail in front. */
export async function destinationHealth(reader: Reader, now: number): Promise<DestinationHealth[]> {
  const backlogs = await laneBacklogs(reader, LANES_MAX);
  const since = firstSequenceAt(now - WINDOW_MS);
  const recent = await recentDeliveries(reader, since, DELIVERIES_MAX);
  const byLane = Map.groupBy(recent, ({ lane }) => lane);
  const known = new Map(backlogs.map((backlog) => [backlog.lane, backlog]));
  const health: DestinationHealth[] = [];
  for (const lane of new Set([...known.keys(), ...byLane.keys()]))
    health.push(await healthOf(reader, lane, known.get(lane), byLane.get(lane) ?? []));
  return health.sort((a, b) => RANKS[a.state] - RANKS[b.state] || b.backlog - a.backlog);
}

const RANKS = { failing: 0, backlog: 1, healthy: 2 } as const;

async function healthOf(
  reader: Reader,
  lane: string,
  backlog: LaneBacklog | undefined,
  recent: readonly RecentDeliveries[],
): Promise<DestinationHealth> {
  const settled = (...states: readonly string[]) => {
    const chosen = recent.filter(({ state }) => states.includes(state));
    return {
      count: chosen.reduce((sum, { deliveries }) => sum + Number(deliveries), 0),
      lastAt: Math.max(0, ...chosen.map(({ last_at }) => last_at)),
    };
  };
  const delivered = settled('delivered');
  const failed = settled('dead', 'rejected');
  const pending = Number(backlog?.pending ?? 0);
  const retrying = Number(backlog?.failing ?? 0) > 0;
  const failing = retrying || failed.lastAt > delivered.lastAt;
  const failure = retrying ? await laneFailure(reader, lane) : undefined;
  const since = failure?.since ?? failed.lastAt;
  return {
    destination: lane,
    state: failing ? 'failing' : pending >= BACKLOG_MIN ? 'backlog' : 'healthy',
    failingSince: failing ? isoTime(since) : undefined,
    reason: failure?.reason ?? undefined,
    backlog: pending,
    oldestAt: backlog && isoTime(backlog.oldest_at),
    nextAttempt: backlog && retrying ? isoTime(backlog.next_at) : undefined,
    delivered: delivered.count,
    failed: failed.count,
  };
}
