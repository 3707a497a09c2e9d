import type { Platform } from '../../services/context.ts';
import { type Outgoing, renderOutgoing } from '../../services/sns/outgoing.ts';
import { subscriptionSettings } from '../../services/sns/subscription-settings.ts';
import { deliveryPolicyOf, takeTurn } from '../../services/sns/throttle.ts';
import { getSubscription } from '../../storage/tables/subscriptions.ts';
import { getTopic } from '../../storage/tables/topics.ts';
import type { Destination, Job, Result, Settle } from '../destination.ts';
import { type Posted, post } from '../post.ts';
import { buryOutgoing, readOutgoing, retryBy, SUBSCRIPTION_ENDED } from '../sns-outgoing.ts';

const TOO_MANY_REQUESTS = 429;

/**
 * A message of a topic for an HTTP server: a POST, tried again as the delivery policy says. The
 * lane is the endpoint's URL, so one that hangs holds up its own messages only.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
 */
export const snsHttp: Destination = {
  kind: 'sns-http',
  concurrency: 8,
  deliver,
  async retryAt(tx, job, _failure, { clock }) {
    const subscription = await getSubscription(tx, job.delivery.rule);
    if (!subscription) return undefined;
    const { healthyRetryPolicy } = await deliveryPolicyOf(tx, subscription);
    const at = retryBy(healthyRetryPolicy, job, clock.now());
    if (at === undefined) return undefined;
    return takeTurn(tx, await getTopic(tx, subscription.topic_arn), subscription, at);
  },
  bury: buryOutgoing,
};

async function deliver(job: Job, platform: Platform): Promise<Settle> {
  const prepared = await platform.storage.read(async (reader) => {
    const outgoing = await readOutgoing(reader, platform, job);
    if (!outgoing) return undefined;
    const { requestPolicy } = await deliveryPolicyOf(reader, outgoing.subscription);
    return { outgoing, contentType: requestPolicy.headerContentType };
  });
  if (!prepared) return async () => SUBSCRIPTION_ENDED;
  const { outgoing, contentType } = prepared;
  const { endpoint } = outgoing.subscription;
  const headers = headersOf(outgoing, contentType);
  const posted = await post(endpoint, headers, renderOutgoing(outgoing), platform.clock);
  return async () => resultOf(posted);
}

function headersOf({ message, subscription }: Outgoing, contentType: string) {
  const notification = message.type === 'Notification';
  const raw = notification && subscriptionSettings(subscription).raw;
  return {
    'x-amz-sns-message-type': message.type,
    'x-amz-sns-message-id': message.messageId,
    'x-amz-sns-topic-arn': message.topicArn,
    ...(message.type !== 'SubscriptionConfirmation' && {
      'x-amz-sns-subscription-arn': subscription.arn,
    }),
    ...(raw && { 'x-amz-sns-rawdelivery': 'true' }),
    'content-type': notification ? contentType : 'text/plain; charset=UTF-8',
    'user-agent': 'Amazon Simple Notification Service Agent',
    connection: 'Keep-Alive',
    'accept-encoding': 'gzip,deflate',
  };
}

/**
 * Errors of the server, and no answer at all, may pass; what the server refuses, it will refuse
 * again.
 */
function resultOf(posted: Posted): Result {
  if (posted.kind === 'failed') return { kind: 'retry', reason: posted.reason };
  const { status } = posted;
  if (status >= 200 && status < 300) return { kind: 'delivered', note: `HTTP ${status}` };
  const code = String(status);
  if (status >= 500 || status === TOO_MANY_REQUESTS)
    return { kind: 'retry', code, reason: `the endpoint answered with HTTP ${status}` };
  const redirect = status >= 300 && status < 400 ? '; redirects are not followed' : '';
  return { kind: 'rejected', code, reason: `the endpoint answered with HTTP ${status}${redirect}` };
}
