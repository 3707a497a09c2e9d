import type {
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse,
} from '../../aws/models/iam.ts';
import type { Context } from '../context.ts';
import { requireRole } from './identities.ts';
import { pageRequest } from './pages.ts';

/**
 * ListInstanceProfilesForRole - none: there are no instances. Tools ask before they delete a role.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html
 */
export async function listInstanceProfilesForRole(
  input: ListInstanceProfilesForRoleRequest,
  context: Context,
): Promise<ListInstanceProfilesForRoleResponse> {
  pageRequest(input);
  await context.storage.read((reader) => requireRole(reader, context, input.RoleName));
  return { InstanceProfiles: [], IsTruncated: false };
}
