import { MAIL_RETRIES } from '../../services/sns/delivery-policy.ts';
import { sendText } from '../../services/sns/sms.ts';
import { getTopic } from '../../storage/tables/topics.ts';
import { type Destination, settleWith } from '../destination.ts';
import { buryOutgoing, readOutgoing, retryBy, SUBSCRIPTION_ENDED } from '../sns-outgoing.ts';

/**
 * A message of a topic for a phone: a text in the mailbox of this very server, which needs no
 * retry.
 */
export const snsSms: Destination = {
  kind: 'sns-sms',
  concurrency: 4,
  deliver: settleWith(async (tx, job, platform) => {
    const outgoing = await readOutgoing(tx, platform, job);
    if (!outgoing) return SUBSCRIPTION_ENDED;
    const topic = await getTopic(tx, outgoing.message.topicArn);
    return sendText(tx, platform, outgoing, topic?.attributes);
  }),
  retryAt: async (_tx, job, _failure, { clock }) => retryBy(MAIL_RETRIES, job, clock.now()),
  bury: buryOutgoing,
};
