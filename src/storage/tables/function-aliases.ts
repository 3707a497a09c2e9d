import type { Reader, Transaction } from '../storage.ts';

/** A name for a version of a function, that can be moved to another. */
export interface FunctionAliasRow {
  readonly function_arn: string;
  readonly name: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  readonly description: string;
  /**
   * JSON, `AdditionalVersionWeights`: another version and its share of the invocations, from 0 to
   * 1.
   */
  readonly routing: string | null;
  readonly revision_id: string;
  readonly policy: string | null;
}

export const getFunctionAlias = (
  reader: Reader,
  functionArn: string,
  name: string,
): Promise<FunctionAliasRow | undefined> =>
  reader.get<FunctionAliasRow>(
    'SELECT * FROM function_aliases WHERE function_arn = ? AND name = ?',
    functionArn,
    name,
  );

/** Aliases after `after`, by name; only those of `version`, unless that is empty. */
export const listFunctionAliases = (
  reader: Reader,
  functionArn: string,
  { after, version }: { after: string; version: string },
  limit: number,
): Promise<FunctionAliasRow[]> =>
  reader.all<FunctionAliasRow>(
    `SELECT * FROM function_aliases WHERE function_arn = ? AND name > ? AND (version = ? OR ? = '')
     ORDER BY name LIMIT ?`,
    functionArn,
    after,
    version,
    version,
    limit,
  );

/** Inserts the alias, or replaces all of it. */
export async function putFunctionAlias(tx: Transaction, row: FunctionAliasRow): Promise<void> {
  await tx.run(
    `INSERT INTO function_aliases (function_arn, name, version, description, routing, revision_id,
     policy)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (function_arn, name) DO UPDATE SET version = excluded.version, description =
     excluded.description,
       routing = excluded.routing, revision_id = excluded.revision_id, policy = excluded.policy`,
    row.function_arn,
    row.name,
    row.version,
    row.description,
    row.routing,
    row.revision_id,
    row.policy,
  );
}

/** Removes one alias, or all when `name` is left out. */
export async function deleteFunctionAliases(
  tx: Transaction,
  functionArn: string,
  name?: string,
): Promise<void> {
  await tx.run(
    "DELETE FROM function_aliases WHERE function_arn = ? AND (name = ? OR ? = '')",
    functionArn,
    name ?? '',
    name ?? '',
  );
}

/** Names of the aliases that lead to a version, by themselves or by their routing. */
export async function aliasesOfVersion(
  reader: Reader,
  functionArn: string,
  version: string,
): Promise<string[]> {
  const rows = await reader.all<{ name: string; version: string; routing: string | null }>(
    'SELECT name, version, routing FROM function_aliases WHERE function_arn = ? ORDER BY name',
    functionArn,
  );
  return rows
    .filter((row) => row.version === version || version in JSON.parse(row.routing ?? '{}'))
    .map((row) => row.name);
}
