import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { createKeptRows, KEPT_TABLES, type KeptRows } from './kept-rows.ts';

/** A statement that SQLite has compiled, and what is known of it. */
export interface Prepared {
  readonly statement: StatementSync;
  /** Names of the columns that it answers. */
  readonly columns: readonly string[];
  /** Names of the tables that it reads or writes; a few words more do no harm. */
  readonly tables: readonly string[];
  /** Whether rows of these tables may be kept somewhere. */
  readonly concernsKept: boolean;
  /** Rows it has answered, where they are worth keeping. */
  readonly kept: KeptRows | undefined;
}

export interface Statements {
  prepare(sql: string): Prepared;
  /** Drops the rows kept of these tables; of all without an argument. */
  forget(tables?: Iterable<string>): void;
}

/** Compiles each statement once. */
export function createStatements(database: DatabaseSync): Statements {
  const prepared = new Map<string, Prepared>();
  const kept: (Prepared & { readonly kept: KeptRows })[] = [];
  return {
    prepare(sql) {
      let known = prepared.get(sql);
      if (!known) {
        const statement = database.prepare(sql);
        // Rows come as lists and become objects here, which takes half the time of having them made.
        statement.setReturnArrays(true);
        const columns = statement.columns().map(({ name }) => name);
        const tables = [...sql.matchAll(TABLE)].map(([, name = '']) => name);
        const concernsKept = tables.some((table) => KEPT_TABLES.has(table));
        known = { statement, columns, tables, concernsKept, kept: createKeptRows(sql, tables) };
        prepared.set(sql, known);
        if (known.kept) kept.push(known as (typeof kept)[number]);
      }
      return known;
    },
    forget(tables) {
      const changed = tables && new Set(tables);
      for (const statement of kept)
        if (!changed || statement.tables.some((table) => changed.has(table)))
          statement.kept.clear();
    },
  };
}

const TABLE = /\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)/g;
