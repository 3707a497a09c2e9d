import { lineageOf } from '../../aws/trace-header.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertDelivery } from '../../storage/tables/deliveries.ts';
import { insertEvent } from '../../storage/tables/events.ts';
import { type SubscriptionRow, updateSubscription } from '../../storage/tables/subscriptions.ts';
import type { TopicRow } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { DELIVERY_KINDS, laneOf } from './fan-out.ts';
import type { Confirmation } from './message.ts';
import { topicSettings } from './topic-attributes.ts';

/** For how long a subscription can be confirmed, or its end be taken back. */
const TOKEN_MS = 3 * 24 * 3600 * 1000;
/** As long as AWS's. */
const TOKEN_BYTES = 112;

const EVENT_NAMES = {
  SubscriptionConfirmation: 'Subscribe',
  UnsubscribeConfirmation: 'Unsubscribe',
} as const satisfies Record<Confirmation['type'], string>;

/**
 * Asks the endpoint of a subscription to confirm it, or tells it that it ended and how to take that
 * back: a token that is good for three days, and a delivery that carries it. Asked again, it is the
 * same token with a new term.
 */
export async function askForConfirmation(
  tx: Transaction,
  context: Context,
  topic: TopicRow,
  subscription: SubscriptionRow,
  type: Confirmation['type'],
): Promise<void> {
  const { ids, clock } = context;
  const now = clock.now();
  const token = subscription.token ?? Buffer.from(ids.bytes(TOKEN_BYTES)).toString('hex');
  await updateSubscription(tx, subscription, { token, expires_at: now + TOKEN_MS });

  const confirmation: Confirmation = {
    type,
    messageId: ids.uuid(),
    topicArn: topic.arn,
    atMs: now,
    token,
    signatureVersion: topicSettings(topic).signatureVersion,
  };
  const eventId = ids.sequence();
  await insertEvent(tx, {
    id: eventId,
    kind: 'sns',
    at: now,
    account: topic.account,
    region: topic.region,
    source: topic.arn,
    name: EVENT_NAMES[type],
    subject: confirmation.messageId,
    payload: JSON.stringify(confirmation),
    settled: null,
    trace: context.trace ?? null,
    ...lineageOf(context.trace),
  });
  await insertDelivery(tx, {
    id: ids.sequence(),
    event_id: eventId,
    kind: DELIVERY_KINDS[subscription.protocol],
    lane: laneOf(subscription),
    rule: subscription.arn,
    payload: null,
    now,
  });
}
