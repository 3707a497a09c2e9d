import { parseArn } from '../aws/arn.ts';
import { type Authorization, decide } from '../aws/policy/authorize.ts';
import { compiledPolicy } from '../aws/policy/compiled-policy.ts';
import type { PolicyDocument } from '../aws/policy/document.ts';
import { explain } from '../aws/policy/explain.ts';
import { globalConditionKeys } from '../aws/policy/global-condition-keys.ts';
import type { PolicyRequest } from '../aws/policy/request.ts';
import { PolicySyntaxError } from '../aws/policy/syntax-error.ts';
import { createBoundedCache } from '../lib/bounded-cache.ts';

/**
 * An AWS service that acts for one of its resources: whom a destination's own policy has to let in.
 */
export interface ServiceSender {
  /** `s3.amazonaws.com` */
  readonly service: string;
  /** The bucket, topic or rule. */
  readonly sourceArn: string;
  /** The account that owns it. */
  readonly sourceAccount: string;
}

/**
 * Whether the policy of a resource lets the service do `action`, and why. A service has no policies
 * of its own, so this one decides alone; without a policy, or with one that cannot be read, the
 * answer is no. The reason of a refusal names the statement that comes closest to allowing it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function serviceMay(
  sender: ServiceSender,
  action: string,
  resource: string,
  policy: string | null,
  nowMs: number,
): Authorization {
  if (policy !== null && TIMELY.test(policy))
    return decideFor(sender, action, resource, policy, nowMs);
  const { service, sourceArn, sourceAccount } = sender;
  const question = [service, sourceArn, sourceAccount, action, resource, policy].join('\n');
  let verdict = verdicts.get(question);
  if (!verdict) {
    verdict = decideFor(sender, action, resource, policy, nowMs);
    verdicts.set(question, verdict);
  }
  return verdict;
}

/** The same question comes with every object; its answer is kept where it depends on nothing but the question. */
const verdicts = createBoundedCache<Authorization>(1000);
/** What a policy speaks of whose verdict may change with time: `aws:CurrentTime`, `aws:EpochTime`, `DateLessThan`. */
const TIMELY = /time|date/i;

function decideFor(
  sender: ServiceSender,
  action: string,
  resource: string,
  policy: string | null,
  nowMs: number,
): Authorization {
  const principal = { kind: 'service', service: sender.service } as const;
  try {
    const resourcePolicies = policy === null ? [] : [compiledPolicy(policy, 'resource')];
    const request = {
      principal,
      action,
      resource,
      context: {
        ...globalConditionKeys({ principal, nowMs }),
        'aws:sourcearn': sender.sourceArn,
        'aws:sourceaccount': sender.sourceAccount,
      },
    };
    const authorization = decide({
      ...request,
      resourceAccount: parseArn(resource)?.account ?? '',
      resourcePolicies,
      identityPolicies: [],
    });
    if (authorization.allowed || authorization.explicit) return authorization;
    const closest = closestStatement(resourcePolicies, request);
    return { ...authorization, reason: `${authorization.reason}; ${closest}` };
  } catch (error) {
    if (!(error instanceof PolicySyntaxError)) throw error;
    return {
      allowed: false,
      explicit: false,
      reason: `the resource-based policy cannot be read: ${error.message}`,
    };
  }
}

/** How far a statement goes along with a request before it does not, by how its explanation begins. */
const CLOSENESS = ['the statement is for', 'the statement is about', 'the statement wants'];

/** Of the statements that allow something: the one that goes along furthest, and why it stops there. */
function closestStatement(policies: readonly PolicyDocument[], request: PolicyRequest): string {
  const statements = explain(policies, request).filter(({ effect }) => effect === 'Allow');
  if (statements.length === 0)
    return policies.length === 0 ? 'there is no policy' : 'it allows nothing';
  const closeness = (reason: string) => CLOSENESS.findIndex((start) => reason.startsWith(start));
  const closest = statements.reduce((best, each) =>
    closeness(each.reason) > closeness(best.reason) ? each : best,
  );
  const name = closest.sid ? `statement "${closest.sid}"` : `statement ${closest.statement + 1}`;
  return `the closest is ${name}: ${closest.reason}`;
}
