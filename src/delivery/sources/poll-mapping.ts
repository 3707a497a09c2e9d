import { compileEsmFilters, matchEsmFilters } from '../../events/esm-filter.ts';
import { beginActivity } from '../../services/activity.ts';
import { runLoop } from '../../services/background-loop.ts';
import type { Platform } from '../../services/context.ts';
import { missingQueueAction } from '../../services/lambda/check-mapping.ts';
import { findVersion } from '../../services/lambda/find-version.ts';
import {
  type EventSourceMappingRow,
  getEventSourceMapping,
  noteMappingResult,
} from '../../storage/tables/event-source-mappings.ts';
import { splitFunctionArn } from '../../storage/tables/function-targets.ts';
import { nextVisibleAt } from '../../storage/tables/message-counts.ts';
import { getQueue, queueSettings, queueSignal } from '../../storage/tables/queues.ts';
import { RECEIVE_MAX, receiveMessages } from '../../storage/tables/receive-messages.ts';
import { changeVisibility, deleteMessage } from '../../storage/tables/settle-messages.ts';
import { type Item, processBatch } from './sqs-batch.ts';
import { sqsRecord } from './sqs-record.ts';

/**
 * How many batches of one mapping a function works on at a time, unless `MaximumConcurrency` says
 * otherwise.
 *
 * Deviation from AWS: the number does not grow with the backlog; AWS begins with as many.
 */
const CONCURRENCY = 5;
/** However much a mapping allows: what one server runs at a time. */
const CONCURRENCY_MAX = 64;
/** What one batch may hold, in bytes of its records: the largest event that a function takes. */
const BATCH_BYTES_MAX = 6 * 1024 * 1024 - 1024;
/**
 * How often to look although nothing called for it, and for a queue or function to be there again.
 */
const INTERVAL_MS = 20_000;

/**
 * Fired when a mapping has to look again: news in its queue, room for another batch, other
 * settings.
 */
export const mappingSignal = (uuid: string): string => `event source mapping ${uuid}`;

/**
 * Takes the messages of one queue to a function, until `stop` is aborted; then it waits for the
 * batches under way. Messages are received with the queue's own visibility timeout, gathered until
 * the batch is full or its window is over, and handed on. Which ones were gathered is known to the
 * queue alone: after a crash they are there again when their time is over.
 */
export async function pollMapping(
  platform: Platform,
  { uuid, event_source_arn: queueArn }: EventSourceMappingRow,
  stop: AbortSignal,
): Promise<void> {
  const { signals } = platform.storage;
  const signal = mappingSignal(uuid);
  const poller = createPoller(platform, uuid, () => signals.fire(signal));
  const off = signals.on(queueSignal(queueArn), () => signals.fire(signal));
  const name = `polling for event source mapping ${uuid}`;
  const { round } = poller;
  try {
    await runLoop(platform, { name, wokenBy: signal, intervalMs: INTERVAL_MS, round }, stop);
  } finally {
    off();
  }
  await poller.end();
}

interface Poller {
  /** Receives what there is room for; answers when to look again, if that is known. */
  round(): Promise<number | undefined>;
  /** Gives back what was gathered and waits for what is under way. */
  end(): Promise<void>;
}

function createPoller(platform: Platform, uuid: string, wake: () => void): Poller {
  const { storage, clock, log } = platform;
  const underWay = new Set<Promise<void>>();
  /** Received and waiting for a batch to be full, by the row of the message. */
  const gathered = new Map<number, Item>();
  let windowEndsAt = 0;

  const start = (mapping: EventSourceMappingRow) => {
    const batch = takeBatch(gathered, mapping.batch_size);
    const rest = beginActivity(storage);
    const work = processBatch(platform, mapping, batch)
      .catch((error) => log.error({ err: error, mapping: uuid }, 'a batch failed unexpectedly'))
      .finally(() => {
        underWay.delete(work);
        wake();
        rest();
      });
    underWay.add(work);
  };
  const gather = async (mapping: EventSourceMappingRow) => {
    const room = mapping.batch_size - gathered.size;
    const received = await receive(platform, mapping, Math.min(RECEIVE_MAX, room));
    if (gathered.size === 0) windowEndsAt = clock.now() + mapping.batching_window_seconds * 1000;
    for (const item of received.items) gathered.set(item.messageRow, item);
    return received;
  };
  const isDue = ({ batch_size }: EventSourceMappingRow) =>
    gathered.size >= batch_size ||
    bytesOf(gathered.values()) >= BATCH_BYTES_MAX ||
    (gathered.size > 0 && clock.now() >= windowEndsAt);

  return {
    async round() {
      const source = await findSource(platform, uuid);
      if (!source) return undefined;
      const { mapping, problem } = source;
      if (problem !== undefined) {
        await storage.transaction((tx) => noteMappingResult(tx, uuid, `PROBLEM: ${problem}`));
        return undefined;
      }
      const concurrency = Math.min(mapping.maximum_concurrency ?? CONCURRENCY, CONCURRENCY_MAX);
      while (underWay.size < concurrency) {
        const { isEmpty, nextAt } = await gather(mapping);
        if (isDue(mapping)) start(mapping);
        else if (isEmpty) return earliest(nextAt, gathered.size > 0 ? windowEndsAt : undefined);
      }
      return undefined;
    },
    async end() {
      await giveBack(platform, uuid, [...gathered.values()]);
      await Promise.all(underWay);
    },
  };
}

