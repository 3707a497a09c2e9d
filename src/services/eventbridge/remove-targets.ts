import type {
  RemoveTargetsRequest,
  RemoveTargetsResponse,
  RemoveTargetsResultEntry,
} from '../../aws/models/eventbridge.ts';
import { deleteTarget } from '../../storage/tables/targets.ts';
import type { Context } from '../context.ts';
import { checkConstraints, RULE_NAME, TARGET_ID } from './constraints.ts';
import { requestedBus, requireRule, reviseBus } from './event-bus.ts';

/**
 * Removes targets of a rule. What is still owed to them is given up.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html
 */
export async function removeTargets(
  { Rule, Ids, EventBusName }: RemoveTargetsRequest,
  context: Context,
): Promise<RemoveTargetsResponse> {
  const bus = requestedBus(context, EventBusName);
  checkConstraints(
    ['rule', Rule, RULE_NAME],
    ['ids', Ids, { min: 1, max: 100 }],
    ...Ids.map((id, at) => [`ids.${at + 1}.member`, id, TARGET_ID] as const),
  );
  return context.storage.transaction(async (tx) => {
    const rule = await requireRule(tx, bus, Rule);
    const failed: RemoveTargetsResultEntry[] = [];
    for (const id of Ids) {
      if (await deleteTarget(tx, rule.arn, id)) continue;
      failed.push({
        TargetId: id,
        ErrorCode: 'ResourceNotFoundException',
        ErrorMessage: `Rule ${Rule} does not have a target with the Id ${id}.`,
      });
    }
    await reviseBus(tx, context, bus.arn);
    return { FailedEntryCount: failed.length, FailedEntries: failed };
  });
}
