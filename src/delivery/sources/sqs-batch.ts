import { AwsError } from '../../aws/error.ts';
import { type Lineage, lineageOf, NO_LINEAGE } from '../../aws/trace-header.ts';
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
  const result = await runWithFaults(platform, mapping, batch, () => run(platform, mapping, batch));
  const failed = typeof result === 'string' ? 'all' : failedOf(mapping, result, batch);
  const done = failed === 'all' ? [] : batch.filter(({ messageId }) => !failed.has(messageId));
  const problem = typeof result === 'string' ? `PROBLEM: ${result}` : FAILED;
  const { storage } = platform;
  await storage.transaction(async (tx) => {
    if (typeof result !== 'string') await result.keepLog(tx);
    await noteMappingResult(tx, mapping.uuid, failed === 'all' ? problem : OK);
    await deleteItems(tx, platform, mapping, done.slice(0, DELETED_AT_ONCE));
  });
  for (let from = DELETED_AT_ONCE; from < done.length; from += DELETED_AT_ONCE) {
    const items = done.slice(from, from + DELETED_AT_ONCE);
    await storage.transaction((tx) => deleteItems(tx, platform, mapping, items));
  }
}

/** What the function answered, or why it could not run. */
async function run(
  platform: Platform,
  mapping: EventSourceMappingRow,
  batch: readonly Item[],
): Promise<Ran | string> {
  const { functionArn, qualifier } = splitFunctionArn(mapping.function_arn);
  const { trace, lineage } = longestChain(batch);
  try {
    return await runFunction(platform, {
      functionArn,
      qualifier,
      requestId: platform.ids.uuid(),
      payload: Buffer.from(`{"Records":[${batch.map(({ record }) => record).join(',')}]}`),
      trace,
      lineage: { ...lineage, hops: lineage.hops + 1 },
    });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

/** The function is as deep in a chain as the deepest of its messages. */
function longestChain(batch: readonly Item[]): { trace: string | null; lineage: Lineage } {
  let longest = { trace: batch[0]?.trace ?? null, lineage: NO_LINEAGE };
  for (const { trace } of batch) {
    const lineage = lineageOf(trace);
    if (lineage.hops > longest.lineage.hops) longest = { trace, lineage };
  }
  return longest;
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
