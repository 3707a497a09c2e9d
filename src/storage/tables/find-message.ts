import { firstSequenceAt } from '../../lib/ids.ts';
import type { Reader } from '../storage.ts';
import type { MessageRow } from './message-row.ts';

export type FoundMessage = Pick<
  MessageRow,
  'id' | 'message_id' | 'visible_at' | 'sent_at' | 'receive_count' | 'source_arn'
> & {
  /** `null` when its queue was purged or deleted since. */
  readonly queue_arn: string | null;
};

/** How long after an id was given out the message's own may have been. */
const WINDOW_MS = 2000;

/**
 * A message by its MessageId, of which it is known that its row got an id shortly after `sinceId`.
 */
export const findMessage = (
  reader: Reader,
  messageId: string,
  sinceId: number,
): Promise<FoundMessage | undefined> =>
  reader.get<FoundMessage>(
    `SELECT m.id, m.message_id, m.visible_at, m.sent_at, m.receive_count, m.source_arn, q.arn AS queue_arn
     FROM messages m LEFT JOIN queues q ON q.backlog = m.backlog
     WHERE m.id >= ? AND m.id < ? AND m.message_id = ? LIMIT 1`,
    sinceId,
    sinceId + firstSequenceAt(WINDOW_MS),
    messageId,
  );
