import type { Reader, Transaction } from '../storage.ts';

/** An SNS topic. */
export interface TopicRow {
  /** From `Ids.sequence`; a topic deleted and created again is another one. */
  readonly id: number;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** 1 or 0. */
  readonly fifo: number;
  readonly created_at: number;
  /** JSON: the attributes that were set, as AWS spells them and their values, but for `Policy`. */
  readonly attributes: string;
  /** JSON text of attribute `Policy`; every topic has one. */
  readonly policy: string;
  /** JSON: values by key. */
  readonly tags: string;
  readonly subscriptions_deleted: number;
}

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

export const getTopic = (reader: Reader, arn: string): Promise<TopicRow | undefined> =>
  reader.get<TopicRow>('SELECT * FROM topics WHERE arn = ?', arn);

/** The topics whose ARN begins with `arnPrefix` and comes after `afterArn`, in order. */
export const listTopicsByArn = (
  reader: Reader,
  arnPrefix: string,
  afterArn: string,
  limit: number,
): Promise<TopicRow[]> =>
  reader.all<TopicRow>(
    'SELECT * FROM topics WHERE arn >= ? AND arn > ? AND arn < ? ORDER BY arn LIMIT ?',
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    limit,
  );

/** How many topics of this type the account has. */
export async function countTopics(reader: Reader, account: string, fifo: number): Promise<number> {
  const row = await reader.get<{ topics: number }>(
    'SELECT COUNT(*) AS topics FROM topics WHERE account = ? AND fifo = ?',
    account,
    fifo,
  );
  return Number(row?.topics ?? 0);
}

export async function insertTopic(
  tx: Transaction,
  topic: Omit<TopicRow, 'subscriptions_deleted'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO topics (id, arn, account, region, name, fifo, created_at, attributes, policy, tags,
       subscriptions_deleted)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    topic.id,
    topic.arn,
    topic.account,
    topic.region,
    topic.name,
    topic.fifo,
    topic.created_at,
    topic.attributes,
    topic.policy,
    topic.tags,
  );
}

export async function updateTopicAttributes(
  tx: Transaction,
  id: number,
  { attributes, policy }: Pick<TopicRow, 'attributes' | 'policy'>,
): Promise<void> {
  await tx.run('UPDATE topics SET attributes = ?, policy = ? WHERE id = ?', attributes, policy, id);
}

export async function updateTopicTags(tx: Transaction, id: number, tags: string): Promise<void> {
  await tx.run('UPDATE topics SET tags = ? WHERE id = ?', tags, id);
}

export async function countDeletedSubscription(tx: Transaction, id: number): Promise<void> {
  await tx.run(
    'UPDATE topics SET subscriptions_deleted = subscriptions_deleted + 1 WHERE id = ?',
    id,
  );
}

/** Removes the topic; its subscriptions get nothing any more and are swept later. */
export async function deleteTopic(tx: Transaction, id: number, now: number): Promise<void> {
  await tx.run('DELETE FROM topics WHERE id = ?', id);
  await tx.run('INSERT INTO deleted_topics (id, deleted_at) VALUES (?, ?)', id, now);
}
