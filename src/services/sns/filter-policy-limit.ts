import type { Reader } from '../../storage/storage.ts';
import { countFilterPolicies, type SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import { errors } from './errors.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
const OF_TOPIC_MAX = 200;
const OF_ACCOUNT_MAX = 10_000;

/**
 * Whether a subscription that has no filter policy yet can have one. Throws
 * FilterPolicyLimitExceeded.
 */
export async function checkFilterPolicyLimit(
  reader: Reader,
  subscription: Pick<SubscriptionRow, 'topic_id' | 'account'>,
): Promise<void> {
  const { ofTopic, ofAccount } = await countFilterPolicies(reader, subscription);
  if (ofTopic >= OF_TOPIC_MAX || ofAccount >= OF_ACCOUNT_MAX)
    throw errors.FilterPolicyLimitExceededException('Filter policy limit exceeded');
}
