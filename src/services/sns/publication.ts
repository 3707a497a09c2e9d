import { hash } from 'node:crypto';
import type { TopicRow } from '../../storage/tables/topics.ts';
import type { MessageAttribute, Notification } from './message.ts';
import { topicSettings } from './topic-attributes.ts';

/** What somebody publishes: the Publish API, S3, a rule of EventBridge. */
export interface Publication {
  readonly message: string;
  readonly subject?: string | undefined;
  /** MessageStructure is json. */
  readonly structured?: boolean | undefined;
  readonly attributes?: Readonly<Record<string, MessageAttribute>> | undefined;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
}

/** Why SNS does not take a message; all of these are InvalidParameter. */
export interface PublicationFault {
  readonly code: 'InvalidParameterException';
  readonly message: string;
}

/** Still less than SQS takes by now. */
export const MESSAGE_BYTES_MAX = 262_144;
/** Printable ASCII, not beginning with a space. */
const SUBJECT = /^[!-~][ -~]{0,99}$/;
const GROUP_OR_DEDUPLICATION_ID = /^[!-~]{1,128}$/;

/**
 * Whether a topic takes this message: `undefined`, or why not. Whoever publishes asks it, and then
 * calls `publishToTopic`.
 * https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function checkPublication(
  topic: Pick<TopicRow, 'fifo' | 'attributes'>,
  publication: Publication,
): PublicationFault | undefined {
  return checkMessage(publication) ?? checkOrder(topic, publication);
}

/** The same as far as no topic has a say. */
export const checkMessage = (publication: Publication): PublicationFault | undefined =>
  checkText(publication) ?? checkStructure(publication);

/**
 * The bytes that count against the limit: the message, and names, types and values of the
 * attributes.
 */
export function publicationBytes({ message, attributes = {} }: Publication): number {
  let bytes = Buffer.byteLength(message);
  for (const [name, { Type, Value }] of Object.entries(attributes)) {
    const encoding = Type.startsWith('Binary') ? 'base64' : 'utf8';
    bytes += Buffer.byteLength(name) + Buffer.byteLength(Type) + Buffer.byteLength(Value, encoding);
  }
  return bytes;
}

function checkText(publication: Publication): PublicationFault | undefined {
  const { message, subject } = publication;
  if (message === '') return invalid('Empty message');
  if (subject !== undefined && !SUBJECT.test(subject)) return invalid('Subject');
  if (publicationBytes(publication) > MESSAGE_BYTES_MAX) return invalid('Message too long');
  return undefined;
}

function checkStructure({ message, structured }: Publication): PublicationFault | undefined {
  if (!structured) return undefined;
  let texts: unknown;
  try {
    texts = JSON.parse(message);
  } catch {
    return invalid('Message Structure - JSON message body failed to parse');
  }
  const hasDefault =
    typeof texts === 'object' &&
    texts !== null &&
    Object.hasOwn(texts, 'default') &&
    typeof (texts as { default: unknown }).default === 'string';
  return hasDefault
    ? undefined
    : invalid('Message Structure - No default entry in JSON message body');
}

/** What a topic demands of group and deduplication ids. */
function checkOrder(
  topic: Pick<TopicRow, 'fifo' | 'attributes'>,
  { groupId, deduplicationId }: Publication,
): PublicationFault | undefined {
  if (topic.fifo === 1 && groupId === undefined)
    return invalid('The MessageGroupId parameter is required for FIFO topics');
  if (topic.fifo === 0 && deduplicationId !== undefined)
    return invalid(
      'MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type',
    );
  const fault =
    checkId('MessageGroupId', groupId) ?? checkId('MessageDeduplicationId', deduplicationId);
  if (fault || topic.fifo === 0 || deduplicationId !== undefined) return fault;
  if (topicSettings(topic).contentBasedDeduplication) return undefined;
  return invalid(
    'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
}

function checkId(parameter: string, id: string | undefined): PublicationFault | undefined {
  if (id === undefined || GROUP_OR_DEDUPLICATION_ID.test(id)) return undefined;
  return invalid(
    `${parameter} Reason: ${parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
  );
}

const invalid = (what: string): PublicationFault => ({
  code: 'InvalidParameterException',
  message: `Invalid parameter: ${what}`,
});

/** The message as it is kept, from which each subscriber's own form is made. */
export function notificationOf(
  topic: TopicRow,
  publication: Publication,
  made: Pick<Notification, 'messageId' | 'atMs' | 'sequenceNumber'>,
): Notification {
  const { message, structured = false, attributes = {} } = publication;
  return {
    type: 'Notification',
    ...made,
    topicArn: topic.arn,
    subject: publication.subject,
    message,
    structured,
    attributes,
    signatureVersion: topicSettings(topic).signatureVersion,
    groupId: publication.groupId,
    deduplicationId:
      topic.fifo === 1 ? (publication.deduplicationId ?? hash('sha256', message)) : undefined,
  };
}
