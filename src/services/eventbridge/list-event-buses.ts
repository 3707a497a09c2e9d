import type {
  ListEventBusesRequest,
  ListEventBusesResponse,
} from '../../aws/models/eventbridge.ts';
import { listEventBuses as listRows } from '../../storage/tables/event-buses.ts';
import type { Context } from '../context.ts';
import { BUS_NAME, checkConstraints } from './constraints.ts';
import { describe } from './describe-event-bus.ts';
import { busNamed, DEFAULT_BUS, openBus } from './event-bus.ts';
import { cutPage, pageOf } from './pages.ts';

/**
 * The account's buses in this region, by name.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html
 */
export async function listEventBuses(
  input: ListEventBusesRequest,
  context: Context,
): Promise<ListEventBusesResponse> {
  const { NamePrefix = '' } = input;
  checkConstraints(['namePrefix', input.NamePrefix, BUS_NAME]);
  const { size, after } = pageOf(input);
  return context.storage.transaction(async (tx) => {
    await openBus(tx, context, busNamed(context, DEFAULT_BUS));
    const prefix = busNamed(context, NamePrefix).arn;
    const rows = await listRows(tx, prefix, after, size + 1);
    const { items, nextToken } = cutPage(rows, size, ({ arn }) => arn);
    return { EventBuses: items.map(describe), NextToken: nextToken };
  });
}
