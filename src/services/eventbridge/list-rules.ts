import type { ListRulesRequest, ListRulesResponse } from '../../aws/models/eventbridge.ts';
import { listRules as listRows } from '../../storage/tables/rules.ts';
import type { Context } from '../context.ts';
import { checkConstraints, RULE_NAME } from './constraints.ts';
import { describe } from './describe-rule.ts';
import { checkBusExists, requestedBus } from './event-bus.ts';
import { cutPage, pageOf } from './pages.ts';

/**
 * The rules of a bus, by name.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html
 */
export async function listRules(
  input: ListRulesRequest,
  context: Context,
): Promise<ListRulesResponse> {
  const { NamePrefix = '', EventBusName } = input;
  const bus = requestedBus(context, EventBusName);
  checkConstraints(['namePrefix', input.NamePrefix, RULE_NAME]);
  const { size, after } = pageOf(input);
  return context.storage.read(async (reader) => {
    await checkBusExists(reader, bus);
    const rows = await listRows(reader, bus.arn, NamePrefix, after, size + 1);
    const { items, nextToken } = cutPage(rows, size, ({ name }) => name);
    return { Rules: items.map((rule) => describe(rule, bus)), NextToken: nextToken };
  });
}
