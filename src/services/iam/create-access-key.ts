import type { CreateAccessKeyRequest, CreateAccessKeyResponse } from '../../aws/models/iam.ts';
import { insertAccessKey, listAccessKeyRows } from '../../storage/tables/access-keys.ts';
import type { Context } from '../context.ts';
import { newAccessKeyId, newSecretAccessKey } from '../new-credentials.ts';
import { quotaExceeded } from './errors.ts';
import { requireNamedOrCaller } from './identities.ts';
import { ACCESS_KEYS_PER_USER } from './limits.ts';

/**
 * CreateAccessKey - a key that works at once. Its secret is in this answer and in no other.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html
 */
export async function createAccessKey(
  { UserName }: CreateAccessKeyRequest,
  context: Context,
): Promise<CreateAccessKeyResponse> {
  const { clock, ids, storage } = context;
  return storage.transaction(async (tx) => {
    const user = await requireNamedOrCaller(tx, context, UserName);
    if ((await listAccessKeyRows(tx, user.id)).length >= ACCESS_KEYS_PER_USER)
      throw quotaExceeded('AccessKeysPerUser', ACCESS_KEYS_PER_USER);
    const key = {
      id: newAccessKeyId(ids, 'AKIA'),
      user_id: user.id,
      secret: newSecretAccessKey(ids),
      status: 'Active' as const,
      created_at: clock.now(),
    };
    await insertAccessKey(tx, key);
    return {
      AccessKey: {
        UserName: user.name,
        AccessKeyId: key.id,
        Status: key.status,
        SecretAccessKey: key.secret,
        CreateDate: new Date(key.created_at),
      },
    };
  });
}
