import * as model from '../../aws/models/rekognition.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';

const errors = errorsOf(model.errors);

/**
 * The errors of Rekognition, with AWS's codes and texts. What a text of AWS does not tell (which parameter was wrong) follows after a
 * colon. https://docs.aws.amazon.com/rekognition/latest/dg/error-handling.html
 */
export const invalidS3Object = (cause: unknown) =>
  errors.InvalidS3ObjectException(
    'Unable to get object metadata from S3. Check object key, region and/or access permissions.',
    { cause },
  );

export const invalidImageFormat = (cause?: unknown) =>
  errors.InvalidImageFormatException('Request has invalid image format', { cause });

export const imageTooLarge = (cause?: unknown) =>
  errors.ImageTooLargeException('Image size is too large', { cause });

export const invalidParameter = (what: string) =>
  errors.InvalidParameterException(`Request has invalid parameters: ${what}`);

export const throttled = (cause: unknown) =>
  errors.ThrottlingException('Slow down; sudden increase in rate of requests.', { cause });

export const internalServerError = (message: string, cause: unknown) =>
  errors.InternalServerError(message, { cause });

export const accessDenied = (message: string) => errors.AccessDeniedException(message);
