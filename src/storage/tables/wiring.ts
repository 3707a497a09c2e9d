import type { Reader } from '../storage.ts';
import type { BucketRow } from './buckets.ts';
import type { EventSourceMappingRow } from './event-source-mappings.ts';
import type { FunctionRow } from './functions.ts';
import type { MessageRow } from './message-row.ts';
import type { QueueRow } from './queues.ts';
import type { RuleRow } from './rules.ts';
import type { SubscriptionRow } from './subscriptions.ts';
import type { TargetRow } from './targets.ts';
import type { TopicRow } from './topics.ts';

/** What is connected to what, over all accounts and regions: for the pages of the operator. */

export const allBuckets = (reader: Reader, after: string, limit: number): Promise<BucketRow[]> =>
  reader.all<BucketRow>('SELECT * FROM buckets WHERE name > ? ORDER BY name LIMIT ?', after, limit);

export const notifyingBuckets = (reader: Reader, limit: number): Promise<BucketRow[]> =>
  reader.all<BucketRow>(
    'SELECT * FROM buckets WHERE notification IS NOT NULL ORDER BY name LIMIT ?',
    limit,
  );

export const allQueues = (reader: Reader, after: string, limit: number): Promise<QueueRow[]> =>
  reader.all<QueueRow>('SELECT * FROM queues WHERE arn > ? ORDER BY arn LIMIT ?', after, limit);

export const queuesNamed = (reader: Reader, name: string, limit: number): Promise<QueueRow[]> =>
  reader.all<QueueRow>('SELECT * FROM queues WHERE name = ? ORDER BY arn LIMIT ?', name, limit);

export const allTopics = (reader: Reader, after: string, limit: number): Promise<TopicRow[]> =>
  reader.all<TopicRow>('SELECT * FROM topics WHERE arn > ? ORDER BY arn LIMIT ?', after, limit);

export const allSubscriptions = (reader: Reader, limit: number): Promise<SubscriptionRow[]> =>
  reader.all<SubscriptionRow>(
    "SELECT * FROM subscriptions WHERE state <> 'deleted' ORDER BY arn LIMIT ?",
    limit,
  );

export const allRules = (reader: Reader, after: string, limit: number): Promise<RuleRow[]> =>
  reader.all<RuleRow>('SELECT * FROM rules WHERE arn > ? ORDER BY arn LIMIT ?', after, limit);

export const allTargets = (reader: Reader, limit: number): Promise<TargetRow[]> =>
  reader.all<TargetRow>('SELECT * FROM targets ORDER BY rule_arn, id LIMIT ?', limit);

export const allFunctions = (
  reader: Reader,
  after: string,
  limit: number,
): Promise<FunctionRow[]> =>
  reader.all<FunctionRow>(
    'SELECT * FROM functions WHERE arn > ? ORDER BY arn LIMIT ?',
    after,
    limit,
  );

export const allMappings = (reader: Reader, limit: number): Promise<EventSourceMappingRow[]> =>
  reader.all<EventSourceMappingRow>(
    'SELECT * FROM event_source_mappings ORDER BY uuid LIMIT ?',
    limit,
  );

/** The functions that a queue feeds. */
export const mappingsOfSource = (
  reader: Reader,
  sourceArn: string,
  limit: number,
): Promise<EventSourceMappingRow[]> =>
  reader.all<EventSourceMappingRow>(
    'SELECT * FROM event_source_mappings WHERE event_source_arn = ? ORDER BY uuid LIMIT ?',
    sourceArn,
    limit,
  );

/** The messages of a backlog, oldest first, whatever their state. */
export const peekMessages = (
  reader: Reader,
  backlog: number,
  afterId: number,
  limit: number,
): Promise<MessageRow[]> =>
  reader.all<MessageRow>(
    `SELECT * FROM messages WHERE id IN
       (SELECT id FROM messages WHERE backlog = ? AND id > ? ORDER BY id LIMIT ?) ORDER BY id`,
    backlog,
    afterId,
    limit,
  );
