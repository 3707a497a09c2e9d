import type {
  ListTargetsByRuleRequest,
  ListTargetsByRuleResponse,
} from '../../aws/models/eventbridge.ts';
import { listTargets } from '../../storage/tables/targets.ts';
import type { Context } from '../context.ts';
import { archiveOfRule, archiveTarget } from './archive-rule.ts';
import { checkConstraints, RULE_NAME } from './constraints.ts';
import { requestedBus, requireRule } from './event-bus.ts';
import { cutPage, pageOf } from './pages.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html */
export async function listTargetsByRule(
  input: ListTargetsByRuleRequest,
  context: Context,
): Promise<ListTargetsByRuleResponse> {
  const bus = requestedBus(context, input.EventBusName);
  checkConstraints(['rule', input.Rule, RULE_NAME]);
  const { size, after } = pageOf(input);
  return context.storage.read(async (reader) => {
    const archive = await archiveOfRule(reader, bus, input.Rule);
    if (archive) return { Targets: [archiveTarget(archive, bus)] };
    const rule = await requireRule(reader, bus, input.Rule);
    const rows = await listTargets(reader, rule.arn, after, size + 1);
    const { items, nextToken } = cutPage(rows, size, ({ id }) => id);
    return {
      Targets: items.map(({ definition }) => JSON.parse(definition)),
      NextToken: nextToken,
    };
  });
}
