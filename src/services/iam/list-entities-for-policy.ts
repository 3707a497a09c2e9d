import type {
  ListEntitiesForPolicyRequest,
  ListEntitiesForPolicyResponse,
} from '../../aws/models/iam.ts';
import {
  type AttachedIdentity,
  listAttachedIdentities,
} from '../../storage/tables/identity-policies.ts';
import type { Context } from '../context.ts';
import { invalidMember, policyNotAttachable } from './errors.ts';
import { pageWithin } from './pages.ts';
import { requirePolicy } from './require-policy.ts';

const FILTERS = ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'];

/**
 * ListEntitiesForPolicy - the users and roles that a managed policy is attached to.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html
 */
export async function listEntitiesForPolicy(
  input: ListEntitiesForPolicyRequest,
  context: Context,
): Promise<ListEntitiesForPolicyResponse> {
  const { PolicyArn, EntityFilter, PathPrefix = '/', PolicyUsageFilter } = input;
  if (EntityFilter !== undefined && !FILTERS.includes(EntityFilter))
    throw invalidMember('entityFilter', `satisfy enum value set: [${FILTERS.join(', ')}]`);
  const attached = await context.storage.read(async (reader) => {
    await requirePolicy(reader, context, PolicyArn, policyNotAttachable);
    return listAttachedIdentities(reader, context.account, PolicyArn);
  });
  const wanted = attached.filter(
    ({ kind, path }) =>
      path.startsWith(PathPrefix) &&
      (EntityFilter === undefined || EntityFilter.toLowerCase() === kind) &&
      PolicyUsageFilter !== 'PermissionsBoundary',
  );
  const { items, page } = pageWithin(wanted, input, ({ kind, name }) => `${kind} ${name}`);
  const ofKind = (kind: AttachedIdentity['kind']) => items.filter((item) => item.kind === kind);
  return {
    PolicyGroups: [],
    PolicyUsers: ofKind('user').map(({ name, id }) => ({ UserName: name, UserId: id })),
    PolicyRoles: ofKind('role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
    ...page,
  };
}
