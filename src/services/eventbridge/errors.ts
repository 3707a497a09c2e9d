import type { AwsError } from '../../aws/error.ts';
import { errors as modelledErrors } from '../../aws/models/eventbridge.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';

export const errors = errorsOf(modelledErrors);

export const busDoesNotExist = (name: string): AwsError =>
  errors.ResourceNotFoundException(`Event bus ${name} does not exist.`);

export const ruleDoesNotExist = (name: string, busName: string): AwsError =>
  errors.ResourceNotFoundException(`Rule ${name} does not exist on EventBus ${busName}.`);

export const archiveDoesNotExist = (name: string): AwsError =>
  errors.ResourceNotFoundException(`Archive ${name} does not exist.`);

export const replayDoesNotExist = (name: string): AwsError =>
  errors.ResourceNotFoundException(`Replay ${name} does not exist.`);

/** `Parameter Event is not valid.`, with a reason where AWS gives one. */
export const invalidParameter = (parameter: string, reason?: string): AwsError =>
  errors.ValidationException(
    `Parameter ${parameter} is not valid.${reason === undefined ? '' : ` Reason: ${reason}`}`,
  );

export const limitExceeded = (): AwsError =>
  errors.LimitExceededException('The requested resource exceeds the maximum number allowed.');

/** Otherwise an account could act in roles of others. */
export const foreignRole = (): AwsError =>
  errors.AccessDeniedException('Cross-account pass role is not allowed.');
