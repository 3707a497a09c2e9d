import type { ListRolesRequest, ListRolesResponse } from '../../aws/models/iam.ts';
import { listRoleRows } from '../../storage/tables/roles.ts';
import type { Context } from '../context.ts';
import { shownRole } from './identities.ts';
import { pageOf, pageRequest } from './pages.ts';

/** ListRoles - by name. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
export async function listRoles(
  input: ListRolesRequest,
  { storage, account }: Context,
): Promise<ListRolesResponse> {
  const request = pageRequest(input);
  const rows = await storage.read((reader) =>
    listRoleRows(reader, account, input.PathPrefix ?? '/', request.after, request.itemsMax + 1),
  );
  const { items, page } = pageOf(rows, request, (role) => role.name);
  return { Roles: items.map(shownRole), ...page };
}
