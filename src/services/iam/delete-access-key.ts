import type { DeleteAccessKeyRequest } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteAccessKeyRow } from '../../storage/tables/access-keys.ts';
import type { Context } from '../context.ts';
import { changeIdentities } from './identities.ts';
import { requireAccessKey } from './require-access-key.ts';

/** DeleteAccessKey. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html */
export async function deleteAccessKey(
  input: DeleteAccessKeyRequest,
  context: Context,
): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const key = await requireAccessKey(tx, context, input);
    await deleteAccessKeyRow(tx, key.id);
  });
  return {};
}
