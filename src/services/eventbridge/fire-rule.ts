import { parseArn } from '../../aws/arn.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertEvent } from '../../storage/tables/events.ts';
import type { RuleRow } from '../../storage/tables/rules.ts';
import { listTargets } from '../../storage/tables/targets.ts';
import type { Platform } from '../context.ts';
import { eventTime } from './event-text.ts';
import { oweTargets } from './owe-targets.ts';
import type { ConsideredRule } from './put-event.ts';
import { TARGETS_PER_RULE_MAX } from './put-targets.ts';

/**
 * What a schedule does when its time has come: an event for the targets of its rule, and for nobody else. Without targets
 * nothing is written.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 */
export async function fireRule(
  tx: Transaction,
  platform: Pick<Platform, 'ids' | 'clock'>,
  rule: RuleRow,
  dueAt: number,
): Promise<void> {
  const targets = await listTargets(tx, rule.arn, '', TARGETS_PER_RULE_MAX);
  if (targets.length === 0) return;
  const { account = '', region = '' } = parseArn(rule.arn) ?? {};
  const eventId = platform.ids.uuid();
  const id = platform.ids.sequence();
  const settled: ConsideredRule[] = [{ rule: rule.arn, kind: 'matched' }];
  await oweTargets(tx, platform, id, rule.arn, targets);
  await insertEvent(tx, {
    id,
    kind: 'events',
    at: platform.clock.now(),
    account,
    region,
    source: rule.bus_arn,
    name: SCHEDULED_EVENT,
    subject: eventId,
    payload: JSON.stringify({
      version: '0',
      id: eventId,
      'detail-type': SCHEDULED_EVENT,
      source: 'aws.events',
      account,
      time: eventTime(dueAt),
      region,
      resources: [rule.arn],
      detail: {},
    }),
    settled: JSON.stringify(settled),
    trace: null,
    cause: null,
    hops: 0,
  });
}

const SCHEDULED_EVENT = 'Scheduled Event';
