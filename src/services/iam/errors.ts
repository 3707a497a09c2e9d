import type { AwsError } from '../../aws/error.ts';
import { errors as modelledErrors } from '../../aws/models/iam.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';
import { constraintMessage } from '../constraint.ts';

/**
 * Every error that IAM has, under its name in the model; the codes on the wire lack `Exception`.
 */
export const errors = errorsOf(modelledErrors);

export const userNotFound = (name: string): AwsError =>
  errors.NoSuchEntityException(`The user with name ${name} cannot be found.`);

export const roleNotFound = (name: string): AwsError =>
  errors.NoSuchEntityException(`The role with name ${name} cannot be found.`);

export const policyNotFound = (arn: string): AwsError =>
  errors.NoSuchEntityException(`Policy ${arn} was not found.`);

export const policyNotAttachable = (arn: string): AwsError =>
  errors.NoSuchEntityException(`Policy ${arn} does not exist or is not attachable.`);

export const policyVersionNotFound = (arn: string, version: string): AwsError =>
  errors.NoSuchEntityException(
    `Policy ${arn} version ${version} does not exist or is not attachable.`,
  );

export const accessKeyNotFound = (id: string): AwsError =>
  errors.NoSuchEntityException(`The Access Key with id ${id} cannot be found.`);

/** What was called `quota` in the limits of the model, and how much it is. */
export const quotaExceeded = (quota: string, max: number): AwsError =>
  errors.LimitExceededException(`Cannot exceed quota for ${quota}: ${max}`);

/**
 * A member breaks a rule of the model; `member` in lower camel case. IAM does not repeat its value.
 */
export const invalidMember = (member: string, constraint: string): AwsError =>
  errors.ValidationError(constraintMessage(member, undefined, constraint));
