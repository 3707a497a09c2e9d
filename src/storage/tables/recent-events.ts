import type { Reader } from '../storage.ts';
import type { EventRow } from './events.ts';

/** What rates are counted from: no payloads, of which there may be much. */
export type RecentEvent = Pick<EventRow, 'id' | 'at' | 'source' | 'settled'>;

/** The newest events since `sinceId`, the newest in front. */
export const recentEvents = (
  reader: Reader,
  sinceId: number,
  limit: number,
): Promise<RecentEvent[]> =>
  reader.all<RecentEvent>(
    'SELECT id, at, source, settled FROM events WHERE id >= ? ORDER BY id DESC LIMIT ?',
    sinceId,
    limit,
  );
