import { rootArn } from '../../aws/arn.ts';
import type { AddPermissionInput } from '../../aws/models/sns.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateTopicAttributes } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { ATTRIBUTE_FAULT, invalidParameter } from './errors.ts';
import { requireTopic } from './require-topic.ts';
import { checkPolicy, readTopicPolicy } from './topic-policy.ts';

const ACCOUNT_ID = /^\d{12}$/;

/**
 * Adds a statement to the topic's policy that lets other accounts do something.
 * https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html
 */
export async function addPermission(input: AddPermissionInput, context: Context): Promise<Unit> {
  const { TopicArn, Label, AWSAccountId } = input;
  for (const id of AWSAccountId) if (!ACCOUNT_ID.test(id)) throw invalidParameter('AWSAccountId');
  return context.storage.transaction(async (tx) => {
    const topic = await requireTopic(tx, context, TopicArn);
    const policy = readTopicPolicy(topic);
    if (policy.Statement.some(({ Sid }) => Sid === Label))
      throw invalidParameter('Statement already exists');
    const Statement = [...policy.Statement, statementOf(input)];
    const changed = JSON.stringify({ ...policy, Statement });
    checkPolicy(changed, ATTRIBUTE_FAULT.set);
    await updateTopicAttributes(tx, topic.id, { ...topic, policy: changed });
    return {};
  });
}

const statementOf = ({ TopicArn, Label, AWSAccountId, ActionName }: AddPermissionInput) => ({
  Sid: Label,
  Effect: 'Allow',
  Principal: { AWS: oneOrMany(AWSAccountId.map(rootArn)) },
  Action: oneOrMany(ActionName.map((action) => `SNS:${action}`)),
  Resource: TopicArn,
});

const oneOrMany = (values: string[]) => (values.length === 1 ? values[0] : values);
