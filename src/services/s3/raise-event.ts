import { bucketArn, eventBusArn } from '../../aws/arn.ts';
import { lineageOf } from '../../aws/trace-header.ts';
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
import { senderOf } from './check-destinations.ts';
import { type ChangeContext, describeChange, type ObjectChange } from './object-change.ts';
import { rulesOf } from './stored-notification.ts';

/**
 * What was settled with the change itself: an entry of the JSON list in the event's `settled`
 * column.
 */
export type Settled = Sent & { readonly rule: string; readonly destination: string };

/**
 * What deliveries to EventBridge name as their rule, since EventBridge is on or off and has no
 * configuration id.
 */
export const EVENT_BRIDGE_RULE = 'EventBridgeConfiguration';

const RELAYED: Readonly<Record<Exclude<DestinationKind, 'queue'>, DeliveryKind>> = {
  topic: 's3-topic',
  function: 's3-function',
};

/**
 * Writes down what happened and what it is owed to, in the transaction of the change: an object and
 * its event commit together or not at all. Where nobody listens nothing is written.
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
  if (bucket.notification === null) return;
  const rules = rulesOf(bucket.notification);
  const matched = rules.match(change.eventName, change.key);
  if (matched.length === 0 && !rules.eventBridge) return;

  const described = describeChange(context, bucket, change);
  const eventId = context.ids.sequence();
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
    if (destinationKind === 'queue') {
      const sent = await sendToQueue(tx, context, senderOf(bucket), destination, {
        body: s3EventMessage(described, configurationId),
        senderId: bucket.account,
        traceHeader: context.trace,
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
    ...lineageOf(context.trace),
  });
}

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
