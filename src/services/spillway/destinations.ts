import { firstSequenceAt } from '../../lib/ids.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  type LaneBacklog,
  laneBacklogs,
  laneFailure,
  type RecentDeliveries,
  recentDeliveries,
} from '../../storage/tables/delivery-control.ts';
import type { Context } from '../context.ts';
import { jsonPage, type Page } from './page.ts';
import { isoTime } from './trail.ts';

/** How a destination has been lately. */
export interface DestinationState {
  /** ARN, URL or address. */
  readonly destination: string;
  readonly kind: string;
  /**
   * `failing`: tries have failed and will be repeated; `refusing`: lately it only refused;
   * `waiting`: something is on its way; `healthy` otherwise.
   */
  readonly state: 'healthy' | 'waiting' | 'failing' | 'refusing';
  readonly backlog: number;
  readonly oldest?: string | undefined;
  readonly failingSince?: string | undefined;
  readonly nextAttempt?: string | undefined;
  readonly reason?: string | undefined;
  /** Deliveries of the last minutes. */
  readonly delivered: number;
  readonly failed: number;
}

/** How far back `lately` goes, and how many deliveries it looks at. */
export const RECENT_MS = 15 * 60_000;
const RECENT_ROWS_MAX = 20_000;
const LANES_MAX = 500;

/** ListDestinations - `{"destinations": [DestinationState]}`, those in trouble in front. */
export async function listDestinations(_input: object, context: Context): Promise<Page> {
  const now = context.clock.now();
  return context.storage.read(async (reader) =>
    jsonPage({ destinations: await destinationStates(reader, now) }),
  );
}

export async function destinationStates(reader: Reader, now: number): Promise<DestinationState[]> {
  const backlogs = await laneBacklogs(reader, LANES_MAX);
  const since = firstSequenceAt(now - RECENT_MS);
  const recent = Map.groupBy(
    await recentDeliveries(reader, since, RECENT_ROWS_MAX),
    ({ lane }) => lane,
  );
  const states: DestinationState[] = [];
  for (const backlog of backlogs) {
    const failure = backlog.failing > 0 ? await laneFailure(reader, backlog.lane) : undefined;
    states.push(busyState(backlog, recent.get(backlog.lane) ?? [], failure));
    recent.delete(backlog.lane);
  }
  for (const [lane, rows] of recent) states.push(idleState(lane, rows));
  return states.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, LANES_MAX);
}

const ORDER = ['failing', 'refusing', 'waiting', 'healthy'];

const busyState = (
  { lane, kind, pending, oldest_at, next_at }: LaneBacklog,
  recent: readonly RecentDeliveries[],
  failure: { readonly since: number; readonly reason: string | null } | undefined,
): DestinationState => ({
  destination: lane,
  kind,
  state: failure ? 'failing' : 'waiting',
  backlog: pending,
  oldest: isoTime(oldest_at),
  failingSince: failure && isoTime(failure.since),
  nextAttempt: isoTime(next_at),
  reason: failure?.reason ?? undefined,
  ...countsOf(recent),
});

function idleState(lane: string, recent: readonly RecentDeliveries[]): DestinationState {
  const counts = countsOf(recent);
  const [latest] = [...recent].sort((a, b) => b.last_at - a.last_at);
  const refusing = latest !== undefined && GIVEN_UP.includes(latest.state);
  const state = refusing ? 'refusing' : 'healthy';
  return { destination: lane, kind: latest?.kind ?? '', state, backlog: 0, ...counts };
}

const GIVEN_UP = ['dead', 'rejected'];

const countsOf = (recent: readonly RecentDeliveries[]) => ({
  delivered: sum(recent.filter(({ state }) => state === 'delivered')),
  failed: sum(recent.filter(({ state }) => GIVEN_UP.includes(state))),
});

const sum = (rows: readonly RecentDeliveries[]) =>
  rows.reduce((total, { deliveries }) => total + Number(deliveries), 0);
