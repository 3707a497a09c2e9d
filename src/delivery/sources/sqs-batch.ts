import { AwsError } from '../../aws/error.ts';
import type { Platform } from '../../services/context.ts';
import { type Ran, runFunction } from '../../services/lambda/run-function.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  type EventSourceMappingRow,
  noteMappingResult,
} from '../../storage/tables/event-source-mappings.ts';
import { splitFunctionArn } from '../../storage/tables/function-targets.ts';
import { getQueue } from '../../storage/tables/queues.ts';
import { deleteMessage } from '../../storage/tables/settle-messages.ts';
import { errorMessage } from '../invocation-record.ts';
import { chainsOf, recordBatch } from './batch-events.ts';
import { failedItems } from './batch-response.ts';
import { runWithFaults } from './faulty-batch.ts';

/** A message that was received for a function. */
export interface Item {
  readonly messageId: string;
  /** The row and the receive: see `Receipt`. */
  readonly messageRow: number;
  readonly receipt: number;
  readonly trace: string | null;
  /** The record as the function gets it: JSON text. */
  readonly record: string;
}

/** What GetEventSourceMapping says of the last batch. */
const OK = 'OK';
const FAILED = 'PROBLEM: Function call failed';

/** Messages deleted in one transaction, so that a large batch does not hold up everybody else. */
const DELETED_AT_ONCE = 500;

/**
 * Runs the function for a batch and deletes the messages that it dealt with. The others come back
 * when their visibility timeout is over, and go to the queue's dead-letter queue when that happened
 * too often; so do all when the function could not run.
 */
export async function processBatch(
  platform: Platform,
  mapping: EventSourceMappingRow,
  batch: readonly Item[],
): Promise<void> {
  const started = {
    eventId: platform.ids.sequence(),
    requestId: platform.ids.uuid(),
    startedAt: platform.clock.now(),
  };
  const result = await runWithFaults(platform, mapping, batch, () =>
    run(platform, mapping, batch, started),
  );
  const failed = typeof result === 'string' ? 'all' : failedOf(mapping, result, batch);
  const done = failed === 'all' ? [] : batch.filter(({ messageId }) => !failed.has(messageId));
  const problem = typeof result === 'string' ? `PROBLEM: ${result}` : FAILED;
  const { storage } = platform;
  await storage.transaction(async (tx) => {
    if (typeof result !== 'string') await result.keepLog(tx);
    await noteMappingResult(tx, mapping.uuid, failed === 'all' ? problem : OK);
    await deleteItems(tx, platform, mapping, done.slice(0, DELETED_AT_ONCE));
    if (platform.settings.journal.days === 0) return;
    const outcome = { ...started, problem: problemOf(result, failed, batch) };
    await recordBatch(tx, platform, mapping, batch, outcome);
  });
  for (let from = DELETED_AT_ONCE; from < done.length; from += DELETED_AT_ONCE) {
    const items = done.slice(from, from + DELETED_AT_ONCE);
    await storage.transaction((tx) => deleteItems(tx, platform, mapping, items));
  }
}

/** In plain words, for the journal; `undefined` when all went well. */
function problemOf(
  result: Ran | string,
  failed: ReadonlySet<string> | 'all',
  batch: readonly Item[],
): string | undefined {
  if (typeof result === 'string') return result;
  if (result.functionError !== undefined)
    return errorMessage(Buffer.from(result.payload).toString());
  if (failed === 'all') return 'the function failed all messages of the batch';
  return failed.size === 0
    ? undefined
    : `the function failed ${failed.size} of ${batch.length} messages`;
}

/** What the function answered, or why it could not run. */
async function run(
  platform: Platform,
  mapping: EventSourceMappingRow,
  batch: readonly Item[],
  { eventId, requestId }: { readonly eventId: number; readonly requestId: string },
): Promise<Ran | string> {
  const { functionArn, qualifier } = splitFunctionArn(mapping.function_arn);
  // The function is as deep in a chain as the deepest of its messages.
  const [deepest] = chainsOf(batch);
  const hops = (deepest?.lineage.hops ?? 0) + 1;
  const cause = platform.settings.journal.days === 0 ? (deepest?.lineage.cause ?? null) : eventId;
  try {
    return await runFunction(platform, {
      functionArn,
      qualifier,
      requestId,
      payload: Buffer.from(`{"Records":[${batch.map(({ record }) => record).join(',')}]}`),
      trace: deepest?.trace ?? null,
      lineage: { hops, cause },
    });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

function failedOf(
  mapping: EventSourceMappingRow,
  { functionError, payload }: Ran,
  batch: readonly Item[],
): ReadonlySet<string> | 'all' {
  if (functionError !== undefined) return 'all';
  if (mapping.report_item_failures === 0) return new Set();
  const ids = new Set(batch.map(({ messageId }) => messageId));
  return failedItems(Buffer.from(payload).toString(), ids);
}

async function deleteItems(
  tx: Transaction,
  { clock }: Platform,
  { event_source_arn }: EventSourceMappingRow,
  items: readonly Item[],
): Promise<void> {
  const queue = await getQueue(tx, event_source_arn);
  if (!queue) return;
  for (const item of items) await deleteMessage(tx, queue, item, clock.now());
}
