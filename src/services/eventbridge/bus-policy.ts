import { parsePolicy } from '../../aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';
import { errors, invalidParameter } from './errors.ts';

/** The policy of a bus as PutPermission and RemovePermission see it: statements by their id. */
export interface BusPolicy {
  readonly Version: string;
  readonly Statement: readonly BusStatement[];
}

export type BusStatement = { readonly Sid?: string } & Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const POLICY_LENGTH_MAX = 10_240;

/** A policy allows one statement that is not in a list. */
export function readBusPolicy(text: string | null): BusPolicy {
  if (text === null) return { Version: '2012-10-17', Statement: [] };
  const policy = JSON.parse(text);
  const statements = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  return { ...policy, Statement: statements };
}

/** Throws PolicyLengthExceededException or ValidationException. */
export function checkBusPolicy(text: string): void {
  if (text.length > POLICY_LENGTH_MAX)
    throw errors.PolicyLengthExceededException(
      `The policy is ${text.length} characters long, at most ${POLICY_LENGTH_MAX} are allowed.`,
    );
  try {
    parsePolicy(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw invalidParameter('Policy', error.message);
    throw error;
  }
}
