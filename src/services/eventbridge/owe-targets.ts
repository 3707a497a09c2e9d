import type { Transaction } from '../../storage/storage.ts';
import { insertDelivery } from '../../storage/tables/deliveries.ts';
import type { TargetRow } from '../../storage/tables/targets.ts';
import type { Platform } from '../context.ts';

/** What a delivery to a target names as its rule: the rule's ARN and the target's id, neither of which has a `#`. */
export const targetName = (ruleArn: string, targetId: string): string => `${ruleArn}#${targetId}`;

export function splitTargetName(name: string): { ruleArn: string; targetId: string } {
  const at = name.lastIndexOf('#');
  return { ruleArn: name.slice(0, at), targetId: name.slice(at + 1) };
}

/** Owes an event, which the caller inserts, to the targets of a rule. */
export async function oweTargets(
  tx: Transaction,
  { ids, clock }: Pick<Platform, 'ids' | 'clock'>,
  eventId: number,
  ruleArn: string,
  targets: readonly Pick<TargetRow, 'id' | 'arn'>[],
): Promise<void> {
  for (const target of targets) {
    await insertDelivery(tx, {
      id: ids.sequence(),
      event_id: eventId,
      kind: 'rule-target',
      lane: target.arn,
      rule: targetName(ruleArn, target.id),
      payload: null,
      now: clock.now(),
    });
  }
}
