import { bucketArn, eventBusArn, parseArn } from '../../../aws/arn.ts';
import { explainRule, type NotificationRule } from '../../../events/notification/index.ts';
import {
  S3_PRINCIPAL,
  type S3Change,
  s3EventBridgeEvent,
  s3EventMessage,
} from '../../../events/s3/index.ts';
import type { Reader } from '../../../storage/storage.ts';
import type { BucketRow } from '../../../storage/tables/buckets.ts';
import { getQueue } from '../../../storage/tables/queues.ts';
import { listRules } from '../../../storage/tables/rules.ts';
import { getTopic } from '../../../storage/tables/topics.ts';
import { notifyingBuckets } from '../../../storage/tables/wiring.ts';
import { EVENT_BRIDGE_RULE, rulesOf } from '../../stored-notification.ts';
import { explainEventBus } from './explain-event-bus.ts';
import { explainFunction } from './explain-function.ts';
import { explainQueue } from './explain-queue.ts';
import { explainTopic } from './explain-topic.ts';
import { passes, type Step, stops } from './step.ts';
import type { Visit } from './visit.ts';

/**
 * What the bucket's configuration would do with a change now, rule by rule, and what each
 * destination would.
 */
export async function explainBucket(
  reader: Reader,
  bucket: BucketRow,
  change: S3Change,
  now: number,
): Promise<Step> {
  const name = bucket.name;
  if (bucket.notification === null)
    return stops('bucket', name, await noConfiguration(reader, bucket, change));
  const { rules, eventBridge } = rulesOf(bucket.notification);
  const visit: Omit<Visit, 'body'> = {
    reader,
    now,
    sender: {
      service: S3_PRINCIPAL,
      sourceArn: bucketArn(name),
      sourceAccount: bucket.account,
    },
    depth: 0,
  };
  const next: Step[] = [];
  for (const rule of rules) next.push(await explainNotificationRule(visit, bucket, rule, change));
  if (eventBridge) next.push(await explainEventBridge(visit, bucket, change));
  else if (await hasBusRules(reader, bucket))
    next.push(stops('notification-rule', EVENT_BRIDGE_RULE, NOT_ENABLED));
  return passes('bucket', name, next);
}

/** A rule that would match, on another bucket, is the likeliest explanation. */
async function noConfiguration(
  reader: Reader,
  bucket: BucketRow,
  change: S3Change,
): Promise<string> {
  const other = closestBucket(await notifyingBuckets(reader, BUCKETS_MAX), change);
  const elsewhere = other === undefined ? '' : `; a rule that would match is on bucket ${other}`;
  const bus = (await hasBusRules(reader, bucket)) ? `; ${NOT_ENABLED}` : '';
  return `the bucket has no notification configuration${elsewhere}${bus}`;
}

/** The bucket with the rule that says most about the key. */
function closestBucket(
  buckets: readonly BucketRow[],
  { eventName, key }: S3Change,
): string | undefined {
  const matches = buckets.flatMap(({ name, notification }) =>
    rulesOf(notification ?? '')
      .match(eventName, key)
      .map(({ prefix, suffix }) => ({ name, specific: prefix.length + suffix.length })),
  );
  return matches.sort((a, b) => b.specific - a.specific)[0]?.name;
}

/** Buckets that are looked through. */
const BUCKETS_MAX = 1000;
const NOT_ENABLED =
  'EventBridge is not enabled for the bucket, so that no rule of a bus sees its events';

const hasBusRules = async (reader: Reader, { region, account }: BucketRow): Promise<boolean> =>
  (await listRules(reader, eventBusArn(region, account, 'default'), '', '', 1)).length > 0;

async function explainNotificationRule(
  visit: Omit<Visit, 'body'>,
  bucket: BucketRow,
  rule: NotificationRule,
  change: S3Change,
): Promise<Step> {
  const { configurationId, destination, destinationKind } = rule;
  const name = `${configurationId} to ${destination}`;
  const verdict = explainRule(rule, change.eventName, change.key);
  if (!verdict.matched) return stops('notification-rule', name, verdict.reason);
  const region = parseArn(destination)?.region;
  if (region !== bucket.region)
    return stops(
      'notification-rule',
      name,
      `the destination is in ${region}, the bucket in ${bucket.region}; S3 sends within a region only`,
    );
  if (await isFifo(visit.reader, rule))
    return stops('notification-rule', name, `S3 does not send to FIFO ${destinationKind}s`);
  const full = { ...visit, body: s3EventMessage(change, configurationId) };
  return passes('notification-rule', name, [
    await DESTINATIONS[destinationKind](full, destination),
  ]);
}

const DESTINATIONS = {
  queue: explainQueue,
  topic: explainTopic,
  function: explainFunction,
} as const;

async function isFifo(reader: Reader, rule: NotificationRule): Promise<boolean> {
  const { destination, destinationKind } = rule;
  if (destinationKind === 'queue') return (await getQueue(reader, destination))?.fifo === 1;
  if (destinationKind === 'topic') return (await getTopic(reader, destination))?.fifo === 1;
  return false;
}

async function explainEventBridge(
  visit: Omit<Visit, 'body'>,
  bucket: BucketRow,
  change: S3Change,
): Promise<Step> {
  const event = s3EventBridgeEvent(change, '00000000-0000-0000-0000-000000000000');
  if (!event)
    return stops(
      'notification-rule',
      EVENT_BRIDGE_RULE,
      `S3 does not send ${change.eventName} to EventBridge`,
    );
  const bus = eventBusArn(bucket.region, bucket.account, 'default');
  const full = { ...visit, body: JSON.stringify(event) };
  return passes('notification-rule', EVENT_BRIDGE_RULE, [await explainEventBus(full, bus)]);
}
