import type {
  UpdateEventBusRequest,
  UpdateEventBusResponse,
} from '../../aws/models/eventbridge.ts';
import { updateEventBus as updateRow } from '../../storage/tables/event-buses.ts';
import type { Context } from '../context.ts';
import { checkConstraints, DESCRIPTION } from './constraints.ts';
import { refuseUnsupportedSettings } from './create-event-bus.ts';
import { openBus, requestedBus } from './event-bus.ts';

/**
 * Changes the description of a bus.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_UpdateEventBus.html
 */
export async function updateEventBus(
  input: UpdateEventBusRequest,
  context: Context,
): Promise<UpdateEventBusResponse> {
  const { Name, Description } = input;
  const bus = requestedBus(context, Name, 'name');
  checkConstraints(['description', Description, DESCRIPTION]);
  refuseUnsupportedSettings(input);
  return context.storage.transaction(async (tx) => {
    const row = await openBus(tx, context, bus);
    const description = Description ?? row.description;
    const modified_at = context.clock.now();
    await updateRow(tx, bus.arn, { description, policy: row.policy, modified_at });
    return { Arn: row.arn, Name: row.name, Description: description ?? undefined };
  });
}
