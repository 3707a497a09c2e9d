import type { Reader, Transaction } from '../storage.ts';

/** An SQS queue. */
export interface QueueRow {
  /** From `Ids.sequence`; a queue deleted and created again is another one. */
  readonly id: number;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** 1 or 0. */
  readonly fifo: number;
  /** Which messages belong to it. Changes with a purge, so read the queue in the transaction that uses it. */
  readonly backlog: number;
  readonly created_at: number;
  readonly modified_at: number;
  /** JSON: the attributes that were set, as AWS spells them and their values, but for `Policy`. */
  readonly attributes: string;
  /** JSON text of attribute `Policy`. */
  readonly policy: string | null;
  readonly dead_letter_arn: string | null;
  readonly max_receive_count: number | null;
  /** JSON. */
  readonly tags: string;
  readonly purged_at: number | null;
  /** Messages in flight when they were last counted, at `counted_at`. */
  readonly in_flight: number;
  readonly counted_at: number;
}

/** Fired when a message became receivable in the queue; carries nothing. */
export const queueSignal = (arn: string): string => `queue ${arn}`;

/** Fired when messages were given up that are to be swept. */
export const BACKLOG_DROPPED_SIGNAL = 'backlog dropped';

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

export const getQueue = (reader: Reader, arn: string): Promise<QueueRow | undefined> =>
  reader.get<QueueRow>('SELECT * FROM queues WHERE arn = ?', arn);

export const getQueueById = (reader: Reader, id: number): Promise<QueueRow | undefined> =>
  reader.get<QueueRow>('SELECT * FROM queues WHERE id = ?', id);

/** The queues whose ARN begins with `arnPrefix` and comes after `afterArn`, in order. */
export const listQueuesByArn = (
  reader: Reader,
  arnPrefix: string,
  afterArn: string,
  limit: number,
): Promise<QueueRow[]> =>
  reader.all<QueueRow>(
    'SELECT * FROM queues WHERE arn >= ? AND arn > ? AND arn < ? ORDER BY arn LIMIT ?',
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    limit,
  );

/** The queues that name `deadLetterArn` in their redrive policy, in order. */
export const listSourceQueues = (
  reader: Reader,
  deadLetterArn: string,
  afterArn: string,
  limit: number,
): Promise<QueueRow[]> =>
  reader.all<QueueRow>(
    'SELECT * FROM queues WHERE dead_letter_arn = ? AND arn > ? ORDER BY arn LIMIT ?',
    deadLetterArn,
    afterArn,
    limit,
  );

/** All queues, by id: for loops that walk them. */
export const nextQueue = (reader: Reader, afterId: number): Promise<QueueRow | undefined> =>
  reader.get<QueueRow>('SELECT * FROM queues WHERE id > ? ORDER BY id LIMIT 1', afterId);

export type NewQueue = Pick<
  QueueRow,
  | 'id'
  | 'arn'
  | 'account'
  | 'region'
  | 'name'
  | 'fifo'
  | 'created_at'
  | 'attributes'
  | 'policy'
  | 'dead_letter_arn'
  | 'max_receive_count'
  | 'tags'
>;

