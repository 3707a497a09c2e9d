import { eventBusArn, parseArn } from '../../aws/arn.ts';
import { AwsError } from '../../aws/error.ts';
import type { DestinationKind } from '../../events/notification/index.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { type DeliveryKind, insertDelivery } from '../../storage/tables/deliveries.ts';
import { insertEvent, type NewEvent } from '../../storage/tables/events.ts';
import type { Platform } from '../context.ts';
import { type BucketRules, digestOf, EVENT_BRIDGE_RULE, rulesOf } from '../stored-notification.ts';
import { notFound } from './input.ts';

/**
 * Where repeated events go: through the bucket's rules as they are now, through one of them, or to
 * one destination.
 */
export interface Aim {
  /** A configuration id, or `EventBridgeConfiguration`. */
  readonly rule?: string | undefined;
  /** ARN of a queue, topic or function. */
  readonly destination?: string | undefined;
}

/** A rule that the bucket does not have would let nothing happen, and nobody would know why. */
export function requireRule({ name, notification }: BucketRow, { rule, destination }: Aim): void {
  if (rule === undefined || destination !== undefined) return;
  const ids = notification === null ? new Set() : idsOf(rulesOf(notification));
  if (ids.has(rule)) return;
  const known = ids.size === 0 ? 'it has none' : `it has ${[...ids].join(', ')}`;
  throw notFound(`Bucket ${name} has no rule ${rule}: ${known}.`);
}

const idsOf = ({ rules, eventBridge }: BucketRules): ReadonlySet<string> =>
  new Set([
    ...rules.map(({ configurationId }) => configurationId),
    ...(eventBridge ? [EVENT_BRIDGE_RULE] : []),
  ]);

/** What records say as their configuration id when no rule led there. */
const NO_RULE = 'replay';

const KINDS: Readonly<Record<DestinationKind, DeliveryKind>> = {
  queue: 's3-queue',
  topic: 's3-topic',
  function: 's3-function',
};

interface Receiver {
  readonly kind: DeliveryKind;
  readonly lane: string;
  readonly rule: string;
}

/**
 * Writes an event of a bucket that is marked as a replay or a backfill, and owes it to whom it is
 * aimed at. Answers how many deliveries that makes; without any, nothing is written.
 */
export async function repeatEvent(
  tx: Transaction,
  { ids, clock }: Pick<Platform, 'ids' | 'clock'>,
  bucket: BucketRow,
  event: Pick<NewEvent, 'source' | 'name' | 'subject' | 'payload' | 'origin' | 'replay_of'>,
  aim: Aim,
): Promise<number> {
  const receivers = receiversOf(bucket, event, aim);
  if (receivers.length === 0) return 0;
  const id = ids.sequence();
  const now = clock.now();
  await insertEvent(tx, {
    ...event,
    id,
    kind: 's3',
    at: now,
    account: bucket.account,
    region: bucket.region,
    settled: null,
    trace: null,
    cause: null,
    hops: 0,
    configuration: bucket.notification === null ? null : digestOf(bucket.notification),
  });
  for (const receiver of receivers)
    await insertDelivery(tx, {
      id: ids.sequence(),
      event_id: id,
      ...receiver,
      payload: null,
      now,
    });
  return receivers.length;
}

function receiversOf(
  bucket: BucketRow,
  { name, subject }: Pick<NewEvent, 'name' | 'subject'>,
  { rule, destination }: Aim,
): Receiver[] {
  if (destination !== undefined) return [destinationReceiver(destination, rule ?? NO_RULE)];
  if (bucket.notification === null) return [];
  const rules = rulesOf(bucket.notification);
  const receivers: Receiver[] = rules.match(name, subject).map((matched) => ({
    kind: KINDS[matched.destinationKind],
    lane: matched.destination,
    rule: matched.configurationId,
  }));
  if (rules.eventBridge)
    receivers.push({
      kind: 's3-event-bus',
      lane: eventBusArn(bucket.region, bucket.account, 'default'),
      rule: EVENT_BRIDGE_RULE,
    });
  return rule === undefined ? receivers : receivers.filter((each) => each.rule === rule);
}

const SERVICE_KINDS: Readonly<Record<string, DeliveryKind>> = {
  sqs: 's3-queue',
  sns: 's3-topic',
  lambda: 's3-function',
};

function destinationReceiver(arn: string, rule: string): Receiver {
  const kind = SERVICE_KINDS[parseArn(arn)?.service ?? ''];
  if (kind) return { kind, lane: arn, rule };
  throw new AwsError(
    'InvalidInput',
    `destination is ${JSON.stringify(arn)}; give the ARN of a queue, topic or function`,
  );
}
