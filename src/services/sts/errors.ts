import type { AwsError } from '../../aws/error.ts';
import { errors as modelledErrors } from '../../aws/models/sts.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';
import { constraintMessage, lengthConstraint, rangeConstraint } from '../constraint.ts';

/** Every error that STS has, under its name in the model. */
export const errors = errorsOf(modelledErrors);

/** A member breaks a rule of the model; `member` in lower camel case. */
export const invalidMember = (
  member: string,
  value: string | number,
  constraint: string,
): AwsError => errors.ValidationError(constraintMessage(member, value, constraint));

/** Throws ValidationError. */
export function checkLength(member: string, text: string, min: number, max: number): void {
  const constraint = lengthConstraint(text, min, max);
  if (constraint) throw invalidMember(member, text, constraint);
}

/** Throws ValidationError. */
export function checkRange(member: string, value: number, min: number, max: number): void {
  const constraint = rangeConstraint(value, min, max);
  if (constraint) throw invalidMember(member, value, constraint);
}

/** Throws ValidationError. */
export function checkPattern(member: string, text: string, pattern: RegExp): void {
  if (new RegExp(`^(?:${pattern.source})$`, pattern.flags).test(text)) return;
  throw invalidMember(member, text, `satisfy regular expression pattern: ${pattern.source}`);
}
