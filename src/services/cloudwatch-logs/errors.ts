import * as model from '../../aws/models/cloudwatch-logs.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';

const errors = errorsOf(model.errors);

export const accessDenied = (message: string) => errors.AccessDeniedException(message);

export const invalidParameter = (message: string, cause?: unknown) =>
  errors.InvalidParameterException(message, { cause });

export const groupNotFound = () =>
  errors.ResourceNotFoundException('The specified log group does not exist.');

export const streamNotFound = () =>
  errors.ResourceNotFoundException('The specified log stream does not exist.');
