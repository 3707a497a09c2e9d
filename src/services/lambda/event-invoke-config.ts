import { parseArn } from '../../aws/arn.ts';
import type {
  DestinationConfig,
  FunctionEventInvokeConfig,
  OnFailure,
  OnSuccess,
} from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  type EventInvokeConfigRow,
  getEventInvokeConfig,
} from '../../storage/tables/event-invoke-configs.ts';
import { splitFunctionArn } from '../../storage/tables/function-targets.ts';
import type { Context } from '../context.ts';
import { readConfiguration } from './configuration.ts';
import { invalidParameter, resourceNotFound, unsupported } from './errors.ts';
import { findVersion } from './find-version.ts';
import { type FunctionReference, LATEST } from './function-name.ts';
import { checkTarget, TARGET_ACTIONS } from './invocation-targets.ts';

/** What a request says about asynchronous invocations. */
export interface EventInvokeSettings {
  readonly MaximumRetryAttempts?: number | undefined;
  readonly MaximumEventAgeInSeconds?: number | undefined;
  readonly DestinationConfig?: DestinationConfig | undefined;
}

/**
 * Throws for a request that sets nothing, and for destinations that the function cannot send to.
 */
export async function checkEventInvokeSettings(
  context: Context,
  reference: FunctionReference,
  settings: EventInvokeSettings,
): Promise<void> {
  const { OnSuccess, OnFailure } = settings.DestinationConfig ?? {};
  const found = await context.storage.read((reader) => findVersion(reader, reference));
  if (!found) throw resourceNotFound("The function doesn't exist.");
  const isEmpty =
    settings.MaximumRetryAttempts === undefined &&
    settings.MaximumEventAgeInSeconds === undefined &&
    settings.DestinationConfig === undefined;
  if (isEmpty)
    throw invalidParameter(
      'You must specify at least one of error handling or destination setting.',
    );
  const { Role } = readConfiguration(found.revision);
  for (const target of [OnSuccess?.Destination, OnFailure?.Destination]) {
    if (!target) continue;
    if (target.startsWith('arn:aws:s3:')) throw unsupported('DestinationConfig with a bucket');
    if (!TARGET_ACTIONS[parseArn(target)?.service ?? ''])
      throw invalidParameter(
        `The provided destination config ${shownAsJava(OnSuccess, OnFailure)} is invalid.`,
      );
    if (target === reference.arn || target.startsWith(`${reference.arn}:`))
      throw invalidParameter("You can't specify the function as a destination for itself.");
    await checkDestinationFunction(context, target);
    await checkTarget(context, reference, Role, target);
  }
}

const shownAsJava = (onSuccess?: OnSuccess, onFailure?: OnFailure) =>
  `DestinationConfig(onSuccess=${onSuccess ? `OnSuccess(destination=${onSuccess.Destination})` : null}, onFailure=${onFailure ? `OnFailure(destination=${onFailure.Destination})` : null})`;

/** Throws InvalidParameterValueException for a function that there is not. */
async function checkDestinationFunction({ storage }: Context, target: string): Promise<void> {
  if (parseArn(target)?.service !== 'lambda') return;
  const { functionArn: arn, qualifier } = splitFunctionArn(target);
  if (!(await storage.read((reader) => findVersion(reader, { arn, qualifier }))))
    throw invalidParameter(`The destination ARN ${target} is invalid.`);
}

/** What a request and a base make: members that the request leaves out are the base's. */
export function eventInvokeConfigRow(
  reference: FunctionReference,
  settings: EventInvokeSettings,
  base: EventInvokeConfigRow | undefined,
  now: number,
): EventInvokeConfigRow {
  const { OnSuccess, OnFailure } = settings.DestinationConfig ?? {};
  const destination = (given: typeof OnSuccess, before: string | null | undefined) =>
    given ? given.Destination || null : (before ?? null);
  return {
    function_arn: reference.arn,
    qualifier: reference.qualifier ?? LATEST,
    maximum_retry_attempts: settings.MaximumRetryAttempts ?? base?.maximum_retry_attempts ?? null,
    maximum_event_age_seconds:
      settings.MaximumEventAgeInSeconds ?? base?.maximum_event_age_seconds ?? null,
    on_success: destination(OnSuccess, base?.on_success),
    on_failure: destination(OnFailure, base?.on_failure),
    modified_at: now,
  };
}

/** Throws ResourceNotFoundException. */
export async function requireEventInvokeConfig(
  reader: Reader,
  { arn, qualifier = LATEST }: FunctionReference,
): Promise<EventInvokeConfigRow> {
  const row = await getEventInvokeConfig(reader, arn, qualifier);
  if (!row)
    throw resourceNotFound(`The function ${arn}:${qualifier} doesn't have an EventInvokeConfig`);
  return row;
}

export const showEventInvokeConfig = (row: EventInvokeConfigRow): FunctionEventInvokeConfig => ({
  LastModified: new Date(row.modified_at),
  FunctionArn: `${row.function_arn}:${row.qualifier}`,
  MaximumRetryAttempts: row.maximum_retry_attempts ?? undefined,
  MaximumEventAgeInSeconds: row.maximum_event_age_seconds ?? undefined,
  DestinationConfig: {
    OnSuccess: row.on_success === null ? {} : { Destination: row.on_success },
    OnFailure: row.on_failure === null ? {} : { Destination: row.on_failure },
  },
});
