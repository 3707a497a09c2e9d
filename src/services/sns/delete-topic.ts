import type { DeleteTopicInput } from '../../aws/models/sns.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteTopic as deleteRow, getTopic } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { invalidParameter } from './errors.ts';
import { readArn } from './require-topic.ts';
import { sweep } from './sweep.ts';

/**
 * Deletes a topic; one that does not exist is deleted as well. Its subscriptions get nothing any
 * more, though they can still be looked at for a while.
 * https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html
 */
export async function deleteTopic({ TopicArn }: DeleteTopicInput, context: Context): Promise<Unit> {
  if (readArn(TopicArn, 'TopicArn').region !== context.region) throw invalidParameter('TopicArn');
  return context.storage.transaction(async (tx) => {
    const topic = await getTopic(tx, TopicArn);
    if (topic) await deleteRow(tx, topic.id, context.clock.now());
    await sweep(tx, context);
    return {};
  });
}
