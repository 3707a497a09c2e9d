import { parseArn } from '../../../aws/arn.ts';
import type { Target } from '../../../aws/models/eventbridge.ts';
import { compileInput, transformInput } from '../../../events/input-transformer/index.ts';
import { compilePattern, explainPattern } from '../../../events/pattern/index.ts';
import { encodeEventKey } from '../../../events/s3/index.ts';
import { listRules, type RuleRow } from '../../../storage/tables/rules.ts';
import { listTargets } from '../../../storage/tables/targets.ts';
import { explainFunction } from './explain-function.ts';
import { explainQueue } from './explain-queue.ts';
import { explainTopic } from './explain-topic.ts';
import { passes, type Step, stops } from './step.ts';
import { BRANCHES_MAX, DEPTH_MAX, type Visit } from './visit.ts';

/** What the rules of a bus would say of the event, and where each would send it. */
export async function explainEventBus(visit: Visit, arn: string): Promise<Step> {
  const rules = await listRules(visit.reader, arn, '', '', BRANCHES_MAX);
  const asked = rules.filter(({ event_pattern }) => event_pattern !== null);
  if (asked.length === 0)
    return stops('event-bus', arn, 'the bus has no rules with an event pattern');
  const next: Step[] = [];
  for (const rule of asked) next.push(await explainBusRule(visit, rule));
  return passes('event-bus', arn, next);
}

async function explainBusRule(visit: Visit, rule: RuleRow): Promise<Step> {
  const { arn, state, event_pattern } = rule;
  const event = JSON.parse(visit.body);
  const explanation = explainPattern(compilePattern(event_pattern ?? '{}'), event);
  if (!explanation.matched)
    return stops(
      'rule',
      arn,
      `the pattern fails at ${explanation.reason}${encodingHint(rule, event)}`,
    );
  if (state === 'DISABLED') return stops('rule', arn, 'the rule matches, but is disabled');
  const targets = await listTargets(visit.reader, arn, '', BRANCHES_MAX);
  if (targets.length === 0) return stops('rule', arn, 'the rule matches, but has no targets');
  const next: Step[] = [];
  for (const { definition } of targets)
    next.push(await explainTarget(visit, rule, JSON.parse(definition)));
  return passes('rule', arn, next);
}

/** People copy keys from records, where they are encoded; on a bus they are not. */
function encodingHint(
  { event_pattern }: RuleRow,
  event: { readonly detail?: { readonly object?: { readonly key?: unknown } } },
): string {
  const key = event.detail?.object?.key;
  if (typeof key !== 'string') return '';
  const encoded = encodeEventKey(key);
  const withEncoded = {
    ...event,
    detail: { ...event.detail, object: { ...event.detail?.object, key: encoded } },
  };
  const would = explainPattern(compilePattern(event_pattern ?? '{}'), withEncoded);
  return encoded !== key && would.matched
    ? '; keys on a bus are not encoded, unlike those in records of queues, topics and functions'
    : '';
}

async function explainTarget(visit: Visit, rule: RuleRow, target: Target): Promise<Step> {
  const parsed = parseArn(target.Arn);
  if (visit.depth >= DEPTH_MAX) return stops('rule', rule.arn, 'the way is too long to follow');
  const input = compileInput(target);
  const { body, ...fault } =
    input.kind === 'event'
      ? { body: visit.body }
      : transformInput(input, JSON.parse(visit.body), {
          ruleArn: rule.arn,
          ruleName: rule.name,
          ingestionTime: new Date(visit.now).toISOString(),
        });
  if (body === undefined)
    return stops('rule', rule.arn, `target ${target.Id}: ${'reason' in fault ? fault.reason : ''}`);
  const onward: Visit = {
    ...visit,
    body,
    groupId: target.SqsParameters?.MessageGroupId,
    sender: {
      service: 'events.amazonaws.com',
      sourceArn: rule.arn,
      sourceAccount: parseArn(rule.arn)?.account ?? '',
    },
    depth: visit.depth + 1,
  };
  switch (parsed?.service) {
    case 'sqs':
      return explainQueue(onward, target.Arn);
    case 'sns':
      return explainTopic(onward, target.Arn);
    case 'lambda':
      return explainFunction(onward, target.Arn);
    default:
      return explainEventBus({ ...visit, depth: visit.depth + 1 }, target.Arn);
  }
}
