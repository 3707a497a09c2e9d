import { closeSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { createGroupCommit, type WriteConnection } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { createSignals } from './signals.ts';
import { type Reader, type SqlValue, type Storage, StorageError } from './storage.ts';

/**
 * The embedded engine: Node's own SQLite with a write-ahead log. One connection writes, one reads; in memory (`directory`
 * undefined) one does both.
 *
 * A commit is on disk before anybody is told. SQLite would wait for the disk within COMMIT (`synchronous=FULL`) and this thread with it;
 * so it only writes the log (`NORMAL`, which still syncs around checkpoints), and the flush of the log is ours to do, beside the
 * work on the next group.
 */
export interface SqliteOptions {
  /** Folder of `spillway.db`; `undefined` keeps everything in memory. */
  readonly directory?: string | undefined;
}

const WRITE_CACHE_KIB = 64 * 1024;
const READ_CACHE_KIB = 32 * 1024;
/** Pages in the write-ahead log before they are copied back: larger is fewer, longer pauses. */
const CHECKPOINT_PAGES = 4000;
/** How long to wait for another process that has the file open, before saying so. */
const BUSY_TIMEOUT_MS = 2000;

export async function openSqlite(options: SqliteOptions = {}): Promise<Storage> {
  const { directory } = options;
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const path = directory === undefined ? ':memory:' : join(directory, 'spillway.db');
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -${WRITE_CACHE_KIB};
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
    PRAGMA temp_store = MEMORY;
    PRAGMA foreign_keys = OFF;
  `);
  const signals = createSignals();
  const connection = writeConnection(database);
  // In groups of its own: only with the first statement there is a log to flush.
  await migrate(createGroupCommit(connection, signals).transaction, 'sqlite');
  const log = directory === undefined ? undefined : openSync(`${path}-wal`, 'r');
  const flush = log === undefined ? undefined : () => flushed(log);
  await flush?.();
  const commits = createGroupCommit({ ...connection, ...(flush && { flush }) }, signals);

  let reads: DatabaseSync | undefined;
  if (directory !== undefined) {
    reads = new DatabaseSync(path, { readOnly: true });
    reads.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA cache_size = -${READ_CACHE_KIB};`);
  }
  const reader = reads ? readerOf(reads) : undefined;

  return {
    signals,
    transaction: commits.transaction,
    async read(work) {
      if (!reader) return commits.transaction(work);
      try {
        return await work(reader);
      } finally {
        // Nobody is told of what a power cut could still undo.
        await commits.durable();
      }
    },
    async close() {
      await commits.idle();
      reads?.close();
      database.close();
      if (log !== undefined) closeSync(log);
    },
  };
}

const flushed = promisify(fdatasync);

/** A statement, and the names of the columns that it answers. */
interface Prepared {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

function statements(database: DatabaseSync): (sql: string) => Prepared {
  const prepared = new Map<string, Prepared>();
  return (sql) => {
    let known = prepared.get(sql);
    if (!known) {
      const statement = database.prepare(sql);
      // Rows come as lists and become objects here, which takes half the time of having them made.
      statement.setReturnArrays(true);
      known = { statement, columns: statement.columns().map(({ name }) => name) };
      prepared.set(sql, known);
    }
    return known;
  };
}

function rowOf(columns: readonly string[], values: readonly unknown[]) {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index++)
    row[columns[index] as string] = values[index];
  return row;
}

function readerOf(database: DatabaseSync): Reader {
  const { get, all } = writeConnection(database);
  return { get: (sql, ...values) => get(sql, values), all: (sql, ...values) => all(sql, values) };
}

function writeConnection(database: DatabaseSync): WriteConnection {
  const prepare = statements(database);
  // What SQLite answers at once is answered as a promise, because other engines take their time.
  const run = async (sql: string, values: SqlValue[] = []) => {
    try {
      return Number(prepare(sql).statement.run(...values).changes);
    } catch (error) {
      throw storageError(sql, error);
    }
  };
  return {
    begin: () => run('BEGIN IMMEDIATE'),
    commit: () => run('COMMIT'),
    rollback: () => run('ROLLBACK'),
    savepoint: () => run('SAVEPOINT work'),
    release: () => run('RELEASE work'),
    async rollbackToSavepoint() {
      await run('ROLLBACK TO work');
      await run('RELEASE work');
    },
    async get(sql, values) {
      try {
        const { statement, columns } = prepare(sql);
        const row = statement.get(...values) as unknown as unknown[] | undefined;
        return (row && rowOf(columns, row)) as never;
      } catch (error) {
        throw storageError(sql, error);
      }
    },
    async all(sql, values) {
      try {
        const { statement, columns } = prepare(sql);
        const rows = statement.all(...values) as unknown as unknown[][];
        return rows.map((row) => rowOf(columns, row)) as never;
      } catch (error) {
        throw storageError(sql, error);
      }
    },
    run,
  };
}

const storageError = (sql: string, error: unknown) =>
  new StorageError(kindOf(error), sql.trim().split('\n')[0] ?? sql, error);

/** SQLite's primary result codes: 5 busy, 6 locked, 13 full; 1555 and 2067 are the extended unique violations. */
function kindOf(error: unknown): StorageError['kind'] {
  const code = (error as { errcode?: number }).errcode ?? 0;
  if (code === 1555 || code === 2067) return 'unique';
  if ((code & 0xff) === 5 || (code & 0xff) === 6) return 'busy';
  return (code & 0xff) === 13 ? 'full' : 'other';
}
