import type { Platform } from '../../services/context.ts';
import { enqueueInvocation } from '../../services/lambda/enqueue-invocation.ts';
import { serviceMay } from '../../services/service-sender.ts';
import { AWS_ENDPOINT_RETRIES } from '../../services/sns/delivery-policy.ts';
import { lambdaEvent } from '../../services/sns/envelope.ts';
import { type Outgoing, senderOf } from '../../services/sns/outgoing.ts';
import type { Transaction } from '../../storage/storage.ts';
import { findFunctionTarget } from '../../storage/tables/function-targets.ts';
import { type Destination, type Job, type Result, settleWith } from '../destination.ts';
import { cutLoop, nextHop } from '../next-hop.ts';
import { buryOutgoing, readOutgoing, retryBy, SUBSCRIPTION_ENDED } from '../sns-outgoing.ts';

/**
 * A message of a topic for a function: once it is in the function's asynchronous queue, the rest is
 * Lambda's affair. Without permission, or a function, there is no retry.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export const snsLambda: Destination = {
  kind: 'sns-lambda',
  concurrency: 8,
  deliver: settleWith(async (tx, job, platform) => {
    const loop = cutLoop(job);
    if (loop) return loop;
    const outgoing = await readOutgoing(tx, platform, job);
    return outgoing ? invoke(tx, platform, job, outgoing) : SUBSCRIPTION_ENDED;
  }),
  retryAt: async (_tx, job, _failure, { clock }) => retryBy(AWS_ENDPOINT_RETRIES, job, clock.now()),
  bury: buryOutgoing,
};

async function invoke(
  tx: Transaction,
  platform: Platform,
  job: Job,
  outgoing: Outgoing,
): Promise<Result> {
  const { message, subscription, signer } = outgoing;
  if (message.type !== 'Notification')
    throw new Error(`a function cannot answer a ${message.type}`);
  const { endpoint } = subscription;
  const target = await findFunctionTarget(tx, endpoint);
  if (!target)
    return rejected('ResourceNotFoundException', `The function ${endpoint} does not exist.`);
  const { policy, functionArn, qualifier } = target;
  const now = platform.clock.now();
  const verdict = serviceMay(senderOf(outgoing), 'lambda:InvokeFunction', endpoint, policy, now);
  if (!verdict.allowed) return rejected('AccessDeniedException', verdict.reason);
  const { requestId } = await enqueueInvocation(tx, platform, {
    functionArn,
    qualifier,
    payload: lambdaEvent(message, subscription, signer),
    ...nextHop(job),
  });
  return { kind: 'delivered', note: `invocation ${requestId}` };
}

const rejected = (code: string, reason: string): Result => ({ kind: 'rejected', code, reason });
