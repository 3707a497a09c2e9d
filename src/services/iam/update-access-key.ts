import type { UpdateAccessKeyRequest } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { type AccessKeyStatus, updateAccessKeyStatus } from '../../storage/tables/access-keys.ts';
import type { Context } from '../context.ts';
import { invalidMember } from './errors.ts';
import { changeIdentities } from './identities.ts';
import { requireAccessKey } from './require-access-key.ts';

/**
 * UpdateAccessKey - an inactive key is refused until it is active again.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html
 */
export async function updateAccessKey(
  input: UpdateAccessKeyRequest,
  context: Context,
): Promise<Unit> {
  const status = checkStatus(input.Status);
  await changeIdentities(context, async (tx) => {
    const key = await requireAccessKey(tx, context, input);
    await updateAccessKeyStatus(tx, key.id, status);
  });
  return {};
}

function checkStatus(status: string): AccessKeyStatus {
  if (status === 'Active' || status === 'Inactive') return status;
  throw invalidMember('status', 'satisfy enum value set: [Active, Inactive]');
}
