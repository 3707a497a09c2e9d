import type {
  ChangeMessageVisibilityBatchRequest,
  ChangeMessageVisibilityBatchResult,
  ChangeMessageVisibilityRequest,
} from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { QueueRow } from '../../storage/tables/queues.ts';
import { changeVisibility } from '../../storage/tables/settle-messages.ts';
import type { Context } from '../context.ts';
import { checkEntries, runEntries } from './batch.ts';
import { checkNumber } from './check-number.ts';
import { errors, invalidValue, missingParameter } from './errors.ts';
import { requireQueue } from './queue-url.ts';
import { parseReceiptHandle } from './receipt-handle.ts';

const VISIBILITY_SECONDS = { min: 0, max: 43_200 };

/**
 * Hides a received message for longer, or shows it at once with 0. Counts from now on, for this receive only, and
 * altogether no more than twelve hours after it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
 */
export async function changeMessageVisibility(
  input: ChangeMessageVisibilityRequest,
  context: Context,
): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, input.QueueUrl);
    await changeOne(tx, queue, input, context);
    return {};
  });
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html */
export async function changeMessageVisibilityBatch(
  input: ChangeMessageVisibilityBatchRequest,
  context: Context,
): Promise<ChangeMessageVisibilityBatchResult> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, input.QueueUrl);
    checkEntries(input.Entries, 'ChangeMessageVisibilityBatchRequestEntry');
    return runEntries(input.Entries, async (entry) => {
      await changeOne(tx, queue, entry, context);
      return { Id: entry.Id };
    });
  });
}

async function changeOne(
  tx: Transaction,
  queue: QueueRow,
  entry: { readonly ReceiptHandle: string; readonly VisibilityTimeout?: number | undefined },
  { clock }: Context,
): Promise<void> {
  const { ReceiptHandle, VisibilityTimeout } = entry;
  if (VisibilityTimeout === undefined) throw missingParameter('VisibilityTimeout');
  checkNumber(
    'VisibilityTimeout',
    VisibilityTimeout,
    VISIBILITY_SECONDS,
    'VisibilityTimeout must be an integer between 0 and 43200.',
  );
  const receipt = parseReceiptHandle(ReceiptHandle);
  switch (await changeVisibility(tx, queue, receipt, VisibilityTimeout * 1000, clock.now())) {
    case 'changed':
      return;
    case 'unavailable':
      throw invalidValue(
        'ReceiptHandle',
        ReceiptHandle,
        'Message does not exist or is not available for visibility timeout change.',
      );
    case 'notInFlight':
      throw errors.MessageNotInflight('The message referred to is not in flight.');
    case 'tooLong':
      throw invalidValue(
        'VisibilityTimeout',
        VisibilityTimeout,
        'Total VisibilityTimeout for the message is beyond the limit [43200 seconds].',
      );
  }
}
