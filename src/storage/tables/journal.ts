import type { Reader, SqlValue } from '../storage.ts';
import type { DeliveryRow } from './deliveries.ts';
import type { EventRow } from './events.ts';

/** What became of an event, over all that it was owed to. */
export type EventState = 'pending' | 'failed' | 'dropped' | 'delivered' | 'unmatched';

/** What a search of the journal asks for; what is left out does not narrow it. */
export interface JournalSearch {
  /** ARN of the bucket, topic, bus or function. */
  readonly source?: string | undefined;
  /** What the object's key begins with. */
  readonly prefix?: string | undefined;
  /** The object's key itself. */
  readonly subject?: string | undefined;
  /** `ObjectCreated:Put`, or what a family begins with: `ObjectCreated:`. */
  readonly name?: string | undefined;
  readonly state?: EventState | undefined;
  /** Milliseconds: `since` inclusive, `until` exclusive. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Only events older than the one with this id. */
  readonly before?: number | undefined;
  /** Only events newer than the one with this id; the oldest of them come first. */
  readonly after?: number | undefined;
}

/** Sorts after everything that continues a text. */
const AFTER_ALL = '\u{10FFFF}';

/** Written as the index of the deliveries that failed says it, without which it is not used. */
const FAILED = "state <> 'pending' AND state <> 'delivered'";

const STATE_CONDITIONS: Readonly<Record<EventState, string>> = {
  pending: "id IN (SELECT event_id FROM deliveries WHERE state = 'pending')",
  failed: `(outcome = 'refused' OR id IN
    (SELECT event_id FROM deliveries WHERE ${FAILED} AND state IN ('dead', 'rejected')))`,
  dropped: `id IN (SELECT event_id FROM deliveries WHERE ${FAILED} AND state = 'dropped')`,
  unmatched: "outcome = 'unmatched'",
  delivered: `outcome = 'given' AND id NOT IN (SELECT event_id FROM deliveries WHERE ${FAILED})
    AND id NOT IN (SELECT event_id FROM deliveries WHERE state = 'pending')`,
};

/**
 * The events that a search finds, the newest first (the oldest first when it goes on `after` one).
 */
export function searchJournal(
  reader: Reader,
  search: JournalSearch,
  limit: number,
): Promise<EventRow[]> {
  const { source, prefix, subject, name, state, since, until, before, after } = search;
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition);
    values.push(...given);
  };
  if (source !== undefined) where('source = ?', source);
  if (subject !== undefined) where('subject = ?', subject);
  if (prefix) where('subject >= ? AND subject < ?', prefix, prefix + AFTER_ALL);
  if (name?.endsWith(':')) where('name >= ? AND name < ?', name, name + AFTER_ALL);
  else if (name !== undefined) where('name = ?', name);
  if (since !== undefined) where('at >= ?', since);
  if (until !== undefined) where('at < ?', until);
  if (before !== undefined) where('id < ?', before);
  if (after !== undefined) where('id > ?', after);
  if (state !== undefined) where(STATE_CONDITIONS[state]);
  const order = after === undefined ? 'DESC' : 'ASC';
  // What is new is at the end of the table; everything else is found in the index for it.
  const inner = after === undefined ? 'at DESC, id DESC' : 'id';
  const filter = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return reader.all<EventRow>(
    `SELECT * FROM events WHERE id IN
       (SELECT id FROM events ${filter} ORDER BY ${inner} LIMIT ?)
     ORDER BY id ${order}`,
    ...values,
    limit,
  );
}

export const deliveriesOfEvent = (
  reader: Reader,
  eventId: number,
  limit: number,
): Promise<DeliveryRow[]> =>
  reader.all<DeliveryRow>(
    'SELECT * FROM deliveries WHERE event_id = ? ORDER BY id LIMIT ?',
    eventId,
    limit,
  );

/** One try of a delivery. */
export interface AttemptRow {
  readonly delivery_id: number;
  /** From 1. */
  readonly number: number;
  readonly started_at: number;
  readonly duration_ms: number;
  readonly outcome: 'delivered' | 'retry' | 'rejected' | 'dead';
  readonly reason: string | null;
}

/** The latest tries, in order. */
export async function attemptsOfDelivery(
  reader: Reader,
  deliveryId: number,
  limit: number,
): Promise<AttemptRow[]> {
  const rows = await reader.all<AttemptRow>(
    'SELECT * FROM attempts WHERE delivery_id = ? ORDER BY number DESC LIMIT ?',
    deliveryId,
    limit,
  );
  return rows.reverse();
}

/**
 * The events that a delivery led to; or that a message of an event led to, which has no delivery of
 * its own.
 */
export const eventsCausedBy = (reader: Reader, cause: number, limit: number): Promise<EventRow[]> =>
  reader.all<EventRow>('SELECT * FROM events WHERE cause = ? ORDER BY id LIMIT ?', cause, limit);

/** The states of the deliveries of these events. */
export async function deliveryStates(
  reader: Reader,
  eventIds: readonly number[],
): Promise<Pick<DeliveryRow, 'event_id' | 'state'>[]> {
  if (eventIds.length === 0) return [];
  const places = eventIds.map(() => '?').join(', ');
  return reader.all(
    `SELECT DISTINCT event_id, state FROM deliveries WHERE event_id IN (${places})`,
    ...eventIds,
  );
}

export async function newestEventId(reader: Reader): Promise<number> {
  const row = await reader.get<{ id: number | null }>('SELECT MAX(id) AS id FROM events');
  return Number(row?.id ?? 0);
}

/** The latest events of one kind that something else led to, of one source or of all. */
export const latestCausedEvents = (
  reader: Reader,
  kind: EventRow['kind'],
  source: string | undefined,
  limit: number,
): Promise<EventRow[]> =>
  reader.all<EventRow>(
    `SELECT * FROM events WHERE cause IS NOT NULL AND kind = ? AND (source = ? OR ? = '')
     ORDER BY cause DESC, id DESC LIMIT ?`,
    kind,
    source ?? '',
    source ?? '',
    limit,
  );
