import type {
  ListEntitiesForPolicyRequest,
  ListEntitiesForPolicyResponse,
} from '../../aws/models/iam.ts';
import {
  type AttachedIdentity,
  listAttachedIdentities,
} from '../../storage/tables/identity-policies.ts';
import { listLimitedIdentities } from '../../storage/tables/permissions-boundaries.ts';
import type { Context } from '../context.ts';
import { invalidMember, policyNotAttachable } from './errors.ts';
import { pageWithin } from './pages.ts';
import { requirePolicy } from './require-policy.ts';

const FILTERS = ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'];

/**
 * ListEntitiesForPolicy - the users and roles that a managed policy is attached to or limits.
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
    const attached = await listAttachedIdentities(reader, context.account, PolicyArn);
    const limited = await listLimitedIdentities(reader, context.account, PolicyArn);
    if (PolicyUsageFilter === 'PermissionsBoundary') return limited;
    return PolicyUsageFilter === 'PermissionsPolicy' ? attached : distinct(attached, limited);
  });
  const wanted = attached.filter(
    ({ kind, path }) =>
      path.startsWith(PathPrefix) &&
      (EntityFilter === undefined || EntityFilter.toLowerCase() === kind),
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

/** One that the policy is attached to and limits counts once. */
const distinct = (...lists: readonly (readonly AttachedIdentity[])[]): AttachedIdentity[] => [
  ...new Map(lists.flat().map((identity) => [identity.id, identity])).values(),
];
