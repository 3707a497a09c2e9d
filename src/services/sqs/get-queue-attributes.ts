import type { GetQueueAttributesRequest, GetQueueAttributesResult } from '../../aws/models/sqs.ts';
import { countMessages } from '../../storage/tables/message-counts.ts';
import type { Context } from '../context.ts';
import { attributesOf, checkAttributeNames, effectiveAttributes } from './queue-attributes.ts';
import { requireQueue } from './queue-url.ts';

/**
 * The attributes asked for, or `All`; asking for none gets none. The numbers of messages are exact here.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
 */
export async function getQueueAttributes(
  { QueueUrl, AttributeNames = [] }: GetQueueAttributesRequest,
  context: Context,
): Promise<GetQueueAttributesResult> {
  checkAttributeNames(AttributeNames);
  return context.storage.read(async (reader) => {
    const queue = await requireQueue(reader, context, QueueUrl);
    const all = AttributeNames.includes('All');
    const wanted = (name: string) => all || AttributeNames.includes(name);
    const shown: Record<string, string> = {
      ...effectiveAttributes(attributesOf(queue)),
      QueueArn: queue.arn,
      CreatedTimestamp: seconds(queue.created_at),
      LastModifiedTimestamp: seconds(queue.modified_at),
    };
    if (all || AttributeNames.some((name) => name.startsWith('Approximate'))) {
      const counts = await countMessages(reader, queue, context.clock.now());
      shown.ApproximateNumberOfMessages = String(counts.visible);
      shown.ApproximateNumberOfMessagesNotVisible = String(counts.inFlight);
      shown.ApproximateNumberOfMessagesDelayed = String(counts.delayed);
    }
    const selected = Object.entries(shown).filter(([name]) => wanted(name));
    return selected.length === 0 ? {} : { Attributes: Object.fromEntries(selected) };
  });
}

const seconds = (ms: number) => String(Math.floor(ms / 1000));
