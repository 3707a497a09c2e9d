import type { Ids } from '../../lib/ids.ts';
import type { Transaction } from '../storage.ts';
import { moveToDeadLetterQueue } from './dead-letters.ts';
import { countInFlight, isCountOld, isInFlightFull } from './message-counts.ts';
import { messagesOfGroup, promoteNext } from './message-groups.ts';
import type { MessageRow } from './message-row.ts';
import { expireMessages } from './message-sweep.ts';
import { deferTenants, findNoisyTenants } from './message-tenants.ts';
import { getQueue, type QueueRow, queueSettings, queueSignal } from './queues.ts';

export interface ReceiveOptions {
  /** 1 to 10. */
  readonly max: number;
  readonly visibilityTimeoutMs: number;
  readonly now: number;
  readonly ids: Ids;
  /** ReceiveRequestAttemptId: within five minutes the same one gets the same messages again. FIFO queues only. */
  readonly attemptId?: string | undefined;
}

/** What was handed out: the row as it is now, so that `receive_count` counts this time too. */
export type ReceivedMessage = MessageRow & { readonly receipt: number };

export const RECEIVE_MAX = 10;
/** How often one receive looks again after it found messages that were expired or due for the dead-letter queue. */
const ROUNDS_MAX = 100;
const ATTEMPT_MS = 5 * 60 * 1000;

/**
 * Hands out up to `max` messages and hides them for the visibility timeout. Messages past their retention are removed on
 * the way, and those received too often go to the dead-letter queue. `queue` must have been read in this
 * transaction. Empty when there is nothing to receive, or too much in flight already.
 */
export async function receiveMessages(
  tx: Transaction,
  queue: QueueRow,
  options: ReceiveOptions,
): Promise<ReceivedMessage[]> {
  if (options.max > RECEIVE_MAX) throw new Error(`${options.max} messages at once`);
  if (await isInFlightFull(tx, queue, options.now)) return [];
  const repeated = await receiveAgain(tx, queue, options);
  if (repeated.length > 0) return repeated;

  const receive = await receiveOf(tx, queue, options);
  const received: ReceivedMessage[] = [];
  let complete = false;
  for (let round = 0; round < ROUNDS_MAX && !complete; round++) {
    const wanted = options.max - received.length;
    const claimed =
      queue.fifo === 1
        ? await claimFromGroups(receive, wanted)
        : await claimFromLine(receive, wanted);
    received.push(...claimed.messages);
    complete = claimed.complete;
  }
  if (!complete) tx.wake(queueSignal(queue.arn));
  if (received.length > 0) await keepCounts(tx, queue, received, options.now);
  return received;
}

/** Takes the counts again that limits and fairness go by, when they are old. */
async function keepCounts(
  tx: Transaction,
  queue: QueueRow,
  received: readonly ReceivedMessage[],
  now: number,
): Promise<void> {
  const old = isCountOld(queue, now);
  if (old) await countInFlight(tx, queue, now);
  if (received.every((message) => message.tenant === null)) return;
  await deferTenants(tx, queue, received, old ? await findNoisyTenants(tx, queue, now) : []);
}

/** One receive, with what all its parts need. */
interface Receive {
  readonly tx: Transaction;
  readonly queue: QueueRow;
  readonly options: ReceiveOptions;
  readonly receipt: number;
  readonly deadLetterQueue: QueueRow | undefined;
  /** Messages sent at this time or before are past their retention. */
  readonly expiredAt: number;
}

interface Claimed {
  readonly messages: ReceivedMessage[];
  /** Whether looking again is pointless. */
  readonly complete: boolean;
}

async function receiveOf(
  tx: Transaction,
  queue: QueueRow,
  options: ReceiveOptions,
): Promise<Receive> {
  return {
    tx,
    queue,
    options,
    receipt: options.ids.sequence(),
    deadLetterQueue:
      queue.dead_letter_arn === null ? undefined : await getQueue(tx, queue.dead_letter_arn),
    expiredAt: options.now - queueSettings(queue).retentionMs,
  };
}

async function receiveAgain(
  tx: Transaction,
  queue: QueueRow,
  { attemptId, now, visibilityTimeoutMs }: ReceiveOptions,
): Promise<ReceivedMessage[]> {
  if (attemptId === undefined || queue.fifo === 0) return [];
  const messages = await tx.all<ReceivedMessage>(
    `UPDATE messages SET visible_at = ?
     WHERE backlog = ? AND attempt = ? AND visible_at > ? AND received_at > ? RETURNING *`,
    now + visibilityTimeoutMs,
    queue.backlog,
    attemptId,
    now,
    now - ATTEMPT_MS,
  );
  return messages.sort(bySending);
}

/** Standard queues: whatever is due first; what noisy tenants sent only when nothing else is due. */
async function claimFromLine(receive: Receive, wanted: number): Promise<Claimed> {
  const claimed = await claimAtPlace(receive, 0, wanted);
  if (claimed.length < wanted)
    claimed.push(...(await claimAtPlace(receive, 1, wanted - claimed.length)));
  const messages: ReceivedMessage[] = [];
  for (const message of claimed) if (await isFit(receive, message)) messages.push(message);
  const complete = claimed.length < wanted || messages.length === claimed.length;
  return { messages, complete };
}

