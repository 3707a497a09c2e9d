import type { Reader, Transaction } from '../storage.ts';

/** A customer managed policy. What it says is in its versions, of which one is in force. */
export interface ManagedPolicyRow {
  readonly arn: string;
  /** `ANPA` and 17 characters. */
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly description: string | null;
  /** The version in force. */
  readonly default_version: number;
  /** The newest number given out, which may be deleted since. */
  readonly last_version: number;
  readonly created_at: number;
  readonly updated_at: number;
  /** JSON: a list of `{Key, Value}`. */
  readonly tags: string;
}

export interface PolicyVersionRow {
  readonly arn: string;
  readonly version: number;
  /** JSON. */
  readonly document: string;
  readonly created_at: number;
}

export async function insertManagedPolicy(
  tx: Transaction,
  policy: ManagedPolicyRow,
): Promise<void> {
  await tx.run(
    `INSERT INTO managed_policies (arn, id, account, name, path, description, default_version,
       last_version, created_at, updated_at, tags)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    policy.arn,
    policy.id,
    policy.account,
    policy.name,
    policy.path,
    policy.description,
    policy.default_version,
    policy.last_version,
    policy.created_at,
    policy.updated_at,
    policy.tags,
  );
}

export const getManagedPolicy = (
  reader: Reader,
  arn: string,
): Promise<ManagedPolicyRow | undefined> =>
  reader.get<ManagedPolicyRow>('SELECT * FROM managed_policies WHERE arn = ?', arn);

/** Whether a name is taken, in this or another spelling of its case. */
export async function isPolicyNameTaken(
  reader: Reader,
  account: string,
  name: string,
): Promise<boolean> {
  const row = await reader.get<{ arn: string }>(
    'SELECT arn FROM managed_policies WHERE account = ? AND lower(name) = ?',
    account,
    name.toLowerCase(),
  );
  return row !== undefined;
}

/** All of an account: there is a quota. */
export const listManagedPolicyRows = (
  reader: Reader,
  account: string,
): Promise<ManagedPolicyRow[]> =>
  reader.all<ManagedPolicyRow>('SELECT * FROM managed_policies WHERE account = ?', account);

export async function updateManagedPolicyVersions(
  tx: Transaction,
  arn: string,
  versions: Pick<ManagedPolicyRow, 'default_version' | 'last_version' | 'updated_at'>,
): Promise<void> {
  await tx.run(
    'UPDATE managed_policies SET default_version = ?, last_version = ?, updated_at = ? WHERE arn = ?',
    versions.default_version,
    versions.last_version,
    versions.updated_at,
    arn,
  );
}

/** Removes the policy with all its versions. */
export async function deleteManagedPolicy(tx: Transaction, arn: string): Promise<void> {
  await tx.run('DELETE FROM policy_versions WHERE arn = ?', arn);
  await tx.run('DELETE FROM managed_policies WHERE arn = ?', arn);
}

export async function insertPolicyVersion(
  tx: Transaction,
  version: PolicyVersionRow,
): Promise<void> {
  await tx.run(
    'INSERT INTO policy_versions (arn, version, document, created_at) VALUES (?, ?, ?, ?)',
    version.arn,
    version.version,
    version.document,
    version.created_at,
  );
}

/** Newest first: never more than a few. */
export const listPolicyVersionRows = (reader: Reader, arn: string): Promise<PolicyVersionRow[]> =>
  reader.all<PolicyVersionRow>(
    'SELECT * FROM policy_versions WHERE arn = ? ORDER BY version DESC',
    arn,
  );

export async function deletePolicyVersionRow(
  tx: Transaction,
  arn: string,
  version: number,
): Promise<void> {
  await tx.run('DELETE FROM policy_versions WHERE arn = ? AND version = ?', arn, version);
}

/** `tags`: JSON. */
export async function updateManagedPolicyTags(
  tx: Transaction,
  arn: string,
  tags: string,
): Promise<void> {
  await tx.run('UPDATE managed_policies SET tags = ? WHERE arn = ?', tags, arn);
}

/** What a policy says now: JSON. */
export async function getPolicyInForce(reader: Reader, arn: string): Promise<string | undefined> {
  const row = await reader.get<{ document: string }>(
    `SELECT v.document FROM managed_policies p
       JOIN policy_versions v ON v.arn = p.arn AND v.version = p.default_version
       WHERE p.arn = ?`,
    arn,
  );
  return row?.document;
}
