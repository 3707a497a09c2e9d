import type { ListAccessKeysRequest, ListAccessKeysResponse } from '../../aws/models/iam.ts';
import { listAccessKeyRows } from '../../storage/tables/access-keys.ts';
import type { Context } from '../context.ts';
import { requireNamedOrCaller } from './identities.ts';
import { pageWithin } from './pages.ts';

/**
 * ListAccessKeys - never with their secrets.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html
 */
export async function listAccessKeys(
  input: ListAccessKeysRequest,
  context: Context,
): Promise<ListAccessKeysResponse> {
  return context.storage.read(async (reader) => {
    const user = await requireNamedOrCaller(reader, context, input.UserName);
    const keys = await listAccessKeyRows(reader, user.id);
    const { items, page } = pageWithin(keys, input, (key) => key.id);
    const AccessKeyMetadata = items.map((key) => ({
      UserName: user.name,
      AccessKeyId: key.id,
      Status: key.status,
      CreateDate: new Date(key.created_at),
    }));
    return { AccessKeyMetadata, ...page };
  });
}
