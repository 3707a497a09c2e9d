import type {
  ListPolicyTagsRequest,
  ListPolicyTagsResponse,
  TagPolicyRequest,
  UntagPolicyRequest,
} from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateManagedPolicyTags } from '../../storage/tables/managed-policies.ts';
import type { Context } from '../context.ts';
import { identityTags } from '../identity-tags.ts';
import { changeIdentities } from './identities.ts';
import { pageWithin } from './pages.ts';
import { requireOwnPolicy, requirePolicy } from './require-policy.ts';
import { checkTagKeys, checkTags, removeTags, setTags } from './tags.ts';

/**
 * TagPolicy - adds tags, and replaces those of the same keys, whose case counts.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html
 */
export async function tagPolicy(
  { PolicyArn, Tags }: TagPolicyRequest,
  context: Context,
): Promise<Unit> {
  checkTags(Tags, 'policy');
  return change(context, PolicyArn, (stored) => setTags(stored, Tags, 'policy'));
}

/**
 * UntagPolicy - keys that are not there are no error.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html
 */
export async function untagPolicy(
  { PolicyArn, TagKeys }: UntagPolicyRequest,
  context: Context,
): Promise<Unit> {
  checkTagKeys(TagKeys);
  return change(context, PolicyArn, (stored) => removeTags(stored, TagKeys, 'policy'));
}

/**
 * ListPolicyTags - short keys before long ones.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html
 */
export async function listPolicyTags(
  input: ListPolicyTagsRequest,
  context: Context,
): Promise<ListPolicyTagsResponse> {
  const { tags } = await context.storage.read((reader) =>
    requirePolicy(reader, context, input.PolicyArn),
  );
  const { items, page } = pageWithin(identityTags(tags), input, orderOf);
  return { Tags: items, ...page };
}

/** A key has at most 128 characters. */
const orderOf = ({ Key }: { readonly Key: string }): string =>
  `${String(Key.length).padStart(3, '0')} ${Key}`;

async function change(
  context: Context,
  arn: string,
  changed: (stored: string) => string,
): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const policy = await requireOwnPolicy(tx, context, arn);
    await updateManagedPolicyTags(tx, arn, changed(policy.tags));
  });
  return {};
}
