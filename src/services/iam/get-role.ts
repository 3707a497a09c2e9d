import type { GetRoleRequest, GetRoleResponse } from '../../aws/models/iam.ts';
import type { RoleRow } from '../../storage/tables/roles.ts';
import type { Context } from '../context.ts';
import { requireRole, shownRole } from './identities.ts';
import { shownTags } from './tags.ts';

/** GetRole. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export async function getRole(
  { RoleName }: GetRoleRequest,
  context: Context,
): Promise<GetRoleResponse> {
  const role = await context.storage.read((reader) => requireRole(reader, context, RoleName));
  return { Role: { ...shownRole(role), ...shownTags(role.tags), RoleLastUsed: lastUsed(role) } };
}

const lastUsed = ({ used_at, used_region }: RoleRow) =>
  used_at === null ? {} : { LastUsedDate: new Date(used_at), Region: used_region ?? undefined };
