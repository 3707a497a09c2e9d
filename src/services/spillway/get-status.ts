import { countUndelivered } from '../../storage/tables/delivery-control.ts';
import { getEvent } from '../../storage/tables/events.ts';
import { newestEventId } from '../../storage/tables/journal.ts';
import type { Context } from '../context.ts';
import { destinationHealth } from './destination-health.ts';
import { eventRates } from './event-rates.ts';
import { jsonPage, type Page } from './page.ts';
import { isoTime } from './trail.ts';

/** How the server fares, in a few figures. */
export interface Status {
  readonly account: string;
  readonly region: string;
  /** The server's time, which a test may have moved. */
  readonly at: string;
  readonly eventsPerMinute: number;
  readonly latestEventAt: string | undefined;
  /** How many deliveries are in each of the states. */
  readonly deliveries: Readonly<Record<'pending' | 'dead' | 'rejected' | 'dropped', number>>;
  /** Destinations that fail. */
  readonly failing: readonly string[];
}

/** GetStatus - see `Status`. */
export async function getStatus(
  _input: object,
  { storage, clock, settings }: Context,
): Promise<Page> {
  const now = clock.now();
  return storage.read(async (reader) => {
    const latest = await getEvent(reader, await newestEventId(reader));
    const undelivered = await countUndelivered(reader);
    const count = (state: string) =>
      Number(undelivered.find((each) => each.state === state)?.n ?? 0);
    const failing = (await destinationHealth(reader, now)).filter(
      ({ state }) => state === 'failing',
    );
    const status: Status = {
      account: settings.account,
      region: settings.region,
      at: isoTime(now),
      eventsPerMinute: (await eventRates(reader, now)).all,
      latestEventAt: latest && isoTime(latest.at),
      deliveries: {
        pending: count('pending'),
        dead: count('dead'),
        rejected: count('rejected'),
        dropped: count('dropped'),
      },
      failing: failing.map(({ destination }) => destination),
    };
    return jsonPage(status);
  });
}
