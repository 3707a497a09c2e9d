import {
  explainFilterPolicy,
  type FilteredMessage,
  matchFilterPolicy,
} from '../../events/filter-policy/index.ts';
import type { Transaction } from '../../storage/storage.ts';
import { type DeliveryKind, insertDelivery } from '../../storage/tables/deliveries.ts';
import type { Protocol, SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import type { TopicRow } from '../../storage/tables/topics.ts';
import type { Platform } from '../context.ts';
import type { Sent } from '../send-to-queue.ts';
import { messageFor, type Notification } from './message.ts';
import { type DeadLetter, sendToDeadLetterQueue, sendToSubscribedQueue } from './outgoing.ts';
import type { Signer } from './signer.ts';
import { subscriptionFilter } from './subscription-settings.ts';
import { takeTurn } from './throttle.ts';

/**
 * What became of a subscription at publishing: an entry of the JSON list in the event's `settled`
 * column.
 */
export type Considered = { readonly rule: string; readonly destination: string } & (
  | (Sent & { readonly deadLetter?: DeadLetter | undefined })
  /** Its filter policy does not let the message through; `path` is the field that decided. */
  | { readonly kind: 'filtered'; readonly path: string; readonly reason: string }
);

/**
 * Messages that one publish puts into queues at once. Beyond that the relay sends them, but for
 * FIFO topics.
 */
export const INLINE_MESSAGES_MAX = 10;

/** Mail servers are the operator's: all mail has one lane. Texts stay here. */
const LANES: Partial<Record<DeliveryKind, string>> = { 'sns-email': 'smtp', 'sns-sms': 'sms' };

export const DELIVERY_KINDS: Readonly<Record<Protocol, DeliveryKind>> = {
  sqs: 'sns-sqs',
  lambda: 'sns-lambda',
  http: 'sns-http',
  https: 'sns-http',
  email: 'sns-email',
  'email-json': 'sns-email',
  sms: 'sns-sms',
};

export const laneOf = ({ protocol, endpoint }: Pick<SubscriptionRow, 'protocol' | 'endpoint'>) =>
  LANES[DELIVERY_KINDS[protocol]] ?? endpoint;

export interface Publishing {
  /** Of the event. */
  readonly id: number;
  readonly topic: TopicRow;
  readonly notification: Notification;
  readonly trace: string | null;
  readonly signer: Signer;
}

/**
 * Answers a function that sees to one subscription after the other; it answers nothing where a
 * delivery is owed.
 */
export function createFanOut(
  tx: Transaction,
  platform: Platform,
  { id, topic, notification, trace, signer }: Publishing,
): (subscription: SubscriptionRow) => Promise<Considered | undefined> {
  let inline = 0;

  const sendNow = async (subscription: SubscriptionRow) => {
    inline++;
    const topicAccount = topic.account;
    const outgoing = { message: notification, subscription, topicAccount, trace, signer };
    const sent = await sendToSubscribedQueue(tx, platform, outgoing);
    if (sent.kind === 'delivered') return sent;
    return { ...sent, deadLetter: await sendToDeadLetterQueue(tx, platform, outgoing) };
  };
  const owe = async (subscription: SubscriptionRow) => {
    const now = notification.atMs;
    await insertDelivery(tx, {
      id: platform.ids.sequence(),
      event_id: id,
      kind: DELIVERY_KINDS[subscription.protocol],
      lane: laneOf(subscription),
      rule: subscription.arn,
      payload: null,
      now,
      next_at: await takeTurn(tx, topic, subscription, now),
    });
  };

  return async (subscription) => {
    const named = { rule: subscription.arn, destination: subscription.endpoint };
    const refusal = filteredOut(subscription, notification);
    if (refusal) return { ...named, kind: 'filtered', ...refusal };
    const few = inline < INLINE_MESSAGES_MAX && !platform.testKit?.faults.concern(named);
    const now = topic.fifo === 1 || few;
    if (subscription.protocol === 'sqs' && now)
      return { ...named, ...(await sendNow(subscription)) };
    await owe(subscription);
    return undefined;
  };
}

/**
 * Why the subscription's filter policy does not let the message through; `undefined` when it does.
 */
function filteredOut(
  subscription: SubscriptionRow,
  notification: Notification,
): { readonly path: string; readonly reason: string } | undefined {
  const filter = subscriptionFilter(subscription);
  if (!filter) return undefined;
  const message: FilteredMessage = {
    body: messageFor(notification, subscription.protocol),
    attributes: Object.fromEntries(
      Object.entries(notification.attributes).map(([name, { Type, Value }]) => [
        name,
        { DataType: Type, StringValue: Value },
      ]),
    ),
  };
  if (matchFilterPolicy(filter, message)) return undefined;
  const explanation = explainFilterPolicy(filter, message);
  return explanation.matched ? undefined : { path: explanation.path, reason: explanation.reason };
}
