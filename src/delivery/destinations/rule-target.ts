import { parseArn } from '../../aws/arn.ts';
import type { Target } from '../../aws/models/eventbridge.ts';
import {
  compileInput,
  type TransformedInput,
  transformInput,
} from '../../events/input-transformer/index.ts';
import type { Platform } from '../../services/context.ts';
import { eventTime } from '../../services/eventbridge/event-text.ts';
import { splitTargetName } from '../../services/eventbridge/owe-targets.ts';
import { targetKind } from '../../services/eventbridge/target-kind.ts';
import type { ServiceSender } from '../../services/service-sender.ts';
import type { Reader } from '../../storage/storage.ts';
import { getRule, type RuleRow } from '../../storage/tables/rules.ts';
import { getTarget } from '../../storage/tables/targets.ts';
import type { Destination, Job, Settle } from '../destination.ts';
import { cutLoop } from '../next-hop.ts';
import { bury } from './rule-targets/dead-letter.ts';
import { targetSenders } from './rule-targets/index.ts';
import { nextTry } from './rule-targets/retry-policy.ts';
import { rejected } from './rule-targets/sending.ts';

/**
 * An event that matched a rule, owed to one of the rule's targets. The target is looked up when it is tried, so a target
 * that was changed gets the event in its new way, and one that was removed gets nothing.
 *
 * What the target then says is final: this very server is at the other end, and a target that is gone or does not let the
 * rule in is not asked again, as in AWS. Retries are for failures of the server itself.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
export const ruleTarget: Destination = {
  kind: 'rule-target',
  concurrency: 16,
  deliver,
  async retryAt(tx, job, _failure, platform) {
    const found = await findTarget(tx, job);
    const next = nextTry(found?.target.RetryPolicy, job, platform);
    return typeof next === 'number' ? next : undefined;
  },
  async bury(tx, job, burial, platform) {
    const found = await findTarget(tx, job);
    return found && bury(tx, platform, job, burial, { ...found, sender: senderOf(found.rule) });
  },
};

async function deliver(job: Job, platform: Platform): Promise<Settle> {
  const loop = cutLoop(job);
  if (loop) return async () => loop;
  const found = await platform.storage.read((reader) => findTarget(reader, job));
  if (!found)
    return async () => ({ kind: 'rejected', reason: 'the target was removed from its rule' });
  const { rule, target } = found;
  const { body, ...fault } = shapeInput(rule, target, job);
  if (body === undefined)
    return async () => rejected('INVALID_PARAMETER', 'reason' in fault ? fault.reason : '');
  const kind = targetKind(target.Arn);
  if (kind === 'malformed' || kind === 'unsupported')
    throw new Error(`target ${target.Arn} of rule ${rule.arn} is ${kind}`);
  const sender = senderOf(rule);
  return targetSenders[kind]({ job, rule, target, sender, body }, platform);
}

async function findTarget(
  reader: Reader,
  { delivery }: Job,
): Promise<{ rule: RuleRow; target: Target } | undefined> {
  const { ruleArn, targetId } = splitTargetName(delivery.rule);
  const rule = await getRule(reader, ruleArn);
  const row = await getTarget(reader, ruleArn, targetId);
  return rule && row && { rule, target: JSON.parse(row.definition) };
}

const senderOf = ({ arn }: RuleRow): ServiceSender => ({
  service: 'events.amazonaws.com',
  sourceArn: arn,
  sourceAccount: parseArn(arn)?.account ?? '',
});

/** An event that the target gets as it is need not be read. */
function shapeInput(rule: RuleRow, target: Target, { event }: Job): TransformedInput {
  const input = compileInput(target);
  if (input.kind === 'event') return { body: event.payload };
  return transformInput(input, JSON.parse(event.payload), {
    ruleArn: rule.arn,
    ruleName: rule.name,
    ingestionTime: eventTime(event.at),
  });
}
