import type { AwsError } from '../../aws/error.ts';
import type {
  MessageSystemAttributeValue,
  SendMessageBatchRequest,
  SendMessageBatchResult,
  SendMessageBatchResultEntry,
  SendMessageRequest,
  SendMessageResult,
} from '../../aws/models/sqs.ts';
import type { Transaction } from '../../storage/storage.ts';
import { appendMessage, type NewMessage } from '../../storage/tables/messages.ts';
import type { QueueRow } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import { checkMessage, checkOrder, type MessageFault, messageBytes } from '../queue-message.ts';
import { checkEntries, runEntries } from './batch.ts';
import { checkNumber } from './check-number.ts';
import { errors, invalidParameter, invalidValue, messageFault } from './errors.ts';
import { attributesDigest, bodyDigest } from './message-digests.ts';
import { requireQueue } from './queue-url.ts';

const DELAY_SECONDS = { min: 0, max: 900 };
/** For a whole batch, whatever the queue allows for one message. */
const BATCH_BYTES_MAX = 1_048_576;
const TRACE_HEADER = 'AWSTraceHeader';

/**
 * Puts one message into a queue. In a FIFO queue a message sent before, within five minutes, is accepted
 * again but not delivered again: the answer names the first one.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export async function sendMessage(
  input: SendMessageRequest,
  context: Context,
): Promise<SendMessageResult> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, input.QueueUrl);
    return send(tx, queue, input, context, messageFault);
  });
}

/**
 * Puts up to ten messages into a queue. Each succeeds or fails alone, but for what is wrong with the request as a whole: its
 * size, and what a FIFO queue requires.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
 */
export async function sendMessageBatch(
  input: SendMessageBatchRequest,
  context: Context,
): Promise<SendMessageBatchResult> {
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, input.QueueUrl);
    checkEntries(input.Entries, 'SendMessageBatchRequestEntry');
    checkBatch(queue, input.Entries, context);
    return runEntries(
      input.Entries,
      async (entry): Promise<SendMessageBatchResultEntry> => ({
        Id: entry.Id,
        ...(await send(tx, queue, entry, context, entryFault)),
      }),
    );
  });
}

type Entry = Omit<SendMessageRequest, 'QueueUrl'>;
type Sent = Omit<SendMessageBatchResultEntry, 'Id'>;

async function send(
  tx: Transaction,
  queue: QueueRow,
  entry: Entry,
  context: Context,
  faultOf: (fault: MessageFault) => AwsError,
): Promise<Sent> {
  checkDelay(queue, entry.DelaySeconds);
  checkSystemAttributes(entry.MessageSystemAttributes ?? {});
  const message = newMessage(entry, context);
  const fault = checkMessage(queue, message);
  if (fault) throw faultOf(fault);

  const { messageId, sequenceNumber } = await appendMessage(
    tx,
    queue,
    message,
    context.ids,
    context.clock.now(),
  );
  return {
    MessageId: messageId,
    MD5OfMessageBody: bodyDigest(entry.MessageBody),
    MD5OfMessageAttributes: attributesDigest(entry.MessageAttributes),
    MD5OfMessageSystemAttributes: attributesDigest(entry.MessageSystemAttributes),
    SequenceNumber: sequenceNumber,
  };
}

/** Of a message that is too large AWS says otherwise in a batch. */
const entryFault = ({ code, message }: MessageFault): AwsError =>
  messageFault({
    code,
    message: message.replace('parameters are invalid', 'parameters cannot be validated'),
  });

const newMessage = (entry: Entry, { caller, trace }: Context): NewMessage => ({
  body: entry.MessageBody,
  senderId: caller.principalId,
  messageAttributes: entry.MessageAttributes,
  traceHeader: entry.MessageSystemAttributes?.[TRACE_HEADER]?.StringValue ?? trace,
  groupId: entry.MessageGroupId,
  deduplicationId: entry.MessageDeduplicationId,
  delayMs: entry.DelaySeconds === undefined ? undefined : entry.DelaySeconds * 1000,
});

function checkDelay(queue: QueueRow, seconds: number | undefined): void {
  if (queue.fifo === 1 && seconds !== undefined && seconds !== 0)
    throw invalidValue(
      'DelaySeconds',
      seconds,
      'The request include parameter that is not valid for this queue type.',
    );
  checkNumber('DelaySeconds', seconds, DELAY_SECONDS, 'DelaySeconds must be >= 0 and <= 900.');
}

function checkSystemAttributes(
  attributes: Readonly<Record<string, MessageSystemAttributeValue>>,
): void {
  for (const [name, { DataType, StringValue }] of Object.entries(attributes)) {
    if (name !== TRACE_HEADER)
      throw invalidParameter(`Message system attribute name '${name}' is invalid.`);
    if (DataType !== 'String' || !StringValue)
      throw invalidParameter(
        `Message (system) attribute '${name}' must contain a non-empty value of type 'String'.`,
      );
  }
}

function checkBatch(queue: QueueRow, entries: readonly Entry[], context: Context): void {
  const messages = entries.map((entry) => newMessage(entry, context));
  const bytes = messages.reduce((sum, message) => sum + messageBytes(message), 0);
  if (bytes > BATCH_BYTES_MAX)
    throw errors.BatchRequestTooLong(
      `Batch requests cannot be longer than ${BATCH_BYTES_MAX} bytes. You have sent ${bytes} bytes.`,
    );
  if (queue.fifo === 0) return;
  for (const message of messages) {
    const fault = checkOrder(queue, message);
    // A batch says that the value is invalid where a single message lacks a parameter.
    if (fault) throw invalidParameter(fault.message);
  }
}
