import { AwsError } from '../../aws/error.ts';
import { EVENTS_SIGNAL } from '../../storage/tables/events.ts';
import { newestEventId, searchJournal } from '../../storage/tables/journal.ts';
import type { Context } from '../context.ts';
import { perStorage } from '../per-storage.ts';
import { STOPPING_SIGNAL } from '../stopping.ts';
import { summariesOf } from './event-summary.ts';
import { type Given, readNumber } from './input.ts';
import { jsonPage, type Page } from './page.ts';
import { type EventFilterInput, readFilter } from './search-events.ts';

export interface TailEventsInput extends EventFilterInput {
  /** The `next` of the last answer; without it the tail begins now. */
  readonly after?: Given;
  /** How long to wait, in seconds; 20 when left out. */
  readonly wait?: Given;
}

const EVENTS_MAX = 200;
const WAIT_SECONDS_MAX = 20;
/** Tails that may wait at the same time. */
const TAILS_MAX = 100;

const tails = perStorage(() => ({ waiting: 0 }));

/**
 * TailEvents - what happened since the last answer; waits for something to happen. Answers
 * `{"events": [...], "next"}`, and `stopping` when the server is about to end. Without `after` it
 * answers at once, and says where to begin.
 */
export async function tailEvents(input: TailEventsInput, context: Context): Promise<Page> {
  const { storage, clock } = context;
  const filter = readFilter(input, clock.now());
  const after = readNumber('after', input.after);
  if (after === undefined) return jsonPage({ events: [], next: await storage.read(newestEventId) });
  const waitSeconds = Math.min(
    readNumber('wait', input.wait) ?? WAIT_SECONDS_MAX,
    WAIT_SECONDS_MAX,
  );
  const untilMs = clock.now() + waitSeconds * 1000;
  let stopping = false;
  let position = after;
  for (;;) {
    const news = newsOf(context, untilMs);
    try {
      const newest = await storage.read(newestEventId);
      const found = await storage.read((reader) =>
        searchJournal(reader, { ...filter, after: position }, EVENTS_MAX),
      );
      if (found.length > 0 || stopping || clock.now() >= untilMs) {
        const events = await storage.read((reader) => summariesOf(reader, found));
        const last = found.at(-1)?.id ?? position;
        const next = found.length < EVENTS_MAX ? Math.max(newest, last) : last;
        return jsonPage({ events, next, ...(stopping && { stopping }) });
      }
      // What does not fit the filter need not be looked at again.
      position = Math.max(position, newest);
      stopping = await news.wait();
    } finally {
      news.end();
    }
  }
}

/**
 * Listening begins before the look at the journal, so that nothing slips through between look and
 * wait.
 */
function newsOf({ storage, clock }: Context, untilMs: number) {
  const tail = tails.of(storage);
  if (tail.waiting >= TAILS_MAX)
    throw new AwsError('TooManyTails', `More than ${TAILS_MAX} tails are waiting.`, {
      status: 429,
    });
  tail.waiting++;
  const heard = Promise.withResolvers<boolean>();
  const offNews = storage.signals.on(EVENTS_SIGNAL, () => heard.resolve(false));
  const offStop = storage.signals.on(STOPPING_SIGNAL, () => heard.resolve(true));
  const cancel = clock.at(untilMs, () => heard.resolve(false));
  return {
    wait: () => heard.promise,
    end() {
      tail.waiting--;
      offNews();
      offStop();
      cancel();
    },
  };
}
