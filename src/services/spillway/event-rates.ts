import { firstSequenceAt } from '../../lib/ids.ts';
import type { Reader } from '../../storage/storage.ts';
import { recentDeliveries } from '../../storage/tables/delivery-control.ts';
import { recentEvents } from '../../storage/tables/recent-events.ts';
import { settledEntries } from './verdicts.ts';

/** How much happens, by the minute, counted over the last five. */
export interface EventRates {
  readonly all: number;
  /** Events of a bucket, topic, bus or function, by ARN. */
  ofSource(arn: string): number;
  /** What a rule handed to a destination. `rule` as deliveries name it. */
  ofRule(rule: string, destination: string): number;
}

const WINDOW_MS = 300_000;
/** A busy server is judged by its latest events and deliveries. */
const EVENTS_MAX = 2000;
const DELIVERIES_MAX = 5000;

export async function eventRates(reader: Reader, now: number): Promise<EventRates> {
  const since = firstSequenceAt(now - WINDOW_MS);
  const events = await recentEvents(reader, since, EVENTS_MAX);
  const oldest = events.length < EVENTS_MAX ? undefined : events.at(-1);
  const minutes = Math.max(1, oldest ? now - oldest.at : WINDOW_MS) / 60_000;
  const counts = new Map<string, number>();
  const count = (key: string, n = 1) => counts.set(key, (counts.get(key) ?? 0) + n);
  for (const event of events) {
    count(event.source);
    for (const { rule, destination, kind } of settledEntries(event))
      if (kind === 'delivered' && destination) count(`${rule} ${destination}`);
  }
  const deliveriesSince = oldest?.id ?? since;
  for (const { rule, lane, deliveries } of await recentDeliveries(
    reader,
    deliveriesSince,
    DELIVERIES_MAX,
  ))
    count(`${rule} ${lane}`, Number(deliveries));
  const perMinute = (key: string) => (counts.get(key) ?? 0) / minutes;
  return {
    all: events.length / minutes,
    ofSource: perMinute,
    ofRule: (rule, destination) => perMinute(`${rule} ${destination}`),
  };
}
