import type {
  ListRuleNamesByTargetRequest,
  ListRuleNamesByTargetResponse,
} from '../../aws/models/eventbridge.ts';
import { listRuleNamesOfTarget } from '../../storage/tables/targets.ts';
import type { Context } from '../context.ts';
import { ARN, checkConstraints } from './constraints.ts';
import { checkBusExists, requestedBus } from './event-bus.ts';
import { cutPage, pageOf } from './pages.ts';

/**
 * The names of the rules of a bus that send to this ARN.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRuleNamesByTarget.html
 */
export async function listRuleNamesByTarget(
  input: ListRuleNamesByTargetRequest,
  context: Context,
): Promise<ListRuleNamesByTargetResponse> {
  const { TargetArn, EventBusName } = input;
  const bus = requestedBus(context, EventBusName);
  checkConstraints(['targetArn', TargetArn, ARN]);
  const { size, after } = pageOf(input);
  return context.storage.read(async (reader) => {
    await checkBusExists(reader, bus);
    const names = await listRuleNamesOfTarget(reader, TargetArn, bus.arn, after, size + 1);
    const { items, nextToken } = cutPage(names, size, (name) => name);
    return { RuleNames: items, NextToken: nextToken };
  });
}
