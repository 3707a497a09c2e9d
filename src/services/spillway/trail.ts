import type { Reader } from '../../storage/storage.ts';
import { type DeliveryRow, getDelivery } from '../../storage/tables/deliveries.ts';
import { type EventRow, getEvent } from '../../storage/tables/events.ts';
import {
  type AttemptRow,
  attemptsOfDelivery,
  deliveriesOfEvent,
  eventsCausedBy,
} from '../../storage/tables/journal.ts';
import { type EventSummary, summaryOf } from './event-summary.ts';
import { type SettledMessage, settledMessages } from './settled-messages.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/**
 * An event with everything that became of it: rules, messages, deliveries, and the events that
 * these led to.
 */
export interface TrailEvent extends EventSummary {
  /** Every rule that was asked, with what it said. */
  readonly rules: readonly Verdict[];
  /** What was put into queues together with the event itself. */
  readonly messages: readonly SettledMessage[];
  readonly deliveries: readonly TrailDelivery[];
  /** What the consumers of its messages did. */
  readonly caused: readonly TrailEvent[];
}

export interface TrailDelivery {
  readonly id: number;
  readonly kind: DeliveryRow['kind'];
  readonly destination: string;
  readonly rule: string;
  readonly state: DeliveryRow['state'];
  readonly reason?: string | undefined;
  readonly createdAt: string;
  /** When it is tried next, while it is pending. */
  readonly nextAt?: string | undefined;
  readonly settledAt?: string | undefined;
  readonly attempts: readonly TrailAttempt[];
  readonly caused: readonly TrailEvent[];
}

export interface TrailAttempt {
  readonly number: number;
  readonly at: string;
  readonly durationMs: number;
  readonly outcome: AttemptRow['outcome'];
  readonly reason?: string | undefined;
}

export interface Trail {
  readonly root: TrailEvent;
  /** There is more than is told here. */
  readonly truncated: boolean;
}

const EVENTS_MAX = 500;
const DELIVERIES_MAX = 200;
const ATTEMPTS_MAX = 100;
/** A chain is cut long before, unless functions are allowed to recur. */
const ANCESTORS_MAX = 200;

/** All that hangs together with an event, from the first request on. */
export async function trailOf(reader: Reader, event: EventRow, now: number): Promise<Trail> {
  const chain = await chainTo(reader, event);
  const walk = { left: EVENTS_MAX, seen: new Set<number>(), now };
  const root = await eventNode(reader, chain[0] ?? event, walk);
  return { root, truncated: walk.left <= 0 };
}

/** The events that led to this one, the first in front, itself last. */
export async function chainTo(reader: Reader, event: EventRow): Promise<EventRow[]> {
  const chain = [event];
  for (let at = event; at.cause !== null && chain.length < ANCESTORS_MAX; ) {
    const before = await causeOf(reader, at.cause);
    if (!before || chain.some(({ id }) => id === before.id)) break;
    chain.unshift(before);
    at = before;
  }
  return chain;
}

/**
 * A cause is a delivery, or an event whose message was consumed. What the journal has forgotten is
 * not found.
 */
async function causeOf(reader: Reader, cause: number): Promise<EventRow | undefined> {
  const delivery = await getDelivery(reader, cause);
  return getEvent(reader, delivery?.event_id ?? cause);
}

interface Walk {
  left: number;
  readonly seen: Set<number>;
  readonly now: number;
}

async function eventNode(reader: Reader, event: EventRow, walk: Walk): Promise<TrailEvent> {
  walk.left--;
  walk.seen.add(event.id);
  const rows = await deliveriesOfEvent(reader, event.id, DELIVERIES_MAX);
  const states = rows.map(({ state }) => state);
  const deliveries: TrailDelivery[] = [];
  for (const row of rows) deliveries.push(await deliveryNode(reader, row, walk));
  return {
    ...summaryOf(event, states),
    rules: await verdictsOf(reader, event, rows),
    messages: await settledMessages(reader, event, walk.now),
    deliveries,
    caused: await causedNodes(reader, event.id, walk),
  };
}

async function deliveryNode(reader: Reader, row: DeliveryRow, walk: Walk): Promise<TrailDelivery> {
  const attempts = await attemptsOfDelivery(reader, row.id, ATTEMPTS_MAX);
  return { ...describeDelivery(row, attempts), caused: await causedNodes(reader, row.id, walk) };
}

async function causedNodes(reader: Reader, cause: number, walk: Walk): Promise<TrailEvent[]> {
  const nodes: TrailEvent[] = [];
  for (const event of await eventsCausedBy(reader, cause, EVENTS_MAX)) {
    if (walk.left <= 0) break;
    if (!walk.seen.has(event.id)) nodes.push(await eventNode(reader, event, walk));
  }
  return nodes;
}

/** A delivery as the API shows it. */
export const describeDelivery = (
  row: DeliveryRow,
  attempts: readonly AttemptRow[],
): Omit<TrailDelivery, 'caused'> => ({
  id: row.id,
  kind: row.kind,
  destination: row.lane,
  rule: row.rule,
  state: row.state,
  reason: row.reason ?? undefined,
  createdAt: isoTime(row.created_at),
  nextAt: row.state === 'pending' ? isoTime(row.next_at) : undefined,
  settledAt: row.settled_at === null ? undefined : isoTime(row.settled_at),
  attempts: attempts.map((attempt) => ({
    number: attempt.number,
    at: isoTime(attempt.started_at),
    durationMs: attempt.duration_ms,
    outcome: attempt.outcome,
    reason: attempt.reason ?? undefined,
  })),
});

export const isoTime = (atMs: number): string => new Date(atMs).toISOString();
