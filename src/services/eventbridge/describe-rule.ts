import type {
  DescribeRuleRequest,
  DescribeRuleResponse,
  Rule,
} from '../../aws/models/eventbridge.ts';
import type { RuleRow } from '../../storage/tables/rules.ts';
import type { Context } from '../context.ts';
import { archiveOfRule, archiveRule } from './archive-rule.ts';
import type { BusName } from './bus-name.ts';
import { checkConstraints, RULE_NAME } from './constraints.ts';
import { requestedBus, requireRule } from './event-bus.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html */
export async function describeRule(
  { Name, EventBusName }: DescribeRuleRequest,
  context: Context,
): Promise<DescribeRuleResponse> {
  const bus = requestedBus(context, EventBusName);
  checkConstraints(['name', Name, RULE_NAME]);
  return context.storage.read(async (reader) => {
    const archive = await archiveOfRule(reader, bus, Name);
    if (archive) return { ...archiveRule(archive, bus), CreatedBy: bus.account };
    const rule = await requireRule(reader, bus, Name);
    return { ...describe(rule, bus), CreatedBy: rule.created_by };
  });
}

export const describe = (rule: RuleRow, bus: BusName): Rule => ({
  Name: rule.name,
  Arn: rule.arn,
  EventPattern: rule.event_pattern ?? undefined,
  ScheduleExpression: rule.schedule_expression ?? undefined,
  State: rule.state,
  Description: rule.description ?? undefined,
  RoleArn: rule.role_arn ?? undefined,
  EventBusName: bus.name,
});
