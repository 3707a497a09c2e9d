import type { GetTopicAttributesInput, GetTopicAttributesResponse } from '../../aws/models/sns.ts';
import { countSubscriptions } from '../../storage/tables/subscriptions.ts';
import type { Context } from '../context.ts';
import { topicEffectivePolicy } from './read-delivery-policy.ts';
import { requireTopic } from './require-topic.ts';
import { effectiveAttributes } from './topic-attributes.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export async function getTopicAttributes(
  { TopicArn }: GetTopicAttributesInput,
  context: Context,
): Promise<GetTopicAttributesResponse> {
  return context.storage.read(async (reader) => {
    const topic = await requireTopic(reader, context, TopicArn);
    const { confirmed, pending } = await countSubscriptions(reader, topic.id);
    const attributes = effectiveAttributes(topic);
    return {
      Attributes: {
        ...attributes,
        EffectiveDeliveryPolicy: topicEffectivePolicy(attributes.DeliveryPolicy),
        Owner: topic.account,
        SubscriptionsConfirmed: String(confirmed),
        SubscriptionsDeleted: String(topic.subscriptions_deleted),
        SubscriptionsPending: String(pending),
        TopicArn: topic.arn,
      },
    };
  });
}
