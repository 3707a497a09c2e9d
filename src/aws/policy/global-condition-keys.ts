import type { Principal } from './principal.ts';
import type { ConditionContext } from './request.ts';

/** What is known of a request besides what it asks for. */
export interface RequestFacts {
  readonly principal: Principal;
  readonly nowMs: number;
  readonly region?: string | undefined;
  readonly sourceIp?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly referer?: string | undefined;
  readonly secureTransport?: boolean | undefined;
  /** `AIDA...`, `AROA...:session` or the account id. */
  readonly userId?: string | undefined;
}

/**
 * The condition keys that exist for every service, named in lower case. Keys of one service or
 * operation (`s3:prefix`, `aws:SourceArn` of a delivery) are added by it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function globalConditionKeys(facts: RequestFacts): ConditionContext {
  return {
    ...principalKeys(facts),
    'aws:currenttime': new Date(facts.nowMs).toISOString(),
    'aws:epochtime': String(Math.floor(facts.nowMs / 1000)),
    'aws:referer': facts.referer,
    'aws:requestedregion': facts.region,
    'aws:securetransport':
      facts.secureTransport === undefined ? undefined : String(facts.secureTransport),
    'aws:sourceip': facts.sourceIp,
    'aws:useragent': facts.userAgent,
    // No service here makes requests with its caller's permissions.
    'aws:viaawsservice': 'false',
  };
}

function principalKeys({ principal, userId }: RequestFacts): ConditionContext {
  if (principal.kind === 'anonymous') {
    return { 'aws:principaltype': 'Anonymous', 'aws:principalisawsservice': 'false' };
  }
  if (principal.kind === 'service') {
    return {
      'aws:principalisawsservice': 'true',
      'aws:principalservicename': principal.service,
    };
  }
  return {
    'aws:principalisawsservice': 'false',
    'aws:principalaccount': principal.account,
    'aws:principalarn': principal.kind === 'assumed-role' ? principal.roleArn : principal.arn,
    'aws:principaltype': PRINCIPAL_TYPES[principal.kind],
    'aws:userid': userId,
    'aws:username': principal.kind === 'user' ? principal.arn.split('/').at(-1) : undefined,
  };
}

const PRINCIPAL_TYPES = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  'assumed-role': 'AssumedRole',
} as const;
