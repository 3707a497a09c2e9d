import type { MessageAttributeValue } from '../../aws/models/sqs.ts';

/**
 * A message in a queue. Standard queues hand out the ones whose time has come, oldest first. In FIFO queues only the
 * front message of each group stands in line (`place` 0); receiving it takes the ones behind it along.
 */
export interface MessageRow {
  /** From `Ids.sequence`: larger was sent later. */
  readonly id: number;
  readonly backlog: number;
  readonly place: Place;
  /** When it can be received (again). */
  readonly visible_at: number;
  readonly sent_at: number;
  readonly receive_count: number;
  /** Which receive handed it out last: the receipt handle holds the same number. `null` before the first. */
  readonly receipt: number | null;
  /** When it was handed out last and first. */
  readonly received_at: number | null;
  readonly first_received_at: number | null;
  /** The UUID that AWS calls MessageId. */
  readonly message_id: string;
  readonly sender_id: string;
  /** MessageGroupId of a FIFO queue. */
  readonly group_id: string | null;
  /** MessageGroupId of a standard queue. */
  readonly tenant: string | null;
  readonly deduplication_id: string | null;
  /** The queue that gave it up to this dead-letter queue. */
  readonly source_arn: string | null;
  readonly trace: string | null;
  /** ReceiveRequestAttemptId of the last receive. */
  readonly attempt: string | null;
  /** JSON, see `decodeAttributes`. */
  readonly attributes: string | null;
  readonly body: string;
}

/** 0 in line, 1 lets others go first (see message-tenants.ts), 2 behind its group's front (see message-groups.ts). */
export type Place = 0 | 1 | 2;

/** The message attributes of a row; `undefined` when it was sent with none. */
export function decodeAttributes(
  message: MessageRow,
): Record<string, MessageAttributeValue> | undefined {
  if (message.attributes === null) return undefined;
  return JSON.parse(message.attributes, (name, value) =>
    name === 'BinaryValue' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
  );
}

/** AWS's sequence numbers have twenty digits. */
export const sequenceNumber = (id: number): string => `1${String(id).padStart(19, '0')}`;
