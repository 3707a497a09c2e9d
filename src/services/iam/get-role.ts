import type { GetRoleRequest, GetRoleResponse } from '../../aws/models/iam.ts';
import type { RoleRow } from '../../storage/tables/roles.ts';
import type { Context } from '../context.ts';
import { requireRole, shownRole } from './identities.ts';
import { boundaryOf } from './permissions-boundary.ts';
import { shownTags } from './tags.ts';

/** GetRole. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export async function getRole(
  { RoleName }: GetRoleRequest,
  context: Context,
): Promise<GetRoleResponse> {
  return context.storage.read(async (reader) => {
    const role = await requireRole(reader, context, RoleName);
    const boundary = await boundaryOf(reader, role.id);
    const Role = { ...shownRole(role), ...boundary, ...shownTags(role.tags) };
    return { Role: { ...Role, RoleLastUsed: lastUsed(role) } };
  });
}

const lastUsed = ({ used_at, used_region }: RoleRow) =>
  used_at === null ? {} : { LastUsedDate: new Date(used_at), Region: used_region ?? undefined };
