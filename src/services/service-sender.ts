import { parseArn } from '../aws/arn.ts';
import { type Authorization, decide } from '../aws/policy/authorize.ts';
import { compiledPolicy } from '../aws/policy/compiled-policy.ts';
import { globalConditionKeys } from '../aws/policy/global-condition-keys.ts';
import { PolicySyntaxError } from '../aws/policy/syntax-error.ts';

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
 * answer is no.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function serviceMay(
  sender: ServiceSender,
  action: string,
  resource: string,
  policy: string | null,
  nowMs: number,
): Authorization {
  const principal = { kind: 'service', service: sender.service } as const;
  try {
    return decide({
      principal,
      action,
      resource,
      resourceAccount: parseArn(resource)?.account ?? '',
      resourcePolicies: policy === null ? [] : [compiledPolicy(policy, 'resource')],
      identityPolicies: [],
      context: {
        ...globalConditionKeys({ principal, nowMs }),
        'aws:sourcearn': sender.sourceArn,
        'aws:sourceaccount': sender.sourceAccount,
      },
    });
  } catch (error) {
    if (!(error instanceof PolicySyntaxError)) throw error;
    return {
      allowed: false,
      explicit: false,
      reason: `the resource-based policy cannot be read: ${error.message}`,
    };
  }
}
