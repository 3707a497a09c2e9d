import { topicArn } from '../../aws/arn.ts';
import type { ListTopicsInput, ListTopicsResponse } from '../../aws/models/sns.ts';
import { listTopicsByArn } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { afterToken, PAGE_QUERY, pageOf } from './pages.ts';

/**
 * The caller's topics in this region, by name.
 * https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html
 */
export async function listTopics(
  { NextToken }: ListTopicsInput,
  { storage, region, account }: Context,
): Promise<ListTopicsResponse> {
  const rows = await storage.read((reader) =>
    listTopicsByArn(reader, topicArn(region, account, ''), afterToken(NextToken), PAGE_QUERY),
  );
  const { items, nextToken } = pageOf(rows);
  return { Topics: items.map(({ arn }) => ({ TopicArn: arn })), NextToken: nextToken };
}
