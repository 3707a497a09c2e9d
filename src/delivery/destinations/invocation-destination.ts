import { parseArn } from '../../aws/arn.ts';
import { backoffMs } from '../../lib/backoff.ts';
import type { Platform } from '../../services/context.ts';
import { type Destination, type Job, noBurial, type Settle } from '../destination.ts';
import type { OwedRecord } from '../owe-records.ts';
import { recordSenders } from './invocation-destinations/index.ts';

/** Only a failing database makes it try again; that has no end but its own. */
const BACKOFF = { firstMs: 1000, factor: 2, maxMs: 60_000 };

/**
 * What became of an asynchronous invocation, on its way to the function's destination or
 * dead-letter queue, which is sent to in the function's execution role. What the destination does
 * not take is lost, as in AWS, but recorded.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const invocationDestination: Destination = {
  kind: 'invocation-destination',
  concurrency: 8,
  deliver,
  retryAt: async (_tx, { attempt }, _failure, { clock, ids }) =>
    clock.now() + backoffMs(BACKOFF, attempt, ids.random()),
  bury: noBurial,
};

async function deliver(job: Job, platform: Platform): Promise<Settle> {
  const { lane, payload } = job.delivery;
  const send = recordSenders[parseArn(lane)?.service ?? ''];
  if (!send || payload === null) throw new Error(`a record cannot be sent to ${lane}`);
  return send({ job, record: JSON.parse(payload) as OwedRecord }, platform);
}
