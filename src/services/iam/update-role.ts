import type {
  UpdateAssumeRolePolicyRequest,
  UpdateRoleDescriptionRequest,
  UpdateRoleDescriptionResponse,
  UpdateRoleRequest,
  UpdateRoleResponse,
} from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { type RoleRow, updateRole as updateRoleRow } from '../../storage/tables/roles.ts';
import type { Context } from '../context.ts';
import { checkMaxSessionDuration, checkRoleTrust } from './create-role.ts';
import { changeIdentities, requireRole, shownNewRole } from './identities.ts';
import { checkRoleDescription } from './names.ts';

/** UpdateRole. https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html */
export async function updateRole(
  { RoleName, Description, MaxSessionDuration }: UpdateRoleRequest,
  context: Context,
): Promise<UpdateRoleResponse> {
  if (Description !== undefined) checkRoleDescription(Description);
  if (MaxSessionDuration !== undefined) checkMaxSessionDuration(MaxSessionDuration);
  await change(context, RoleName, {
    ...(Description !== undefined && { description: Description }),
    ...(MaxSessionDuration !== undefined && { max_session_seconds: MaxSessionDuration }),
  });
  return {};
}

/**
 * UpdateRoleDescription. Its answer leaves the longest session out.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html
 */
export async function updateRoleDescription(
  { RoleName, Description }: UpdateRoleDescriptionRequest,
  context: Context,
): Promise<UpdateRoleDescriptionResponse> {
  checkRoleDescription(Description);
  const role = await change(context, RoleName, { description: Description });
  return { Role: { ...shownNewRole(role), Description } };
}

/**
 * UpdateAssumeRolePolicy - replaces the trust policy. Sessions that have begun go on.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
 */
export async function updateAssumeRolePolicy(
  { RoleName, PolicyDocument }: UpdateAssumeRolePolicyRequest,
  context: Context,
): Promise<Unit> {
  checkRoleTrust(PolicyDocument);
  await change(context, RoleName, { trust_policy: PolicyDocument });
  return {};
}

const change = (
  context: Context,
  name: string,
  changes: Partial<Pick<RoleRow, 'description' | 'max_session_seconds' | 'trust_policy'>>,
): Promise<RoleRow> =>
  changeIdentities(context, async (tx) => {
    const role = { ...(await requireRole(tx, context, name)), ...changes };
    await updateRoleRow(tx, role.id, role);
    return role;
  });
