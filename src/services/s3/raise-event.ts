import { bucketArn, eventBusArn } from '../../aws/arn.ts';
import { lineageOf, withLineage } from '../../aws/trace-header.ts';
import type { DestinationKind } from '../../events/notification/index.ts';
import {
  type EventBridgeEvent,
  s3EventBridgeEvent,
  s3EventMessage,
} from '../../events/s3/index.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { type DeliveryKind, insertDelivery } from '../../storage/tables/deliveries.ts';
import { type EventRow, insertEvent } from '../../storage/tables/events.ts';
import { type Sent, sendToQueue } from '../send-to-queue.ts';
import { type BucketRules, digestOf, EVENT_BRIDGE_RULE, rulesOf } from '../stored-notification.ts';
import { senderOf } from './check-destinations.ts';
import { type ChangeContext, describeChange, type ObjectChange } from './object-change.ts';

/**
 * What was settled with the change itself: an entry of the JSON list in the event's `settled`
 * column.
 */
export type Settled = Sent & { readonly rule: string; readonly destination: string };

const RELAYED: Readonly<Record<DestinationKind, DeliveryKind>> = {
  queue: 's3-queue',
  topic: 's3-topic',
  function: 's3-function',
};

/**
 * Writes down what happened and what it is owed to, in the transaction of the change: an object and
 * its event commit together or not at all. Where nobody listens, only the journal keeps the event; without a journal
 * nothing is written.
 *
 * Queues get their message right here, so that it is receivable when the request is answered;
 * topics, functions and EventBridge are owed a delivery. A destination that is gone or refuses
 * never fails the request: the event notes it.
 */
export async function raiseEvent(
  tx: Transaction,
  context: ChangeContext,
  bucket: BucketRow,
  change: ObjectChange,
): Promise<void> {
  const rules = bucket.notification === null ? NO_RULES : rulesOf(bucket.notification);
  const matched = rules.match(change.eventName, change.key);
  const wanted = matched.length > 0 || rules.eventBridge;
  if (!wanted && context.settings.journal.days === 0) return;

  const described = describeChange(context, bucket, change);
  const eventId = context.ids.sequence();
  const lineage = lineageOf(context.trace);
  const owe = (kind: DeliveryKind, lane: string, rule: string) =>
    insertDelivery(tx, {
      id: context.ids.sequence(),
      event_id: eventId,
      kind,
      lane,
      rule,
      payload: null,
      now: context.clock.now(),
    });

  // S3 refuses rules that overlap, so one matches at most.
  const settled: Settled[] = [];
  for (const { configurationId, destinationKind, destination } of matched) {
    // Faults of a test act on deliveries: what they concern goes by the relay.
    const rule = { rule: configurationId, destination };
    if (destinationKind === 'queue' && !context.testKit?.faults.concern(rule)) {
      const sent = await sendToQueue(tx, context, senderOf(bucket), destination, {
        body: s3EventMessage(described, configurationId),
        senderId: bucket.account,
        // Consumers send it on, so that what they cause is known to come from this event.
        traceHeader: withLineage(context.trace, { hops: lineage.hops + 1, cause: eventId }),
      });
      settled.push({ rule: configurationId, destination, ...sent });
    } else await owe(RELAYED[destinationKind], destination, configurationId);
  }
  if (rules.eventBridge) {
    const bus = eventBusArn(bucket.region, bucket.account, 'default');
    await owe('s3-event-bus', bus, EVENT_BRIDGE_RULE);
  }
  await insertEvent(tx, {
    id: eventId,
    kind: 's3',
    at: change.atMs,
    account: bucket.account,
    region: bucket.region,
    source: bucketArn(bucket.name),
    name: change.eventName,
    subject: change.key,
    payload: JSON.stringify(described),
    settled: settled.length === 0 ? null : JSON.stringify(settled),
    trace: context.trace ?? null,
    ...lineage,
    configuration: bucket.notification === null ? null : digestOf(bucket.notification),
    ...(!wanted && { outcome: 'unmatched' }),
  });
}

const NO_RULES: Pick<BucketRules, 'match' | 'eventBridge'> = {
  match: () => [],
  eventBridge: false,
};

/**
 * `{"Records":[...]}`, as a queue, topic or function gets it from the configuration with that id.
 */
export const renderRecord = (event: Pick<EventRow, 'payload'>, configurationId: string): string =>
  s3EventMessage(JSON.parse(event.payload), configurationId);

/**
 * The event as a bus gets it, under that id; `undefined` for what S3 does not send to EventBridge.
 */
export const renderEventBridgeEvent = (
  event: Pick<EventRow, 'payload'>,
  id: string,
): EventBridgeEvent | undefined => s3EventBridgeEvent(JSON.parse(event.payload), id);
