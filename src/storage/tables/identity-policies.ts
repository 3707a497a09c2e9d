import type { Reader, Transaction } from '../storage.ts';

/** The policies of users and roles: inline ones are their own, managed ones are attached by ARN. */
export interface InlinePolicyRow {
  readonly identity_id: string;
  readonly name: string;
  /** JSON. */
  readonly document: string;
}

export async function putInlinePolicy(tx: Transaction, policy: InlinePolicyRow): Promise<void> {
  await tx.run(
    `INSERT INTO inline_policies (identity_id, name, document) VALUES (?, ?, ?)
     ON CONFLICT (identity_id, name) DO UPDATE SET document = excluded.document`,
    policy.identity_id,
    policy.name,
    policy.document,
  );
}

/** By name: their total size has a quota. */
export const listInlinePolicyRows = (
  reader: Reader,
  identityId: string,
): Promise<InlinePolicyRow[]> =>
  reader.all<InlinePolicyRow>(
    'SELECT * FROM inline_policies WHERE identity_id = ? ORDER BY name',
    identityId,
  );

/** Answers whether it was there. */
export async function deleteInlinePolicy(
  tx: Transaction,
  identityId: string,
  name: string,
): Promise<boolean> {
  const deleted = await tx.run(
    'DELETE FROM inline_policies WHERE identity_id = ? AND name = ?',
    identityId,
    name,
  );
  return deleted > 0;
}

export interface AttachedPolicyRow {
  readonly identity_id: string;
  readonly policy_arn: string;
  /** Of the user or role; the policy may be one of AWS. */
  readonly account: string;
}

/** Attaching again changes nothing. */
export async function insertAttachedPolicy(
  tx: Transaction,
  attached: AttachedPolicyRow,
): Promise<void> {
  await tx.run(
    `INSERT INTO attached_policies (identity_id, policy_arn, account) VALUES (?, ?, ?)
     ON CONFLICT (identity_id, policy_arn) DO NOTHING`,
    attached.identity_id,
    attached.policy_arn,
    attached.account,
  );
}

/** Answers whether it was attached. */
export async function deleteAttachedPolicy(
  tx: Transaction,
  identityId: string,
  policyArn: string,
): Promise<boolean> {
  const deleted = await tx.run(
    'DELETE FROM attached_policies WHERE identity_id = ? AND policy_arn = ?',
    identityId,
    policyArn,
  );
  return deleted > 0;
}

/** ARNs of what is attached to a user or role: there is a quota. */
export async function listAttachedArns(reader: Reader, identityId: string): Promise<string[]> {
  const rows = await reader.all<{ policy_arn: string }>(
    'SELECT policy_arn FROM attached_policies WHERE identity_id = ? ORDER BY policy_arn',
    identityId,
  );
  return rows.map((row) => row.policy_arn);
}

/** How many users and roles of an account each policy is attached to. */
export async function countAttachments(
  reader: Reader,
  account: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.all<{ policy_arn: string; count: number }>(
    `SELECT policy_arn, COUNT(*) AS count FROM attached_policies WHERE account = ?
     GROUP BY policy_arn`,
    account,
  );
  return new Map(rows.map((row) => [row.policy_arn, row.count]));
}

/** A user or role that a policy is attached to. */
export interface AttachedIdentity {
  readonly kind: 'user' | 'role';
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** Users first, each by name. */
export const listAttachedIdentities = (
  reader: Reader,
  account: string,
  policyArn: string,
): Promise<AttachedIdentity[]> =>
  reader.all<AttachedIdentity>(
    `SELECT 'user' AS kind, u.id, u.name, u.path
       FROM attached_policies a JOIN users u ON u.id = a.identity_id
       WHERE a.policy_arn = ? AND a.account = ?
     UNION ALL
     SELECT 'role' AS kind, r.id, r.name, r.path
       FROM attached_policies a JOIN roles r ON r.id = a.identity_id
       WHERE a.policy_arn = ? AND a.account = ?
     ORDER BY kind DESC, name`,
    policyArn,
    account,
    policyArn,
    account,
  );

/**
 * What applies to a user or role of the customer's own making: documents of inline and of attached
 * policies, JSON.
 */
export async function listIdentityDocuments(reader: Reader, identityId: string): Promise<string[]> {
  const rows = await reader.all<{ document: string }>(
    `SELECT document FROM inline_policies WHERE identity_id = ?
     UNION ALL
     SELECT v.document FROM attached_policies a
       JOIN managed_policies p ON p.arn = a.policy_arn
       JOIN policy_versions v ON v.arn = p.arn AND v.version = p.default_version
       WHERE a.identity_id = ?`,
    identityId,
    identityId,
  );
  return rows.map((row) => row.document);
}
