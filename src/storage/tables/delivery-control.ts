import type { Reader, SqlValue, Transaction } from '../storage.ts';
import { DELIVERIES_SIGNAL, type DeliveryRow, type DeliveryState } from './deliveries.ts';

/** Deliveries that an operator looks for; what is left out does not narrow it. */
export interface DeliverySearch {
  readonly state?: DeliveryState | undefined;
  /** The destination: ARN, URL or address. */
  readonly lane?: string | undefined;
  readonly rule?: string | undefined;
  /** When it was created: `since` inclusive, `until` exclusive. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly before?: number | undefined;
}

/** Written as the index of the deliveries that failed says it, without which it is not used. */
const FAILED = "state <> 'pending' AND state <> 'delivered'";
const FAILED_STATES: readonly (DeliveryState | undefined)[] = ['dead', 'rejected', 'dropped'];

/** The newest in front. */
export function searchDeliveries(
  reader: Reader,
  { state, lane, rule, since, until, before }: DeliverySearch,
  limit: number,
): Promise<DeliveryRow[]> {
  const conditions = ['1 = 1'];
  const values: SqlValue[] = [];
  const where = (condition: string, value: SqlValue | undefined) => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  if (FAILED_STATES.includes(state)) conditions.push(FAILED);
  // The index of what is pending is chosen by a literal only.
  if (state === 'pending') conditions.push("state = 'pending'");
  else where('state = ?', state);
  where('lane = ?', lane);
  where('rule = ?', rule);
  where('created_at >= ?', since);
  where('created_at < ?', until);
  where('id < ?', before);
  return reader.all<DeliveryRow>(
    `SELECT * FROM deliveries WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`,
    ...values,
    limit,
  );
}

/**
 * Owes a delivery again, whatever became of it, and has it tried at once. Whether there is such a
 * delivery.
 */
export async function oweAgain(tx: Transaction, id: number, now: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE deliveries SET state = 'pending', next_at = ?, settled_at = NULL
     WHERE id = ? AND state <> 'delivered'`,
    now,
    id,
  );
  tx.wake(DELIVERIES_SIGNAL);
  return changed === 1;
}

/**
 * Gives up a delivery that is pending or failed; the reason stays with it. Whether there was one to
 * give up.
 */
export async function dropDelivery(
  tx: Transaction,
  id: number,
  reason: string,
  now: number,
): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE deliveries SET state = 'dropped', settled_at = ?, reason = ?
     WHERE id = ? AND state IN ('pending', 'dead', 'rejected')`,
    now,
    reason,
    id,
  );
  return changed === 1;
}

/** What waits for one destination. */
export interface LaneBacklog {
  readonly lane: string;
  readonly kind: string;
  readonly pending: number;
  /** Of those, how many have been tried in vain. */
  readonly failing: number;
  readonly oldest_at: number;
  readonly next_at: number;
}

/** Destinations that something is owed to, the longest backlog in front. */
export const laneBacklogs = (reader: Reader, limit: number): Promise<LaneBacklog[]> =>
  reader.all<LaneBacklog>(
    `SELECT lane, MIN(kind) AS kind, COUNT(*) AS pending, COUNT(CASE WHEN attempts > 0 THEN 1 END) AS failing,
       MIN(created_at) AS oldest_at, MIN(next_at) AS next_at
     FROM deliveries WHERE state = 'pending' GROUP BY lane ORDER BY COUNT(*) DESC, lane LIMIT ?`,
    limit,
  );

/**
 * Deliveries created since `sinceId`, the newest ones, summed up by where they are from, rule,
 * destination and state.
 */
export interface RecentDeliveries {
  /** Of the event: a bucket, topic, bus or function. */
  readonly source: string;
  readonly lane: string;
  readonly kind: string;
  readonly rule: string;
  readonly state: DeliveryState;
  readonly deliveries: number;
  readonly last_at: number;
}

export const recentDeliveries = (
  reader: Reader,
  sinceId: number,
  rowsMax: number,
): Promise<RecentDeliveries[]> =>
  reader.all<RecentDeliveries>(
    `SELECT e.source, d.lane, d.kind, d.rule, d.state, COUNT(*) AS deliveries,
       MAX(COALESCE(d.settled_at, d.created_at)) AS last_at
     FROM (SELECT * FROM deliveries WHERE id >= ? ORDER BY id DESC LIMIT ?) AS d
     JOIN events e ON e.id = d.event_id
     GROUP BY e.source, d.lane, d.kind, d.rule, d.state`,
    sinceId,
    rowsMax,
  );

/** When the pending deliveries of a lane began to fail, and what the latest failure said. */
export const laneFailure = (
  reader: Reader,
  lane: string,
): Promise<{ since: number; reason: string | null } | undefined> =>
  reader.get(
    `SELECT a.started_at AS since, d.reason FROM deliveries d JOIN attempts a ON a.delivery_id = d.id
     WHERE d.state = 'pending' AND d.lane = ? AND a.number = 1 ORDER BY a.started_at LIMIT 1`,
    lane,
  );

/** How many deliveries there are in each state but `delivered`. */
export const countUndelivered = (
  reader: Reader,
): Promise<{ readonly state: DeliveryState; readonly n: number }[]> =>
  reader.all(
    `SELECT state, COUNT(*) AS n FROM deliveries WHERE ${FAILED} GROUP BY state
     UNION ALL SELECT 'pending' AS state, COUNT(*) AS n FROM deliveries WHERE state = 'pending'`,
  );
