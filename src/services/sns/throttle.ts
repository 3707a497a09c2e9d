import type { Reader, Transaction } from '../../storage/storage.ts';
import { type SubscriptionRow, updateSubscription } from '../../storage/tables/subscriptions.ts';
import { getTopic, type TopicRow } from '../../storage/tables/topics.ts';
import type { DeliveryPolicy } from './delivery-policy.ts';
import { effectiveDeliveryPolicy } from './read-delivery-policy.ts';
import { subscriptionSettings } from './subscription-settings.ts';
import { topicSettings } from './topic-attributes.ts';

/** How the subscription is delivered to by now. Its topic may be gone. */
export async function deliveryPolicyOf(
  reader: Reader,
  subscription: SubscriptionRow,
): Promise<DeliveryPolicy> {
  return policyFor(await getTopic(reader, subscription.topic_arn), subscription);
}

export const policyFor = (
  topic: TopicRow | undefined,
  subscription: Pick<SubscriptionRow, 'attributes'>,
): DeliveryPolicy =>
  effectiveDeliveryPolicy(
    topic && topicSettings(topic).deliveryPolicy,
    subscriptionSettings(subscription).deliveryPolicy,
  );

/**
 * When a delivery that is ready at `readyAt` may be tried, in milliseconds: then, or later when its
 * throttle policy makes it wait for others. It takes the turn, so that the next one gets a later
 * one.
 */
export async function takeTurn(
  tx: Transaction,
  topic: TopicRow | undefined,
  subscription: SubscriptionRow,
  readyAt: number,
): Promise<number> {
  if (subscription.protocol !== 'http' && subscription.protocol !== 'https') return readyAt;
  const { throttlePolicy } = policyFor(topic, subscription);
  if (!throttlePolicy) return readyAt;
  const turn = Math.max(readyAt, subscription.throttled_until);
  const intervalMs = Math.ceil(1000 / throttlePolicy.maxReceivesPerSecond);
  await updateSubscription(tx, subscription, { throttled_until: turn + intervalMs });
  return turn;
}
