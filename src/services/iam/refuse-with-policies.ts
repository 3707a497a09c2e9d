import type { Reader } from '../../storage/storage.ts';
import { listAttachedArns, listInlinePolicyRows } from '../../storage/tables/identity-policies.ts';
import { errors } from './errors.ts';

/** Users and roles are deleted without policies only. Throws DeleteConflict. */
export async function refuseWithPolicies(reader: Reader, identityId: string): Promise<void> {
  if ((await listAttachedArns(reader, identityId)).length > 0)
    throw errors.DeleteConflictException('Cannot delete entity, must detach all policies first.');
  if ((await listInlinePolicyRows(reader, identityId)).length > 0)
    throw errors.DeleteConflictException('Cannot delete entity, must delete policies first.');
}
