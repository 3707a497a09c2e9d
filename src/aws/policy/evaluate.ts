import type { PolicyDocument } from './document.ts';
import type { PrincipalMatch } from './principal-element.ts';
import { closerMatch, matchPrincipal } from './principal-element.ts';
import type { PolicyRequest } from './request.ts';
import { findMismatch } from './statement-match.ts';

/** What policies of one type say about a request, and which statement says so. */
export type Evaluation =
  | { readonly decision: 'none' }
  | ({ readonly decision: 'allow' | 'deny' } & DecidingStatement);

export interface DecidingStatement {
  /** Position in the list of policies. */
  readonly policy: number;
  /** Position in the policy. */
  readonly statement: number;
  readonly sid: string | undefined;
  /** How closely the statement names the caller; always `self` in an identity policy. */
  readonly match: PrincipalMatch;
}

/**
 * The first Deny that applies, else the Allow that names the caller most closely, else nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(policies: readonly PolicyDocument[], request: PolicyRequest): Evaluation {
  let allow: DecidingStatement | undefined;
  for (const [policy, { statements }] of policies.entries()) {
    for (const [index, statement] of statements.entries()) {
      if (findMismatch(statement, request)) continue;
      const { sid, principal, effect } = statement;
      const match = (principal && matchPrincipal(principal, request.principal)) ?? 'self';
      const deciding = { policy, statement: index, sid, match };
      if (effect === 'Deny') return { decision: 'deny', ...deciding };
      if (closerMatch(allow?.match, match) !== allow?.match) allow = deciding;
    }
  }
  return allow ? { decision: 'allow', ...allow } : { decision: 'none' };
}
