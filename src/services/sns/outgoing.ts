import type { MessageAttributeValue } from '../../aws/models/sqs.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { NewMessage } from '../../storage/tables/messages.ts';
import type { SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import type { Platform } from '../context.ts';
import { type Sent, sendToQueue } from '../send-to-queue.ts';
import type { ServiceSender } from '../service-sender.ts';
import { isFifo } from './endpoints.ts';
import { confirmationEnvelope, notificationEnvelope } from './envelope.ts';
import { type MessageAttribute, messageFor, type TopicMessage } from './message.ts';
import type { Signer } from './signer.ts';
import { subscriptionSettings } from './subscription-settings.ts';

/** A message on its way to one subscriber. */
export interface Outgoing {
  readonly message: TopicMessage;
  readonly subscription: SubscriptionRow;
  /** The account that owns the topic. */
  readonly topicAccount: string;
  readonly trace: string | null;
  readonly signer: Signer;
}

/** What the policies of queues and functions have to let in. */
export const senderOf = ({ message, topicAccount }: Outgoing): ServiceSender => ({
  service: 'sns.amazonaws.com',
  sourceArn: message.topicArn,
  sourceAccount: topicAccount,
});

/** The text that the endpoint gets: the message itself where delivery is raw, else the envelope. */
export function renderOutgoing({ message, subscription, signer }: Outgoing): string {
  if (message.type !== 'Notification') return confirmationEnvelope(message, subscription, signer);
  return subscriptionSettings(subscription).raw
    ? messageFor(message, subscription.protocol)
    : notificationEnvelope(message, subscription, signer);
}

/** Puts the message into the queue that the subscription names. */
export const sendToSubscribedQueue = (
  tx: Transaction,
  platform: Platform,
  outgoing: Outgoing,
): Promise<Sent> => {
  const queueArn = outgoing.subscription.endpoint;
  return sendToQueue(tx, platform, senderOf(outgoing), queueArn, queueMessage(outgoing, queueArn));
};

/** What came of an attempt to keep a message that could not be delivered. */
export type DeadLetter = Sent & { readonly destination: string };

/**
 * Puts a message that could not be delivered into the subscription's dead-letter queue, as its
 * endpoint would have got it; `undefined` when the subscription has none. Confirmations are not
 * kept.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
 */
export async function sendToDeadLetterQueue(
  tx: Transaction,
  platform: Platform,
  outgoing: Outgoing,
): Promise<DeadLetter | undefined> {
  const { deadLetterArn } = subscriptionSettings(outgoing.subscription);
  if (deadLetterArn === undefined || outgoing.message.type !== 'Notification') return undefined;
  const message = queueMessage(outgoing, deadLetterArn);
  const sent = await sendToQueue(tx, platform, senderOf(outgoing), deadLetterArn, message);
  if (sent.kind === 'rejected')
    platform.log.warn(
      { subscription: outgoing.subscription.arn, queue: deadLetterArn, reason: sent.reason },
      'a message is lost: the dead-letter queue does not take it',
    );
  return { ...sent, destination: deadLetterArn };
}

function queueMessage(outgoing: Outgoing, queueArn: string): NewMessage {
  const { message, subscription, topicAccount, trace } = outgoing;
  const base = {
    body: renderOutgoing(outgoing),
    senderId: topicAccount,
    traceHeader: trace ?? undefined,
  };
  if (message.type !== 'Notification') return base;
  const fifo = isFifo(queueArn);
  return {
    ...base,
    messageAttributes: subscriptionSettings(subscription).raw
      ? queueAttributes(message.attributes)
      : undefined,
    // Queues without order hear of the groups of topics without order only.
    groupId: fifo || !isFifo(message.topicArn) ? message.groupId : undefined,
    deduplicationId: fifo ? message.deduplicationId : undefined,
  };
}

const queueAttributes = (
  attributes: Readonly<Record<string, MessageAttribute>>,
): Record<string, MessageAttributeValue> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { Type, Value }]) => [
      name,
      Type.startsWith('Binary')
        ? { DataType: Type, BinaryValue: Buffer.from(Value, 'base64') }
        : { DataType: Type, StringValue: Value },
    ]),
  );
