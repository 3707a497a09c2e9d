import { bucketArn } from '../../aws/arn.ts';
import {
  type EventState,
  type JournalSearch,
  searchJournal,
} from '../../storage/tables/journal.ts';
import type { Context } from '../context.ts';
import { summariesOf } from './event-summary.ts';
import {
  type Given,
  readEventName,
  readLimit,
  readNumber,
  readOneOf,
  readText,
  readTime,
} from './input.ts';
import { jsonPage, type Page } from './page.ts';

/** What narrows a search of the journal, a tail or a replay. */
export interface EventFilterInput {
  readonly bucket?: Given;
  /** ARN of a topic, bus or function, in place of a bucket. */
  readonly source?: Given;
  readonly prefix?: Given;
  readonly key?: Given;
  /** `ObjectCreated:Put`, `s3:ObjectCreated:*`. */
  readonly name?: Given;
  readonly state?: Given;
  readonly since?: Given;
  readonly until?: Given;
}

export interface SearchEventsInput extends EventFilterInput {
  /** The `next` of the page before. */
  readonly before?: Given;
  /** The id of an event: only newer ones, the oldest of them first. */
  readonly after?: Given;
  readonly limit?: Given;
}

const LIMIT = 50;
const LIMIT_MAX = 1000;
const STATES: readonly EventState[] = ['pending', 'failed', 'dropped', 'delivered', 'unmatched'];

/**
 * SearchEvents - the journal, newest first (oldest first when it goes on `after` an event):
 * `{"events": [...], "next": id of the page's end}`.
 */
export async function searchEvents(input: SearchEventsInput, context: Context): Promise<Page> {
  const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
  const search = {
    ...readFilter(input, context.clock.now()),
    before: readNumber('before', input.before),
    after: readNumber('after', input.after),
  };
  return context.storage.read(async (reader) => {
    const events = await searchJournal(reader, search, limit);
    const next = events.length < limit ? undefined : events.at(-1)?.id;
    return jsonPage({ events: await summariesOf(reader, events), next });
  });
}

export function readFilter(input: EventFilterInput, now: number): JournalSearch {
  const bucket = readText('bucket', input.bucket);
  return {
    source: bucket === undefined ? readText('source', input.source) : bucketArn(bucket),
    prefix: readText('prefix', input.prefix),
    subject: readText('key', input.key),
    name: readEventName('name', input.name),
    state: readOneOf('state', input.state, STATES),
    since: readTime('since', input.since, now),
    until: readTime('until', input.until, now),
  };
}
