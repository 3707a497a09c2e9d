import { AwsError } from '../../aws/error.ts';
import { errors as modelledErrors } from '../../aws/models/lambda.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';

/** Who is to blame: Lambda says so in every error. */
const BLAME = { members: { Type: 'User' } };

const modelled = errorsOf(modelledErrors);

export const invalidParameter = (message: string, cause?: unknown): AwsError =>
  modelled.InvalidParameterValueException(message, { ...BLAME, cause });

export const resourceNotFound = (message: string): AwsError =>
  modelled.ResourceNotFoundException(message, BLAME);

/** `arn` as AWS shows it in this place: with the qualifier, or without. */
export const functionNotFound = (arn: string): AwsError =>
  resourceNotFound(`Function not found: ${arn}`);

export const aliasNotFound = (arn: string): AwsError =>
  resourceNotFound(`Cannot find alias arn: ${arn}`);

export const resourceConflict = (message: string): AwsError =>
  modelled.ResourceConflictException(message, BLAME);

export const mappingExists = (queueArn: string, functionName: string, uuid: string): AwsError =>
  resourceConflict(
    `An event source mapping with SQS arn (" ${queueArn} ") and function (" ${functionName} ") already exists. Please update or delete the existing mapping with UUID ${uuid}`,
  );

export const revisionMismatch = (): AwsError =>
  modelled.PreconditionFailedException(
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    BLAME,
  );

/** The same of a policy that is no function's. */
export const policyRevisionMismatch = (): AwsError =>
  modelled.PreconditionFailedException(
    'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
    BLAME,
  );

export const noPolicy = (): AwsError =>
  resourceNotFound('No policy is associated with the given resource.');

export const policyTooLong = (bytes: number, bytesMax: number): AwsError =>
  modelled.PolicyLengthExceededException(
    `The final policy size (${bytes}) is bigger than the limit (${bytesMax}).`,
    BLAME,
  );

export const noProvisionedConcurrency = (): AwsError =>
  modelled.ProvisionedConcurrencyConfigNotFoundException(
    'No Provisioned Concurrency Config found for this function',
    BLAME,
  );

export const invalidRequestContent = (message: string): AwsError =>
  modelled.InvalidRequestContentException(message, BLAME);

/** An event is refused by the service; what somebody waits for, by the layer in front of it. */
export const eventTooLarge = (bytes: number, bytesMax: number): AwsError =>
  modelled.RequestTooLargeException(
    `${bytes} byte payload is too large for the Event invocation type (limit ${bytesMax} bytes)`,
    BLAME,
  );

export const requestTooLarge = (bytesMax: number): AwsError =>
  new AwsError(
    'RequestEntityTooLargeException',
    `Request must be smaller than ${bytesMax} bytes for the InvokeFunction operation`,
    { status: 413 },
  );

export const recursiveInvocation = (arn: string, hops: number): AwsError =>
  modelled.RecursiveInvocationException(
    `Lambda has detected the function ${arn} being invoked in a recursive loop of ${hops} events and stopped it.`,
    BLAME,
  );

export const codeStorageExceeded = (): AwsError =>
  modelled.CodeStorageExceededException('Code storage limit exceeded.', BLAME);

/** Not in the model of the service, as it comes from the layer in front of it. */
export const validationError = (message: string): AwsError =>
  new AwsError('ValidationException', message);

export const packageTooLarge = (bytesMax: number): AwsError =>
  new AwsError(
    'RequestEntityTooLargeException',
    `Zipped size must be smaller than ${bytesMax} bytes`,
    { status: 413, ...BLAME },
  );

/** Deviation from AWS: what is not offered is refused by name, never accepted and ignored. */
export const unsupported = (parameter: string): AwsError =>
  invalidParameter(`The parameter ${parameter} is not supported by Spillway.`);
