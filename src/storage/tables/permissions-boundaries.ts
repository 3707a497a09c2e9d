import type { Reader, Transaction } from '../storage.ts';
import type { AttachedIdentity } from './identity-policies.ts';

/** The managed policy that limits what a user or role may be allowed: at most one for each. */
export interface PermissionsBoundaryRow {
  readonly identity_id: string;
  readonly policy_arn: string;
  /** Of the user or role; the policy may be one of AWS. */
  readonly account: string;
}

/** Replaces the one before. */
export async function putPermissionsBoundary(
  tx: Transaction,
  boundary: PermissionsBoundaryRow,
): Promise<void> {
  await tx.run(
    `INSERT INTO permissions_boundaries (identity_id, policy_arn, account) VALUES (?, ?, ?)
     ON CONFLICT (identity_id) DO UPDATE SET policy_arn = excluded.policy_arn`,
    boundary.identity_id,
    boundary.policy_arn,
    boundary.account,
  );
}

export async function deletePermissionsBoundary(
  tx: Transaction,
  identityId: string,
): Promise<void> {
  await tx.run('DELETE FROM permissions_boundaries WHERE identity_id = ?', identityId);
}

export async function getPermissionsBoundary(
  reader: Reader,
  identityId: string,
): Promise<string | undefined> {
  const row = await reader.get<{ policy_arn: string }>(
    'SELECT policy_arn FROM permissions_boundaries WHERE identity_id = ?',
    identityId,
  );
  return row?.policy_arn;
}

/** How many users and roles of an account each policy limits. */
export async function countPermissionsBoundaries(
  reader: Reader,
  account: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.all<{ policy_arn: string; count: number }>(
    `SELECT policy_arn, COUNT(*) AS count FROM permissions_boundaries WHERE account = ?
     GROUP BY policy_arn`,
    account,
  );
  return new Map(rows.map((row) => [row.policy_arn, row.count]));
}

/** Users first, each by name. */
export const listLimitedIdentities = (
  reader: Reader,
  account: string,
  policyArn: string,
): Promise<AttachedIdentity[]> =>
  reader.all<AttachedIdentity>(
    `SELECT 'user' AS kind, u.id, u.name, u.path
       FROM permissions_boundaries b JOIN users u ON u.id = b.identity_id
       WHERE b.policy_arn = ? AND b.account = ?
     UNION ALL
     SELECT 'role' AS kind, r.id, r.name, r.path
       FROM permissions_boundaries b JOIN roles r ON r.id = b.identity_id
       WHERE b.policy_arn = ? AND b.account = ?
     ORDER BY kind DESC, name`,
    policyArn,
    account,
    policyArn,
    account,
  );
