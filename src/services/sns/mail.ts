import { subscribeUrl, unsubscribeUrl } from './envelope.ts';
import { messageFor, type TopicMessage } from './message.ts';
import { type Outgoing, renderOutgoing } from './outgoing.ts';

/** A mail as SNS writes it. */
export interface Mail {
  readonly recipient: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
}

const SUBJECTS: Readonly<Record<TopicMessage['type'], string>> = {
  Notification: 'AWS Notification Message',
  SubscriptionConfirmation: 'AWS Notification - Subscription Confirmation',
  UnsubscribeConfirmation: 'AWS Notification - Unsubscribe Confirmation',
};

/**
 * The mail for a subscriber: the message with a way out below it or, for `email-json`, the
 * envelope.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
export function mailOf(outgoing: Outgoing): Mail {
  const { message, subscription } = outgoing;
  const subject = message.type === 'Notification' ? message.subject : undefined;
  return {
    recipient: subscription.endpoint,
    subject: subject ?? SUBJECTS[message.type],
    body: subscription.protocol === 'email' ? textOf(outgoing) : renderOutgoing(outgoing),
  };
}

function textOf({ message, subscription, signer }: Outgoing): string {
  switch (message.type) {
    case 'Notification':
      return lines(
        messageFor(message, subscription.protocol),
        '',
        '--',
        'If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:',
        unsubscribeUrl(subscription, signer),
        '',
        'Please do not reply directly to this email.',
      );
    case 'SubscriptionConfirmation':
      return lines(
        'You have chosen to subscribe to the topic:',
        message.topicArn,
        '',
        'To confirm this subscription, click or visit the link below (If this was in error no action is necessary):',
        subscribeUrl(message, signer),
        '',
        'Please do not reply directly to this email.',
      );
    case 'UnsubscribeConfirmation':
      return lines(
        'Your subscription has been removed:',
        subscription.arn,
        '',
        'If this was in error, click or visit the link below to subscribe again:',
        subscribeUrl(message, signer),
        '',
        'Please do not reply directly to this email.',
      );
  }
}

const lines = (...texts: string[]) => `${texts.join('\n')}\n`;

/** What a mail shows as its sender, beside the address: the topic's DisplayName, if it has one. */
export const DEFAULT_SENDER_NAME = 'AWS Notifications';
