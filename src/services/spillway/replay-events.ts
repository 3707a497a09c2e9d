import { bucketArn } from '../../aws/arn.ts';
import { fail } from '../../aws/error.ts';
import { EVENT_NAMES } from '../../events/s3/index.ts';
import { getBucket } from '../../storage/tables/buckets.ts';
import { searchJournal } from '../../storage/tables/journal.ts';
import type { Context } from '../context.ts';
import {
  type Given,
  notFound,
  readEventName,
  readLimit,
  readNumber,
  readText,
  readTime,
  refuseOthers,
  requireText,
} from './input.ts';
import { jsonPage, type Page } from './page.ts';
import { repeatEvent, requireRule } from './repeat-event.ts';

export interface ReplayEventsInput {
  readonly bucket?: Given;
  readonly prefix?: Given;
  readonly since?: Given;
  readonly until?: Given;
  /** One event name, or a family: `s3:ObjectCreated:*`. */
  readonly events?: Given;
  readonly destination?: Given;
  readonly rule?: Given;
  /** The `next` of the call before. */
  readonly after?: Given;
  readonly limit?: Given;
}

const MEMBERS = [
  'bucket',
  'prefix',
  'since',
  'until',
  'events',
  'destination',
  'rule',
  'after',
  'limit',
] as const;
const LIMIT_MAX = 500;

/**
 * ReplayEvents - lets a stretch of the journal of one bucket happen again for those who listen,
 * oldest first: through the bucket's rules as they are now, through one `rule`, or to another
 * `destination`, which must let the bucket in. The records say when the event happened first; in
 * the journal it is marked as a replay. Replays themselves are not repeated.
 *
 * Up to `limit` events in one call: `{"considered", "replayed", "deliveries", "next", "until"}`; go
 * on with `after: next` and the same `until`.
 */
export async function replayEvents(input: ReplayEventsInput, context: Context): Promise<Page> {
  refuseOthers(input, MEMBERS);
  const now = context.clock.now();
  const limit = readLimit(input.limit, LIMIT_MAX, LIMIT_MAX);
  const name = requireText('bucket', input.bucket);
  const until = readTime('until', input.until, now) ?? now;
  const search = {
    source: bucketArn(name),
    prefix: readText('prefix', input.prefix),
    name: readEventName('events', input.events),
    since: readTime('since', input.since, now),
    until,
    after: readNumber('after', input.after) ?? 0,
  };
  const aim = {
    rule: readText('rule', input.rule),
    destination: readText('destination', input.destination),
  };
  return context.storage.transaction(async (tx) => {
    const bucket = (await getBucket(tx, name)) ?? fail(notFound(`There is no bucket ${name}.`));
    requireRule(bucket, aim);
    const events = await searchJournal(tx, search, limit);
    let replayed = 0;
    let deliveries = 0;
    for (const event of events) {
      // Test events, and what was repeated itself, are no news.
      if (event.origin !== null || !EVENT_NAMES.includes(event.name)) continue;
      const { source, name: eventName, subject, payload, id } = event;
      const repeated = { source, name: eventName, subject, payload, replay_of: id };
      const made = await repeatEvent(tx, context, bucket, { ...repeated, origin: 'replay' }, aim);
      deliveries += made;
      if (made > 0) replayed++;
    }
    const next = events.length < limit ? undefined : events.at(-1)?.id;
    return jsonPage({ considered: events.length, replayed, deliveries, next, until });
  });
}
