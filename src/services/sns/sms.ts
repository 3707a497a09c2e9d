import { fail } from '../../aws/error.ts';
import type { PublishResponse } from '../../aws/models/sns.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertMail } from '../../storage/tables/mailbox.ts';
import type { Context, Platform } from '../context.ts';
import type { Sent } from '../send-to-queue.ts';
import { errors, invalidParameter } from './errors.ts';
import { messageFor } from './message.ts';
import type { Outgoing } from './outgoing.ts';
import { checkMessage, type Publication } from './publication.ts';

/** https://en.wikipedia.org/wiki/E.164 */
export const PHONE_NUMBER = /^\+?[1-9]\d{1,14}$/;
/** SNS splits a text of more than 140 bytes, up to this. */
const TEXT_BYTES_MAX = 1600;
const SENDER_ATTRIBUTE = 'AWS.SNS.SMS.SenderID';
/** Who a text comes from when nobody says. */
const DEFAULT_SENDER = 'NOTICE';

interface Text {
  readonly phoneNumber: string;
  readonly sender: string;
  readonly body: string;
}

/**
 * Sends a text to one phone, without a topic.
 * https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
 *
 * Deviation from AWS: no telephone network is attached. A text is kept in the mailbox of this
 * server, as mail is without a mail server.
 */
export async function publishText(
  phoneNumber: string,
  publication: Publication,
  context: Context,
): Promise<PublishResponse> {
  if (!PHONE_NUMBER.test(phoneNumber))
    throw invalidParameter(`PhoneNumber Reason: ${phoneNumber} is not valid to publish to`);
  const fault = checkMessage(publication);
  if (fault) throw errors[fault.code](fault.message);
  const { structured = false, attributes = {} } = publication;
  const body = messageFor({ message: publication.message, structured }, 'sms');
  const sender = attributes[SENDER_ATTRIBUTE]?.Value ?? DEFAULT_SENDER;
  return context.storage.transaction(async (tx) => {
    const sent = await keep(tx, context, { phoneNumber, sender, body });
    if (sent.kind === 'rejected') return fail(invalidParameter('Message too long'));
    return { MessageId: sent.messageId };
  });
}

/**
 * Sends a topic's message to a phone that has subscribed to it: the text begins with the name of
 * the topic, if it has one.
 */
export function sendText(
  tx: Transaction,
  platform: Platform,
  { message, subscription }: Outgoing,
  topicAttributes: string | undefined,
): Promise<Sent> {
  if (message.type !== 'Notification') throw new Error('phones are not asked to confirm');
  const name = JSON.parse(topicAttributes ?? '{}').DisplayName;
  const body = messageFor(message, subscription.protocol);
  return keep(tx, platform, {
    phoneNumber: subscription.endpoint,
    sender: message.attributes[SENDER_ATTRIBUTE]?.Value ?? DEFAULT_SENDER,
    body: name ? `${name}> ${body}` : body,
  });
}

async function keep(
  tx: Transaction,
  { ids, clock }: Pick<Platform, 'ids' | 'clock'>,
  { phoneNumber, sender, body }: Text,
): Promise<Sent> {
  if (Buffer.byteLength(body) > TEXT_BYTES_MAX)
    return {
      kind: 'rejected',
      code: 'InvalidParameter',
      reason: `A text has at most ${TEXT_BYTES_MAX} bytes.`,
    };
  const mail = { sender, recipient: phoneNumber, subject: '', body };
  await insertMail(tx, { id: ids.sequence(), at: clock.now(), ...mail });
  return { kind: 'delivered', messageId: ids.uuid() };
}
