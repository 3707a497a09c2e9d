import { createGroupCommit, type WriteConnection } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { createSignals } from './signals.ts';
import { type SqlValue, type Storage, StorageError } from './storage.ts';

/**
 * The PostgreSQL engine, over any one connection that can run a statement: a `pg` client, or PGlite (PostgreSQL
 * in-process), on which the whole test suite runs so that the SQL stays portable.
 */
export interface PostgresConnection {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[]; affectedRows?: number }>;
  close(): Promise<void>;
}

export async function openPostgres(connection: PostgresConnection): Promise<Storage> {
  const signals = createSignals();
  const commits = createGroupCommit(writeConnection(connection), signals);
  await migrate(commits.transaction, 'postgres');
  return {
    signals,
    transaction: commits.transaction,
    read: (work) => commits.transaction(work),
    async close() {
      await commits.idle();
      await connection.close();
    },
  };
}

function writeConnection(connection: PostgresConnection): WriteConnection {
  const query = async (sql: string, values: SqlValue[] = []) => {
    try {
      return await connection.query(numbered(sql), values);
    } catch (error) {
      throw new StorageError(kindOf(error), sql.trim().split('\n')[0] ?? sql, error);
    }
  };
  const control = (sql: string) => async () => {
    await query(sql);
  };
  return {
    begin: control('BEGIN'),
    commit: control('COMMIT'),
    rollback: control('ROLLBACK'),
    savepoint: control('SAVEPOINT work'),
    release: control('RELEASE SAVEPOINT work'),
    async rollbackToSavepoint() {
      await query('ROLLBACK TO SAVEPOINT work');
      await query('RELEASE SAVEPOINT work');
    },
    get: async (sql, values) => plain((await query(sql, values)).rows[0]) as never,
    all: async (sql, values) => (await query(sql, values)).rows.map(plain) as never,
    run: async (sql, values) => (await query(sql, values)).affectedRows ?? 0,
  };
}

const rewritten = new Map<string, string>();

/** `?` becomes `$1`, `$2`, ...; the SQL here never holds a question mark in a literal. */
function numbered(sql: string): string {
  let text = rewritten.get(sql);
  if (text === undefined) {
    let n = 0;
    text = sql.replaceAll('?', () => `$${++n}`);
    rewritten.set(sql, text);
  }
  return text;
}

/** BIGINT may come back as bigint or text; all of ours fit a number (see Ids.sequence). */
function plain(row: unknown): unknown {
  if (row === null || typeof row !== 'object') return row;
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    out[name] = typeof value === 'bigint' ? Number(value) : value;
  }
  return out;
}

/** SQLSTATE: 23505 unique violation; 40001, 40P01 and 55P03 are worth another try; class 53 is out of resources. */
function kindOf(error: unknown): StorageError['kind'] {
  const code = (error as { code?: string }).code ?? '';
  if (code === '23505') return 'unique';
  if (code === '40001' || code === '40P01' || code === '55P03') return 'busy';
  return code.startsWith('53') ? 'full' : 'other';
}
