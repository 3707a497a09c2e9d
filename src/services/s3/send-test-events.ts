import { bucketArn } from '../../aws/arn.ts';
import { lineageOf } from '../../aws/trace-header.ts';
import type { NotificationRule } from '../../events/notification/index.ts';
import { s3TestEventMessage } from '../../events/s3/index.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { insertDelivery } from '../../storage/tables/deliveries.ts';
import { insertEvent } from '../../storage/tables/events.ts';
import type { Context } from '../context.ts';
import { sendToQueue } from '../send-to-queue.ts';
import { senderOf } from './check-destinations.ts';
import { unableToValidateDestinations } from './configuration-errors.ts';

const TEST_EVENT = 's3:TestEvent';

/**
 * Tells each queue and topic of a new configuration that it is one, with an `s3:TestEvent`.
 * Functions and EventBridge get none. Queues have theirs when the request is answered; topics are
 * owed a delivery.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export async function sendTestEvents(
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  rules: readonly NotificationRule[],
): Promise<void> {
  const { requestId, hostId } = context;
  const atMs = context.clock.now();
  const body = s3TestEventMessage({ bucket: bucket.name, atMs, requestId, hostId });
  for (const rule of rules) {
    if (rule.destinationKind === 'queue') {
      const message = { body, senderId: bucket.account, traceHeader: context.trace };
      const sent = await sendToQueue(tx, context, senderOf(bucket), rule.destination, message);
      if (sent.kind === 'rejected')
        throw unableToValidateDestinations([{ name: rule.destination, value: sent.reason }]);
    }
    if (rule.destinationKind === 'topic') await oweTestEvent(tx, context, bucket, rule, body);
  }
}

async function oweTestEvent(
  tx: Transaction,
  context: Context,
  bucket: BucketRow,
  rule: NotificationRule,
  payload: string,
): Promise<void> {
  const now = context.clock.now();
  const eventId = context.ids.sequence();
  await insertEvent(tx, {
    id: eventId,
    kind: 's3',
    at: now,
    account: bucket.account,
    region: bucket.region,
    source: bucketArn(bucket.name),
    name: TEST_EVENT,
    subject: '',
    payload,
    settled: null,
    trace: context.trace ?? null,
    ...lineageOf(context.trace),
  });
  await insertDelivery(tx, {
    id: context.ids.sequence(),
    event_id: eventId,
    kind: 's3-topic',
    lane: rule.destination,
    rule: rule.configurationId,
    payload,
    now,
  });
}
