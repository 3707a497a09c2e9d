import type { Platform } from '../../services/context.ts';
import { MAIL_RETRIES } from '../../services/sns/delivery-policy.ts';
import { DEFAULT_SENDER_NAME, type Mail, mailOf } from '../../services/sns/mail.ts';
import type { Outgoing } from '../../services/sns/outgoing.ts';
import type { Reader, Transaction } from '../../storage/storage.ts';
import { insertMail } from '../../storage/tables/mailbox.ts';
import { getTopic } from '../../storage/tables/topics.ts';
import type { Destination, Job, Result, Settle } from '../destination.ts';
import { DEFAULT_SENDER, sendMail } from '../send-mail.ts';
import { buryOutgoing, readOutgoing, retryBy, SUBSCRIPTION_ENDED } from '../sns-outgoing.ts';

/**
 * A message of a topic for a mail address: by the mail server that the operator configured, or into
 * the mailbox of this very server. All mail has one lane, because all of it takes the same way.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
export const snsEmail: Destination = {
  kind: 'sns-email',
  concurrency: 4,
  deliver,
  retryAt: async (_tx, job, _failure, { clock }) => retryBy(MAIL_RETRIES, job, clock.now()),
  bury: buryOutgoing,
};

async function deliver(job: Job, platform: Platform): Promise<Settle> {
  const { storage, settings } = platform;
  const prepared = await storage.read(async (reader) => {
    const outgoing = await readOutgoing(reader, platform, job);
    return outgoing && { mail: mailOf(outgoing), senderName: await senderName(reader, outgoing) };
  });
  if (!prepared) return async () => SUBSCRIPTION_ENDED;
  const { mail, senderName: name } = prepared;
  if (settings.smtpUrl === undefined) return (tx) => keep(tx, platform, name, mail);
  const result = await sendMail(settings.smtpUrl, name, mail);
  return async () => result;
}

async function senderName(reader: Reader, { message }: Outgoing): Promise<string> {
  const topic = await getTopic(reader, message.topicArn);
  const { DisplayName } = JSON.parse(topic?.attributes ?? '{}');
  return DisplayName || DEFAULT_SENDER_NAME;
}

async function keep(
  tx: Transaction,
  { ids, clock }: Platform,
  name: string,
  mail: Mail,
): Promise<Result> {
  const sender = `${name} <${DEFAULT_SENDER}>`;
  await insertMail(tx, { id: ids.sequence(), at: clock.now(), sender, ...mail });
  return { kind: 'delivered', note: 'kept in the mailbox' };
}
