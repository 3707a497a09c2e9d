import type { DeleteEventBusRequest } from '../../aws/models/eventbridge.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteEventBus as deleteRow } from '../../storage/tables/event-buses.ts';
import { countRules } from '../../storage/tables/rules.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { DEFAULT_BUS, requestedBus } from './event-bus.ts';

/**
 * Deletes a custom bus that has no rules. One that is not there counts as deleted. Its archives remain.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteEventBus.html
 */
export async function deleteEventBus(
  { Name }: DeleteEventBusRequest,
  context: Context,
): Promise<Unit> {
  const bus = requestedBus(context, Name, 'name');
  if (bus.name === DEFAULT_BUS)
    throw errors.ValidationException(`Cannot delete event bus ${DEFAULT_BUS}.`);
  return context.storage.transaction(async (tx) => {
    if ((await countRules(tx, bus.arn)) > 0)
      throw errors.ValidationException("EventBus can't be deleted since it has rules.");
    await deleteRow(tx, bus.arn);
    return {};
  });
}
