import type { DeleteRoleRequest } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deletePermissionsBoundary } from '../../storage/tables/permissions-boundaries.ts';
import { deleteRoleRow } from '../../storage/tables/roles.ts';
import { deleteSessionsOf } from '../../storage/tables/sessions.ts';
import type { Context } from '../context.ts';
import { changeIdentities, requireRole } from './identities.ts';
import { refuseWithPolicies } from './refuse-with-policies.ts';

/**
 * DeleteRole - only once its policies are gone. Its sessions end.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
 */
export async function deleteRole({ RoleName }: DeleteRoleRequest, context: Context): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const role = await requireRole(tx, context, RoleName);
    await refuseWithPolicies(tx, role.id);
    await deletePermissionsBoundary(tx, role.id);
    await deleteSessionsOf(tx, role.id);
    await deleteRoleRow(tx, role.id);
  });
  return {};
}
