import type { RemovePermissionInput } from '../../aws/models/sns.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateTopicAttributes } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { requireTopic } from './require-topic.ts';
import { defaultPolicy, readTopicPolicy } from './topic-policy.ts';

/**
 * Removes the statement with this label from the topic's policy; an unknown label is as good as
 * removed. When it was the last one, the policy is again the one that topics begin with, because a
 * topic is never without.
 * https://docs.aws.amazon.com/sns/latest/api/API_RemovePermission.html
 */
export async function removePermission(
  { TopicArn, Label }: RemovePermissionInput,
  context: Context,
): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const topic = await requireTopic(tx, context, TopicArn);
    const policy = readTopicPolicy(topic);
    const Statement = policy.Statement.filter(({ Sid }) => Sid !== Label);
    const changed =
      Statement.length === 0 ? defaultPolicy(topic) : JSON.stringify({ ...policy, Statement });
    await updateTopicAttributes(tx, topic.id, { ...topic, policy: changed });
    return {};
  });
}
