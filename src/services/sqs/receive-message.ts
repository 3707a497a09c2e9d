import type {
  Message,
  MessageAttributeValue,
  ReceiveMessageRequest,
  ReceiveMessageResult,
} from '../../aws/models/sqs.ts';
import { givenTrace } from '../../aws/trace-header.ts';
import { isInFlightFull, nextVisibleAt } from '../../storage/tables/message-counts.ts';
import { decodeAttributes, sequenceNumber } from '../../storage/tables/message-row.ts';
import { type QueueRow, queueSettings } from '../../storage/tables/queues.ts';
import { type ReceivedMessage, receiveMessages } from '../../storage/tables/receive-messages.ts';
import type { Context } from '../context.ts';
import { checkNumber } from './check-number.ts';
import { errors, invalidValue } from './errors.ts';
import { attributesDigest, bodyDigest } from './message-digests.ts';
import { checkAttributeNames } from './queue-attributes.ts';
import { requireQueue } from './queue-url.ts';
import { receiptHandle } from './receipt-handle.ts';
import { waitForMessages } from './wait-for-messages.ts';

const VISIBILITY_SECONDS = { min: 0, max: 43_200 };
const WAIT_SECONDS = { min: 0, max: 20 };
const MESSAGES = { min: 1, max: 10 };
const ATTEMPT_ID = /^[!-~]{1,128}$/;

/**
 * Hands out up to ten messages and hides them from others for the visibility timeout. With a wait time, an empty queue is
 * answered only when that is over; as soon as one message is there, it is answered with what there is.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export async function receiveMessage(
  input: ReceiveMessageRequest,
  context: Context,
): Promise<ReceiveMessageResult> {
  checkInput(input);
  const queue = await context.storage.read((reader) =>
    requireQueue(reader, context, input.QueueUrl),
  );
  const waitMs = waitOf(queue, input);
  const messages =
    waitMs === 0
      ? (await look(input, context, true)).messages
      : await poll(input, context, queue, context.clock.now() + waitMs);
  if (messages.length === 0) return {};
  return { Messages: messages.map((message) => shownMessage(message, input)) };
}

async function poll(
  input: ReceiveMessageRequest,
  context: Context,
  queue: QueueRow,
  deadlineMs: number,
): Promise<ReceivedMessage[]> {
  const waiting = waitForMessages(context, queue.arn);
  try {
    for (;;) {
      const { messages, visibleAt } = await look(input, context, false);
      const over = context.clock.now() >= deadlineMs || waiting.stopped;
      if (messages.length > 0 || over) return messages;
      await waiting.next(deadlineMs, visibleAt);
    }
  } finally {
    waiting.end();
  }
}

interface Look {
  readonly messages: ReceivedMessage[];
  /** When a message that is hidden now will be visible; only where there was none to receive. */
  readonly visibleAt: number | undefined;
}

async function look(
  input: ReceiveMessageRequest,
  context: Context,
  shortPoll: boolean,
): Promise<Look> {
  return context.storage.transaction(async (tx) => {
    const now = context.clock.now();
    const queue = await requireQueue(tx, context, input.QueueUrl);
    const messages = await receiveMessages(tx, queue, {
      max: input.MaxNumberOfMessages ?? 1,
      visibilityTimeoutMs:
        input.VisibilityTimeout === undefined
          ? queueSettings(queue).visibilityTimeoutMs
          : input.VisibilityTimeout * 1000,
      now,
      ids: context.ids,
      attemptId: attemptOf(queue, input),
    });
    if (messages.length > 0) return { messages, visibleAt: undefined };
    if (!shortPoll) return { messages, visibleAt: await nextVisibleAt(tx, queue, now) };
    if (queue.fifo === 0 && (await isInFlightFull(tx, queue, now)))
      throw errors.OverLimit('Too many messages are in flight.');
    return { messages, visibleAt: undefined };
  });
}

