import type { DeleteRuleRequest } from '../../aws/models/eventbridge.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteRule as deleteRow } from '../../storage/tables/rules.ts';
import { countTargets } from '../../storage/tables/targets.ts';
import type { Context } from '../context.ts';
import { refuseArchiveRule } from './archive-rule.ts';
import { checkConstraints, RULE_NAME } from './constraints.ts';
import { errors } from './errors.ts';
import { arnOfRule, checkBusExists, requestedBus, reviseBus } from './event-bus.ts';

/**
 * Deletes a rule that has no targets. One that is not there counts as deleted. The rule of an archive goes with
 * the archive.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html
 */
export async function deleteRule(
  { Name, EventBusName }: DeleteRuleRequest,
  context: Context,
): Promise<Unit> {
  const bus = requestedBus(context, EventBusName);
  checkConstraints(['name', Name, RULE_NAME]);
  const arn = arnOfRule(bus, Name);
  return context.storage.transaction(async (tx) => {
    await checkBusExists(tx, bus);
    await refuseArchiveRule(tx, bus, Name);
    if ((await countTargets(tx, arn)) > 0)
      throw errors.ValidationException("Rule can't be deleted since it has targets.");
    await deleteRow(tx, arn);
    await reviseBus(tx, context, bus.arn);
    return {};
  });
}
