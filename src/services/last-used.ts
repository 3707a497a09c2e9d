import { createBoundedCache } from '../lib/bounded-cache.ts';
import type { Transaction } from '../storage/storage.ts';
import { updateAccessKeyUse } from '../storage/tables/access-keys.ts';
import { updateRoleUse } from '../storage/tables/roles.ts';
import type { Context } from './context.ts';
import type { Access } from './define-service.ts';
import { perStorage } from './per-storage.ts';

/**
 * How exact "last used" is: what is written on the way of a request is written once in this time.
 */
const PRECISION_MS = 60 * 1000;
/** Keys whose last record is remembered; one that is forgotten is only recorded again. */
const KEYS_MAX = 1000;

const recorded = perStorage(() => createBoundedCache<number>(KEYS_MAX));

/**
 * Remembers that a user's key or a role was used, for GetAccessKeyLastUsed and RoleLastUsed. No
 * request depends on it: when it cannot be written, the log says so.
 */
export async function recordUse(context: Context, { action }: Access): Promise<void> {
  const { storage, clock, log, region, caller } = context;
  const { principal, principalId, accessKeyId } = caller;
  if (accessKeyId === undefined) return;
  if (principal.kind !== 'user' && principal.kind !== 'assumed-role') return;
  const usedAt = clock.now();
  const times = recorded.of(storage);
  if (usedAt < (times.get(accessKeyId) ?? Number.NEGATIVE_INFINITY) + PRECISION_MS) return;
  times.set(accessKeyId, usedAt);
  const [identityId = '', service = ''] = [principalId.split(':')[0], action.split(':')[0]];
  const record = (tx: Transaction) =>
    principal.kind === 'user'
      ? updateAccessKeyUse(tx, accessKeyId, { usedAt, service, region })
      : updateRoleUse(tx, identityId, usedAt, region);
  try {
    await storage.transaction(record);
  } catch (error) {
    log.warn({ err: error, accessKeyId }, 'the use of an access key could not be recorded');
  }
}
