import { parsePolicy } from '../../aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';

/** A queue's policy as it was written, with its statements in a list. */
export interface QueuePolicy {
  readonly Version: string;
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}

export type Statement = { readonly Sid?: string } & Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html */
const POLICY_BYTES_MAX = 8192;
export const STATEMENTS_MAX = 20;
const ACTION = /^(\*|sqs:[a-z*?]+)$/i;

/** Reads and checks a policy. Throws PolicySyntaxError. */
export function parseQueuePolicy(text: string): QueuePolicy {
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX)
    throw new PolicySyntaxError(`Policies must not be larger than ${POLICY_BYTES_MAX} bytes`);
  const { statements } = parsePolicy(text, 'queue');
  if (statements.length > STATEMENTS_MAX)
    throw new PolicySyntaxError(`Policies must not have more than ${STATEMENTS_MAX} statements`);
  for (const { action } of statements) {
    const other = action.names.find((name) => !ACTION.test(name));
    if (other !== undefined) throw new PolicySyntaxError(`${other} is no action of SQS`);
  }
  const policy = JSON.parse(text);
  return { ...policy, Statement: [policy.Statement].flat() };
}
