import type { Reader, Transaction } from '../storage.ts';
import type { Revision } from './functions.ts';

/** A published version of a function: its code and configuration never change. */
export interface FunctionVersionRow extends Revision {
  readonly function_arn: string;
  /** From 1. */
  readonly version: number;
  readonly policy: string | null;
}

export const getFunctionVersion = (
  reader: Reader,
  functionArn: string,
  version: number,
): Promise<FunctionVersionRow | undefined> =>
  reader.get<FunctionVersionRow>(
    'SELECT * FROM function_versions WHERE function_arn = ? AND version = ?',
    functionArn,
    version,
  );

/** Versions after `after`, in order. */
export const listFunctionVersions = (
  reader: Reader,
  functionArn: string,
  after: number,
  limit: number,
): Promise<FunctionVersionRow[]> =>
  reader.all<FunctionVersionRow>(
    `SELECT * FROM function_versions
     WHERE function_arn = ? AND version > ? ORDER BY version LIMIT ?`,
    functionArn,
    after,
    limit,
  );

export async function insertFunctionVersion(
  tx: Transaction,
  row: Omit<FunctionVersionRow, 'policy'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO function_versions (function_arn, version, configuration, package, revision,
     revision_id, modified_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.function_arn,
    row.version,
    row.configuration,
    row.package,
    row.revision,
    row.revision_id,
    row.modified_at,
  );
}

export async function updateVersionPolicy(
  tx: Transaction,
  functionArn: string,
  version: number,
  policy: string | null,
  revisionId: string,
): Promise<void> {
  await tx.run(
    `UPDATE function_versions SET policy = ?, revision_id = ?
     WHERE function_arn = ? AND version = ?`,
    policy,
    revisionId,
    functionArn,
    version,
  );
}

/**
 * Removes one version and answers the packages it used; all versions when `version` is left out.
 */
export async function deleteFunctionVersions(
  tx: Transaction,
  functionArn: string,
  version?: number,
): Promise<string[]> {
  const rows = await tx.all<{ package: string }>(
    `DELETE FROM function_versions
     WHERE function_arn = ? AND (version = ? OR ? = -1) RETURNING package`,
    functionArn,
    version ?? -1,
    version ?? -1,
  );
  return rows.map((row) => row.package);
}
