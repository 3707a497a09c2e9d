import { fail } from '../../aws/error.ts';
import { getQueue } from '../../storage/tables/queues.ts';
import { peekMessages as peek } from '../../storage/tables/wiring.ts';
import type { Context } from '../context.ts';
import { type Given, notFound, readLimit, readNumber, requireText } from './input.ts';
import { LIMIT, LIMIT_MAX, type ListInput } from './listing.ts';
import { jsonPage, type Page } from './page.ts';
import { isoTime } from './trail.ts';

/**
 * PeekMessages - what is in a queue, oldest first, without receiving it: nothing becomes invisible,
 * nothing counts as received. `{"messages": [...], "next"}`; go on with `after: next`.
 */
export async function peekMessages(
  input: ListInput & { readonly queue?: Given },
  { storage, clock }: Context,
): Promise<Page> {
  const arn = requireText('queue', input.queue);
  const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
  const after = readNumber('after', input.after) ?? 0;
  const now = clock.now();
  return storage.read(async (reader) => {
    const queue =
      (await getQueue(reader, arn)) ?? fail(notFound(`There is no queue with the ARN ${arn}.`));
    const messages = await peek(reader, queue.backlog, after, limit);
    return jsonPage({
      messages: messages.map((message) => ({
        id: message.id,
        messageId: message.message_id,
        body: message.body,
        attributes: message.attributes === null ? undefined : JSON.parse(message.attributes),
        sentAt: isoTime(message.sent_at),
        receiveCount: message.receive_count,
        state: stateOf(message, now),
        visibleAt: message.visible_at > now ? isoTime(message.visible_at) : undefined,
        group: message.group_id ?? undefined,
        source: message.source_arn ?? undefined,
        trace: message.trace ?? undefined,
      })),
      next: messages.length < limit ? undefined : messages.at(-1)?.id,
    });
  });
}

function stateOf(
  { visible_at, receive_count }: { readonly visible_at: number; readonly receive_count: number },
  now: number,
): 'waiting' | 'in flight' | 'delayed' {
  if (visible_at <= now) return 'waiting';
  return receive_count > 0 ? 'in flight' : 'delayed';
}
