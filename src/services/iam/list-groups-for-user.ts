import type { ListGroupsForUserRequest, ListGroupsForUserResponse } from '../../aws/models/iam.ts';
import type { Context } from '../context.ts';
import { requireUser } from './identities.ts';
import { pageRequest } from './pages.ts';

/**
 * ListGroupsForUser - none: there are no groups. Tools ask before they delete a user.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html
 */
export async function listGroupsForUser(
  input: ListGroupsForUserRequest,
  context: Context,
): Promise<ListGroupsForUserResponse> {
  pageRequest(input);
  await context.storage.read((reader) => requireUser(reader, context, input.UserName));
  return { Groups: [], IsTruncated: false };
}
