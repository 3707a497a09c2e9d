/**
 * Who makes a request, as established from its signature. `principal` is what policies are evaluated for.
 */
export interface Caller {
  readonly principal: Principal;
  /** The account whose resources the request is about; empty for anonymous callers. */
  readonly account: string;
  /**
   * The unique id that event records and SQS's SenderId show: `AIDA...` for a user, `AROA...:session` for a role,
   * the account id for root, `Anonymous` otherwise.
   */
  readonly principalId: string;
  readonly accessKeyId: string | undefined;
  readonly sourceIp: string;
  readonly userAgent: string;
  /** The page that a browser came from. */
  readonly referer?: string | undefined;
  /** JSON policies passed to AssumeRole: they narrow what the session may do. */
  readonly sessionPolicies: readonly string[];
}

/** The same union that `src/aws/policy/` evaluates. */
export type { Principal } from '../aws/policy/principal.ts';

import type { Principal } from '../aws/policy/principal.ts';

export const callerArn = (caller: Caller): string =>
  'arn' in caller.principal ? caller.principal.arn : 'arn:aws:iam:::anonymous';
