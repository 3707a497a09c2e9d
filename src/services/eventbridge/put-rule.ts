import type { PutRuleRequest, PutRuleResponse } from '../../aws/models/eventbridge.ts';
import { compilePattern } from '../../events/pattern/index.ts';
import { nextFire, parseSchedule } from '../../events/schedule/index.ts';
import {
  countRules,
  getRule,
  putRule as putRow,
  type RuleRow,
  type RuleState,
} from '../../storage/tables/rules.ts';
import type { Context } from '../context.ts';
import { refuseArchiveRule } from './archive-rule.ts';
import type { BusName } from './bus-name.ts';
import { checkRole } from './check-role.ts';
import { checkConstraints, DESCRIPTION, ROLE_ARN, RULE_NAME } from './constraints.ts';
import { errors, limitExceeded } from './errors.ts';
import { arnOfRule, DEFAULT_BUS, openBus, requestedBus, reviseBus } from './event-bus.ts';
import { addTags } from './tags.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const RULES_PER_BUS_MAX = 300;

const STATES: readonly RuleState[] = [
  'ENABLED',
  'DISABLED',
  'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
];

/**
 * Creates a rule, or replaces all of one but its targets and tags. A schedule counts from now, unless it is replaced by
 * itself.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 *
 * Deviation from AWS: the quotas that cannot be checked without AWS's own measure (30 rules with wildcards on a bus) do not exist.
 */
export async function putRule(input: PutRuleRequest, context: Context): Promise<PutRuleResponse> {
  const { Name, EventPattern, ScheduleExpression } = input;
  const bus = requestedBus(context, input.EventBusName);
  checkInput(input, bus);
  const state = (input.State ?? 'ENABLED') as RuleState;
  const tags = addTags('{}', input.Tags ?? []);
  const arn = arnOfRule(bus, Name);

  return context.storage.transaction(async (tx) => {
    await openBus(tx, context, bus);
    await refuseArchiveRule(tx, bus, Name);
    const known = await getRule(tx, arn);
    if (!known && (await countRules(tx, bus.arn)) >= RULES_PER_BUS_MAX) throw limitExceeded();
    const row: RuleRow = {
      arn,
      bus_arn: bus.arn,
      name: Name,
      state,
      event_pattern: EventPattern || null,
      schedule_expression: ScheduleExpression || null,
      description: input.Description ?? null,
      role_arn: input.RoleArn ?? null,
      created_by: context.account,
      tags,
      next_fire_at: null,
    };
    await putRow(tx, withNextFire(row, known, context.clock.now()));
    await reviseBus(tx, context, bus.arn);
    return { RuleArn: arn };
  });
}

/** The rule with the time at which its schedule fires next, which does not change when neither schedule nor state does. */
export function withNextFire(rule: RuleRow, known: RuleRow | undefined, now: number): RuleRow {
  const { schedule_expression, state } = rule;
  if (schedule_expression === null || state === 'DISABLED') return { ...rule, next_fire_at: null };
  const unchanged =
    known?.schedule_expression === schedule_expression && known.state !== 'DISABLED';
  const next_fire_at = unchanged
    ? known.next_fire_at
    : (nextFire(parseSchedule(schedule_expression), now) ?? null);
  return { ...rule, next_fire_at };
}

/** Empty texts count as absent, as in AWS. */
function checkInput(input: PutRuleRequest, bus: BusName): void {
  const { Name, EventPattern, ScheduleExpression, State, Description, RoleArn } = input;
  checkConstraints(
    ['name', Name, RULE_NAME],
    ['state', State, { values: STATES }],
    ['description', Description, DESCRIPTION],
    ['roleArn', RoleArn, ROLE_ARN],
    ['scheduleExpression', ScheduleExpression, { max: 256 }],
  );
  if (!EventPattern && !ScheduleExpression)
    throw errors.ValidationException(
      'Parameter(s) EventPattern or ScheduleExpression must be specified.',
    );
  if (ScheduleExpression && bus.name !== DEFAULT_BUS)
    throw errors.ValidationException(
      'ScheduleExpression is supported only on the default event bus.',
    );
  checkRole(RoleArn, bus);
  if (ScheduleExpression) parseSchedule(ScheduleExpression);
  if (EventPattern) compilePattern(EventPattern);
}
