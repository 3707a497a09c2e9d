import { systemClock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { Transaction } from '../storage/storage.ts';
import { insertSession, type SessionRow, sweepSessions } from '../storage/tables/sessions.ts';
import type { IdentityTag } from './identity-tags.ts';
import { newAccessKeyId, newSecretAccessKey, newSessionToken } from './new-credentials.ts';

/** Temporary credentials to be made. */
export interface NewSession {
  readonly account: string;
  /** The user or role they act for, or the account whose root user it is. */
  readonly identityId: string;
  /** Sessions of roles only. */
  readonly role?: { readonly arn: string; readonly sessionName: string } | undefined;
  readonly durationSeconds: number;
  readonly sourceIdentity?: string | undefined;
  /** Documents that narrow what the session may do. */
  readonly policies?: readonly string[] | undefined;
  readonly tags?: readonly IdentityTag[] | undefined;
  readonly transitiveTagKeys?: readonly string[] | undefined;
  /** May do everything in its account, whatever its role's policies say. */
  readonly fullAccess?: boolean | undefined;
}

/**
 * Expired sessions that each new one removes at most: so their number falls, and no caller waits
 * long.
 */
const SWEEP_MAX = 16;

/**
 * Makes temporary credentials. They are kept, so a restart ends no session. Their times are on the
 * wall clock, because real clients compare them with it.
 */
export async function startSession(
  tx: Transaction,
  ids: Ids,
  session: NewSession,
): Promise<SessionRow> {
  const now = systemClock.now();
  await sweepSessions(tx, now, SWEEP_MAX);
  const row: SessionRow = {
    access_key_id: newAccessKeyId(ids, 'ASIA'),
    account: session.account,
    identity_id: session.identityId,
    secret: newSecretAccessKey(ids),
    token: newSessionToken(ids),
    role_arn: session.role?.arn ?? null,
    session_name: session.role?.sessionName ?? null,
    source_identity: session.sourceIdentity ?? null,
    policies: JSON.stringify(session.policies ?? []),
    tags: JSON.stringify(session.tags ?? []),
    transitive_tag_keys: JSON.stringify(session.transitiveTagKeys ?? []),
    full_access: session.fullAccess ? 1 : 0,
    issued_at: now,
    expires_at: now + session.durationSeconds * 1000,
  };
  await insertSession(tx, row);
  return row;
}
