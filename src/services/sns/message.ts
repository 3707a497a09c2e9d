import type { Protocol } from '../../storage/tables/subscriptions.ts';

/**
 * What an event of kind 'sns' holds as its payload, JSON: everything from which each subscriber's
 * own form of the message is made, whenever that is.
 */
export type TopicMessage = Notification | Confirmation;

/** A published message. */
export interface Notification {
  readonly type: 'Notification';
  /** The same for every subscriber, and every retry. */
  readonly messageId: string;
  readonly topicArn: string;
  readonly atMs: number;
  readonly subject?: string | undefined;
  readonly message: string;
  /** MessageStructure is json: `message` holds texts by protocol. */
  readonly structured: boolean;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly signatureVersion: SignatureVersion;
  readonly groupId?: string | undefined;
  /** Of FIFO topics: what was given, or a digest of the message. */
  readonly deduplicationId?: string | undefined;
  /** Of FIFO topics. */
  readonly sequenceNumber?: string | undefined;
}

/** What asks an endpoint whether it wants to be subscribed, or no longer to be. */
export interface Confirmation {
  readonly type: 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  readonly messageId: string;
  readonly topicArn: string;
  readonly atMs: number;
  readonly token: string;
  readonly signatureVersion: SignatureVersion;
}

/** As subscribers see it; the value of a binary one is base64. */
export interface MessageAttribute {
  readonly Type: string;
  readonly Value: string;
}

/** 1 is SHA1withRSA, 2 is SHA256withRSA. */
export type SignatureVersion = '1' | '2';

/** The text that an endpoint of this protocol gets. */
export function messageFor(
  { message, structured }: Pick<Notification, 'message' | 'structured'>,
  protocol: Protocol,
): string {
  if (!structured) return message;
  const texts = JSON.parse(message) as Record<string, unknown>;
  const text = Object.hasOwn(texts, protocol) ? texts[protocol] : undefined;
  return typeof text === 'string' ? text : String(texts.default);
}