async function claimAtPlace(
  { tx, queue, options, receipt }: Receive,
  place: number,
  limit: number,
): Promise<ReceivedMessage[]> {
  const { now, visibilityTimeoutMs } = options;
  const claimed = await tx.all<ReceivedMessage>(
    `UPDATE messages SET visible_at = ?, receipt = ?, receive_count = receive_count + 1, received_at = ?,
       first_received_at = COALESCE(first_received_at, ?)
     WHERE id IN (SELECT id FROM messages WHERE backlog = ? AND place = ? AND visible_at <= ?
                  AND (receipt IS NULL OR receipt <> ?) ORDER BY visible_at, id LIMIT ?)
     RETURNING *`,
    now + visibilityTimeoutMs,
    receipt,
    now,
    now,
    queue.backlog,
    place,
    now,
    receipt,
    limit,
  );
  return claimed.sort(bySending);
}

const bySending = (a: MessageRow, b: MessageRow) => a.sent_at - b.sent_at || a.id - b.id;

/** FIFO queues: groups whose front message is due, each in its order as far as it is visible. */
async function claimFromGroups(receive: Receive, wanted: number): Promise<Claimed> {
  const { tx, queue, options, receipt } = receive;
  const fronts = await tx.all<{ group_id: string }>(
    `SELECT group_id FROM messages WHERE backlog = ? AND place = 0 AND visible_at <= ?
       AND (receipt IS NULL OR receipt <> ?) ORDER BY visible_at, id LIMIT ?`,
    queue.backlog,
    options.now,
    receipt,
    wanted,
  );
  const messages: ReceivedMessage[] = [];
  let discarded = false;
  for (const { group_id } of fronts) {
    const limit = wanted - messages.length;
    if (limit === 0) break;
    const head = await takeFromGroup(receive, group_id, limit);
    messages.push(...head.messages);
    discarded ||= head.discarded;
  }
  await hide(receive, messages);
  return { messages, complete: !discarded };
}

/** The first messages of a group that may be handed out, up to the first that is hidden. */
async function takeFromGroup(receive: Receive, groupId: string, limit: number) {
  const { tx, queue } = receive;
  const messages: ReceivedMessage[] = [];
  let discarded = false;
  let afterId = 0;
  for (let page = 0; page < ROUNDS_MAX && messages.length < limit; page++) {
    const wanted = limit - messages.length;
    const rows = await messagesOfGroup(tx, queue.backlog, groupId, afterId, wanted);
    const due = takeWhileDue(receive, rows);
    for (const row of due) {
      const message = received(receive, row);
      if (await isFit(receive, message)) messages.push(message);
      else discarded = true;
      afterId = row.id;
    }
    if (due.length < wanted) break;
  }
  if (discarded) await promoteNext(tx, queue.backlog, groupId);
  return { messages, discarded };
}

function takeWhileDue({ options, receipt }: Receive, rows: MessageRow[]): MessageRow[] {
  const end = rows.findIndex((row) => row.visible_at > options.now || row.receipt === receipt);
  return end === -1 ? rows : rows.slice(0, end);
}

const received = ({ options, receipt }: Receive, row: MessageRow): ReceivedMessage => ({
  ...row,
  receipt,
  receive_count: row.receive_count + 1,
  visible_at: options.now + options.visibilityTimeoutMs,
  received_at: options.now,
  first_received_at: row.first_received_at ?? options.now,
});

/** Stores what `received` made of up to ten messages, in one statement whose text is always the same. */
async function hide({ tx, options, receipt }: Receive, messages: MessageRow[]): Promise<void> {
  if (messages.length === 0) return;
  const ids = Array.from({ length: RECEIVE_MAX }, (_, index) => messages[index]?.id ?? 0);
  await tx.run(
    `UPDATE messages SET visible_at = ?, receipt = ?, receive_count = receive_count + 1, received_at = ?,
       first_received_at = COALESCE(first_received_at, ?), attempt = ?
     WHERE id IN (${ids.map(() => '?').join(', ')})`,
    options.now + options.visibilityTimeoutMs,
    receipt,
    options.now,
    options.now,
    options.attemptId ?? null,
    ...ids,
  );
}

/** Whether a message may be handed out. If not, it is removed or goes to the dead-letter queue here and now. */
async function isFit(receive: Receive, message: MessageRow): Promise<boolean> {
  const { tx, queue, options, deadLetterQueue, expiredAt } = receive;
  if (message.sent_at <= expiredAt) {
    await tx.run('DELETE FROM messages WHERE id = ?', message.id);
    await expireMessages(tx, queue, options.now);
    return false;
  }
  const receivesMax = queue.max_receive_count;
  if (deadLetterQueue && receivesMax !== null && message.receive_count > receivesMax) {
    await moveToDeadLetterQueue(tx, queue, deadLetterQueue, message, options);
    return false;
  }
  return true;
}
