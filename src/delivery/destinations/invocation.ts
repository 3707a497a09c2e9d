import { AwsError } from '../../aws/error.ts';
import { backoffMs } from '../../lib/backoff.ts';
import type { Platform } from '../../services/context.ts';
import {
  type InvocationSettings,
  invocationSettings,
} from '../../services/lambda/invocation-settings.ts';
import { type Ran, runFunction } from '../../services/lambda/run-function.ts';
import type { Transaction } from '../../storage/storage.ts';
import { splitFunctionArn } from '../../storage/tables/function-targets.ts';
import {
  countFailedRun,
  forgetInvocationRetry,
  getInvocationRetry,
} from '../../storage/tables/invocation-retries.ts';
import type { Burial, Destination, Failure, Job, Result, Settle } from '../destination.ts';
import { type Condition, type Ended, errorMessage } from '../invocation-record.ts';
import { oweRecords } from '../owe-records.ts';

/**
 * One entry of a function's asynchronous queue: runs the function. `event` holds the function's
 * event and, as its subject, the request id that all tries share; the delivery's rule is the ARN
 * that was invoked.
 *
 * A function that fails is tried twice more, one minute and two minutes later. One that could not
 * run (throttled, or the server is stopping) is tried again with growing pauses until the event is
 * too old. What then became of the event goes to the function's destinations and to its dead-letter
 * queue.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export const invocation: Destination = {
  kind: 'invocation',
  concurrency: 16,
  deliver,
  retryAt,
  bury,
};

const RETRY_STEP_MS = 60_000;
const THROTTLE_BACKOFF = { firstMs: 1000, factor: 2, maxMs: 5 * 60_000 };

/**
 * Codes of failures: the first for a function that ran and failed, the others for reasons that will
 * not go away.
 */
const FUNCTION_ERROR = 'Unhandled';
const NOT_FOUND = 'ResourceNotFoundException';
const RECURSIVE = 'RecursiveInvocationException';
const ZERO_CONCURRENCY = 'ZeroReservedConcurrency';

async function deliver(job: Job, platform: Platform): Promise<Settle> {
  const settings = await platform.storage.read((reader) =>
    invocationSettings(reader, job.delivery.rule),
  );
  if (settings?.reservedConcurrency === 0)
    return async () => rejected(ZERO_CONCURRENCY, 'The reserved concurrency of the function is 0.');
  try {
    const ran = await run(job, platform);
    return (tx) => settle(tx, platform, job, ran);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return async () => failureOf(error);
  }
}

function run({ event, delivery }: Job, platform: Platform): Promise<Ran> {
  const { functionArn, qualifier } = splitFunctionArn(delivery.rule);
  return runFunction(platform, {
    functionArn,
    qualifier,
    requestId: event.subject,
    payload: Buffer.from(event.payload),
    trace: event.trace,
    lineage: { hops: event.hops + 1, cause: delivery.id },
  });
}

async function settle(tx: Transaction, platform: Platform, job: Job, ran: Ran): Promise<Result> {
  const { id } = job.delivery;
  const payload = Buffer.from(ran.payload).toString();
  await ran.keepLog(tx);
  if (ran.functionError !== undefined) {
    const { executedVersion } = ran;
    await countFailedRun(tx, {
      delivery_id: id,
      executed_version: executedVersion,
      response: payload,
    });
    return { kind: 'retry', code: FUNCTION_ERROR, reason: errorMessage(payload) };
  }
  const before = await getInvocationRetry(tx, id);
  await forgetInvocationRetry(tx, id);
  await oweRecords(tx, platform, job, {
    condition: 'Success',
    invokeCount: (before?.invoke_count ?? 0) + 1,
    response: { executedVersion: ran.executedVersion, payload },
  });
  return {
    kind: 'delivered',
    note: `ran ${Math.round(ran.durationMs)} ms as ${ran.executedVersion}`,
  };
}

function failureOf({ code, message }: AwsError): Result {
  return code === NOT_FOUND || code === RECURSIVE
    ? rejected(code, message)
    : { kind: 'retry', code, reason: message };
}

async function retryAt(
  tx: Transaction,
  job: Job,
  failure: Failure,
  platform: Platform,
): Promise<number | undefined> {
  const settings = await invocationSettings(tx, job.delivery.rule);
  // Without the function, the next try says so.
  if (!settings) return platform.clock.now();
  const { invoke_count: runs = 0 } = (await getInvocationRetry(tx, job.delivery.id)) ?? {};
  const failed = failure.code === FUNCTION_ERROR;
  if (failed && runs > settings.maximumRetryAttempts) return undefined;
  const waitMs = failed
    ? runs * RETRY_STEP_MS
    : backoffMs(THROTTLE_BACKOFF, job.attempt - runs, platform.ids.random());
  const at = platform.clock.now() + waitMs;
  return at > job.event.at + settings.maximumEventAgeMs ? undefined : at;
}

async function bury(
  tx: Transaction,
  job: Job,
  { failure }: Burial,
  platform: Platform,
): Promise<undefined> {
  const settings = await invocationSettings(tx, job.delivery.rule);
  const last = await getInvocationRetry(tx, job.delivery.id);
  await forgetInvocationRetry(tx, job.delivery.id);
  if (!settings) return undefined;
  const ended: Ended = {
    condition: conditionOf(failure, settings, last?.invoke_count ?? 0),
    invokeCount: last?.invoke_count ?? 0,
    response: last && {
      executedVersion: last.executed_version,
      functionError: 'Unhandled',
      payload: last.response,
    },
  };
  // The record is a delivery of its own, which tells what became of it.
  await oweRecords(tx, platform, job, ended);
  return undefined;
}

function conditionOf(
  { code }: Failure,
  { maximumRetryAttempts }: InvocationSettings,
  runs: number,
): Condition {
  if (code === ZERO_CONCURRENCY) return 'ZeroReservedConcurrency';
  if (code === RECURSIVE) return 'RecursiveInvocation';
  return runs > maximumRetryAttempts ? 'RetriesExhausted' : 'EventAgeExceeded';
}

const rejected = (code: string, reason: string): Result => ({ kind: 'rejected', code, reason });
