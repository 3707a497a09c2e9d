import type { Platform } from '../services/context.ts';
import { describeChain } from '../services/spillway/describe-chain.ts';
import type { Reader } from '../storage/storage.ts';
import type { EventRow } from '../storage/tables/events.ts';
import type { Result } from './destination.ts';

/** What is said of a chain that is too long to be anything but a loop: by us, and by Lambda. */
export const LOOP_CODES: readonly (string | undefined)[] = ['LOOP', 'RecursiveInvocationException'];

/** Where a loop was cut, the whole chain goes into the log and into the record. */
export async function withChain(
  reader: Reader,
  { log }: Pick<Platform, 'log'>,
  event: EventRow,
  result: Result,
): Promise<Result> {
  if (result.kind === 'delivered' || !LOOP_CODES.includes(result.code)) return result;
  const chain = await describeChain(reader, event);
  log.warn({ event: event.id, chain }, 'a chain of events was cut: it feeds itself');
  return { ...result, reason: `${result.reason} The chain: ${chain}` };
}
