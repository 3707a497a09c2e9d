import type { PublishInput, PublishResponse } from '../../aws/models/sns.ts';
import { lineageOf } from '../../aws/trace-header.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { TopicRow } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { errors, invalidParameter } from './errors.ts';
import { readMessageAttributes } from './message-attributes.ts';
import { checkPublication, type Publication } from './publication.ts';
import { publishToTopic } from './publish-to-topic.ts';
import { readArn, requireTopic } from './require-topic.ts';
import { publishText } from './sms.ts';

/**
 * Publishes a message to a topic, or to a phone.
 * https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 *
 * Deviation from AWS: there is no mobile push, so platform endpoints are never known.
 */
export async function publish(input: PublishInput, context: Context): Promise<PublishResponse> {
  const { PhoneNumber } = input;
  if (PhoneNumber !== undefined) return publishText(PhoneNumber, readPublication(input), context);
  const { arn, parameter } = targetOf(input);
  const publication = readPublication(input);
  return context.storage.transaction(async (tx) => {
    const topic = await requireTopic(tx, context, arn, parameter);
    return publishEntry(tx, topic, publication, context);
  });
}

/**
 * One message of a Publish or a PublishBatch. Throws InvalidParameter for what the topic does not
 * take.
 */
export async function publishEntry(
  tx: Transaction,
  topic: TopicRow,
  publication: Publication,
  context: Context,
): Promise<PublishResponse> {
  const fault = checkPublication(topic, publication);
  if (fault) throw errors[fault.code](fault.message);
  const { trace } = context;
  const origin = { trace: trace ?? null, ...lineageOf(trace) };
  const published = await publishToTopic(tx, context, topic, publication, origin);
  return { MessageId: published.messageId, SequenceNumber: published.sequenceNumber };
}

type Entry = Pick<
  PublishInput,
  | 'Message'
  | 'Subject'
  | 'MessageStructure'
  | 'MessageAttributes'
  | 'MessageGroupId'
  | 'MessageDeduplicationId'
>;

/** Throws InvalidParameter or ParameterValueInvalid. */
export function readPublication(entry: Entry): Publication {
  const { MessageStructure } = entry;
  if (MessageStructure !== undefined && MessageStructure !== 'json')
    throw invalidParameter('MessageStructure');
  return {
    message: entry.Message,
    subject: entry.Subject,
    structured: MessageStructure === 'json',
    attributes: readMessageAttributes(entry.MessageAttributes ?? {}),
    groupId: entry.MessageGroupId,
    deduplicationId: entry.MessageDeduplicationId,
  };
}

function targetOf({ TopicArn, TargetArn }: PublishInput) {
  if (TopicArn !== undefined) return { arn: TopicArn, parameter: 'TopicArn' };
  if (TargetArn === undefined)
    throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter');
  if (readArn(TargetArn, 'TargetArn').resource.includes('/'))
    throw invalidParameter('TargetArn Reason: No endpoint found for the target arn specified');
  return { arn: TargetArn, parameter: 'TargetArn' };
}
