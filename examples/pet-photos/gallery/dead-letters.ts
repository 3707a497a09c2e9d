import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import { readPhotoEvents } from '../shared/photo-event.ts';
import type { Gallery } from './gallery.ts';

/** How many messages are looked through for those of one photo. */
const SEARCHED_MAX = 500;
const BATCH_MAX = 10;
/** What is looked at stays hidden for so long, so that the search sees every message once. */
const HIDDEN_SECONDS = 10;

/**
 * Takes the messages of one photo out of the dead-letter queue, after `act` has seen to each.
 * Answers how many there were. A queue cannot be searched, so its messages are received one after
 * the other, and those of other photos are put back.
 */
export async function takeDeadLetters(
  gallery: Gallery,
  key: string,
  act: (message: Message) => Promise<unknown>,
): Promise<number> {
  const { sqs, deadLetterQueueUrl: QueueUrl } = gallery;
  const others: Message[] = [];
  let taken = 0;
  while (others.length < SEARCHED_MAX) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: BATCH_MAX,
        VisibilityTimeout: HIDDEN_SECONDS,
      }),
    );
    if (Messages.length === 0) break;
    for (const message of Messages) {
      if (!isAbout(message, key)) {
        others.push(message);
        continue;
      }
      await act(message);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
      taken++;
    }
  }
  await Promise.all(others.map((message) => putBack(gallery, message)));
  return taken;
}

export const dropDeadLetters = (gallery: Gallery, key: string) =>
  takeDeadLetters(gallery, key, async () => undefined);

const isAbout = ({ Body = '{}' }: Message, key: string) =>
  readPhotoEvents(Body).some((event) => event.key === key);

const putBack = ({ sqs, deadLetterQueueUrl }: Gallery, { ReceiptHandle }: Message) =>
  sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: deadLetterQueueUrl,
      ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );
