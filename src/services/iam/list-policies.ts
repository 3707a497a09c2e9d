import { awsManagedPolicies } from '../../aws/managed-policies.ts';
import type { ListPoliciesRequest, ListPoliciesResponse } from '../../aws/models/iam.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  listManagedPolicyRows,
  type ManagedPolicyRow,
} from '../../storage/tables/managed-policies.ts';
import type { Context } from '../context.ts';
import { invalidMember } from './errors.ts';
import { pageWithin } from './pages.ts';
import { type PolicyUses, policyUses, providedPolicy, shownPolicy } from './require-policy.ts';

const SCOPES = ['All', 'AWS', 'Local'];

/**
 * ListPolicies - managed policies by ARN: the account's, AWS's or both.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html
 */
export async function listPolicies(
  input: ListPoliciesRequest,
  { storage, account }: Context,
): Promise<ListPoliciesResponse> {
  const { Scope = 'All', OnlyAttached = false, PathPrefix = '/', PolicyUsageFilter } = input;
  if (!SCOPES.includes(Scope))
    throw invalidMember('scope', `satisfy enum value set: [${SCOPES.join(', ')}]`);
  return storage.read(async (reader) => {
    const uses = await policyUses(reader, account);
    const isUsed = usedAs(uses, PolicyUsageFilter);
    const policies = (await inScope(reader, account, Scope)).filter(
      ({ arn, path }) =>
        path.startsWith(PathPrefix) && (!OnlyAttached || uses.attached.has(arn)) && isUsed(arn),
    );
    const { items, page } = pageWithin(policies, input, ({ arn }) => arn);
    const Policies = items.map((policy) => shownPolicy(policy, uses));
    return { Policies, ...page };
  });
}

const USAGES = ['PermissionsPolicy', 'PermissionsBoundary'];

function usedAs({ attached, limiting }: PolicyUses, usage: string | undefined) {
  if (usage === undefined) return () => true;
  if (!USAGES.includes(usage))
    throw invalidMember('policyUsageFilter', `satisfy enum value set: [${USAGES.join(', ')}]`);
  return (arn: string) => (usage === 'PermissionsBoundary' ? limiting : attached).has(arn);
}

async function inScope(
  reader: Reader,
  account: string,
  scope: string,
): Promise<ManagedPolicyRow[]> {
  const own = scope === 'AWS' ? [] : await listManagedPolicyRows(reader, account);
  const provided = scope === 'Local' ? [] : [...awsManagedPolicies.values()].map(providedPolicy);
  return [...own, ...provided];
}
