import { countUndelivered } from '../../storage/tables/delivery-control.ts';
import { newestEventId } from '../../storage/tables/journal.ts';
import { oldestEvent } from '../../storage/tables/journal-sweep.ts';
import type { Context } from '../context.ts';
import { destinationStates } from './destinations.ts';
import { jsonPage, type Page } from './page.ts';
import { countedEvents } from './sweep-journal.ts';
import { isoTime } from './trail.ts';
import { findWarnings } from './warnings.ts';

/**
 * GetStatus - all in a few numbers: `{"now", "deliveries": {state: n}, "failing", "destinations",
 * "journal", "warnings"}`. `failing` counts destinations that fail or refuse; delivered deliveries
 * are not counted.
 */
export async function getStatus(_input: object, context: Context): Promise<Page> {
  const now = context.clock.now();
  const { days, eventsMax } = context.settings.journal;
  const events = await countedEvents(context.storage);
  return context.storage.read(async (reader) => {
    const destinations = await destinationStates(reader, now);
    const counts = await countUndelivered(reader);
    const oldest = await oldestEvent(reader);
    return jsonPage({
      now: isoTime(now),
      deliveries: Object.fromEntries(counts.map(({ state, n }) => [state, Number(n)])),
      failing: destinations.filter(({ state }) => state === 'failing' || state === 'refusing')
        .length,
      destinations: destinations.length,
      journal: {
        events: events.events,
        eventsMax,
        days,
        oldest: oldest && isoTime(oldest.at),
        newest: await newestEventId(reader),
      },
      warnings: (await findWarnings(reader, now)).length,
    });
  });
}
