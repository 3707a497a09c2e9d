import type { MessageAttributeValue } from '../../aws/models/sqs.ts';
import { givenTrace } from '../../aws/trace-header.ts';
import { attributesDigest, bodyDigest } from '../../services/sqs/message-digests.ts';
import { receiptHandle } from '../../services/sqs/receipt-handle.ts';
import { decodeAttributes, sequenceNumber } from '../../storage/tables/message-row.ts';
import type { QueueRow } from '../../storage/tables/queues.ts';
import type { ReceivedMessage } from '../../storage/tables/receive-messages.ts';

/** One of the `Records` that a function gets from a queue. */
export interface SqsRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, RecordAttribute>>;
  readonly md5OfMessageAttributes: string | null;
  readonly md5OfBody: string;
  readonly eventSource: 'aws:sqs';
  readonly eventSourceARN: string;
  readonly awsRegion: string;
}

interface RecordAttribute {
  readonly stringValue?: string | undefined;
  /** Base64. */
  readonly binaryValue?: string | undefined;
  readonly stringListValues: readonly never[];
  readonly binaryListValues: readonly never[];
  readonly dataType: string;
}

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event
 */
export function sqsRecord(
  { arn, region }: Pick<QueueRow, 'arn' | 'region'>,
  message: ReceivedMessage,
): SqsRecord {
  const attributes = decodeAttributes(message);
  return {
    messageId: message.message_id,
    receiptHandle: receiptHandle(message),
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(
      Object.entries(attributes ?? {}).map(([name, value]) => [name, recordAttribute(value)]),
    ),
    md5OfMessageAttributes: attributesDigest(attributes) ?? null,
    md5OfBody: bodyDigest(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: region,
  };
}

function systemAttributes(message: ReceivedMessage): Record<string, string> {
  const { group_id: groupId } = message;
  const attributes = {
    ApproximateReceiveCount: message.receive_count,
    AWSTraceHeader: givenTrace(message.trace),
    SentTimestamp: message.sent_at,
    SequenceNumber: groupId === null ? null : sequenceNumber(message.id),
    MessageGroupId: groupId ?? message.tenant,
    SenderId: message.sender_id,
    MessageDeduplicationId: message.deduplication_id,
    ApproximateFirstReceiveTimestamp: message.first_received_at,
    DeadLetterQueueSourceArn: message.source_arn,
  };
  const present = Object.entries(attributes).filter(([, value]) => value !== null);
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}

const recordAttribute = (value: MessageAttributeValue): RecordAttribute => ({
  ...(value.BinaryValue
    ? { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }
    : { stringValue: value.StringValue }),
  stringListValues: [],
  binaryListValues: [],
  dataType: value.DataType,
});
