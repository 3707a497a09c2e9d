import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { Gallery } from './gallery.ts';

/**
 * How many messages wait, are in hand, and lie in the dead-letter queue: about so many, says SQS.
 */
export interface QueueDepths {
  readonly waiting: number;
  readonly inHand: number;
  readonly dead: number;
}

/** Null while SQS cannot be asked: the page says that it is away. */
export async function readDepths(gallery: Gallery): Promise<QueueDepths | null> {
  try {
    const [queue, dead] = await Promise.all([
      count(gallery, gallery.queueUrl),
      count(gallery, gallery.deadLetterQueueUrl),
    ]);
    return { ...queue, dead: dead.waiting + dead.inHand };
  } catch {
    return null;
  }
}

async function count({ sqs, signal }: Gallery, QueueUrl: string) {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
    { abortSignal: signal },
  );
  return {
    waiting: Number(Attributes?.ApproximateNumberOfMessages),
    inHand: Number(Attributes?.ApproximateNumberOfMessagesNotVisible),
  };
}
