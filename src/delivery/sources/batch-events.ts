import { parseArn } from '../../aws/arn.ts';
import { type Lineage, lineageOf } from '../../aws/trace-header.ts';
import type { Platform } from '../../services/context.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { EventSourceMappingRow } from '../../storage/tables/event-source-mappings.ts';
import { insertEvent } from '../../storage/tables/events.ts';
import { splitFunctionArn } from '../../storage/tables/function-targets.ts';

/** A message, as far as the journal is concerned. */
interface Item {
  readonly messageId: string;
  readonly trace: string | null;
}

/** What the journal is told of a batch once the function has dealt with it. */
export interface BatchOutcome {
  /** Of the first event, which the function's own doings name as their cause. */
  readonly eventId: number;
  readonly requestId: string;
  readonly startedAt: number;
  /** What went wrong, if anything did. */
  readonly problem: string | undefined;
}

export const BATCH_EVENT = 'Batch';

/** Chains told apart in one batch; the others are not drawn on. */
const CHAINS_MAX = 100;

/**
 * Writes down that messages were taken to a function: one event for each chain of events that they
 * belong to, so that the trail of each leads here. The deepest chain is the one that goes on.
 */
export async function recordBatch(
  tx: Transaction,
  { ids }: Pick<Platform, 'ids'>,
  { uuid, function_arn, event_source_arn }: EventSourceMappingRow,
  batch: readonly Item[],
  { eventId, requestId, startedAt, problem }: BatchOutcome,
): Promise<void> {
  const { functionArn } = splitFunctionArn(function_arn);
  const { account = '', region = '' } = parseArn(functionArn) ?? {};
  const settled = {
    rule: uuid,
    destination: function_arn,
    ...(problem === undefined
      ? { kind: 'delivered' }
      : { kind: 'rejected', code: 'FunctionFailed', reason: problem }),
  };
  const chains = chainsOf(batch).slice(0, CHAINS_MAX);
  for (const [index, { trace, lineage, messages }] of chains.entries())
    await insertEvent(tx, {
      id: index === 0 ? eventId : ids.sequence(),
      kind: 'lambda',
      at: startedAt,
      account,
      region,
      source: functionArn,
      name: BATCH_EVENT,
      subject: requestId,
      payload: JSON.stringify({ queue: event_source_arn, messages }),
      settled: JSON.stringify([settled]),
      trace,
      cause: lineage.cause,
      hops: lineage.hops,
    });
}

export interface Chain {
  readonly trace: string | null;
  readonly lineage: Lineage;
  /** MessageIds. */
  readonly messages: readonly string[];
}

/** The messages of a batch by the chain of events that they belong to, the deepest in front. */
export function chainsOf(batch: readonly Item[]): Chain[] {
  const byCause = Map.groupBy(batch, ({ trace }) => lineageOf(trace).cause);
  return [...byCause.values()]
    .map((items): Chain => {
      const trace = items[0]?.trace ?? null;
      const messages = items.map(({ messageId }) => messageId);
      return { trace, lineage: lineageOf(trace), messages };
    })
    .sort((a, b) => b.lineage.hops - a.lineage.hops);
}
