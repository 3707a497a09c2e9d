import { bucketArn } from '../../aws/arn.ts';
import { firstSequenceAt } from '../../lib/ids.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  laneBacklogs,
  type RecentDeliveries,
  recentDeliveries,
} from '../../storage/tables/delivery-control.ts';
import { type RecentEvent, recentEvents } from '../../storage/tables/recent-events.ts';
import { settledEntries } from './verdicts.ts';

/** A connection that events take, and who says so: configuration id, subscription ARN, rule and target, mapping. */
export interface WireEnds {
  readonly from: string;
  readonly to: string;
  readonly rule: string;
}

export interface WireRate {
  readonly perMinute: number;
  readonly failed: number;
  /** Deliveries that wait for what it leads to. */
  readonly backlog: number;
}

/** What went along the connections of the map lately. */
export interface WireRates {
  /** How far back was looked: five minutes, or as far as the latest events go on a server that is busy. */
  readonly windowMs: number;
  ratesOf(wire: WireEnds): WireRate;
}

const WINDOW_MS = 5 * 60_000;
const EVENTS_MAX = 2000;
const DELIVERIES_MAX = 10_000;
const LANES_MAX = 500;
const MINUTE_MS = 60_000;

/** Counted at once, from what events tell was settled with them, and from the deliveries of the same time. */
export async function wireRates(reader: Reader, now: number): Promise<WireRates> {
  const since = firstSequenceAt(now - WINDOW_MS);
  const events = await recentEvents(reader, since, EVENTS_MAX);
  const oldest = events.length < EVENTS_MAX ? undefined : events.at(-1);
  const windowMs = oldest ? Math.max(1, now - oldest.at) : WINDOW_MS;
  const deliveries = await recentDeliveries(reader, oldest?.id ?? since, DELIVERIES_MAX);
  const passed = countPassed(events, deliveries);
  const backlogs = new Map(
    (await laneBacklogs(reader, LANES_MAX)).map(({ lane, pending }) => [lane, Number(pending)]),
  );
  return {
    windowMs,
    ratesOf(wire) {
      const { done, failed } = passed.get(wireKey(wire)) ?? { done: 0, failed: 0 };
      const perMinute = Math.round((done * MINUTE_MS * 10) / windowMs) / 10;
      return { perMinute, failed, backlog: backlogs.get(wire.to) ?? 0 };
    },
  };
}

function countPassed(events: readonly RecentEvent[], deliveries: readonly RecentDeliveries[]) {
  const passed = new Map<string, { done: number; failed: number }>();
  const count = (key: string, done: number, failed: number) => {
    const before = passed.get(key) ?? { done: 0, failed: 0 };
    passed.set(key, { done: before.done + done, failed: before.failed + failed });
  };
  for (const event of events)
    for (const { rule, destination: to = rule, kind } of settledEntries(event)) {
      const key = wireKey({ from: event.source, rule, to });
      if (kind === 'rejected') count(key, 0, 1);
      if (kind === 'delivered' || kind === 'matched') count(key, 1, 0);
    }
  for (const { source: from, rule, lane: to, state, deliveries: n } of deliveries) {
    const key = wireKey({ from, rule, to });
    if (state === 'delivered') count(key, Number(n), 0);
    if (state === 'dead' || state === 'rejected') count(key, 0, Number(n));
  }
  return passed;
}

/**
 * Configuration ids are unique within their bucket only. Whatever else leads on has an ARN or UUID of its own, and the ends of
 * it may be named otherwise: mail by its server, batches of a mapping by their function.
 */
const wireKey = ({ from, rule, to }: WireEnds): string =>
  from.startsWith(BUCKET) ? `${from} ${rule} ${to}` : rule;

const BUCKET = bucketArn('');