interface Source {
  readonly mapping: EventSourceMappingRow;
  /** Why nothing can be polled. */
  readonly problem: string | undefined;
}

/** `undefined` when the mapping is gone or switched off. */
async function findSource(platform: Platform, uuid: string): Promise<Source | undefined> {
  const { mapping, queue, found } = await platform.storage.read(async (reader) => {
    const row = await getEventSourceMapping(reader, uuid);
    if (row?.enabled !== 1) return {};
    const { functionArn: arn, qualifier } = splitFunctionArn(row.function_arn);
    return {
      mapping: row,
      queue: await getQueue(reader, row.event_source_arn),
      found: await findVersion(reader, { arn, qualifier }),
    };
  });
  if (!mapping) return undefined;
  if (!queue) return { mapping, problem: 'The queue does not exist.' };
  if (!found) return { mapping, problem: 'The function does not exist.' };
  const missing = await missingQueueAction(platform, found, queue);
  if (missing === undefined) return { mapping, problem: undefined };
  return { mapping, problem: `The execution role does not allow sqs:${missing}.` };
}

interface Received {
  readonly items: readonly Item[];
  /** There was nothing to receive, not even messages that the filters drop. */
  readonly isEmpty: boolean;
  /** When a message that is hidden now can be received. */
  readonly nextAt: number | undefined;
}

const NOTHING: Received = { items: [], isEmpty: true, nextAt: undefined };

const earliest = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

/** Receives messages and deletes those that the mapping's filters do not want. Nothing when the mapping has just been switched off. */
function receive(
  { storage, clock, ids }: Platform,
  { uuid, event_source_arn, filters }: EventSourceMappingRow,
  max: number,
): Promise<Received> {
  const wanted = compileEsmFilters(JSON.parse(filters ?? '[]'));
  return storage.transaction(async (tx) => {
    const now = clock.now();
    const queue = await getQueue(tx, event_source_arn);
    const mapping = await getEventSourceMapping(tx, uuid);
    if (!queue || mapping?.enabled !== 1) return NOTHING;
    const { visibilityTimeoutMs } = queueSettings(queue);
    const messages = await receiveMessages(tx, queue, { max, visibilityTimeoutMs, now, ids });
    if (messages.length === 0) return { ...NOTHING, nextAt: await nextVisibleAt(tx, queue, now) };
    const items: Item[] = [];
    for (const message of messages) {
      const record = sqsRecord(queue, message);
      const { id: messageRow, receipt, trace, message_id: messageId } = message;
      if (matchEsmFilters(wanted, record))
        items.push({ messageId, messageRow, receipt, trace, record: JSON.stringify(record) });
      else await deleteMessage(tx, queue, { messageRow, receipt }, now);
    }
    return { items, isEmpty: false, nextAt: now };
  });
}

/** Takes as many as a batch may hold, those received first in front; always at least one. */
function takeBatch(gathered: Map<number, Item>, sizeMax: number): Item[] {
  const batch: Item[] = [];
  let bytes = 0;
  for (const [row, item] of gathered) {
    bytes += Buffer.byteLength(item.record) + 1;
    if (batch.length === sizeMax || (batch.length > 0 && bytes > BATCH_BYTES_MAX)) break;
    batch.push(item);
    gathered.delete(row);
  }
  return batch;
}

function bytesOf(items: Iterable<Item>): number {
  let bytes = 0;
  for (const { record } of items) bytes += Buffer.byteLength(record) + 1;
  return bytes;
}

/** What was gathered and will not be handed on can be received again at once. */
async function giveBack(
  { storage, clock }: Platform,
  uuid: string,
  items: readonly Item[],
): Promise<void> {
  if (items.length === 0) return;
  await storage.transaction(async (tx) => {
    const mapping = await getEventSourceMapping(tx, uuid);
    const queue = mapping && (await getQueue(tx, mapping.event_source_arn));
    if (!queue) return;
    for (const item of items) await changeVisibility(tx, queue, item, 0, clock.now());
  });
}
