import type { Reader, Transaction } from '../storage.ts';

/**
 * What happened, written in the transaction that made it happen. `source` and `subject` say where (bucket and key, topic
 * and message id, bus and event id, function and request id); `payload` is JSON whose shape belongs to `kind`.
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
  /** JSON: what was settled within the same transaction (rules considered, messages put straight into queues). */
  readonly settled: string | null;
  /** `X-Amzn-Trace-Id` of the request that caused it, carried on through every hop. */
  readonly trace: string | null;
  /** The delivery that caused this event: the trail back. */
  readonly cause: number | null;
  /** How many events lie between this one and the request that began the chain. */
  readonly hops: number;
}

export type EventKind = 's3' | 'sns' | 'events' | 'lambda';

export async function insertEvent(tx: Transaction, event: EventRow): Promise<void> {
  await tx.run(
    `INSERT INTO events (id, kind, at, account, region, source, name, subject, payload, settled, trace, cause, hops)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
  );
}

export const getEvent = (reader: Reader, id: number): Promise<EventRow | undefined> =>
  reader.get<EventRow>('SELECT * FROM events WHERE id = ?', id);
