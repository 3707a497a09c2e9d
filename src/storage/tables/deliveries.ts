import type { Reader, Transaction } from '../storage.ts';

/**
 * What is owed to whom: an event and a destination. Inserted in the transaction of the event, settled in the transaction of
 * its effect where the destination is this server. `lane` is the destination as the relay sees it: deliveries of one lane
 * wait for each other, never for another lane's.
 */
export interface DeliveryRow {
  /** From `Ids.sequence`. */
  readonly id: number;
  readonly event_id: number;
  readonly kind: DeliveryKind;
  readonly lane: string;
  /** Who says so: configuration id, subscription ARN, rule ARN and target id. */
  readonly rule: string;
  /** What is delivered, where it is not the event's own payload. */
  readonly payload: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly next_at: number;
  readonly created_at: number;
  readonly settled_at: number | null;
  readonly reason: string | null;
}

/**
 * One name for each kind of hop; each has its own executor and retry policy in `src/delivery/destinations/`.
 * `lambda` hands an event to a function's asynchronous queue; `invocation` is one entry of that queue.
 */
export type DeliveryKind =
  | 's3-topic'
  | 's3-function'
  | 's3-queue'
  | 's3-event-bus'
  | 'sns-sqs'
  | 'sns-lambda'
  | 'sns-http'
  | 'sns-email'
  | 'sns-sms'
  | 'rule-target'
  | 'invocation'
  | 'invocation-destination';

export type DeliveryState = 'pending' | 'delivered' | 'dead' | 'rejected' | 'dropped';

/** Fired when a delivery became due; carries nothing. */
export const DELIVERIES_SIGNAL = 'deliveries';

export type NewDelivery = Pick<
  DeliveryRow,
  'id' | 'event_id' | 'kind' | 'lane' | 'rule' | 'payload'
> & {
  readonly now: number;
  /** When to try first; now when left out. */
  readonly next_at?: number | undefined;
};

export async function insertDelivery(tx: Transaction, delivery: NewDelivery): Promise<void> {
  await tx.run(
    `INSERT INTO deliveries (id, event_id, kind, lane, rule, payload, state, attempts, next_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'pending', 0, ?, ?)`,
    delivery.id,
    delivery.event_id,
    delivery.kind,
    delivery.lane,
    delivery.rule,
    delivery.payload,
    delivery.next_at ?? delivery.now,
    delivery.now,
  );
  tx.wake(DELIVERIES_SIGNAL);
}

export const getDelivery = (reader: Reader, id: number): Promise<DeliveryRow | undefined> =>
  reader.get<DeliveryRow>('SELECT * FROM deliveries WHERE id = ?', id);

/** The next lane after `lane` that has something pending: called in a loop, it walks all lanes by index. */
export async function nextPendingLane(reader: Reader, lane: string): Promise<string | undefined> {
  const row = await reader.get<{ lane: string }>(
    "SELECT lane FROM deliveries WHERE state = 'pending' AND lane > ? ORDER BY lane LIMIT 1",
    lane,
  );
  return row?.lane;
}

/** The pending deliveries of a lane, the one due first in front. */
export const pendingInLane = (
  reader: Reader,
  lane: string,
  limit: number,
): Promise<DeliveryRow[]> =>
  reader.all<DeliveryRow>(
    "SELECT * FROM deliveries WHERE state = 'pending' AND lane = ? ORDER BY next_at, id LIMIT ?",
    lane,
    limit,
  );

export async function settleDelivery(
  tx: Transaction,
  id: number,
  state: Exclude<DeliveryState, 'pending'>,
  now: number,
  reason: string | null,
): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE deliveries SET state = ?, settled_at = ?, reason = ?, attempts = attempts + 1
     WHERE id = ? AND state = 'pending'`,
    state,
    now,
    reason,
    id,
  );
  return changed === 1;
}

export async function postponeDelivery(
  tx: Transaction,
  id: number,
  nextAt: number,
  reason: string,
): Promise<void> {
  await tx.run(
    "UPDATE deliveries SET attempts = attempts + 1, next_at = ?, reason = ? WHERE id = ? AND state = 'pending'",
    nextAt,
    reason,
    id,
  );
  tx.wake(DELIVERIES_SIGNAL);
}

export async function insertAttempt(
  tx: Transaction,
  attempt: {
    deliveryId: number;
    number: number;
    startedAt: number;
    durationMs: number;
    outcome: 'delivered' | 'retry' | 'rejected' | 'dead';
    reason: string | null;
  },
): Promise<void> {
  await tx.run(
    `INSERT INTO attempts (delivery_id, number, started_at, duration_ms, outcome, reason)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (delivery_id, number) DO NOTHING`,
    attempt.deliveryId,
    attempt.number,
    attempt.startedAt,
    attempt.durationMs,
    attempt.outcome,
    attempt.reason,
  );
}

/** Puts a delivery off without counting a try. */
export async function holdBackDelivery(tx: Transaction, id: number, nextAt: number): Promise<void> {
  await tx.run("UPDATE deliveries SET next_at = ? WHERE id = ? AND state = 'pending'", nextAt, id);
  tx.wake(DELIVERIES_SIGNAL);
}

/** How many deliveries are still owed, and when the next of them is due. */
export async function pendingDeliveries(
  reader: Reader,
): Promise<{ readonly count: number; readonly nextAt: number | undefined }> {
  const row = await reader.get<{ count: number; next_at: number | null }>(
    "SELECT COUNT(*) AS count, MIN(next_at) AS next_at FROM deliveries WHERE state = 'pending'",
  );
  return { count: Number(row?.count ?? 0), nextAt: row?.next_at ?? undefined };
}
