import type { SetSubscriptionAttributesInput } from '../../aws/models/sns.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateSubscription } from '../../storage/tables/subscriptions.ts';
import type { Context } from '../context.ts';
import { ATTRIBUTE_FAULT } from './errors.ts';
import { checkFilterPolicyLimit } from './filter-policy-limit.ts';
import { requireSubscription } from './require-subscription.ts';
import { changeSubscriptionAttributes } from './subscription-attributes.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html */
export async function setSubscriptionAttributes(
  { SubscriptionArn, AttributeName, AttributeValue = '' }: SetSubscriptionAttributesInput,
  context: Context,
): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const subscription = await requireSubscription(tx, context, SubscriptionArn);
    const change = { [AttributeName]: AttributeValue };
    const columns = changeSubscriptionAttributes(subscription, change, ATTRIBUTE_FAULT.set);
    if (columns.filter_policy !== null && subscription.filter_policy === null)
      await checkFilterPolicyLimit(tx, subscription);
    await updateSubscription(tx, subscription, columns);
    return {};
  });
}
