import { closeSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { createGroupCommit, type GroupCommit, type WriteConnection } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { createSignals } from './signals.ts';
import { CHECKPOINT_PAGES, createCheckpoints } from './sqlite/checkpoints.ts';
import { createConnection, type SqliteConnection } from './sqlite/connection.ts';
import type { Reader, Storage } from './storage.ts';

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
  /** Pages in the log when they are copied back into the database. */
  readonly checkpointPages?: number;
  /** Told when copying them back failed, which loses nothing. */
  readonly onCheckpointFailure?: (error: unknown) => void;
}

/** SQLite looks through its whole cache at every commit: larger costs more than it saves. */
const WRITE_CACHE_KIB = 8 * 1024;
const READ_CACHE_KIB = 32 * 1024;
/** How long to wait for another process that has the file open, before saying so. */
const BUSY_TIMEOUT_MS = 2000;

export async function openSqlite(options: SqliteOptions = {}): Promise<Storage> {
  const { directory } = options;
  return directory === undefined ? openInMemory() : openOnDisk(directory, options);
}

async function openInMemory(): Promise<Storage> {
  const database = openDatabase(':memory:');
  const signals = createSignals();
  const commits = createGroupCommit(writeConnection(createConnection(database)), signals);
  await migrate(commits.transaction, 'sqlite');
  return {
    signals,
    transaction: commits.transaction,
    read: (work) => commits.transaction(work),
    async close() {
      await commits.idle();
      database.close();
    },
  };
}

async function openOnDisk(directory: string, options: SqliteOptions): Promise<Storage> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'spillway.db');
  const database = openDatabase(path);
  const signals = createSignals();
  const connection = createConnection(database);
  // In groups of its own: only with the first statement there is a log to flush.
  await migrate(createGroupCommit(writeConnection(connection), signals).transaction, 'sqlite');
  const log = openSync(`${path}-wal`, 'r');
  await flushed(log);

  const readDatabase = new DatabaseSync(path, { readOnly: true });
  readDatabase.exec(
    `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA cache_size = -${READ_CACHE_KIB};`,
  );
  const reads = createConnection(readDatabase);
  const checkpoints = createCheckpoints(database, path, {
    pages: options.checkpointPages ?? CHECKPOINT_PAGES,
    onFailure: (error) => options.onCheckpointFailure?.(error),
  });
  const { written } = connection;
  /** Tables that were written to by the group that is on its way to the disk. */
  const unflushed = new Set<string>();
  const commits = createGroupCommit(
    {
      ...writeConnection(connection),
      async commit() {
        connection.run('COMMIT');
        for (const table of written) unflushed.add(table);
        reads.forget(written);
        written.clear();
        await checkpoints.afterCommit();
      },
      async flush() {
        await flushed(log);
        unflushed.clear();
      },
    },
    signals,
  );
  const reader = readerOf(reads, unflushed, commits);

  return {
    signals,
    transaction: commits.transaction,
    read: (work) => work(reader),
    async close() {
      await commits.idle();
      await checkpoints.close();
      readDatabase.close();
      database.close();
      closeSync(log);
    },
  };
}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -${WRITE_CACHE_KIB};
    PRAGMA temp_store = MEMORY;
    PRAGMA foreign_keys = OFF;
  `);
  return database;
}

const flushed = promisify(fdatasync);

/** What SQLite answers at once is answered as a promise, because other engines take their time. */
function writeConnection(connection: SqliteConnection): WriteConnection {
  const run = async (sql: string) => connection.run(sql);
  /** What was written is undone, and so may be what was read since. */
  const undo = () => connection.forget();
  return {
    begin: () => run('BEGIN IMMEDIATE'),
    commit: () => run('COMMIT'),
    async rollback() {
      undo();
      connection.run('ROLLBACK');
    },
    savepoint: () => run('SAVEPOINT work'),
    release: () => run('RELEASE work'),
    async rollbackToSavepoint() {
      undo();
      connection.run('ROLLBACK TO work');
      connection.run('RELEASE work');
    },
    get: async (sql, values) => connection.get(sql, values) as never,
    all: async (sql, values) => connection.all(sql, values) as never,
    run: async (sql, values) => connection.run(sql, values),
  };
}

/** Nobody is told of what a power cut could still undo: who reads what was just written waits for the disk. */
function readerOf(
  connection: SqliteConnection,
  unflushed: ReadonlySet<string>,
  commits: GroupCommit,
): Reader {
  const durable = async (sql: string) => {
    if (unflushed.size > 0 && connection.tablesOf(sql).some((table) => unflushed.has(table)))
      await commits.durable();
  };
  return {
    async get(sql, ...values) {
      const row = connection.get(sql, values);
      if (unflushed.size > 0) await durable(sql);
      return row as never;
    },
    async all(sql, ...values) {
      const rows = connection.all(sql, values);
      if (unflushed.size > 0) await durable(sql);
      return rows as never;
    },
  };
}
