import { decide, denialReason } from '../aws/policy/authorize.ts';
import { compiledPolicy } from '../aws/policy/compiled-policy.ts';
import type { PolicyDocument } from '../aws/policy/document.ts';
import { globalConditionKeys } from '../aws/policy/global-condition-keys.ts';
import { PolicySyntaxError } from '../aws/policy/syntax-error.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import type { Access } from './define-service.ts';
import type { Authorize, Verdict } from './dispatch.ts';
import { callerIdentity } from './identity-policies.ts';
import { recordUse } from './last-used.ts';

const ALLOWED: Verdict = { allowed: true };

/**
 * Evaluates who may do what: the policies of the caller, of its session and of the resource, as AWS
 * does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * A root user within its own account, where no policy speaks, is let through without looking
 * anything up. Of every other caller the policies are kept in memory until IAM changes something.
 */
export const authorize: Authorize = async (access, context) => {
  const { caller } = context;
  if (isOwnersRoot(access, caller)) return ALLOWED;
  const { principal, sessionPolicies } = caller;
  const identity = await callerIdentity(context.storage, caller);
  await recordUse(context, access);
  try {
    const request = {
      principal,
      action: access.action,
      resource: access.resource,
      resourceAccount: access.resourceAccount,
      roleTrust: access.trustPolicy !== undefined,
      resourcePolicies: resourcePolicies(access),
      identityPolicies: identity.policies,
      boundary: identity.boundary,
      sessionPolicies: sessionPolicies.map((text) => compiledPolicy(text, 'identity')),
      context: {
        ...globalConditions(context),
        'aws:resourceaccount': access.resourceAccount,
        ...identity.conditions,
        ...access.conditions,
      },
    };
    const authorization = decide(request);
    if (authorization.allowed) return ALLOWED;
    return { allowed: false, reason: denialReason(request, authorization) };
  } catch (error) {
    // Stored by a version that took it for a policy: nothing that it may have denied is let
    // through.
    if (!(error instanceof PolicySyntaxError)) throw error;
    return { allowed: false, reason: `because a policy cannot be read: ${error.message}` };
  }
};

const isOwnersRoot = (access: Access, { principal, sessionPolicies }: Caller): boolean =>
  principal.kind === 'root' &&
  principal.account === access.resourceAccount &&
  access.resourcePolicy === undefined &&
  access.trustPolicy === undefined &&
  sessionPolicies.length === 0;

function resourcePolicies({ resourcePolicy, trustPolicy }: Access): PolicyDocument[] {
  const policies: PolicyDocument[] = [];
  if (resourcePolicy !== undefined) policies.push(compiledPolicy(resourcePolicy, 'resource'));
  if (trustPolicy !== undefined) policies.push(compiledPolicy(trustPolicy, 'trust'));
  return policies;
}

const globalConditions = ({ caller, clock, region }: Context) =>
  globalConditionKeys({
    principal: caller.principal,
    nowMs: clock.now(),
    region,
    sourceIp: caller.sourceIp,
    userAgent: caller.userAgent,
    referer: caller.referer,
    secureTransport: false,
    userId: caller.principalId,
  });
