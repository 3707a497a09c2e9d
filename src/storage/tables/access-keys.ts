import type { Reader, Transaction } from '../storage.ts';

/** A permanent key of a user. */
export interface AccessKeyRow {
  /** `AKIA` and 16 characters. */
  readonly id: string;
  readonly user_id: string;
  /** In clear: verifying a signature takes the secret itself. */
  readonly secret: string;
  readonly status: AccessKeyStatus;
  readonly created_at: number;
  /** When, with which service and where it was used last, to the minute. */
  readonly used_at: number | null;
  readonly used_service: string | null;
  readonly used_region: string | null;
}

export type AccessKeyStatus = 'Active' | 'Inactive';

export async function insertAccessKey(
  tx: Transaction,
  key: Omit<AccessKeyRow, 'used_at' | 'used_service' | 'used_region'>,
): Promise<void> {
  await tx.run(
    'INSERT INTO access_keys (id, user_id, secret, status, created_at) VALUES (?, ?, ?, ?, ?)',
    key.id,
    key.user_id,
    key.secret,
    key.status,
    key.created_at,
  );
}

export const getAccessKey = (reader: Reader, id: string): Promise<AccessKeyRow | undefined> =>
  reader.get<AccessKeyRow>('SELECT * FROM access_keys WHERE id = ?', id);

/** The keys of a user, oldest first: never more than a few. */
export const listAccessKeyRows = (reader: Reader, userId: string): Promise<AccessKeyRow[]> =>
  reader.all<AccessKeyRow>(
    'SELECT * FROM access_keys WHERE user_id = ? ORDER BY created_at, id',
    userId,
  );

export async function updateAccessKeyStatus(
  tx: Transaction,
  id: string,
  status: AccessKeyStatus,
): Promise<void> {
  await tx.run('UPDATE access_keys SET status = ? WHERE id = ?', status, id);
}

export async function updateAccessKeyUse(
  tx: Transaction,
  id: string,
  use: { usedAt: number; service: string; region: string },
): Promise<void> {
  await tx.run(
    'UPDATE access_keys SET used_at = ?, used_service = ?, used_region = ? WHERE id = ?',
    use.usedAt,
    use.service,
    use.region,
    id,
  );
}

export async function deleteAccessKeyRow(tx: Transaction, id: string): Promise<void> {
  await tx.run('DELETE FROM access_keys WHERE id = ?', id);
}
