import type { CreateRoleRequest, CreateRoleResponse } from '../../aws/models/iam.ts';
import { countRoles, insertRole, isRoleNameTaken } from '../../storage/tables/roles.ts';
import { rangeConstraint } from '../constraint.ts';
import type { Context } from '../context.ts';
import { newUniqueId } from '../new-credentials.ts';
import { errors, invalidMember, quotaExceeded } from './errors.ts';
import { shownNewRole } from './identities.ts';
import {
  MAX_SESSION_SECONDS,
  NAME_CHARACTERS,
  ROLES_PER_ACCOUNT,
  TRUST_POLICY_CHARACTERS,
} from './limits.ts';
import { checkName, checkPath, checkRoleDescription } from './names.ts';
import { setBoundary, shownBoundary } from './permissions-boundary.ts';
import { checkTrustPolicy, policyCharacters } from './policy-text.ts';
import { checkPolicyArn } from './require-policy.ts';
import { newTags, shownTags } from './tags.ts';

/**
 * CreateRole - a role that those may assume whom its trust policy lets, and that has no permissions
 * yet.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 *
 * Deviation from AWS: users and roles that the trust policy names need not exist yet, and are known
 * by their names ever after: AWS remembers their unique ids.
 */
export async function createRole(
  input: CreateRoleRequest,
  context: Context,
): Promise<CreateRoleResponse> {
  const { account, clock, ids } = context;
  const { RoleName, Path = '/', MaxSessionDuration = MAX_SESSION_SECONDS.least } = input;
  checkName('roleName', RoleName, NAME_CHARACTERS.role);
  checkPath(Path);
  if (input.Description !== undefined) checkRoleDescription(input.Description);
  checkMaxSessionDuration(MaxSessionDuration);
  if (input.PermissionsBoundary !== undefined) checkPolicyArn(input.PermissionsBoundary);
  checkRoleTrust(input.AssumeRolePolicyDocument);
  const role = {
    id: newUniqueId(ids, 'AROA'),
    account,
    name: RoleName,
    path: Path,
    description: input.Description ?? null,
    trust_policy: input.AssumeRolePolicyDocument,
    max_session_seconds: MaxSessionDuration,
    created_at: clock.now(),
    tags: newTags(input.Tags, 'role'),
    used_at: null,
    used_region: null,
  };
  await context.storage.transaction(async (tx) => {
    if (await isRoleNameTaken(tx, account, RoleName))
      throw errors.EntityAlreadyExistsException(`Role with name ${RoleName} already exists.`);
    if ((await countRoles(tx, account)) >= ROLES_PER_ACCOUNT)
      throw quotaExceeded('RolesPerAccount', ROLES_PER_ACCOUNT);
    await insertRole(tx, role);
    await setBoundary(tx, context, role.id, input.PermissionsBoundary);
  });
  return {
    Role: {
      ...shownNewRole(role),
      ...shownBoundary(input.PermissionsBoundary),
      ...shownTags(role.tags),
    },
  };
}

/** Throws MalformedPolicyDocument and LimitExceeded. */
export function checkRoleTrust(policy: string): void {
  checkTrustPolicy(policy);
  if (policyCharacters(policy) > TRUST_POLICY_CHARACTERS)
    throw quotaExceeded('ACLSizePerRole', TRUST_POLICY_CHARACTERS);
}

/** Throws ValidationError. */
export function checkMaxSessionDuration(seconds: number): void {
  const constraint = rangeConstraint(seconds, MAX_SESSION_SECONDS.least, MAX_SESSION_SECONDS.most);
  if (constraint) throw invalidMember('maxSessionDuration', constraint);
}
