import { assumedRoleArn } from '../aws/arn.ts';
import { type Authorization, type AuthorizationRequest, decide } from '../aws/policy/authorize.ts';
import { compiledPolicy } from '../aws/policy/compiled-policy.ts';
import { globalConditionKeys } from '../aws/policy/global-condition-keys.ts';
import { getRoleByArn, type RoleRow } from '../storage/tables/roles.ts';
import type { Platform } from './context.ts';
import { FULL_ACCESS, identityPolicies, permissionsBoundary } from './identity-policies.ts';

/** A service that takes on a role: Lambda for a function, EventBridge for a rule's target. */
export interface RoleUser {
  /** `lambda.amazonaws.com` */
  readonly service: string;
  readonly roleArn: string;
  /** The account of the function or rule. */
  readonly account: string;
  /** The function or rule. */
  readonly sourceArn: string;
}

export type AssumedRole =
  | { readonly kind: 'assumed'; readonly role: RoleRow }
  /** Let pass by the setting `permissiveRoles`, with access to everything in its account. */
  | { readonly kind: 'never created' }
  | { readonly kind: 'refused'; readonly reason: string };

type Shared = Pick<Platform, 'storage' | 'clock' | 'settings'>;

/** Whether the role exists and its trust policy lets the service take it on. */
export async function assumeRoleAsService(platform: Shared, user: RoleUser): Promise<AssumedRole> {
  const role = await platform.storage.read((reader) => getRoleByArn(reader, user.roleArn));
  if (!role)
    return platform.settings.permissiveRoles
      ? { kind: 'never created' }
      : { kind: 'refused', reason: `the role ${user.roleArn} does not exist` };
  const principal = { kind: 'service', service: user.service } as const;
  const { allowed, reason } = decide({
    principal,
    action: 'sts:AssumeRole',
    resource: user.roleArn,
    resourceAccount: role.account,
    roleTrust: true,
    resourcePolicies: [compiledPolicy(role.trust_policy, 'trust')],
    identityPolicies: [],
    context: {
      ...globalConditionKeys({ principal, nowMs: platform.clock.now() }),
      'aws:sourcearn': user.sourceArn,
      'aws:sourceaccount': user.account,
    },
  });
  return allowed ? { kind: 'assumed', role } : { kind: 'refused', reason };
}

/**
 * What a service wants to do in a role, and what has a say in it besides the role's own policies.
 */
export interface RoleRequest {
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  /** The resource's policy, JSON text. */
  readonly resourcePolicy: string | null;
  readonly region: string;
}

/**
 * Whether a service may do something in the role that it was given: an event source mapping reads
 * its queue as the function's role, EventBridge sends to another bus as the target's.
 */
export async function serviceRoleMay(
  platform: Shared,
  user: RoleUser,
  request: RoleRequest,
): Promise<Authorization> {
  const assumed = await assumeRoleAsService(platform, user);
  if (assumed.kind === 'refused')
    return { allowed: false, explicit: false, reason: assumed.reason };
  const sessionName = user.sourceArn.split(/[:/]/).at(-1) ?? '';
  const principal = {
    kind: 'assumed-role',
    account: user.account,
    arn: assumedRoleArn(user.account, roleName(user), sessionName),
    roleArn: user.roleArn,
  } as const;
  const { action, resource, resourceAccount, resourcePolicy, region } = request;
  return decide({
    principal,
    action,
    resource,
    resourceAccount,
    resourcePolicies: resourcePolicy === null ? [] : [compiledPolicy(resourcePolicy, 'resource')],
    ...(await policiesOf(platform, assumed)),
    context: globalConditionKeys({ principal, nowMs: platform.clock.now(), region }),
  });
}

const policiesOf = (
  { storage }: Shared,
  assumed: Exclude<AssumedRole, { kind: 'refused' }>,
): Promise<Pick<AuthorizationRequest, 'identityPolicies' | 'boundary'>> =>
  storage.read(async (reader) => {
    if (assumed.kind === 'never created') return { identityPolicies: [FULL_ACCESS] };
    const { id } = assumed.role;
    return {
      identityPolicies: await identityPolicies(reader, id),
      boundary: await permissionsBoundary(reader, id),
    };
  });

const roleName = ({ roleArn }: RoleUser): string => roleArn.split('/').at(-1) ?? '';
