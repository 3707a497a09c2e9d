import type { Transaction } from '../storage.ts';
import type { Place } from './messages.ts';

/**
 * Fair queues: on a standard queue MessageGroupId names a tenant. One that has much more in flight than the others is
 * noisy: its waiting messages let everybody else's go first (`place` 1) until none of them is left.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
 */
export async function placeOfTenant(
  tx: Transaction,
  backlog: number,
  tenant: string,
): Promise<Place> {
  const deferred = await tx.get(
    'SELECT id FROM messages WHERE backlog = ? AND tenant = ? AND place = 1 LIMIT 1',
    backlog,
    tenant,
  );
  return deferred ? 1 : 0;
}
