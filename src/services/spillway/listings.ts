import { fail } from '../../aws/error.ts';
import type { Reader } from '../../storage/storage.ts';
import { listFunctionLogs } from '../../storage/tables/function-logs.ts';
import { countMessages } from '../../storage/tables/message-counts.ts';
import { listLiveObjects } from '../../storage/tables/object-listings.ts';
import { getQueue } from '../../storage/tables/queues.ts';
import { listSubscriptionsOfTopic } from '../../storage/tables/subscriptions.ts';
import { listTargets } from '../../storage/tables/targets.ts';
import {
  allBuckets,
  allFunctions,
  allQueues,
  allRules,
  allTopics,
  mappingsOfSource,
  peekMessages as peek,
} from '../../storage/tables/wiring.ts';
import type { Context } from '../context.ts';
import { notificationOf } from '../stored-notification.ts';
import { type Given, notFound, readLimit, readNumber, readText, requireText } from './input.ts';
import { jsonPage, type Page } from './page.ts';
import { isoTime } from './trail.ts';

/** What there is on this server, over all accounts and regions, to look at: pages of up to `limit`, after the name or ARN `after`. */
export interface ListInput {
  readonly after?: Given;
  readonly limit?: Given;
}

const LIMIT = 100;
const LIMIT_MAX = 1000;
/** Connections of one resource that are told. */
const BRANCHES_MAX = 200;
const AFTER_ALL = '\u{10FFFF}';

type Rows<Row> = (reader: Reader, after: string, limit: number) => Promise<Row[]>;

/** A listing: the rows of a table, each as it is shown, and where the next page begins. */
const listing =
  <Row>(
    member: string,
    rows: Rows<Row>,
    nameOf: (row: Row) => string,
    show: (row: Row, reader: Reader, now: number) => object | Promise<object>,
  ) =>
  (input: ListInput, { storage, clock }: Context): Promise<Page> => {
    const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
    const after = readText('after', input.after) ?? '';
    return storage.read(async (reader) => {
      const found = await rows(reader, after, limit);
      const shown = [];
      for (const row of found) shown.push(await show(row, reader, clock.now()));
      const last = found.at(-1);
      const next = found.length < limit || last === undefined ? undefined : nameOf(last);
      return jsonPage({ [member]: shown, next });
    });
  };

/** ListBuckets - `{"buckets": [...], "next"}`, with their notification configurations. */
export const listBuckets = listing(
  'buckets',
  allBuckets,
  ({ name }) => name,
  ({ name, account, region, created_at, versioning, notification }) => ({
    name,
    account,
    region,
    createdAt: isoTime(created_at),
    versioning,
    notification: notification === null ? undefined : notificationOf(notification),
  }),
);

/** ListQueues - `{"queues": [...], "next"}`, with counts of their messages and whom they feed. */
export const listQueues = listing(
  'queues',
  allQueues,
  ({ arn }) => arn,
  async (queue, reader, now) => ({
    arn: queue.arn,
    name: queue.name,
    fifo: queue.fifo === 1,
    createdAt: isoTime(queue.created_at),
    ...(await countMessages(reader, queue, now)),
    attributes: JSON.parse(queue.attributes),
    policy: queue.policy === null ? undefined : JSON.parse(queue.policy),
    deadLetterQueue: queue.dead_letter_arn ?? undefined,
    maxReceiveCount: queue.max_receive_count ?? undefined,
    mappings: (await mappingsOfSource(reader, queue.arn, BRANCHES_MAX)).map((mapping) => ({
      uuid: mapping.uuid,
      function: mapping.function_arn,
      enabled: mapping.enabled === 1,
      lastResult: mapping.last_result ?? undefined,
    })),
  }),
);