function checkInput(input: ReceiveMessageRequest): void {
  const { MaxNumberOfMessages, WaitTimeSeconds, VisibilityTimeout } = input;
  checkNumber(
    'MaxNumberOfMessages',
    MaxNumberOfMessages,
    MESSAGES,
    'Must be between 1 and 10, if provided.',
  );
  checkNumber(
    'WaitTimeSeconds',
    WaitTimeSeconds,
    WAIT_SECONDS,
    'Must be >= 0 and <= 20, if provided.',
  );
  checkNumber(
    'VisibilityTimeout',
    VisibilityTimeout,
    VISIBILITY_SECONDS,
    'Must be >= 0 and <= 43200, if provided.',
  );
  for (const name of systemAttributeNames(input))
    if (!SYSTEM_ATTRIBUTE_NAMES.has(name)) checkAttributeNames([name]);
}

function waitOf(queue: QueueRow, { WaitTimeSeconds }: ReceiveMessageRequest): number {
  return WaitTimeSeconds === undefined
    ? queueSettings(queue).receiveWaitMs
    : WaitTimeSeconds * 1000;
}

function attemptOf(queue: QueueRow, input: ReceiveMessageRequest): string | undefined {
  const id = input.ReceiveRequestAttemptId;
  if (id === undefined) return undefined;
  if (queue.fifo === 0)
    throw invalidValue(
      'ReceiveRequestAttemptId',
      id,
      'The request include parameter that is not valid for this queue type.',
    );
  if (!ATTEMPT_ID.test(id))
    throw invalidValue(
      'ReceiveRequestAttemptId',
      id,
      'ReceiveRequestAttemptId can only include alphanumeric and punctuation characters. 1 to 128 in length.',
    );
  return id;
}

function shownMessage(message: ReceivedMessage, input: ReceiveMessageRequest): Message {
  const attributes = selectAttributes(decodeAttributes(message), input.MessageAttributeNames ?? []);
  return {
    MessageId: message.message_id,
    ReceiptHandle: receiptHandle(message),
    MD5OfBody: bodyDigest(message.body),
    Body: message.body,
    Attributes: systemAttributes(message, systemAttributeNames(input)),
    MD5OfMessageAttributes: attributesDigest(attributes),
    MessageAttributes: attributes,
  };
}

/** Both lists mean the same; the one called AttributeNames is older. */
const systemAttributeNames = ({
  AttributeNames = [],
  MessageSystemAttributeNames = [],
}: ReceiveMessageRequest): string[] => [...AttributeNames, ...MessageSystemAttributeNames];

const SYSTEM_ATTRIBUTES: Readonly<
  Record<string, (message: ReceivedMessage) => string | number | null>
> = {
  SenderId: (message) => message.sender_id,
  SentTimestamp: (message) => message.sent_at,
  ApproximateReceiveCount: (message) => message.receive_count,
  ApproximateFirstReceiveTimestamp: (message) => message.first_received_at,
  SequenceNumber: (message) => (message.group_id === null ? null : sequenceNumber(message.id)),
  MessageDeduplicationId: (message) => message.deduplication_id,
  MessageGroupId: (message) => message.group_id ?? message.tenant,
  AWSTraceHeader: (message) => givenTrace(message.trace),
  DeadLetterQueueSourceArn: (message) => message.source_arn,
};
const SYSTEM_ATTRIBUTE_NAMES = new Set(['All', ...Object.keys(SYSTEM_ATTRIBUTES)]);

function systemAttributes(
  message: ReceivedMessage,
  names: readonly string[],
): Record<string, string> | undefined {
  const wanted = names.includes('All') ? Object.keys(SYSTEM_ATTRIBUTES) : names;
  const shown: Record<string, string> = {};
  for (const name of wanted) {
    const value = SYSTEM_ATTRIBUTES[name]?.(message) ?? null;
    if (value !== null) shown[name] = String(value);
  }
  return Object.keys(shown).length > 0 ? shown : undefined;
}

/** `All`, `*` and `.*` mean every attribute, `foo.*` those that begin with `foo`; unknown names mean nothing. */
function selectAttributes(
  attributes: Record<string, MessageAttributeValue> | undefined,
  names: readonly string[],
): Record<string, MessageAttributeValue> | undefined {
  const selected = Object.entries(attributes ?? {}).filter(([attribute]) =>
    names.some((name) => isSelected(attribute, name)),
  );
  return selected.length > 0 ? Object.fromEntries(selected) : undefined;
}

function isSelected(attribute: string, name: string): boolean {
  if (name === 'All' || name === '*' || name === '.*') return true;
  return name.endsWith('.*') ? attribute.startsWith(name.slice(0, -2)) : attribute === name;
}
