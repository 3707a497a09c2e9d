import type { DeletePolicyRequest } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { countAttachments } from '../../storage/tables/identity-policies.ts';
import { deleteManagedPolicy } from '../../storage/tables/managed-policies.ts';
import { countPermissionsBoundaries } from '../../storage/tables/permissions-boundaries.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { changeIdentities } from './identities.ts';
import { requireOwnPolicy, versionsOf } from './require-policy.ts';

/**
 * DeletePolicy - only once it is attached to nobody, limits nobody and has no version but the default.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
 */
export async function deletePolicy(
  { PolicyArn }: DeletePolicyRequest,
  context: Context,
): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const policy = await requireOwnPolicy(tx, context, PolicyArn);
    const attachments = await countAttachments(tx, context.account);
    const boundaries = await countPermissionsBoundaries(tx, context.account);
    if (attachments.has(PolicyArn) || boundaries.has(PolicyArn))
      throw errors.DeleteConflictException('Cannot delete a policy attached to entities.');
    if ((await versionsOf(tx, policy)).length > 1)
      throw errors.DeleteConflictException(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    await deleteManagedPolicy(tx, PolicyArn);
  });
  return {};
}
