import type { Reader, Transaction } from '../storage.ts';

/** Temporary credentials, and what they stand for. */
export interface SessionRow {
  /** `ASIA` and 16 characters. */
  readonly access_key_id: string;
  readonly account: string;
  /** The user or role they act for, or the account whose root user it is. */
  readonly identity_id: string;
  readonly secret: string;
  readonly token: string;
  /** Sessions of roles only. */
  readonly role_arn: string | null;
  readonly session_name: string | null;
  readonly source_identity: string | null;
  /** JSON: documents that narrow what the session may do. */
  readonly policies: string;
  /** JSON: a list of `{Key, Value}`. */
  readonly tags: string;
  /** JSON: keys of the tags that sessions assumed from this one inherit. */
  readonly transitive_tag_keys: string;
  /** 1: may do everything in its account, because its role was never created. */
  readonly full_access: 0 | 1;
  /** Both on the wall clock, in milliseconds. */
  readonly issued_at: number;
  readonly expires_at: number;
}

export async function insertSession(tx: Transaction, session: SessionRow): Promise<void> {
  await tx.run(
    `INSERT INTO sessions (access_key_id, account, identity_id, secret, token, role_arn, session_name,
       source_identity, policies, tags, transitive_tag_keys, full_access, issued_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    session.access_key_id,
    session.account,
    session.identity_id,
    session.secret,
    session.token,
    session.role_arn,
    session.session_name,
    session.source_identity,
    session.policies,
    session.tags,
    session.transitive_tag_keys,
    session.full_access,
    session.issued_at,
    session.expires_at,
  );
}

export const getSession = (reader: Reader, accessKeyId: string): Promise<SessionRow | undefined> =>
  reader.get<SessionRow>('SELECT * FROM sessions WHERE access_key_id = ?', accessKeyId);

/** Ends all sessions of a user or role that is deleted. */
export async function deleteSessionsOf(tx: Transaction, identityId: string): Promise<void> {
  await tx.run('DELETE FROM sessions WHERE identity_id = ?', identityId);
}

/** Removes up to `limit` sessions that ended before `endedBefore`. */
export async function sweepSessions(
  tx: Transaction,
  endedBefore: number,
  limit: number,
): Promise<void> {
  await tx.run(
    `DELETE FROM sessions WHERE access_key_id IN
       (SELECT access_key_id FROM sessions WHERE expires_at < ? ORDER BY expires_at LIMIT ?)`,
    endedBefore,
    limit,
  );
}
