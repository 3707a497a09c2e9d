import type {
  GetRolePolicyRequest,
  GetRolePolicyResponse,
  GetUserPolicyRequest,
  GetUserPolicyResponse,
  ListRolePoliciesResponse,
} from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import {
  deleteInlinePolicy,
  type InlinePolicyRow,
  listInlinePolicyRows,
  putInlinePolicy,
} from '../../storage/tables/identity-policies.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import {
  changeIdentities,
  type Identity,
  type IdentityInput,
  requireIdentity,
} from './identities.ts';
import { INLINE_POLICIES_CHARACTERS } from './limits.ts';
import { checkName } from './names.ts';
import { type PageInput, pageWithin } from './pages.ts';
import { checkIdentityPolicy, encodeDocument, policyCharacters } from './policy-text.ts';

type PolicyInput = IdentityInput & { readonly PolicyName: string };

/**
 * PutUserPolicy and PutRolePolicy - adds an inline policy, or replaces the one of the same name.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
export async function putPolicy(
  input: PolicyInput & { readonly PolicyDocument: string },
  context: Context,
): Promise<Unit> {
  const { PolicyName, PolicyDocument } = input;
  checkName('policyName', PolicyName);
  checkIdentityPolicy(PolicyDocument);
  await changeIdentities(context, async (tx) => {
    const identity = await requireIdentity(tx, context, input);
    const policy = { identity_id: identity.id, name: PolicyName, document: PolicyDocument };
    const existing = await listInlinePolicyRows(tx, identity.id);
    checkSize(identity, [...existing.filter(({ name }) => name !== PolicyName), policy]);
    await putInlinePolicy(tx, policy);
  });
  return {};
}

/** GetUserPolicy. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html */
export async function getUserPolicy(
  input: GetUserPolicyRequest,
  context: Context,
): Promise<GetUserPolicyResponse> {
  return { UserName: input.UserName, ...(await shownPolicy(input, context)) };
}

/** GetRolePolicy. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html */
export async function getRolePolicy(
  input: GetRolePolicyRequest,
  context: Context,
): Promise<GetRolePolicyResponse> {
  return { RoleName: input.RoleName, ...(await shownPolicy(input, context)) };
}

/**
 * ListUserPolicies and ListRolePolicies - the names of inline policies.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html
 */
export async function listPolicyNames(
  input: IdentityInput & PageInput,
  context: Context,
): Promise<ListRolePoliciesResponse> {
  const policies = await context.storage.read(async (reader) => {
    const { id } = await requireIdentity(reader, context, input);
    return listInlinePolicyRows(reader, id);
  });
  const { items, page } = pageWithin(policies, input, (policy) => policy.name);
  return { PolicyNames: items.map(({ name }) => name), ...page };
}

/**
 * DeleteUserPolicy and DeleteRolePolicy.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html
 */
export async function deletePolicyOf(input: PolicyInput, context: Context): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const identity = await requireIdentity(tx, context, input);
    if (!(await deleteInlinePolicy(tx, identity.id, input.PolicyName)))
      throw notFound(identity, input.PolicyName);
  });
  return {};
}

const shownPolicy = (input: PolicyInput, context: Context) =>
  context.storage.read(async (reader) => {
    const identity = await requireIdentity(reader, context, input);
    const policies = await listInlinePolicyRows(reader, identity.id);
    const policy = policies.find(({ name }) => name === input.PolicyName);
    if (!policy) throw notFound(identity, input.PolicyName);
    return { PolicyName: policy.name, PolicyDocument: encodeDocument(policy.document) };
  });

const notFound = ({ kind }: Identity, name: string) =>
  errors.NoSuchEntityException(`The ${kind} policy with name ${name} cannot be found.`);

function checkSize({ kind, name }: Identity, policies: readonly InlinePolicyRow[]): void {
  const characters = policies.reduce((sum, { document }) => sum + policyCharacters(document), 0);
  const max = INLINE_POLICIES_CHARACTERS[kind];
  if (characters > max)
    throw errors.LimitExceededException(
      `Maximum policy size of ${max} bytes exceeded for ${kind} ${name}`,
    );
}
