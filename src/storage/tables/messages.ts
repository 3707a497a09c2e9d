import { hash } from 'node:crypto';
import type { MessageAttributeValue } from '../../aws/models/sqs.ts';
import type { Ids } from '../../lib/ids.ts';
import type { Transaction } from '../storage.ts';
import { placeInGroup } from './message-groups.ts';
import { type MessageRow, type Place, sequenceNumber } from './message-row.ts';
import { placeOfTenant } from './message-tenants.ts';
import { type QueueRow, queueSettings, queueSignal } from './queues.ts';

export type { MessageRow } from './message-row.ts';

export interface NewMessage {
  readonly body: string;
  /** What SenderId shows: the sender's unique id, or the account id of a service. */
  readonly senderId: string;
  readonly messageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  /** System attribute AWSTraceHeader. */
  readonly traceHeader?: string | undefined;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
  /** The queue's own delay when left out. FIFO queues know only their own. */
  readonly delayMs?: number | undefined;
}

export interface AppendedMessage {
  readonly messageId: string;
  /** Only in FIFO queues: 20 digits. */
  readonly sequenceNumber: string | undefined;
  /** The same message was accepted before, so this one was not put into the queue; the ids are the first one's. */
  readonly duplicate: boolean;
}

/** For how long a FIFO queue refuses to take the same message twice. */
const DEDUPLICATION_MS = 5 * 60 * 1000;
/** Expired deduplication entries that each append removes: more than it adds, so that they cannot pile up. */
const DEDUPLICATIONS_SWEPT = 4;

/**
 * Puts one message into a queue, as part of the caller's transaction, in which `queue` must have been read. This is
 * the only way in: for the SQS API, for S3, SNS and EventBridge deliveries, for dead letters of functions.
 *
 * Sizes and formats are for the caller to check (`services/queue-message.ts`). A FIFO queue needs `groupId`, and
 * `deduplicationId` unless it deduplicates by content; anything else is a programming error.
 */
export async function appendMessage(
  tx: Transaction,
  queue: QueueRow,
  message: NewMessage,
  ids: Ids,
  now: number,
): Promise<AppendedMessage> {
  const settings = queueSettings(queue);
  const fifo = queue.fifo === 1;
  const id = ids.sequence();
  const messageId = ids.uuid();
  const { groupId } = message;
  const deduplicationId = fifo
    ? (message.deduplicationId ?? hash('sha256', message.body))
    : message.deduplicationId;

  if (fifo) {
    if (groupId === undefined) throw new Error(`message without a group for ${queue.arn}`);
    const scoped = settings.deduplicationScope === 'messageGroup';
    const key = scoped ? `${groupId}\n${deduplicationId}` : `\n${deduplicationId}`;
    const first = await rememberMessage(tx, queue.backlog, key, messageId, id, now);
    if (first) return first;
  }
  const delayMs = (fifo ? undefined : message.delayMs) ?? settings.delayMs;
  const visibleAt = now + delayMs;
  await insertMessage(tx, {
    id,
    backlog: queue.backlog,
    place: await placeOf(tx, queue, groupId),
    visible_at: visibleAt,
    sent_at: now,
    receive_count: 0,
    message_id: messageId,
    sender_id: message.senderId,
    group_id: fifo ? (groupId ?? null) : null,
    tenant: fifo ? null : (groupId ?? null),
    deduplication_id: deduplicationId ?? null,
    source_arn: null,
    trace: message.traceHeader ?? null,
    attributes: encodeAttributes(message.messageAttributes),
    body: message.body,
  });
  tx.wake(queueSignal(queue.arn));
  return { messageId, sequenceNumber: fifo ? sequenceNumber(id) : undefined, duplicate: false };
}

async function placeOf(
  tx: Transaction,
  queue: QueueRow,
  groupId: string | undefined,
): Promise<Place> {
  if (groupId === undefined) return 0;
  return queue.fifo === 1
    ? placeInGroup(tx, queue.backlog, groupId)
    : placeOfTenant(tx, queue.backlog, groupId);
}

/**
 * The message that was accepted under the same key within five minutes; otherwise remembers this one. A purge, which replaces
 * the backlog, makes the queue forget.
 */
async function rememberMessage(
  tx: Transaction,
  backlog: number,
  key: string,
  messageId: string,
  id: number,
  now: number,
): Promise<AppendedMessage | undefined> {
  const first = await tx.get<{ message_id: string; sequence: number; expires_at: number }>(
    `SELECT message_id, sequence, expires_at FROM deduplications
     WHERE queue_id = ? AND deduplication_key = ?`,
    backlog,
    key,
  );
  if (first && first.expires_at > now) {
    const { message_id, sequence } = first;
    return { messageId: message_id, sequenceNumber: sequenceNumber(sequence), duplicate: true };
  }
  await tx.run(
    `INSERT INTO deduplications (queue_id, deduplication_key, message_id, sequence, expires_at)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (queue_id, deduplication_key) DO UPDATE
     SET message_id = excluded.message_id, sequence = excluded.sequence, expires_at = excluded.expires_at`,
    backlog,
    key,
    messageId,
    id,
    now + DEDUPLICATION_MS,
  );
  await tx.run(
    `DELETE FROM deduplications WHERE (queue_id, deduplication_key) IN
       (SELECT queue_id, deduplication_key FROM deduplications WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    now,
    DEDUPLICATIONS_SWEPT,
  );
  return undefined;
}

type InsertedMessage = Omit<
  MessageRow,
  'receipt' | 'received_at' | 'first_received_at' | 'attempt'
>;

async function insertMessage(tx: Transaction, message: InsertedMessage): Promise<void> {
  await tx.run(
    `INSERT INTO messages (id, backlog, place, visible_at, sent_at, receive_count, message_id, sender_id,
       group_id, tenant, deduplication_id, source_arn, trace, attributes, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    message.id,
    message.backlog,
    message.place,
    message.visible_at,
    message.sent_at,
    message.receive_count,
    message.message_id,
    message.sender_id,
    message.group_id,
    message.tenant,
    message.deduplication_id,
    message.source_arn,
    message.trace,
    message.attributes,
    message.body,
  );
}

function encodeAttributes(attributes: NewMessage['messageAttributes']): string | null {
  const entries = Object.entries(attributes ?? {});
  if (entries.length === 0) return null;
  const plain = entries.map(([name, { BinaryValue, ...value }]) => [
    name,
    BinaryValue ? { ...value, BinaryValue: Buffer.from(BinaryValue).toString('base64') } : value,
  ]);
  return JSON.stringify(Object.fromEntries(plain));
}
