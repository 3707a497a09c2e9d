import type { RemovePermissionRequest } from '../../aws/models/eventbridge.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateEventBus } from '../../storage/tables/event-buses.ts';
import type { Context } from '../context.ts';
import { readBusPolicy } from './bus-policy.ts';
import { errors } from './errors.ts';
import { openBus, requestedBus } from './event-bus.ts';

/**
 * Removes one statement of a bus's policy, and with the last one the policy; or all of them.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemovePermission.html
 */
export async function removePermission(
  { StatementId, RemoveAllPermissions, EventBusName }: RemovePermissionRequest,
  context: Context,
): Promise<Unit> {
  const bus = requestedBus(context, EventBusName);
  return context.storage.transaction(async (tx) => {
    const row = await openBus(tx, context, bus);
    const policy = RemoveAllPermissions ? null : withoutStatement(row.policy, StatementId);
    const { description } = row;
    await updateEventBus(tx, bus.arn, { description, policy, modified_at: context.clock.now() });
    return {};
  });
}

function withoutStatement(text: string | null, sid: string | undefined): string | null {
  if (sid === undefined)
    throw errors.ValidationException('Parameter StatementId must be specified.');
  if (text === null) throw errors.ResourceNotFoundException('EventBus does not have a policy.');
  const policy = readBusPolicy(text);
  const rest = policy.Statement.filter(({ Sid }) => Sid !== sid);
  if (rest.length === policy.Statement.length)
    throw errors.ResourceNotFoundException('Statement with the provided id does not exist.');
  return rest.length === 0 ? null : JSON.stringify({ ...policy, Statement: rest });
}
