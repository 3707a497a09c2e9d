import { parseArn } from '../../aws/arn.ts';
import type { Reader, Transaction } from '../storage.ts';

/** An IAM role. */
export interface RoleRow {
  /** `AROA` and 17 characters; a role deleted and created again is another one. */
  readonly id: string;
  readonly account: string;
  readonly name: string;
  /** `/` or `/service-role/`. */
  readonly path: string;
  readonly description: string | null;
  /** JSON: who may assume it. */
  readonly trust_policy: string;
  readonly max_session_seconds: number;
  readonly created_at: number;
  /** JSON: a list of `{Key, Value}`. */
  readonly tags: string;
  /** When and where it was used last, to the minute. */
  readonly used_at: number | null;
  readonly used_region: string | null;
}

export async function insertRole(
  tx: Transaction,
  role: Omit<RoleRow, 'used_at' | 'used_region'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO roles
       (id, account, name, path, description, trust_policy, max_session_seconds, created_at, tags)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    role.id,
    role.account,
    role.name,
    role.path,
    role.description,
    role.trust_policy,
    role.max_session_seconds,
    role.created_at,
    role.tags,
  );
}

export const getRole = (
  reader: Reader,
  account: string,
  name: string,
): Promise<RoleRow | undefined> =>
  reader.get<RoleRow>(
    'SELECT * FROM roles WHERE account = ? AND lower(name) = ? AND name = ?',
    account,
    name.toLowerCase(),
    name,
  );

export const getRoleById = (reader: Reader, id: string): Promise<RoleRow | undefined> =>
  reader.get<RoleRow>('SELECT * FROM roles WHERE id = ?', id);

/** The role of `arn:aws:iam::account:role/path/name`; its path counts. */
export async function getRoleByArn(reader: Reader, arn: string): Promise<RoleRow | undefined> {
  const { account = '', resource = '' } = parseArn(arn) ?? {};
  const role = await getRole(reader, account, resource.split('/').at(-1) ?? '');
  return role && resource === `role${role.path}${role.name}` ? role : undefined;
}

/** Whether a name is taken, in this or another spelling of its case. */
export async function isRoleNameTaken(
  reader: Reader,
  account: string,
  name: string,
): Promise<boolean> {
  const row = await reader.get<{ id: string }>(
    'SELECT id FROM roles WHERE account = ? AND lower(name) = ?',
    account,
    name.toLowerCase(),
  );
  return row !== undefined;
}

/** The roles of an account by name, after `after`: those whose path begins with `pathPrefix`. */
export const listRoleRows = (
  reader: Reader,
  account: string,
  pathPrefix: string,
  after: string,
  limit: number,
): Promise<RoleRow[]> =>
  reader.all<RoleRow>(
    `SELECT * FROM roles WHERE account = ? AND substr(path, 1, ?) = ? AND name > ?
     ORDER BY name LIMIT ?`,
    account,
    pathPrefix.length,
    pathPrefix,
    after,
    limit,
  );

export async function countRoles(reader: Reader, account: string): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM roles WHERE account = ?',
    account,
  );
  return row?.count ?? 0;
}

type RoleChanges = Pick<RoleRow, 'description' | 'trust_policy' | 'max_session_seconds' | 'tags'>;

export async function updateRole(
  tx: Transaction,
  id: string,
  { description, trust_policy, max_session_seconds, tags }: RoleChanges,
): Promise<void> {
  await tx.run(
    'UPDATE roles SET description = ?, trust_policy = ?, max_session_seconds = ?, tags = ? WHERE id = ?',
    description,
    trust_policy,
    max_session_seconds,
    tags,
    id,
  );
}

export async function updateRoleUse(
  tx: Transaction,
  id: string,
  usedAt: number,
  region: string,
): Promise<void> {
  await tx.run('UPDATE roles SET used_at = ?, used_region = ? WHERE id = ?', usedAt, region, id);
}

/** Removes the role's row alone: policies and sessions are gone before. */
export async function deleteRoleRow(tx: Transaction, id: string): Promise<void> {
  await tx.run('DELETE FROM roles WHERE id = ?', id);
}
