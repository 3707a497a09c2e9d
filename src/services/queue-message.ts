import type { MessageAttributeValue } from '../aws/models/sqs.ts';
import type { NewMessage } from '../storage/tables/messages.ts';
import { type QueueRow, queueSettings } from '../storage/tables/queues.ts';

/** Why SQS does not take a message, as an error code of SQS and its text. */
export interface MessageFault {
  readonly code:
    | 'InvalidParameterValueException'
    | 'MissingRequiredParameterException'
    | 'InvalidMessageContents';
  readonly message: string;
}

const ATTRIBUTES_MAX = 10;
const ATTRIBUTE_NAME_LENGTH_MAX = 256;
const ATTRIBUTE_TYPE_LENGTH_MAX = 256;
const ALLOWED_CHARACTERS =
  '#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF';
const FORBIDDEN_CHARACTER = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/** Most bodies, and quickly told. */
const ASCII = /^[\t\n\r -~]*$/;
const ATTRIBUTE_NAME = /^(?!\.)[\p{L}\p{N}_.-]+(?<!\.)$/u;
const RESERVED_ATTRIBUTE_NAME = /^(aws|amazon)\./i;
const ATTRIBUTE_TYPE = /^(String|Number|Binary)(\..+)?$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUP_OR_DEDUPLICATION_ID = /^[!-~]{1,128}$/;

/**
 * Whether a queue takes this message: `undefined`, or why not. Everything that puts messages into queues asks it,
 * the SQS API as well as deliveries, and then calls `appendMessage`.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function checkMessage(queue: QueueRow, message: NewMessage): MessageFault | undefined {
  return (
    checkBody(message.body) ??
    checkAttributes(message.messageAttributes ?? {}) ??
    checkOrder(queue, message) ??
    checkSize(queue, message)
  );
}

/** The bytes that count against the limits: the body, and names, types and values of the attributes. */
export function messageBytes(message: Pick<NewMessage, 'body' | 'messageAttributes'>): number {
  let bytes = Buffer.byteLength(message.body);
  for (const [name, value] of Object.entries(message.messageAttributes ?? {})) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value.DataType);
    bytes += Buffer.byteLength(value.StringValue ?? '') + (value.BinaryValue?.length ?? 0);
  }
  return bytes;
}

function checkBody(body: string): MessageFault | undefined {
  if (body === '') return missing('MessageBody');
  if (ASCII.test(body) || !FORBIDDEN_CHARACTER.test(body)) return undefined;
  return {
    code: 'InvalidMessageContents',
    message: `Invalid characters found. Valid unicode characters are ${ALLOWED_CHARACTERS}`,
  };
}

function checkSize(queue: QueueRow, message: NewMessage): MessageFault | undefined {
  const { messageBytesMax } = queueSettings(queue);
  if (messageBytes(message) <= messageBytesMax) return undefined;
  return invalid(
    `One or more parameters are invalid. Reason: Message must be shorter than ${messageBytesMax} bytes.`,
  );
}

function checkAttributes(
  attributes: Readonly<Record<string, MessageAttributeValue>>,
): MessageFault | undefined {
  const entries = Object.entries(attributes);
  if (entries.length > ATTRIBUTES_MAX)
    return invalid(
      `Number of message attributes [${entries.length}] exceeds the allowed maximum [${ATTRIBUTES_MAX}].`,
    );
  for (const [name, value] of entries) {
    const fault = checkAttributeName(name) ?? checkAttributeValue(name, value);
    if (fault) return fault;
  }
  return undefined;
}

function checkAttributeName(name: string): MessageFault | undefined {
  if (name.length > ATTRIBUTE_NAME_LENGTH_MAX)
    return invalid(
      `Message (user) attribute name must be shorter than ${ATTRIBUTE_NAME_LENGTH_MAX} characters.`,
    );
  if (!ATTRIBUTE_NAME.test(name))
    return invalid(
      `The message attribute name '${name}' is invalid. Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) characters.`,
    );
  if (RESERVED_ATTRIBUTE_NAME.test(name))
    return invalid(`Message (user) attribute name '${name}' is reserved for use by AWS.`);
  return undefined;
}

function checkAttributeValue(name: string, value: MessageAttributeValue): MessageFault | undefined {
  const { DataType, StringValue, BinaryValue } = value;
  if (value.StringListValues?.length || value.BinaryListValues?.length)
    return invalid('Message attribute list values in SendMessage operation are not supported.');
  if (!DataType)
    return invalid(
      `The message attribute '${name}' must contain non-empty message attribute type.`,
    );
  const type = ATTRIBUTE_TYPE.exec(DataType)?.[1];
  if (type === undefined)
    return invalid(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  if (DataType.length > ATTRIBUTE_TYPE_LENGTH_MAX)
    return invalid(
      `The message attribute '${name}' has a type of more than ${ATTRIBUTE_TYPE_LENGTH_MAX} characters.`,
    );
  const length = type === 'Binary' ? BinaryValue?.length : StringValue?.length;
  if (!length)
    return invalid(
      `Message (user) attribute '${name}' must contain a non-empty value of type '${type === 'Binary' ? 'Binary' : 'String'}'.`,
    );
  if (StringValue !== undefined && FORBIDDEN_CHARACTER.test(StringValue))
    return invalid(
      `Invalid binary character was found in the message (user) attribute '${name}' value, the set of allowed characters is ${ALLOWED_CHARACTERS}`,
    );
  if (type === 'Number' && !NUMBER.test(StringValue ?? ''))
    return invalid(`Can't cast the value of message (user) attribute '${name}' to a number.`);
  return undefined;
}

/** What a queue demands of group and deduplication ids. */
export function checkOrder(queue: QueueRow, message: NewMessage): MessageFault | undefined {
  const { groupId, deduplicationId } = message;
  if (queue.fifo === 1 && groupId === undefined) return missing('MessageGroupId');
  if (queue.fifo === 0 && deduplicationId !== undefined)
    return invalid(
      `Value ${deduplicationId} for parameter MessageDeduplicationId is invalid. Reason: The request includes a parameter that is not valid for this queue type.`,
    );
  const fault =
    checkId('MessageGroupId', groupId) ?? checkId('MessageDeduplicationId', deduplicationId);
  if (fault || queue.fifo === 0 || deduplicationId !== undefined) return fault;
  if (queueSettings(queue).contentBasedDeduplication) return undefined;
  return invalid(
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
}

function checkId(parameter: string, id: string | undefined): MessageFault | undefined {
  if (id === undefined || GROUP_OR_DEDUPLICATION_ID.test(id)) return undefined;
  return invalid(
    `Value ${id} for parameter ${parameter} is invalid. Reason: ${parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
  );
}

const invalid = (message: string): MessageFault => ({
  code: 'InvalidParameterValueException',
  message,
});

const missing = (parameter: string): MessageFault => ({
  code: 'MissingRequiredParameterException',
  message: `The request must contain the parameter ${parameter}.`,
});