/** ListTopics - `{"topics": [...], "next"}`, with their subscriptions. */
export const listTopics = listing(
  'topics',
  allTopics,
  ({ arn }) => arn,
  async (topic, reader) => ({
    arn: topic.arn,
    name: topic.name,
    fifo: topic.fifo === 1,
    createdAt: isoTime(topic.created_at),
    policy: JSON.parse(topic.policy),
    subscriptions: (await listSubscriptionsOfTopic(reader, topic.id, '', BRANCHES_MAX)).map(
      ({ arn, protocol, endpoint, state, filter_policy, attributes }) => ({
        arn,
        protocol,
        endpoint,
        state,
        filterPolicy: filter_policy === null ? undefined : JSON.parse(filter_policy),
        attributes: JSON.parse(attributes),
      }),
    ),
  }),
);

/** ListRules - `{"rules": [...], "next"}` of all buses, with their targets. */
export const listRules = listing(
  'rules',
  allRules,
  ({ arn }) => arn,
  async (rule, reader) => ({
    arn: rule.arn,
    name: rule.name,
    bus: rule.bus_arn,
    state: rule.state,
    description: rule.description ?? undefined,
    pattern: rule.event_pattern === null ? undefined : JSON.parse(rule.event_pattern),
    schedule: rule.schedule_expression ?? undefined,
    nextFireAt: rule.next_fire_at === null ? undefined : isoTime(rule.next_fire_at),
    targets: (await listTargets(reader, rule.arn, '', BRANCHES_MAX)).map(({ definition }) =>
      JSON.parse(definition),
    ),
  }),
);

/** ListFunctions - `{"functions": [...], "next"}`. Values of environment variables are not told. */
export const listFunctions = listing(
  'functions',
  allFunctions,
  ({ arn }) => arn,
  ({ arn, name, configuration, modified_at, last_version, reserved_concurrency, policy }) => {
    const { Runtime, Handler, Role, Timeout, MemorySize, DeadLetterTargetArn } =
      JSON.parse(configuration);
    return {
      arn,
      name,
      modifiedAt: isoTime(modified_at),
      lastVersion: last_version,
      reservedConcurrency: reserved_concurrency ?? undefined,
      policy: policy === null ? undefined : JSON.parse(policy),
      configuration: { Runtime, Handler, Role, Timeout, MemorySize, DeadLetterTargetArn },
    };
  },
);

/** ListLogs - the latest logs of a function, newest first: `{"logs": [...], "next"}`; go on with `before: next`. */
export async function listLogs(
  input: { readonly function?: Given; readonly before?: Given; readonly limit?: Given },
  { storage }: Context,
): Promise<Page> {
  const arn = requireText('function', input.function);
  const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
  const before = readNumber('before', input.before) ?? Number.MAX_SAFE_INTEGER;
  const logs = await storage.read((reader) => listFunctionLogs(reader, arn, before, limit));
  return jsonPage({
    logs: logs.map(({ id, version, request_id, log_stream, at, failed, text }) => ({
      id,
      version,
      requestId: request_id,
      logStream: log_stream,
      at: isoTime(at),
      failed: failed === 1,
      text,
    })),
    next: logs.length < limit ? undefined : logs.at(-1)?.id,
  });
}

/** ListObjects - by key: `{"objects": [...], "next"}`. */
export async function listObjects(
  input: ListInput & { readonly bucket?: Given; readonly prefix?: Given },
  { storage }: Context,
): Promise<Page> {
  const bucket = requireText('bucket', input.bucket);
  const prefix = readText('prefix', input.prefix) ?? '';
  const after = readText('after', input.after);
  const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
  const position = { key: after ?? prefix, inclusive: after === undefined };
  const end = prefix === '' ? undefined : prefix + AFTER_ALL;
  const objects = await storage.read((reader) =>
    listLiveObjects(reader, bucket, position, end, limit),
  );
  return jsonPage({
    objects: objects.map(({ key, size, etag, version, modified_at, storage_class }) => ({
      key,
      size,
      etag,
      version,
      modifiedAt: isoTime(modified_at),
      storageClass: storage_class,
    })),
    next: objects.length < limit ? undefined : objects.at(-1)?.key,
  });
}

/**
 * PeekMessages - what is in a queue, oldest first, without receiving it: nothing becomes invisible, nothing counts as received.
 * `{"messages": [...], "next"}`; go on with `after: next`.
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
