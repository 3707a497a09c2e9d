import type { Reader } from '../../storage/storage.ts';
import type { DeliveryState } from '../../storage/tables/deliveries.ts';
import type { EventRow } from '../../storage/tables/events.ts';
import { deliveryStates, type EventState } from '../../storage/tables/journal.ts';

/** An event of the journal in one line. */
export interface EventSummary {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: EventRow['kind'];
  /** ARN of the bucket, topic, bus or function. */
  readonly source: string;
  /** The object's key, the message's or event's id, the request id. */
  readonly subject: string;
  /** The key of the object that S3 tells a bus of, since the ids of such events say nothing. */
  readonly about?: string | undefined;
  readonly name: string;
  readonly state: EventState;
  /** How many events lie between this one and the request that began the chain. */
  readonly hops: number;
  readonly trace?: string | undefined;
  readonly origin?: 'replay' | 'backfill' | undefined;
  readonly replayOf?: number | undefined;
}

export const summaryOf = (event: EventRow, deliveries: readonly DeliveryState[]): EventSummary => ({
  id: event.id,
  at: new Date(event.at).toISOString(),
  kind: event.kind,
  source: event.source,
  subject: event.subject,
  about: aboutOf(event),
  name: event.name,
  state: stateOf(event, deliveries),
  hops: event.hops,
  trace: event.trace ?? undefined,
  origin: event.origin ?? undefined,
  replayOf: event.replay_of ?? undefined,
});

function aboutOf({ kind, name, payload }: EventRow): string | undefined {
  if (kind !== 'events' || !name.startsWith('Object ')) return undefined;
  const { source, detail } = JSON.parse(payload);
  return source === 'aws.s3' ? detail?.object?.key : undefined;
}

/** The worst of it: what is still owed counts before what failed, and that before what arrived. */
function stateOf({ outcome }: EventRow, deliveries: readonly DeliveryState[]): EventState {
  if (deliveries.includes('pending')) return 'pending';
  if (outcome === 'refused' || deliveries.includes('dead') || deliveries.includes('rejected'))
    return 'failed';
  if (deliveries.includes('dropped')) return 'dropped';
  return outcome === 'unmatched' ? 'unmatched' : 'delivered';
}

export async function summariesOf(
  reader: Reader,
  events: readonly EventRow[],
): Promise<EventSummary[]> {
  const states = await deliveryStates(
    reader,
    events.map(({ id }) => id),
  );
  const byEvent = Map.groupBy(states, ({ event_id }) => event_id);
  return events.map((event) =>
    summaryOf(
      event,
      (byEvent.get(event.id) ?? []).map(({ state }) => state),
    ),
  );
}
