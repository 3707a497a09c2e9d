import type {
  CreateEventBusRequest,
  CreateEventBusResponse,
  UpdateEventBusRequest,
} from '../../aws/models/eventbridge.ts';
import type { Transaction } from '../../storage/storage.ts';
import { getEventBus, insertEventBus, listEventBuses } from '../../storage/tables/event-buses.ts';
import type { Context } from '../context.ts';
import { BUS_NAME, checkConstraints, DESCRIPTION } from './constraints.ts';
import { errors, invalidParameter, limitExceeded } from './errors.ts';
import { busNamed, DEFAULT_BUS } from './event-bus.ts';
import { addTags } from './tags.ts';

/** In an account and region, the default bus included. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const BUSES_MAX = 100;

/**
 * Creates a custom event bus.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html
 */
export async function createEventBus(
  input: CreateEventBusRequest,
  context: Context,
): Promise<CreateEventBusResponse> {
  const { Name, Description, EventSourceName, Tags = [] } = input;
  checkConstraints(['name', Name, BUS_NAME], ['description', Description, DESCRIPTION]);
  // There are no partners here whose events a bus could receive.
  if (EventSourceName !== undefined)
    throw errors.ResourceNotFoundException(`Event source ${EventSourceName} does not exist.`);
  if (Name.includes('/')) throw errors.ValidationException("Event bus name must not contain '/'.");
  refuseUnsupportedSettings(input);
  const tags = addTags('{}', Tags);
  const bus = busNamed(context, Name);

  return context.storage.transaction(async (tx) => {
    if (Name === DEFAULT_BUS || (await getEventBus(tx, bus.arn)))
      throw errors.ResourceAlreadyExistsException(`Event bus ${Name} already exists.`);
    await checkBusCount(tx, context);
    const now = context.clock.now();
    await insertEventBus(tx, {
      ...bus,
      description: Description ?? null,
      policy: null,
      tags,
      created_at: now,
      modified_at: now,
      revision: context.ids.uuid(),
    });
    return { EventBusArn: bus.arn, Description };
  });
}

/**
 * Deviation from AWS: a bus has no encryption with KMS keys, no dead-letter queue of its own (which is for events that
 * such a key fails to decrypt) and no logs. Targets have dead-letter queues.
 */
export function refuseUnsupportedSettings(input: UpdateEventBusRequest): void {
  const { KmsKeyIdentifier, DeadLetterConfig, LogConfig } = input;
  if (KmsKeyIdentifier) throw invalidParameter('KmsKeyIdentifier', 'Key does not exist.');
  if (DeadLetterConfig?.Arn)
    throw invalidParameter('DeadLetterConfig', 'Not supported for an event bus.');
  if (LogConfig && (LogConfig.Level ?? 'OFF') !== 'OFF')
    throw invalidParameter('LogConfig', 'Not supported.');
}

async function checkBusCount(tx: Transaction, context: Context): Promise<void> {
  const prefix = busNamed(context, '').arn;
  const buses = await listEventBuses(tx, prefix, '', BUSES_MAX + 1);
  const custom = buses.filter(({ name }) => name !== DEFAULT_BUS).length;
  if (custom + 1 >= BUSES_MAX) throw limitExceeded();
}
