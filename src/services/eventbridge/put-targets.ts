import type { PutTargetsRequest, PutTargetsResponse } from '../../aws/models/eventbridge.ts';
import { countTargets, putTarget } from '../../storage/tables/targets.ts';
import type { Context } from '../context.ts';
import { checkTargets, targetConstraints } from './check-target.ts';
import { checkConstraints, RULE_NAME } from './constraints.ts';
import { limitExceeded } from './errors.ts';
import { requestedBus, requireRule, reviseBus } from './event-bus.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
export const TARGETS_PER_RULE_MAX = 5;

/**
 * Adds targets to a rule, or replaces those of the same id: all of them or, with an error, none. Whether a target exists
 * and lets EventBridge in is seen when an event is sent to it.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
 *
 * Deviation from AWS: targets are queues, topics, functions and event buses. All others are refused.
 */
export async function putTargets(
  { Rule, Targets, EventBusName }: PutTargetsRequest,
  context: Context,
): Promise<PutTargetsResponse> {
  const bus = requestedBus(context, EventBusName);
  checkConstraints(
    ['rule', Rule, RULE_NAME],
    ['targets', Targets, { min: 1, max: 100 }],
    ...Targets.flatMap((target, at) => targetConstraints(target, at + 1)),
  );
  checkTargets(Targets, bus);

  return context.storage.transaction(async (tx) => {
    const rule = await requireRule(tx, bus, Rule);
    for (const target of Targets) {
      await putTarget(tx, {
        rule_arn: rule.arn,
        id: target.Id,
        arn: target.Arn,
        definition: JSON.stringify(target),
      });
    }
    if ((await countTargets(tx, rule.arn)) > TARGETS_PER_RULE_MAX) throw limitExceeded();
    await reviseBus(tx, context, bus.arn);
    return { FailedEntryCount: 0, FailedEntries: [] };
  });
}
