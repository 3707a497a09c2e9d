import { S3_PRINCIPAL } from '../../events/s3/index.ts';
import { backoffMs } from '../../lib/backoff.ts';
import type { Platform } from '../../services/context.ts';
import { enqueueInvocation } from '../../services/lambda/enqueue-invocation.ts';
import { renderRecord } from '../../services/s3/raise-event.ts';
import { serviceMay } from '../../services/service-sender.ts';
import type { Transaction } from '../../storage/storage.ts';
import { findFunctionTarget } from '../../storage/tables/function-targets.ts';
import { type Destination, type Job, noBurial, type Result, settleWith } from '../destination.ts';
import { nextHop } from '../next-hop.ts';

/** Only a failing database makes it try again; that has no end but its own. */
const BACKOFF = { firstMs: 1000, factor: 2, maxMs: 60_000 };

/**
 * A change of an object on its way into a function's asynchronous queue: the delivery's lane is the
 * function's ARN, and may have a qualifier. The policy of exactly that must let the bucket in. S3
 * has no dead-letter queue, so what the function does not take is only recorded; loops are cut by
 * the function, whose setting that is.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html
 */
export const s3Function: Destination = {
  kind: 's3-function',
  concurrency: 8,
  deliver: settleWith(settle),
  retryAt: async (_tx, { attempt }, _failure, { clock, ids }) =>
    clock.now() + backoffMs(BACKOFF, attempt, ids.random()),
  bury: noBurial,
};

async function settle(tx: Transaction, job: Job, platform: Platform): Promise<Result> {
  const { event, delivery } = job;
  const target = await findFunctionTarget(tx, delivery.lane);
  if (!target) return rejected('ResourceNotFoundException', `Function not found: ${delivery.lane}`);
  const sender = {
    service: S3_PRINCIPAL,
    sourceArn: event.source,
    sourceAccount: event.account,
  };
  const now = platform.clock.now();
  const verdict = serviceMay(sender, 'lambda:InvokeFunction', delivery.lane, target.policy, now);
  if (!verdict.allowed) return rejected('AccessDeniedException', verdict.reason);
  const { requestId } = await enqueueInvocation(tx, platform, {
    functionArn: target.functionArn,
    qualifier: target.qualifier,
    payload: renderRecord(event, delivery.rule),
    ...nextHop(job),
  });
  return { kind: 'delivered', note: `request ${requestId}` };
}

const rejected = (code: string, reason: string): Result => ({ kind: 'rejected', code, reason });
