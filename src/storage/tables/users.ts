import type { Reader, Transaction } from '../storage.ts';

/** An IAM user. */
export interface UserRow {
  /** `AIDA` and 17 characters; a user deleted and created again is another one. */
  readonly id: string;
  readonly account: string;
  readonly name: string;
  /** `/` or `/division/team/`. */
  readonly path: string;
  readonly created_at: number;
  /** JSON: a list of `{Key, Value}`. */
  readonly tags: string;
}

export async function insertUser(tx: Transaction, user: UserRow): Promise<void> {
  await tx.run(
    'INSERT INTO users (id, account, name, path, created_at, tags) VALUES (?, ?, ?, ?, ?, ?)',
    user.id,
    user.account,
    user.name,
    user.path,
    user.created_at,
    user.tags,
  );
}

export const getUser = (
  reader: Reader,
  account: string,
  name: string,
): Promise<UserRow | undefined> =>
  reader.get<UserRow>(
    'SELECT * FROM users WHERE account = ? AND lower(name) = ? AND name = ?',
    account,
    name.toLowerCase(),
    name,
  );

export const getUserById = (reader: Reader, id: string): Promise<UserRow | undefined> =>
  reader.get<UserRow>('SELECT * FROM users WHERE id = ?', id);

/** Whether a name is taken, in this or another spelling of its case. */
export async function isUserNameTaken(
  reader: Reader,
  account: string,
  name: string,
): Promise<boolean> {
  const row = await reader.get<{ id: string }>(
    'SELECT id FROM users WHERE account = ? AND lower(name) = ?',
    account,
    name.toLowerCase(),
  );
  return row !== undefined;
}

/** The users of an account by name, after `after`: those whose path begins with `pathPrefix`. */
export const listUserRows = (
  reader: Reader,
  account: string,
  pathPrefix: string,
  after: string,
  limit: number,
): Promise<UserRow[]> =>
  reader.all<UserRow>(
    `SELECT * FROM users WHERE account = ? AND substr(path, 1, ?) = ? AND name > ?
     ORDER BY name LIMIT ?`,
    account,
    pathPrefix.length,
    pathPrefix,
    after,
    limit,
  );

export async function countUsers(reader: Reader, account: string): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM users WHERE account = ?',
    account,
  );
  return row?.count ?? 0;
}

export async function updateUser(
  tx: Transaction,
  id: string,
  { name, path, tags }: Pick<UserRow, 'name' | 'path' | 'tags'>,
): Promise<void> {
  await tx.run('UPDATE users SET name = ?, path = ?, tags = ? WHERE id = ?', name, path, tags, id);
}

/** Removes the user's row alone: policies, keys and sessions are gone before. */
export async function deleteUserRow(tx: Transaction, id: string): Promise<void> {
  await tx.run('DELETE FROM users WHERE id = ?', id);
}
