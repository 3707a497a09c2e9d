import type {
  DeleteMessageBatchRequest,
  DeleteMessageBatchResult,
  DeleteMessageRequest,
} from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { QueueRow } from '../../storage/tables/queues.ts';
import { deleteMessage as deleteReceived } from '../../storage/tables/settle-messages.ts';
import type { Context } from '../context.ts';
import { checkEntries, runEntries } from './batch.ts';
import { invalidValue } from './errors.ts';
import { requireQueue } from './queue-url.ts';
import { parseReceiptHandle } from './receipt-handle.ts';

/**
 * Deletes a received message. A message that is gone already counts as deleted; on a FIFO queue the visibility timeout must not be
 * over.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
 */
export async function deleteMessage(input: DeleteMessageRequest, context: Context): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, input.QueueUrl);
    await deleteOne(tx, queue, input.ReceiptHandle, context);
    return {};
  });
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html */
export async function deleteMessageBatch(
  input: DeleteMessageBatchRequest,
  context: Context,
): Promise<DeleteMessageBatchResult> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, input.QueueUrl);
    checkEntries(input.Entries, 'DeleteMessageBatchRequestEntry');
    return runEntries(input.Entries, async ({ Id, ReceiptHandle }) => {
      await deleteOne(tx, queue, ReceiptHandle, context);
      return { Id };
    });
  });
}

async function deleteOne(
  tx: Transaction,
  queue: QueueRow,
  handle: string,
  { clock }: Context,
): Promise<void> {
  const outcome = await deleteReceived(tx, queue, parseReceiptHandle(handle), clock.now());
  if (outcome === 'expired')
    throw invalidValue('ReceiptHandle', handle, 'The receipt handle has expired.');
}
