import type {
  ListSubscriptionsByTopicInput,
  ListSubscriptionsByTopicResponse,
  ListSubscriptionsInput,
  ListSubscriptionsResponse,
  Subscription,
} from '../../aws/models/sns.ts';
import {
  listSubscriptionsOfAccount,
  listSubscriptionsOfTopic,
  type SubscriptionRow,
} from '../../storage/tables/subscriptions.ts';
import type { Context } from '../context.ts';
import { afterToken, PAGE_QUERY, pageOf } from './pages.ts';
import { requireTopic } from './require-topic.ts';

/** What lists show for an endpoint that has not confirmed. */
const PENDING = 'PendingConfirmation';

/**
 * The caller's subscriptions in this region.
 * https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html
 */
export async function listSubscriptions(
  { NextToken }: ListSubscriptionsInput,
  { storage, account, region }: Context,
): Promise<ListSubscriptionsResponse> {
  const after = afterToken(NextToken);
  const rows = await storage.read((reader) =>
    listSubscriptionsOfAccount(reader, account, region, after, PAGE_QUERY),
  );
  return pageOfSubscriptions(rows);
}

/** https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html */
export async function listSubscriptionsByTopic(
  { TopicArn, NextToken }: ListSubscriptionsByTopicInput,
  context: Context,
): Promise<ListSubscriptionsByTopicResponse> {
  const after = afterToken(NextToken);
  const rows = await context.storage.read(async (reader) => {
    const topic = await requireTopic(reader, context, TopicArn);
    return listSubscriptionsOfTopic(reader, topic.id, after, PAGE_QUERY);
  });
  return pageOfSubscriptions(rows);
}

function pageOfSubscriptions(rows: readonly SubscriptionRow[]) {
  const { items, nextToken } = pageOf(rows);
  return { Subscriptions: items.map(shown), NextToken: nextToken };
}

const shown = (row: SubscriptionRow): Subscription => ({
  SubscriptionArn: row.state === 'pending' ? PENDING : row.arn,
  Owner: row.account,
  Protocol: row.protocol,
  Endpoint: row.endpoint,
  TopicArn: row.topic_arn,
});
