import type { Reader, Transaction } from '../storage.ts';

/** A function: what is called `$LATEST`, and what all its versions share. */
export interface FunctionRow {
  /** Without a qualifier. */
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** JSON: what was set, as AWS spells it, but for the layers (`function-layers.ts`). */
  readonly configuration: string;
  /** SHA-256 of the deployment package, in hex: see `packages.ts`. */
  readonly package: string;
  /** From `Ids.sequence`; changes with code and configuration. */
  readonly revision: number;
  /** A UUID; changes with code, configuration and policy. */
  readonly revision_id: string;
  readonly modified_at: number;
  /**
   * The resource policy, JSON text. Versions and aliases have their own: see `function-targets.ts`.
   */
  readonly policy: string | null;
  /** Number of the version published last, 0 before the first; also counts deleted ones. */
  readonly last_version: number;
  readonly reserved_concurrency: number | null;
  readonly recursive_loop: 'Allow' | 'Terminate';
  /** JSON. */
  readonly tags: string;
}

/** The code and configuration of a function or version, all that is needed to run it. */
export type Revision = Pick<
  FunctionRow,
  'configuration' | 'package' | 'revision' | 'revision_id' | 'modified_at'
>;

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

/** By its ARN without a qualifier. */
export const getFunction = (reader: Reader, arn: string): Promise<FunctionRow | undefined> =>
  reader.get<FunctionRow>('SELECT * FROM functions WHERE arn = ?', arn);

/** The functions whose ARN begins with `arnPrefix` and comes after `afterArn`, in order. */
export const listFunctionsByArn = (
  reader: Reader,
  arnPrefix: string,
  afterArn: string,
  limit: number,
): Promise<FunctionRow[]> =>
  reader.all<FunctionRow>(
    'SELECT * FROM functions WHERE arn > ? AND arn > ? AND arn < ? ORDER BY arn LIMIT ?',
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    limit,
  );

export type NewFunction = Omit<
  FunctionRow,
  'policy' | 'last_version' | 'reserved_concurrency' | 'recursive_loop'
>;

export async function insertFunction(tx: Transaction, row: NewFunction): Promise<void> {
  await tx.run(
    `INSERT INTO functions (arn, account, region, name, configuration, package, revision,
     revision_id, modified_at,
       last_version, recursive_loop, tags)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'Terminate', ?)`,
    row.arn,
    row.account,
    row.region,
    row.name,
    row.configuration,
    row.package,
    row.revision,
    row.revision_id,
    row.modified_at,
    row.tags,
  );
}

/** What may change in a function's life, and how SQL calls it. */
type FunctionColumn = Exclude<keyof FunctionRow, 'arn' | 'account' | 'region' | 'name'>;

/** Changes the given columns and no others. */
export async function updateFunction(
  tx: Transaction,
  arn: string,
  changes: Partial<Pick<FunctionRow, FunctionColumn>>,
): Promise<void> {
  const columns = Object.keys(changes) as FunctionColumn[];
  await tx.run(
    `UPDATE functions SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE arn = ?`,
    ...columns.map((column) => changes[column] ?? null),
    arn,
  );
}

/**
 * Removes the function alone; versions, aliases and the rest are removed by those who know them.
 */
export async function deleteFunctionRow(tx: Transaction, arn: string): Promise<void> {
  await tx.run('DELETE FROM functions WHERE arn = ?', arn);
}

export interface FunctionTotals {
  readonly functions: number;
  /** Executions that functions of the account have reserved. */
  readonly reserved: number;
}

export async function functionTotals(
  reader: Reader,
  account: string,
  region: string,
): Promise<FunctionTotals> {
  const row = await reader.get<{ functions: number; reserved: number }>(
    `SELECT COUNT(*) AS functions, CAST(COALESCE(SUM(reserved_concurrency), 0) AS INTEGER) AS
     reserved
     FROM functions WHERE account = ? AND region = ?`,
    account,
    region,
  );
  return { functions: row?.functions ?? 0, reserved: row?.reserved ?? 0 };
}