export async function insertQueue(tx: Transaction, queue: NewQueue): Promise<void> {
  await tx.run(
    `INSERT INTO queues (id, arn, account, region, name, fifo, backlog, created_at, modified_at, attributes,
       policy, dead_letter_arn, max_receive_count, tags, in_flight, counted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
    queue.id,
    queue.arn,
    queue.account,
    queue.region,
    queue.name,
    queue.fifo,
    queue.id,
    queue.created_at,
    queue.created_at,
    queue.attributes,
    queue.policy,
    queue.dead_letter_arn,
    queue.max_receive_count,
    queue.tags,
  );
}

export async function updateQueueAttributes(
  tx: Transaction,
  id: number,
  changes: Pick<
    QueueRow,
    'attributes' | 'policy' | 'dead_letter_arn' | 'max_receive_count' | 'modified_at'
  >,
): Promise<void> {
  await tx.run(
    `UPDATE queues SET attributes = ?, policy = ?, dead_letter_arn = ?, max_receive_count = ?, modified_at = ?
     WHERE id = ?`,
    changes.attributes,
    changes.policy,
    changes.dead_letter_arn,
    changes.max_receive_count,
    changes.modified_at,
    id,
  );
}

export async function updateQueueTags(tx: Transaction, id: number, tags: string): Promise<void> {
  await tx.run('UPDATE queues SET tags = ? WHERE id = ?', tags, id);
}

export async function updateQueueInFlight(
  tx: Transaction,
  id: number,
  inFlight: number,
  now: number,
): Promise<void> {
  await tx.run('UPDATE queues SET in_flight = ?, counted_at = ? WHERE id = ?', inFlight, now, id);
}

/** Gives the queue an empty backlog, which must be a new number; the messages of the old one are swept later. */
export async function replaceBacklog(
  tx: Transaction,
  queue: QueueRow,
  backlog: number,
  now: number,
): Promise<void> {
  await dropBacklog(tx, queue.backlog);
  await tx.run(
    'UPDATE queues SET backlog = ?, purged_at = ?, in_flight = 0 WHERE id = ?',
    backlog,
    now,
    queue.id,
  );
}

/** Removes the queue and remembers when; its messages are swept later. */
export async function deleteQueue(tx: Transaction, queue: QueueRow, now: number): Promise<void> {
  await dropBacklog(tx, queue.backlog);
  await tx.run('DELETE FROM queues WHERE id = ?', queue.id);
  await tx.run(
    `INSERT INTO deleted_queues (arn, deleted_at) VALUES (?, ?)
     ON CONFLICT (arn) DO UPDATE SET deleted_at = excluded.deleted_at`,
    queue.arn,
    now,
  );
}

/** When a queue of this name was deleted last, while that is remembered. */
export async function queueDeletedAt(reader: Reader, arn: string): Promise<number | undefined> {
  const row = await reader.get<{ deleted_at: number }>(
    'SELECT deleted_at FROM deleted_queues WHERE arn = ?',
    arn,
  );
  return row?.deleted_at;
}

export async function forgetDeletedQueues(tx: Transaction, before: number): Promise<void> {
  await tx.run('DELETE FROM deleted_queues WHERE deleted_at < ?', before);
}

async function dropBacklog(tx: Transaction, backlog: number): Promise<void> {
  await tx.run('INSERT INTO dropped_backlogs (backlog) VALUES (?)', backlog);
  tx.wake(BACKLOG_DROPPED_SIGNAL);
}

/** What the attributes of a queue amount to, defaults included. Times in milliseconds, sizes in bytes. */
export interface QueueSettings {
  readonly delayMs: number;
  readonly messageBytesMax: number;
  readonly retentionMs: number;
  readonly receiveWaitMs: number;
  readonly visibilityTimeoutMs: number;
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: 'queue' | 'messageGroup';
}

/** The numbers that queues start with, as AWS gives them out. */
export const QUEUE_ATTRIBUTE_DEFAULTS = {
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  VisibilityTimeout: '30',
} as const;

export function queueSettings(queue: QueueRow): QueueSettings {
  const attributes: Record<string, string> = {
    ...QUEUE_ATTRIBUTE_DEFAULTS,
    ...JSON.parse(queue.attributes),
  };
  const ms = (name: keyof typeof QUEUE_ATTRIBUTE_DEFAULTS) => Number(attributes[name]) * 1000;
  return {
    delayMs: ms('DelaySeconds'),
    messageBytesMax: Number(attributes.MaximumMessageSize),
    retentionMs: ms('MessageRetentionPeriod'),
    receiveWaitMs: ms('ReceiveMessageWaitTimeSeconds'),
    visibilityTimeoutMs: ms('VisibilityTimeout'),
    contentBasedDeduplication: attributes.ContentBasedDeduplication === 'true',
    deduplicationScope: attributes.DeduplicationScope === 'messageGroup' ? 'messageGroup' : 'queue',
  };
}
