import type { ListUsersRequest, ListUsersResponse } from '../../aws/models/iam.ts';
import { listUserRows } from '../../storage/tables/users.ts';
import type { Context } from '../context.ts';
import { shownUser } from './identities.ts';
import { pageOf, pageRequest } from './pages.ts';

/** ListUsers - by name. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html */
export async function listUsers(
  input: ListUsersRequest,
  { storage, account }: Context,
): Promise<ListUsersResponse> {
  const request = pageRequest(input);
  const rows = await storage.read((reader) =>
    listUserRows(reader, account, input.PathPrefix ?? '/', request.after, request.itemsMax + 1),
  );
  const { items, page } = pageOf(rows, request, (user) => user.name);
  return { Users: items.map(shownUser), ...page };
}
