import type { EventSourceMappingRow } from '../../../storage/tables/event-source-mappings.ts';
import type { RuleRow } from '../../../storage/tables/rules.ts';
import type { SubscriptionRow } from '../../../storage/tables/subscriptions.ts';
import type { TargetRow } from '../../../storage/tables/targets.ts';
import type { EventRates } from '../event-rates.ts';
import { MAIL } from '../mail-lane.ts';
import { addNode, type Flow } from './flow.ts';

/** What topics, buses and queues lead on to. */

export function drawSubscription(
  flow: Flow,
  { arn, topic_arn, protocol, endpoint, state, filter_policy }: SubscriptionRow,
  rates: EventRates,
): void {
  const mail = protocol.startsWith('email');
  const pending = state === 'pending';
  addNode(flow, {
    id: arn,
    kind: 'subscription',
    name: protocol,
    detail: pending ? 'not confirmed yet' : (filter_policy ?? 'every message'),
    state: pending ? 'off' : undefined,
  });
  if (mail) addNode(flow, { id: endpoint, kind: 'mail', name: endpoint });
  const perMinute = rates.ofRule(arn, mail ? MAIL : endpoint);
  flow.edges.push({ from: topic_arn, to: arn }, { from: arn, to: endpoint, perMinute });
}

export function drawBusRule(
  flow: Flow,
  { arn, bus_arn, name, state, event_pattern, schedule_expression }: RuleRow,
  targets: readonly TargetRow[],
  rates: EventRates,
): void {
  addNode(flow, {
    id: arn,
    kind: 'rule',
    name,
    detail: schedule_expression ?? event_pattern ?? undefined,
    state: state === 'DISABLED' ? 'off' : undefined,
  });
  if (event_pattern !== null) flow.edges.push({ from: bus_arn, to: arn });
  for (const target of targets) {
    const perMinute = rates.ofRule(`${arn}#${target.id}`, target.arn);
    flow.edges.push({ from: arn, to: target.arn, perMinute });
  }
}

export function drawMapping(
  flow: Flow,
  { uuid, enabled, event_source_arn, function_arn, batch_size, last_result }: EventSourceMappingRow,
): void {
  addNode(flow, {
    id: uuid,
    kind: 'event-source-mapping',
    name: `batches of ${batch_size}`,
    detail: last_result === null ? undefined : `last batch: ${last_result}`,
    state: enabled === 0 ? 'off' : undefined,
  });
  flow.edges.push({ from: event_source_arn, to: uuid }, { from: uuid, to: function_arn });
}
