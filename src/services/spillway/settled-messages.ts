import type { Reader } from '../../storage/storage.ts';
import type { EventRow } from '../../storage/tables/events.ts';
import { findMessage } from '../../storage/tables/find-message.ts';
import { settledEntries } from './verdicts.ts';

/** What became of a message that was to go into a queue together with its event. */
export interface SettledMessage {
  readonly rule: string;
  /** ARN of the queue. */
  readonly destination: string;
  readonly state: 'delivered' | 'rejected';
  readonly messageId?: string | undefined;
  readonly code?: string | undefined;
  readonly reason?: string | undefined;
  /** Where the message is now, in plain words. */
  readonly whereabouts?: string | undefined;
}

export async function settledMessages(
  reader: Reader,
  event: EventRow,
  now: number,
): Promise<SettledMessage[]> {
  const messages: SettledMessage[] = [];
  for (const entry of settledEntries(event)) {
    const { kind, rule, destination = '', messageId, code, reason } = entry;
    if (kind !== 'delivered' && kind !== 'rejected') continue;
    const whereabouts =
      messageId === undefined
        ? undefined
        : await whereIs(reader, { messageId, queue: destination, sinceId: event.id }, now);
    messages.push({ rule, destination, state: kind, messageId, code, reason, whereabouts });
  }
  return messages;
}

/** A message, the queue it went to, and an id that was given out shortly before its own. */
export interface Wanted {
  readonly messageId: string;
  readonly queue: string;
  readonly sinceId: number;
}

export async function whereIs(
  reader: Reader,
  { messageId, queue, sinceId }: Wanted,
  now: number,
): Promise<string> {
  const found = await findMessage(reader, messageId, sinceId);
  if (!found)
    return 'no longer in a queue: it was received and deleted, has expired, or was purged';
  if (found.queue_arn === null) return 'in a queue that was purged or deleted';
  const count = Number(found.receive_count);
  const received = count === 0 ? '' : `, received ${count === 1 ? 'once' : `${count} times`}`;
  const place =
    found.queue_arn === queue ? 'in the queue' : `in the dead-letter queue ${found.queue_arn}`;
  if (found.visible_at <= now) return `${place}, waiting to be received${received}`;
  const until = new Date(found.visible_at).toISOString();
  return count === 0
    ? `${place}, delayed until ${until}`
    : `${place}, in flight until ${until}${received}`;
}
