import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import type { Settings } from '../shared/settings.ts';
import type { Arns } from './arns.ts';
import { policyOf, statementFor } from './policy.ts';

/** Of the news the workers want the removals only, and those as S3 wrote them. */
const REMOVALS_ONLY = {
  RawMessageDelivery: 'true',
  FilterPolicyScope: 'MessageBody',
  FilterPolicy: JSON.stringify({ Records: { eventName: [{ prefix: 'ObjectRemoved:' }] } }),
};

/**
 * The topic of what is new: photos that were removed, and large ones. It tells the workers, an
 * archive and the admin.
 */
export async function provisionTopic(settings: Settings, arns: Arns): Promise<void> {
  const sns = new SNSClient();
  await sns.send(new CreateTopicCommand({ Name: settings.topic }));
  await sns.send(
    new SetTopicAttributesCommand({
      TopicArn: arns.topic,
      AttributeName: 'Policy',
      AttributeValue: policyOf(
        statementFor('s3', 'sns:Publish', arns.topic, arns.bucket),
        statementFor('events', 'sns:Publish', arns.topic, arns.largeRule),
      ),
    }),
  );
  await ensureSubscription(sns, arns.topic, 'sqs', arns.queue, REMOVALS_ONLY);
  await ensureSubscription(sns, arns.topic, 'sqs', arns.archiveQueue, {});
  // The admin gets a mail with a link to confirm it.
  await ensureSubscription(sns, arns.topic, 'email', settings.adminAddress, {});
}

async function ensureSubscription(
  sns: SNSClient,
  topicArn: string,
  protocol: 'sqs' | 'email',
  endpoint: string,
  attributes: Record<string, string>,
): Promise<void> {
  const { Subscriptions = [] } = await sns.send(
    new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }),
  );
  // An address that has not confirmed yet is not asked again.
  if (Subscriptions.some((known) => known.Endpoint === endpoint && protocol === 'email')) return;
  const { SubscriptionArn } = await sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: protocol,
      Endpoint: endpoint,
      ReturnSubscriptionArn: true,
    }),
  );
  for (const [AttributeName, AttributeValue] of Object.entries(attributes)) {
    await sns.send(
      new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }),
    );
  }
}
