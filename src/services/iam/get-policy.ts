import type { GetPolicyRequest, GetPolicyResponse } from '../../aws/models/iam.ts';
import { countAttachments } from '../../storage/tables/identity-policies.ts';
import type { Context } from '../context.ts';
import { identityTags } from '../identity-tags.ts';
import { requirePolicy, shownPolicy } from './require-policy.ts';

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
    const attachments = await countAttachments(reader, context.account);
    return {
      Policy: {
        ...shownPolicy(policy, attachments.get(PolicyArn) ?? 0),
        ...(policy.description !== null && { Description: policy.description }),
        Tags: identityTags(policy.tags),
      },
    };
  });
}
