import type { PolicyDocument } from './document.ts';
import type { DecidingStatement } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import { describePrincipal } from './principal.ts';
import type { PolicyRequest } from './request.ts';

/** A request with all policies that have a say in it. */
export interface AuthorizationRequest extends PolicyRequest {
  /** The account that owns the resource. */
  readonly resourceAccount: string;
  /** Attached to the resource; a role's trust policy is one. */
  readonly resourcePolicies: readonly PolicyDocument[];
  /** Attached to the user or role. */
  readonly identityPolicies: readonly PolicyDocument[];
  /** Given when the role was assumed: they only narrow. None, no narrowing. */
  readonly sessionPolicies?: readonly PolicyDocument[] | undefined;
  /** For role trust, where identity policies alone never suffice. */
  readonly resourcePolicyRequired?: boolean | undefined;
}

export interface Authorization {
  readonly allowed: boolean;
  /** Whether a statement denies, instead of none allowing. */
  readonly explicit: boolean;
  /** In plain words: "statement "s3" of the resource-based policy allows it". */
  readonly reason: string;
}

/**
 * Decides as AWS does. An explicit Deny in any policy ends it. Within an account an Allow of either
 * the resource's or the caller's policies is enough, unless the resource's names the account as a
 * whole, which only delegates to the caller's; across accounts both must allow. Session policies
 * must allow as well whatever is not granted to the session by name. A root user may do everything
 * with what its account owns and no policy denies. Anonymous callers and AWS services have nothing
 * but the resource's policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(request: AuthorizationRequest): Authorization {
  const { principal, resourceAccount, sessionPolicies = [] } = request;
  const resource = evaluate(request.resourcePolicies, request);
  const identity = evaluate(request.identityPolicies, request);
  const session = evaluate(sessionPolicies, request);
  if (resource.decision === 'deny') return deniedBy('resource-based', resource);
  if (identity.decision === 'deny') return deniedBy('identity-based', identity);
  if (session.decision === 'deny') return deniedBy('session', session);

  const hasAccount = 'account' in principal;
  const sameAccount = hasAccount && principal.account === resourceAccount;
  const narrowed = sessionPolicies.length > 0 && session.decision !== 'allow';
  if (resource.decision === 'allow') {
    const direct = resource.match === 'self' || (resource.match !== 'account' && !narrowed);
    if (!hasAccount || (sameAccount && direct)) return allowedBy('resource-based', resource);
  } else if (!sameAccount || request.resourcePolicyRequired) {
    return notAllowed('resource-based', request);
  }
  if (narrowed) return notAllowed('session', request);
  if (identity.decision === 'allow') return allowedBy('identity-based', identity);
  if (hasAccount && principal.kind === 'root') {
    return allowed(`the root user of account ${principal.account} may do everything`);
  }
  return notAllowed('identity-based', request);
}

/** What AWS tells a caller who is refused. Services add their own code. */
export function accessDeniedMessage(
  { principal, action, resource }: PolicyRequest,
  { explicit, reason }: Authorization,
): string {
  const who = principal.kind === 'anonymous' ? 'anonymous' : describePrincipal(principal);
  const why = explicit ? 'with an explicit deny:' : 'because';
  return `User: ${who} is not authorized to perform: ${action} on resource: ${resource} ${why} ${reason}`;
}

type PolicyType = 'resource-based' | 'identity-based' | 'session';

const allowed = (reason: string): Authorization => ({ allowed: true, explicit: true, reason });

const allowedBy = (type: PolicyType, statement: DecidingStatement) =>
  allowed(`${nameOf(type, statement)} allows it`);

const deniedBy = (type: PolicyType, statement: DecidingStatement): Authorization => ({
  allowed: false,
  explicit: true,
  reason: `${nameOf(type, statement)} denies it`,
});

const notAllowed = (type: PolicyType, { action }: PolicyRequest): Authorization => ({
  allowed: false,
  explicit: false,
  reason: `no ${type} policy allows the ${action} action`,
});

function nameOf(type: PolicyType, { sid, statement, policy }: DecidingStatement): string {
  const name = sid ? `statement "${sid}"` : `statement ${statement + 1}`;
  return type === 'resource-based'
    ? `${name} of the ${type} policy`
    : `${name} of ${type} policy ${policy + 1}`;
}
