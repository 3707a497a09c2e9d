import type {
  GetSubscriptionAttributesInput,
  GetSubscriptionAttributesResponse,
} from '../../aws/models/sns.ts';
import type { Reader } from '../../storage/storage.ts';
import type { SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import type { Context } from '../context.ts';
import { subscriptionEffectivePolicy } from './read-delivery-policy.ts';
import { requireSubscription } from './require-subscription.ts';
import { attributesOf } from './subscription-attributes.ts';
import { deliveryPolicyOf } from './throttle.ts';
import type { Attributes } from './topic-attributes.ts';

/**
 * The attributes of a subscription; the scope of filtering only when there is a filter policy.
 * https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html
 */
export async function getSubscriptionAttributes(
  { SubscriptionArn }: GetSubscriptionAttributesInput,
  context: Context,
): Promise<GetSubscriptionAttributesResponse> {
  return context.storage.read(async (reader) => {
    const subscription = await requireSubscription(reader, context, SubscriptionArn);
    const { FilterPolicyScope, ...attributes } = attributesOf(subscription);
    return {
      Attributes: {
        RawMessageDelivery: 'false',
        ...attributes,
        ...(attributes.FilterPolicy !== undefined && {
          FilterPolicyScope: FilterPolicyScope ?? 'MessageAttributes',
        }),
        ...(await effectivePolicy(reader, subscription)),
        ConfirmationWasAuthenticated: String(subscription.authenticated === 1),
        Endpoint: subscription.endpoint,
        Owner: subscription.account,
        PendingConfirmation: String(subscription.state === 'pending'),
        Protocol: subscription.protocol,
        SubscriptionArn: subscription.arn,
        SubscriptionPrincipal: subscription.principal,
        TopicArn: subscription.topic_arn,
      },
    };
  });
}

async function effectivePolicy(reader: Reader, subscription: SubscriptionRow): Promise<Attributes> {
  const { protocol } = subscription;
  if (protocol !== 'http' && protocol !== 'https') return {};
  const policy = await deliveryPolicyOf(reader, subscription);
  return { EffectiveDeliveryPolicy: subscriptionEffectivePolicy(policy) };
}
