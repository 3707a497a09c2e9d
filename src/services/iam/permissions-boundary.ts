import { awsManagedPolicies } from '../../aws/managed-policies.ts';
import type { AttachedPermissionsBoundary } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Reader, Transaction } from '../../storage/storage.ts';
import { getManagedPolicy } from '../../storage/tables/managed-policies.ts';
import {
  deletePermissionsBoundary,
  getPermissionsBoundary,
  putPermissionsBoundary,
} from '../../storage/tables/permissions-boundaries.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { changeIdentities, type IdentityInput, requireIdentity } from './identities.ts';
import { checkPolicyArn } from './require-policy.ts';

/**
 * PutUserPermissionsBoundary and PutRolePermissionsBoundary - from now on the user or role may do
 * only what its policies and this one allow. The boundary itself allows nothing.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html
 */
export async function putBoundary(
  input: IdentityInput & { readonly PermissionsBoundary: string },
  context: Context,
): Promise<Unit> {
  checkPolicyArn(input.PermissionsBoundary);
  await changeIdentities(context, async (tx) => {
    const { id } = await requireIdentity(tx, context, input);
    await setBoundary(tx, context, id, input.PermissionsBoundary);
  });
  return {};
}

/**
 * DeleteUserPermissionsBoundary and DeleteRolePermissionsBoundary - one that is not there is no
 * error.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html
 */
export async function deleteBoundary(input: IdentityInput, context: Context): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const { id } = await requireIdentity(tx, context, input);
    await deletePermissionsBoundary(tx, id);
  });
  return {};
}

/** The boundary of a user or role, new ones included. Throws NoSuchEntity. */
export async function setBoundary(
  tx: Transaction,
  { account }: Context,
  identityId: string,
  arn: string | undefined,
): Promise<void> {
  if (arn === undefined) return;
  const policy = awsManagedPolicies.get(arn) ?? (await getManagedPolicy(tx, arn));
  if (!policy || ('account' in policy && policy.account !== account))
    throw errors.NoSuchEntityException(`Scope ARN: ${arn} does not exist or is not attachable.`);
  await putPermissionsBoundary(tx, { identity_id: identityId, policy_arn: arn, account });
}

export interface ShownBoundary {
  readonly PermissionsBoundary?: AttachedPermissionsBoundary;
}

/** As the answers about a single user or role show it; lists leave it out. */
export const shownBoundary = (arn: string | undefined): ShownBoundary =>
  arn === undefined
    ? {}
    : { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn } };

export const boundaryOf = async (reader: Reader, identityId: string): Promise<ShownBoundary> =>
  shownBoundary(await getPermissionsBoundary(reader, identityId));
