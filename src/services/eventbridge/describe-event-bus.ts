import type {
  DescribeEventBusRequest,
  DescribeEventBusResponse,
  EventBus,
} from '../../aws/models/eventbridge.ts';
import type { EventBusRow } from '../../storage/tables/event-buses.ts';
import type { Context } from '../context.ts';
import { openBus, requestedBus } from './event-bus.ts';

/**
 * Describes a bus: the default bus when none is named.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html
 */
export async function describeEventBus(
  { Name }: DescribeEventBusRequest,
  context: Context,
): Promise<DescribeEventBusResponse> {
  const bus = requestedBus(context, Name, 'name');
  return context.storage.transaction(async (tx) => describe(await openBus(tx, context, bus)));
}

export const describe = (bus: EventBusRow): EventBus => ({
  Name: bus.name,
  Arn: bus.arn,
  Description: bus.description ?? undefined,
  Policy: bus.policy ?? undefined,
  CreationTime: new Date(bus.created_at),
  LastModifiedTime: new Date(bus.modified_at),
});
