import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { RECEIVES_MAX } from '../shared/limits.ts';
import { type PhotoEvent, readPhotoEvents } from '../shared/photo-event.ts';
import { BadPhoto } from './bad-photo.ts';
import { handleEvent, type Work } from './handle-event.ts';

export interface MessageWork extends Work {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly deadLetterQueueUrl: string;
}

/**
 * Handles a message and deletes it. A bad photo goes to the dead-letter queue at once, with the
 * reason as attributes of the message. Any other failure leaves the message in the queue, which
 * gives it out again, and after `RECEIVES_MAX` times moves it to the dead-letter queue itself.
 */
export async function handleMessage(work: MessageWork, message: Message): Promise<void> {
  try {
    for (const event of readPhotoEvents(message.Body ?? '')) {
      await handleEvent(work, event).catch((error) => rejectPhoto(work, message, event, error));
    }
    await remove(work, message);
  } catch (error) {
    console.error(`${message.MessageId}: ${error}`);
    await tryAgainSoon(work, message).catch((later) => console.error(String(later)));
  }
}

async function rejectPhoto(work: MessageWork, message: Message, event: PhotoEvent, error: unknown) {
  if (!(error instanceof BadPhoto)) {
    await noteLastTry(work, message, event, error);
    throw error;
  }
  const { sqs, deadLetterQueueUrl, database } = work;
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: deadLetterQueueUrl,
      MessageBody: message.Body ?? '',
      MessageAttributes: {
        Key: { DataType: 'String', StringValue: event.key },
        ErrorCode: { DataType: 'String', StringValue: error.code },
        ErrorMessage: { DataType: 'String', StringValue: error.message },
      },
    }),
  );
  await database.failed(event, error);
}

/** After its last try a message is moved by the queue, which cannot tell why. */
async function noteLastTry(
  { database }: Work,
  { Attributes }: Message,
  event: PhotoEvent,
  error: unknown,
) {
  if (Number(Attributes?.ApproximateReceiveCount) < RECEIVES_MAX) return;
  await database.failed(event, { code: 'GaveUp', message: `${RECEIVES_MAX} tries: ${error}` });
}

const remove = ({ sqs, queueUrl }: MessageWork, { ReceiptHandle }: Message) =>
  sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));

/** 2, 4, 8 ... seconds from now, rather than when the visibility timeout ends. */
const tryAgainSoon = ({ sqs, queueUrl }: MessageWork, { ReceiptHandle, Attributes }: Message) =>
  sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle,
      VisibilityTimeout: 2 ** Number(Attributes?.ApproximateReceiveCount ?? 1),
    }),
  );
