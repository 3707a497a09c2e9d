import { parseArn } from '../../aws/arn.ts';
import { awsManagedPolicies } from '../../aws/managed-policies.ts';
import type { ListAttachedRolePoliciesResponse } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import {
  deleteAttachedPolicy,
  insertAttachedPolicy,
  listAttachedArns,
} from '../../storage/tables/identity-policies.ts';
import { getManagedPolicy } from '../../storage/tables/managed-policies.ts';
import type { Context } from '../context.ts';
import { policyNotAttachable, policyNotFound, quotaExceeded } from './errors.ts';
import { changeIdentities, type IdentityInput, requireIdentity } from './identities.ts';
import { ATTACHED_POLICIES_MAX } from './limits.ts';
import { type PageInput, pageWithin } from './pages.ts';
import { checkPolicyArn } from './require-policy.ts';

type PolicyInput = IdentityInput & { readonly PolicyArn: string };

/**
 * AttachUserPolicy and AttachRolePolicy - a managed policy of the account, or one of AWS. Attaching
 * again is no error.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html
 */
export async function attachPolicy(input: PolicyInput, context: Context): Promise<Unit> {
  const { PolicyArn } = input;
  const { account } = context;
  checkPolicyArn(PolicyArn);
  await changeIdentities(context, async (tx) => {
    const { id, kind } = await requireIdentity(tx, context, input);
    const policy = awsManagedPolicies.get(PolicyArn) ?? (await getManagedPolicy(tx, PolicyArn));
    if (!policy || ('account' in policy && policy.account !== account))
      throw policyNotAttachable(PolicyArn);
    const attached = await listAttachedArns(tx, id);
    if (!attached.includes(PolicyArn) && attached.length >= ATTACHED_POLICIES_MAX[kind])
      throw quotaExceeded(
        kind === 'user' ? 'PoliciesPerUser' : 'PoliciesPerRole',
        ATTACHED_POLICIES_MAX[kind],
      );
    await insertAttachedPolicy(tx, { identity_id: id, policy_arn: PolicyArn, account });
  });
  return {};
}

/**
 * DetachUserPolicy and DetachRolePolicy.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html
 */
export async function detachPolicy(input: PolicyInput, context: Context): Promise<Unit> {
  checkPolicyArn(input.PolicyArn);
  await changeIdentities(context, async (tx) => {
    const { id } = await requireIdentity(tx, context, input);
    if (!(await deleteAttachedPolicy(tx, id, input.PolicyArn)))
      throw policyNotFound(input.PolicyArn);
  });
  return {};
}

/**
 * ListAttachedUserPolicies and ListAttachedRolePolicies - by ARN.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html
 */
export async function listAttachedPolicies(
  input: IdentityInput & PageInput & { readonly PathPrefix?: string | undefined },
  context: Context,
): Promise<ListAttachedRolePoliciesResponse> {
  const arns = await context.storage.read(async (reader) => {
    const { id } = await requireIdentity(reader, context, input);
    return listAttachedArns(reader, id);
  });
  const prefix = `policy${input.PathPrefix ?? '/'}`;
  const matching = arns.filter((arn) => parseArn(arn)?.resource.startsWith(prefix));
  const { items, page } = pageWithin(matching, input, (arn) => arn);
  const AttachedPolicies = items.map((PolicyArn) => ({
    PolicyName: PolicyArn.split('/').at(-1) ?? '',
    PolicyArn,
  }));
  return { AttachedPolicies, ...page };
}
