import type { Reader, Transaction } from '../storage.ts';

/**
 * What happened, written in the transaction that made it happen. `source` and `subject` say where
 * (bucket and key, topic and message id, bus and event id, function and request id); `payload` is
 * JSON whose shape belongs to `kind`.
 */
export interface EventRow {
  /** From `Ids.sequence`: larger is later. */
  readonly id: number;
  readonly kind: EventKind;
  /** Milliseconds. */
  readonly at: number;
  readonly account: string;
  readonly region: string;
  readonly source: string;
  readonly name: string;
  readonly subject: string;
  readonly payload: string;
  /**
   * JSON: what was settled within the same transaction (rules considered, messages put straight
   * into queues).
   */
  readonly settled: string | null;
  /** `X-Amzn-Trace-Id` of the request that caused it, carried on through every hop. */
  readonly trace: string | null;
  /** The delivery that caused this event: the trail back. */
  readonly cause: number | null;
  /** How many events lie between this one and the request that began the chain. */
  readonly hops: number;
  /**
   * Digest of the notification configuration whose rules were asked: see
   * `notification-configurations.ts`.
   */
  readonly configuration: string | null;
  readonly outcome: EventOutcome;
  /** `null` for what really happened. */
  readonly origin: 'replay' | 'backfill' | null;
  /** Of replays: the event that is repeated. */
  readonly replay_of: number | null;
}

/** What was known of an event's fate when it was written; its deliveries tell the rest. */
export type EventOutcome =
  /** No rule wanted it. */
  | 'unmatched'
  /** A destination refused it within the same transaction. */
  | 'refused'
  /** To whoever wanted it, at once or as a delivery. */
  | 'given';

/** Fired when something happened; carries nothing. */
export const EVENTS_SIGNAL = 'events';

export type EventKind = 's3' | 'sns' | 'events' | 'lambda';

type JournalColumn = 'configuration' | 'outcome' | 'origin' | 'replay_of';

/** What is not given of the journal's columns follows from `settled`, or is absent. */
export type NewEvent = Omit<EventRow, JournalColumn> & Partial<Pick<EventRow, JournalColumn>>;

export async function insertEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.run(
    `INSERT INTO events (id, kind, at, account, region, source, name, subject, payload, settled, trace, cause, hops,
       configuration, outcome, origin, replay_of)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event.id,
    event.kind,
    event.at,
    event.account,
    event.region,
    event.source,
    event.name,
    event.subject,
    event.payload,
    event.settled,
    event.trace,
    event.cause,
    event.hops,
    event.configuration ?? null,
    event.outcome ?? (event.settled?.includes(REFUSAL) ? 'refused' : 'given'),
    event.origin ?? null,
    event.replay_of ?? null,
  );
  tx.wake(EVENTS_SIGNAL);
}

/** How an entry of `settled` says that a destination refused. */
const REFUSAL = '"kind":"rejected"';

export const getEvent = (reader: Reader, id: number): Promise<EventRow | undefined> =>
  reader.get<EventRow>('SELECT * FROM events WHERE id = ?', id);
