import { AWS_ENDPOINT_RETRIES } from '../../services/sns/delivery-policy.ts';
import { sendToSubscribedQueue } from '../../services/sns/outgoing.ts';
import { type Destination, settleWith } from '../destination.ts';
import { buryOutgoing, readOutgoing, retryBy, SUBSCRIPTION_ENDED } from '../sns-outgoing.ts';

/**
 * A message of a topic, on its way into a queue of this server. Without permission, or a queue,
 * there is no retry.
 */
export const snsSqs: Destination = {
  kind: 'sns-sqs',
  concurrency: 8,
  deliver: settleWith(async (tx, job, platform) => {
    const outgoing = await readOutgoing(tx, platform, job);
    return outgoing ? sendToSubscribedQueue(tx, platform, outgoing) : SUBSCRIPTION_ENDED;
  }),
  retryAt: async (_tx, job, _failure, { clock }) => retryBy(AWS_ENDPOINT_RETRIES, job, clock.now()),
  bury: buryOutgoing,
};
