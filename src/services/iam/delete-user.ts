import type { DeleteUserRequest } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { listAccessKeyRows } from '../../storage/tables/access-keys.ts';
import { deletePermissionsBoundary } from '../../storage/tables/permissions-boundaries.ts';
import { deleteSessionsOf } from '../../storage/tables/sessions.ts';
import { deleteUserRow } from '../../storage/tables/users.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { changeIdentities, requireUser } from './identities.ts';
import { refuseWithPolicies } from './refuse-with-policies.ts';

/**
 * DeleteUser - only once its keys and policies are gone. Its sessions end.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
 */
export async function deleteUser({ UserName }: DeleteUserRequest, context: Context): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const user = await requireUser(tx, context, UserName);
    if ((await listAccessKeyRows(tx, user.id)).length > 0)
      throw errors.DeleteConflictException('Cannot delete entity, must delete access keys first.');
    await refuseWithPolicies(tx, user.id);
    await deletePermissionsBoundary(tx, user.id);
    await deleteSessionsOf(tx, user.id);
    await deleteUserRow(tx, user.id);
  });
  return {};
}
