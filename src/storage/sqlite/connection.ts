import type { DatabaseSync } from 'node:sqlite';
import { type SqlValue, StorageError } from '../storage.ts';
import { createStatements } from './statements.ts';

/** One connection to the database file. Throws StorageError. */
export interface SqliteConnection {
  /** Of the writing connection: the tables written to since this set was last cleared. */
  readonly written: Set<string>;
  get(sql: string, values: readonly SqlValue[]): object | undefined;
  all(sql: string, values: readonly SqlValue[]): object[];
  /** Answers how many rows changed. */
  run(sql: string, values?: readonly SqlValue[]): number;
  /** Names of the tables that a statement reads. */
  tablesOf(sql: string): readonly string[];
  /** Another connection has changed these tables, or what was read may have been undone. */
  forget(tables?: Iterable<string>): void;
}

export function createConnection(database: DatabaseSync): SqliteConnection {
  const { prepare, forget } = createStatements(database);
  const written = new Set<string>();
  return {
    written,
    get(sql, values) {
      try {
        const { kept, statement, columns } = prepare(sql);
        const known = kept?.get(values);
        if (known) return known;
        const list = statement.get(...values) as unknown as unknown[] | undefined;
        const row = list && rowOf(columns, list);
        if (row) kept?.set(values, row);
        return row;
      } catch (error) {
        throw storageError(sql, error);
      }
    },
    all(sql, values) {
      try {
        const { statement, columns } = prepare(sql);
        const lists = statement.all(...values) as unknown as unknown[][];
        return lists.map((list) => rowOf(columns, list));
      } catch (error) {
        throw storageError(sql, error);
      }
    },
    run(sql, values = []) {
      try {
        const { statement, tables, concernsKept } = prepare(sql);
        const changes = Number(statement.run(...values).changes);
        for (const table of tables) written.add(table);
        if (concernsKept) forget(tables);
        return changes;
      } catch (error) {
        throw storageError(sql, error);
      }
    },
    tablesOf: (sql) => prepare(sql).tables,
    forget,
  };
}

function rowOf(columns: readonly string[], values: readonly unknown[]): object {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index++)
    row[columns[index] as string] = values[index];
  return row;
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
