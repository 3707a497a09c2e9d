import type { ListUserTagsResponse, Tag } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Context } from '../context.ts';
import { identityTags } from '../identity-tags.ts';
import { changeIdentities, type IdentityInput, requireIdentity, storeTags } from './identities.ts';
import { type PageInput, pageWithin } from './pages.ts';
import { checkTagKeys, checkTags, removeTags, setTags } from './tags.ts';

/**
 * TagUser and TagRole - adds tags, and replaces those of the same keys.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html
 */
export async function tagIdentity(
  input: IdentityInput & { readonly Tags: readonly Tag[] },
  context: Context,
): Promise<Unit> {
  checkTags(input.Tags, input.UserName === undefined ? 'role' : 'user');
  await changeIdentities(context, async (tx) => {
    const identity = await requireIdentity(tx, context, input);
    await storeTags(tx, identity, setTags(identity.tags, input.Tags, identity.kind));
  });
  return {};
}

/**
 * UntagUser and UntagRole - keys that are not there are no error.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html
 */
export async function untagIdentity(
  input: IdentityInput & { readonly TagKeys: readonly string[] },
  context: Context,
): Promise<Unit> {
  checkTagKeys(input.TagKeys);
  await changeIdentities(context, async (tx) => {
    const identity = await requireIdentity(tx, context, input);
    await storeTags(tx, identity, removeTags(identity.tags, input.TagKeys, identity.kind));
  });
  return {};
}

/**
 * ListUserTags and ListRoleTags - by key.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html
 */
export async function listTags(
  input: IdentityInput & PageInput,
  context: Context,
): Promise<ListUserTagsResponse> {
  const { tags } = await context.storage.read((reader) => requireIdentity(reader, context, input));
  const { items, page } = pageWithin(identityTags(tags), input, ({ Key }) => Key);
  return { Tags: items, ...page };
}
