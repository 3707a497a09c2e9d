import { fail } from '../../aws/error.ts';
import type { Reader } from '../../storage/storage.ts';
import { getSubscription, type SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import type { Context } from '../context.ts';
import { invalidParameter, subscriptionDoesNotExist } from './errors.ts';
import { readArn } from './require-topic.ts';

const SUBSCRIPTION_ID = /^[^:]+:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Checks the form of a subscription's ARN, the topic's with a UUID. Throws InvalidParameter. */
export function checkSubscriptionArn(arn: string): void {
  if (!SUBSCRIPTION_ID.test(readArn(arn, 'SubscriptionArn').resource))
    throw invalidParameter('SubscriptionId');
}

/**
 * The subscription that a request names, which must be of the caller's account or of one of its
 * topics.
 */
export async function requireSubscription(
  reader: Reader,
  { account }: Pick<Context, 'account'>,
  arn: string,
): Promise<SubscriptionRow> {
  checkSubscriptionArn(arn);
  const subscription = await getSubscription(reader, arn);
  if (!subscription || subscription.state === 'deleted' || !ownedBy(subscription, account))
    return fail(subscriptionDoesNotExist());
  return subscription;
}

/** Both who subscribed and who owns the topic may look after a subscription. */
export const ownedBy = (subscription: SubscriptionRow, account: string): boolean =>
  subscription.account === account || subscription.topic_arn.split(':')[4] === account;
