import type { Platform } from '../services/context.ts';
import type { RetryPolicy } from '../services/sns/delivery-policy.ts';
import { retryDelayMs } from '../services/sns/delivery-policy.ts';
import type { TopicMessage } from '../services/sns/message.ts';
import { type Outgoing, sendToDeadLetterQueue } from '../services/sns/outgoing.ts';
import { createSigner } from '../services/sns/signer.ts';
import type { Reader } from '../storage/storage.ts';
import { getSubscription } from '../storage/tables/subscriptions.ts';
import { deadLetterNote } from './dead-letter-note.ts';
import type { Destination, Job, Result } from './destination.ts';
import { nextHop } from './next-hop.ts';

/**
 * What the deliveries of SNS have in common: their `rule` is the subscription's ARN, their event
 * holds the message.
 */

/** `undefined` when the subscription ended before its turn came. */
export async function readOutgoing(
  reader: Reader,
  platform: Platform,
  job: Job,
): Promise<Outgoing | undefined> {
  const { event, delivery } = job;
  const message = JSON.parse(event.payload) as TopicMessage;
  const subscription = await getSubscription(reader, delivery.rule);
  if (!subscription) return undefined;
  if (message.type === 'Notification' && subscription.state !== 'confirmed') return undefined;
  const signer = await createSigner(reader, platform);
  // What nothing else led to has the trace that its publisher gave it, if any.
  const trace = event.cause === null ? event.trace : nextHop(job).trace;
  return { message, subscription, topicAccount: event.account, trace, signer };
}

export const SUBSCRIPTION_ENDED: Result = {
  kind: 'rejected',
  code: 'NotFound',
  reason: 'the subscription ended before the message was delivered',
};

export const buryOutgoing: Destination['bury'] = async (tx, job, _burial, platform) => {
  const outgoing = await readOutgoing(tx, platform, job);
  const sent = outgoing && (await sendToDeadLetterQueue(tx, platform, outgoing));
  return sent && deadLetterNote(sent.destination, sent);
};

/** When to try again by a retry policy, in milliseconds since the epoch. */
export function retryBy(policy: RetryPolicy, { attempt }: Job, now: number): number | undefined {
  const delayMs = retryDelayMs(policy, attempt);
  return delayMs === undefined ? undefined : now + delayMs;
}
