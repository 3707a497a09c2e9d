import type { Platform } from '../../services/context.ts';
import type { EventSourceMappingRow } from '../../storage/tables/event-source-mappings.ts';
import { ANSWERED_500, HANG_MS, NO_ANSWER } from '../faulty.ts';

/**
 * Runs a function for a batch, disturbed by the fault of the test kit that strikes, if one does. What `run` answers is why the batch
 * failed, as text, or what the function answered. While a fault holds a batch back its messages stay hidden only as long as the queue's
 * visibility timeout says: beyond it they are received again, as on AWS.
 */
export async function runWithFaults<Ran>(
  platform: Platform,
  mapping: EventSourceMappingRow,
  [first]: readonly { readonly messageRow: number }[],
  run: () => Promise<Ran | string>,
): Promise<Ran | string> {
  const faults = platform.testKit?.faults;
  const message = first?.messageRow ?? 0;
  const strike = faults?.strike({
    destination: mapping.function_arn,
    rule: mapping.uuid,
    delivery: message,
    event: message,
  });
  if (!faults || !strike) return run();
  switch (strike.kind) {
    case 'error':
      return ANSWERED_500;
    case 'hang':
      await faults.hang(platform.clock, HANG_MS);
      return NO_ANSWER;
    case 'duplicate':
      await run();
      return run();
    case 'drop-acknowledgement':
      await run();
      return 'fault: the function ran, but its answer was lost';
    default:
      if (await faults.hang(platform.clock, strike.delayMs)) return run();
      return 'fault: the server stopped while the batch was held back';
  }
}
