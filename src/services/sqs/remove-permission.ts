import type { RemovePermissionRequest } from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Context } from '../context.ts';
import { invalidValue } from './errors.ts';
import { attributesOf } from './queue-attributes.ts';
import { parseQueuePolicy } from './queue-policy.ts';
import { requireQueue } from './queue-url.ts';
import { storeAttributes } from './set-queue-attributes.ts';

/**
 * Removes the statement with this label from the queue's policy, and with the last one the policy.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_RemovePermission.html
 */
export async function removePermission(
  { QueueUrl, Label }: RemovePermissionRequest,
  context: Context,
): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, QueueUrl);
    const policy = queue.policy === null ? undefined : parseQueuePolicy(queue.policy);
    const rest = policy?.Statement.filter(({ Sid }) => Sid !== Label) ?? [];
    if (!policy || rest.length === policy.Statement.length)
      throw invalidValue('Label', Label, "can't find label.");
    const { Policy: _, ...attributes } = attributesOf(queue);
    const changed =
      rest.length === 0
        ? attributes
        : { ...attributes, Policy: JSON.stringify({ ...policy, Statement: rest }) };
    await storeAttributes(tx, queue, changed, context);
    return {};
  });
}
