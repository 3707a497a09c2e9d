import type { SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import {
  type Confirmation,
  messageFor,
  type Notification,
  type SignatureVersion,
} from './message.ts';
import type { Signer } from './signer.ts';

type Subscriber = Pick<SubscriptionRow, 'arn' | 'protocol'>;

/**
 * The JSON document around a message, its members in the order that SNS writes. Messages of FIFO
 * topics are not signed.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
export function notificationEnvelope(
  notification: Notification,
  subscriber: Subscriber,
  signer: Signer,
): string {
  const { messageId, topicArn, subject, atMs, sequenceNumber, attributes } = notification;
  const message = messageFor(notification, subscriber.protocol);
  return JSON.stringify({
    Type: notification.type,
    MessageId: messageId,
    SequenceNumber: sequenceNumber,
    TopicArn: topicArn,
    Subject: subject,
    Message: message,
    Timestamp: timestamp(atMs),
    ...(sequenceNumber === undefined &&
      signatureMembers(
        notificationText(notification, message),
        notification.signatureVersion,
        signer,
      )),
    UnsubscribeURL: unsubscribeUrl(subscriber, signer),
    MessageAttributes: Object.keys(attributes).length === 0 ? undefined : attributes,
  });
}

/**
 * The event that a function gets. It spells two members differently, has all of them always, and
 * says version 1 of its signature whatever the topic's is.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export function lambdaEvent(
  notification: Notification,
  subscriber: Subscriber,
  signer: Signer,
): string {
  const { messageId, topicArn, subject, atMs, attributes } = notification;
  const message = messageFor(notification, subscriber.protocol);
  const { SigningCertURL, ...signature } = signatureMembers(
    notificationText(notification, message),
    notification.signatureVersion,
    signer,
  );
  const Sns = {
    Type: notification.type,
    MessageId: messageId,
    TopicArn: topicArn,
    Subject: subject ?? null,
    Message: message,
    Timestamp: timestamp(atMs),
    ...signature,
    SignatureVersion: '1',
    SigningCertUrl: SigningCertURL,
    UnsubscribeUrl: unsubscribeUrl(subscriber, signer),
    MessageAttributes: attributes,
  };
  const record = {
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: subscriber.arn,
    Sns,
  };
  return JSON.stringify({ Records: [record] });
}

/** What an endpoint confirms its subscription with, or takes back that it was ended. */
export function confirmationEnvelope(
  confirmation: Confirmation,
  subscriber: Subscriber,
  signer: Signer,
): string {
  const { type, messageId, token, topicArn, atMs, signatureVersion } = confirmation;
  const message = confirmationMessage(confirmation, subscriber);
  const confirmUrl = subscribeUrl(confirmation, signer);
  const text = textToSign({
    Message: message,
    MessageId: messageId,
    SubscribeURL: confirmUrl,
    Timestamp: timestamp(atMs),
    Token: token,
    TopicArn: topicArn,
    Type: type,
  });
  return JSON.stringify({
    Type: type,
    MessageId: messageId,
    Token: token,
    TopicArn: topicArn,
    Message: message,
    SubscribeURL: confirmUrl,
    Timestamp: timestamp(atMs),
    ...signatureMembers(text, signatureVersion, signer),
  });
}

const confirmationMessage = ({ type, topicArn }: Confirmation, { arn }: Subscriber): string =>
  type === 'SubscriptionConfirmation'
    ? `You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`
    : `You have chosen to deactivate subscription ${arn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.`;

/** Deviation from AWS: links in messages lead to this server. */
export const subscribeUrl = (
  { topicArn, token }: Pick<Confirmation, 'topicArn' | 'token'>,
  { endpointUrl }: Pick<Signer, 'endpointUrl'>,
): string => `${endpointUrl}/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=${token}`;

export const unsubscribeUrl = (
  { arn }: Pick<Subscriber, 'arn'>,
  { endpointUrl }: Pick<Signer, 'endpointUrl'>,
): string => `${endpointUrl}/?Action=Unsubscribe&SubscriptionArn=${arn}`;

const notificationText = (
  { messageId, subject, atMs, topicArn, type }: Notification,
  message: string,
): string =>
  textToSign({
    Message: message,
    MessageId: messageId,
    Subject: subject,
    Timestamp: timestamp(atMs),
    TopicArn: topicArn,
    Type: type,
  });

/**
 * Names and values, each on a line of its own.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html
 */
const textToSign = (members: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}\n${value}\n`)
    .join('');

const signatureMembers = (text: string, version: SignatureVersion, signer: Signer) => ({
  SignatureVersion: version,
  Signature: signer.sign(text, version),
  SigningCertURL: signer.certificateUrl,
});

const timestamp = (ms: number) => new Date(ms).toISOString();
