import type { PolicyDocument } from './document.ts';
import type { DecidingStatement, Evaluation } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
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
  /** Limits what identity policies may allow; it allows nothing itself. */
  readonly boundary?: PolicyDocument | undefined;
  /** The resource is a role and its policy says who is trusted: then identity policies alone never suffice. */
  readonly roleTrust?: boolean | undefined;
}

export interface Authorization {
  readonly allowed: boolean;
  /** Whether a statement decided, instead of there being none. */
  readonly explicit: boolean;
  /** The type of policy that decided, or that should have; a root user needs none. */
  readonly policyType?: PolicyType | undefined;
  /** In plain words: "statement "s3" of the resource-based policy allows it". */
  readonly reason: string;
}

export type PolicyType =
  | 'resource-based'
  | 'role trust'
  | 'identity-based'
  | 'permissions boundary'
  | 'session';

/**
 * Decides as AWS does. An explicit Deny in any policy ends it. Within an account an Allow of either
 * the resource's or the caller's policies is enough, unless the resource's names the account as a
 * whole, which only delegates to the caller's; across accounts both must allow. Session policies
 * and the permissions boundary must allow as well whatever is not granted to the caller by name. A root user may do everything
 * with what its account owns and no policy denies. Anonymous callers and AWS services have nothing
 * but the resource's policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(request: AuthorizationRequest): Authorization {
  const { principal, resourceAccount, sessionPolicies = [], roleTrust = false } = request;
  const resourceType = roleTrust ? 'role trust' : 'resource-based';
  const resource = evaluate(request.resourcePolicies, request);
  const identity = evaluate(request.identityPolicies, request);
  const session = evaluate(sessionPolicies, request);
  const boundary = request.boundary && evaluate([request.boundary], request);
  if (resource.decision === 'deny') return deniedBy(resourceType, resource);
  if (identity.decision === 'deny') return deniedBy('identity-based', identity);
  if (boundary?.decision === 'deny') return deniedBy('permissions boundary', boundary);
  if (session.decision === 'deny') return deniedBy('session', session);

  const hasAccount = 'account' in principal;
  const sameAccount = hasAccount && principal.account === resourceAccount;
  const narrowedBy = narrowing(sessionPolicies.length > 0 ? session : undefined, boundary);
  if (resource.decision === 'allow') {
    const direct = resource.match === 'self' || (resource.match !== 'account' && !narrowedBy);
    if (!hasAccount || (sameAccount && direct)) return allowedBy(resourceType, resource);
  } else if (!sameAccount || roleTrust) {
    return notAllowed(resourceType, request);
  }
  if (narrowedBy) return notAllowed(narrowedBy, request);
  if (identity.decision === 'allow') return allowedBy('identity-based', identity);
  if (hasAccount && principal.kind === 'root') {
    const reason = `the root user of account ${principal.account} may do everything`;
    return { allowed: true, explicit: false, reason };
  }
  return notAllowed('identity-based', request);
}

/** Which of the policies that allow nothing by themselves, if any, leaves a request out. */
function narrowing(
  session: Evaluation | undefined,
  boundary: Evaluation | undefined,
): PolicyType | undefined {
  if (session && session.decision !== 'allow') return 'session';
  return boundary && boundary.decision !== 'allow' ? 'permissions boundary' : undefined;
}

/**
 * Why a request is denied, in the words that end AWS's refusals:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialReason(
  { action }: Pick<PolicyRequest, 'action'>,
  { explicit, policyType = 'identity-based' }: Authorization,
): string {
  return explicit
    ? `with an explicit deny in ${ARTICLES[policyType]} ${termOf(policyType)}`
    : `because no ${termOf(policyType)} allows the ${action} action`;
}

const ARTICLES: Readonly<Record<PolicyType, string>> = {
  'resource-based': 'a',
  'role trust': 'the',
  'identity-based': 'an',
  'permissions boundary': 'a',
  session: 'a',
};

const termOf = (type: PolicyType) => (type === 'permissions boundary' ? type : `${type} policy`);

const allowedBy = (policyType: PolicyType, statement: DecidingStatement): Authorization => ({
  allowed: true,
  explicit: true,
  policyType,
  reason: `${nameOf(policyType, statement)} allows it`,
});

const deniedBy = (policyType: PolicyType, statement: DecidingStatement): Authorization => ({
  allowed: false,
  explicit: true,
  policyType,
  reason: `${nameOf(policyType, statement)} denies it`,
});

const notAllowed = (policyType: PolicyType, { action }: PolicyRequest): Authorization => ({
  allowed: false,
  explicit: false,
  policyType,
  reason: `no ${termOf(policyType)} allows the ${action} action`,
});

function nameOf(type: PolicyType, { sid, statement, policy }: DecidingStatement): string {
  const name = sid ? `statement "${sid}"` : `statement ${statement + 1}`;
  return type === 'identity-based' || type === 'session'
    ? `${name} of ${type} policy ${policy + 1}`
    : `${name} of the ${termOf(type)}`;
}
