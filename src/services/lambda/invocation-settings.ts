import type { Reader } from '../../storage/storage.ts';
import { getEventInvokeConfig } from '../../storage/tables/event-invoke-configs.ts';
import { splitFunctionArn } from '../../storage/tables/function-targets.ts';
import { readConfiguration } from './configuration.ts';
import { findVersion } from './find-version.ts';
import { LATEST } from './function-name.ts';

/**
 * What a function, version or alias says about its asynchronous invocations, with the defaults
 * filled in.
 */
export interface InvocationSettings {
  /** The execution role, in which destinations are sent to. */
  readonly roleArn: string;
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeMs: number;
  /** ARNs. */
  readonly onSuccess: string | undefined;
  readonly onFailure: string | undefined;
  readonly deadLetterArn: string | undefined;
  readonly reservedConcurrency: number | null;
}

/**
 * Two more tries after the first, within six hours.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
const RETRY_ATTEMPTS = 2;
const EVENT_AGE_SECONDS = 6 * 60 * 60;

/** `arn` with or without a qualifier; `undefined` when there is no such function any more. */
export async function invocationSettings(
  reader: Reader,
  arn: string,
): Promise<InvocationSettings | undefined> {
  const { functionArn, qualifier } = splitFunctionArn(arn);
  const found = await findVersion(reader, { arn: functionArn, qualifier });
  if (!found) return undefined;
  const configuration = readConfiguration(found.revision);
  const config = await getEventInvokeConfig(reader, functionArn, qualifier ?? LATEST);
  const ageSeconds = config?.maximum_event_age_seconds ?? EVENT_AGE_SECONDS;
  return {
    roleArn: configuration.Role,
    maximumRetryAttempts: config?.maximum_retry_attempts ?? RETRY_ATTEMPTS,
    maximumEventAgeMs: ageSeconds * 1000,
    onSuccess: config?.on_success ?? undefined,
    onFailure: config?.on_failure ?? undefined,
    deadLetterArn: configuration.DeadLetterTargetArn,
    reservedConcurrency: found.owner.reserved_concurrency,
  };
}
