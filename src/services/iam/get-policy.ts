import type { GetPolicyRequest, GetPolicyResponse } from '../../aws/models/iam.ts';
import type { Context } from '../context.ts';
import { identityTags } from '../identity-tags.ts';
import { policyUses, requirePolicy, shownPolicy } from './require-policy.ts';

/**
 * GetPolicy - about a managed policy; what it says is in its versions. Unlike users and roles, one without tags has an
 * empty list of them.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html
 */
export async function getPolicy(
  { PolicyArn }: GetPolicyRequest,
  context: Context,
): Promise<GetPolicyResponse> {
  return context.storage.read(async (reader) => {
    const policy = await requirePolicy(reader, context, PolicyArn);
    const uses = await policyUses(reader, context.account);
    return {
      Policy: {
        ...shownPolicy(policy, uses),
        ...(policy.description !== null && { Description: policy.description }),
        Tags: identityTags(policy.tags),
      },
    };
  });
}
