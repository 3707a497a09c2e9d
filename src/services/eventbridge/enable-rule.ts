import type { DisableRuleRequest, EnableRuleRequest } from '../../aws/models/eventbridge.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { putRule as putRow, type RuleState } from '../../storage/tables/rules.ts';
import type { Context } from '../context.ts';
import { checkConstraints, RULE_NAME } from './constraints.ts';
import { requestedBus, requireRule, reviseBus } from './event-bus.ts';
import { withNextFire } from './put-rule.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html */
export const enableRule = (input: EnableRuleRequest, context: Context): Promise<Unit> =>
  setState(input, 'ENABLED', context);

/**
 * Events then no longer match the rule, and its schedule stands still.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html
 */
export const disableRule = (input: DisableRuleRequest, context: Context): Promise<Unit> =>
  setState(input, 'DISABLED', context);

async function setState(
  { Name, EventBusName }: EnableRuleRequest,
  state: RuleState,
  context: Context,
): Promise<Unit> {
  const bus = requestedBus(context, EventBusName);
  checkConstraints(['name', Name, RULE_NAME]);
  return context.storage.transaction(async (tx) => {
    const rule = await requireRule(tx, bus, Name);
    await putRow(tx, withNextFire({ ...rule, state }, rule, context.clock.now()));
    await reviseBus(tx, context, bus.arn);
    return {};
  });
}
