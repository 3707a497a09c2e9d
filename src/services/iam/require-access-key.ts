import type { Reader } from '../../storage/storage.ts';
import { type AccessKeyRow, getAccessKey } from '../../storage/tables/access-keys.ts';
import type { Context } from '../context.ts';
import { accessKeyNotFound } from './errors.ts';
import { requireNamedOrCaller } from './identities.ts';

/** A key of the user that is named, or of the one who asks. Throws NoSuchEntity. */
export async function requireAccessKey(
  reader: Reader,
  context: Context,
  input: { readonly UserName?: string | undefined; readonly AccessKeyId: string },
): Promise<AccessKeyRow> {
  const user = await requireNamedOrCaller(reader, context, input.UserName);
  const key = await getAccessKey(reader, input.AccessKeyId);
  if (key?.user_id !== user.id) throw accessKeyNotFound(input.AccessKeyId);
  return key;
}
