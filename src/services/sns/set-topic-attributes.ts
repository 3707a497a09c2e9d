import type { SetTopicAttributesInput } from '../../aws/models/sns.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateTopicAttributes } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { ATTRIBUTE_FAULT } from './errors.ts';
import { requireTopic } from './require-topic.ts';
import { attributeColumns, attributesOf, changeTopicAttributes } from './topic-attributes.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html */
export async function setTopicAttributes(
  { TopicArn, AttributeName, AttributeValue = '' }: SetTopicAttributesInput,
  context: Context,
): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const topic = await requireTopic(tx, context, TopicArn);
    const attributes = changeTopicAttributes(
      attributesOf(topic),
      { [AttributeName]: AttributeValue },
      topic.fifo === 1,
      ATTRIBUTE_FAULT.set,
    );
    await updateTopicAttributes(tx, topic.id, attributeColumns(attributes));
    return {};
  });
}
