import { bucketArn, eventBusArn } from '../../../aws/arn.ts';
import type { NotificationRule } from '../../../events/notification/index.ts';
import type { BucketRow } from '../../../storage/tables/buckets.ts';
import { rulesOf } from '../../stored-notification.ts';
import type { EventRates } from '../event-rates.ts';
import { EVENT_BRIDGE_RULE } from '../verdicts.ts';
import { addNode, type Flow } from './flow.ts';

/** A bucket, its rules, and the destinations that they name. */
export function drawBucket(flow: Flow, bucket: BucketRow, rates: EventRates): void {
  const source = bucketArn(bucket.name);
  addNode(flow, {
    id: source,
    kind: 'bucket',
    name: bucket.name,
    perMinute: rates.ofSource(source),
  });
  if (bucket.notification === null) return;
  const { rules, eventBridge } = rulesOf(bucket.notification);
  for (const rule of rules)
    drawRule(flow, source, rule.configurationId, rule.destination, describeFilter(rule), rates);
  if (!eventBridge) return;
  const bus = eventBusArn(bucket.region, bucket.account, 'default');
  drawRule(flow, source, EVENT_BRIDGE_RULE, bus, 'every event', rates);
}

function drawRule(
  flow: Flow,
  source: string,
  name: string,
  destination: string,
  detail: string,
  rates: EventRates,
): void {
  const id = `${source} ${name} ${destination}`;
  addNode(flow, { id, kind: 'notification-rule', name, detail });
  const perMinute = rates.ofRule(name, destination);
  flow.edges.push({ from: source, to: id }, { from: id, to: destination, perMinute });
}

/** `ObjectCreated:* photos/*.jpg` */
function describeFilter({ events, prefix, suffix }: NotificationRule): string {
  const families = new Set(events.map((name) => name.split(':')[0]));
  const what =
    events.length === 1 ? events[0] : [...families].map((family) => `${family}:*`).join(', ');
  return `${what} ${prefix}*${suffix}`;
}
