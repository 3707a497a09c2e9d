import { bucketArn, eventBusArn } from '../../aws/arn.ts';
import { lineageOf } from '../../aws/trace-header.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { type DeliveryKind, insertDelivery } from '../../storage/tables/deliveries.ts';
import { type EventRow, insertEvent } from '../../storage/tables/events.ts';
import type { Context } from '../context.ts';
import { type Sent, sendToQueue } from '../send-to-queue.ts';
import { type NotificationRule, notificationRules } from './notification-rules.ts';
import { renderMessage, type S3Change } from './s3-change.ts';

/** What happened to an object. */
export interface ObjectChange {
  /** As records show it: `ObjectCreated:Put`. */
  readonly eventName: string;
  /** The API call, as EventBridge shows it: `PutObject`. */
  readonly reason: string;
  readonly key: string;
  /** The sequencer. */
  readonly sequence: number;
  readonly atMs: number;
  readonly size?: number | undefined;
  /** Without quotes. */
  readonly etag?: string | undefined;
  /** Left out for the null version. */
  readonly versionId?: string | undefined;
  readonly deletionType?: 'Permanently Deleted' | 'Delete Marker Created' | undefined;
  readonly storageClass?: string | undefined;
  readonly restoreExpiryMs?: number | undefined;
}

/** What was settled with the change itself, as the event's `settled` column holds it (a JSON list). */
export type Settled = Sent & { readonly rule: string; readonly destination: string };

/** Messages that one change puts into queues at once; what is owed beyond goes through the relay, so a PUT stays fast. */
export const INLINE_MESSAGES_MAX = 10;

/** The rule that deliveries to EventBridge name; configurations cannot have this id. */
export const EVENT_BRIDGE_RULE = 'EventBridgeConfiguration';

const RELAYED: Readonly<Record<NotificationRule['kind'], DeliveryKind>> = {
  queue: 's3-queue',
  topic: 's3-topic',
  function: 's3-function',
};

/**
 * Writes down what happened and what it is owed to, in the transaction of the change: an object and its event commit together or
 * not at all. Where nobody listens nothing is written.
 *
 * Queues get their message right here, so that it is receivable when the request is answered; topics, functions and EventBridge are
 * owed a delivery. A destination that is gone or refuses never fails the request: that is noted on the event.
 */
export async function raiseEvent(
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  change: ObjectChange,
): Promise<void> {
  if (bucket.notification === null) return;
  const rules = notificationRules(bucket.notification);
  const matched = rules.match(change.eventName, change.key);
  if (matched.length === 0 && !rules.eventBridge) return;

  const event = eventOf(context, bucket, change);
  const settled: Settled[] = [];
  for (const rule of matched) {
    if (rule.kind === 'queue' && settled.length < INLINE_MESSAGES_MAX) {
      const sent = await sendRecord(tx, context, bucket, event, rule);
      settled.push({ rule: rule.id, destination: rule.destination, ...sent });
    } else await owe(tx, context, event, RELAYED[rule.kind], rule.destination, rule.id);
  }
  if (rules.eventBridge) {
    const bus = eventBusArn(bucket.region, bucket.account, 'default');
    await owe(tx, context, event, 's3-event-bus', bus, EVENT_BRIDGE_RULE);
  }
  await insertEvent(tx, {
    ...event,
    settled: settled.length === 0 ? null : JSON.stringify(settled),
  });
}

function eventOf(context: Context, bucket: BucketRow, change: ObjectChange): EventRow {
  const payload: S3Change = {
    ...change,
    bucket: bucket.name,
    region: bucket.region,
    owner: bucket.account,
    requester: context.account,
    principalId: context.caller.principalId,
    sourceIp: context.caller.sourceIp,
    requestId: context.requestId,
    hostId: context.hostId,
  };
  return {
    id: context.ids.sequence(),
    kind: 's3',
    at: change.atMs,
    account: bucket.account,
    region: bucket.region,
    source: bucketArn(bucket.name),
    name: change.eventName,
    subject: change.key,
    payload: JSON.stringify(payload),
    settled: null,
    trace: context.trace ?? null,
    ...lineageOf(context.trace),
  };
}

function sendRecord(
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  event: EventRow,
  rule: NotificationRule,
): Promise<Sent> {
  const sender = {
    principal: 's3.amazonaws.com',
    sourceArn: event.source,
    sourceAccount: bucket.account,
  };
  return sendToQueue(tx, context, sender, rule.destination, {
    body: renderMessage(event, rule.id),
    senderId: bucket.account,
    traceHeader: context.trace,
  });
}

const owe = (
  tx: Transaction,
  context: Context,
  event: EventRow,
  kind: DeliveryKind,
  lane: string,
  rule: string,
) =>
  insertDelivery(tx, {
    id: context.ids.sequence(),
    event_id: event.id,
    kind,
    lane,
    rule,
    payload: null,
    now: context.clock.now(),
  });
