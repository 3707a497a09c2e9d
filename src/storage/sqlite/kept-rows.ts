import { type BoundedCache, createBoundedCache } from '../../lib/bounded-cache.ts';
import type { SqlValue } from '../storage.ts';

/**
 * Rows that a statement answered, by the values it was asked with: nearly every request reads a bucket and many a queue, and
 * neither changes often. Whoever has rows kept drops them when the table changes (`Statements.forget`).
 *
 * Only this process writes to the database, so that it knows of every change.
 */
export interface KeptRows {
  get(values: readonly SqlValue[]): object | undefined;
  set(values: readonly SqlValue[], row: object): void;
  clear(): void;
}

export const KEPT_TABLES: ReadonlySet<string> = new Set(['buckets', 'queues']);
const ROWS_MAX = 1000;

/** `undefined` for a statement that reads anything else. */
export function createKeptRows(sql: string, tables: readonly string[]): KeptRows | undefined {
  const [table = ''] = tables;
  if (!sql.startsWith('SELECT * ') || tables.length !== 1 || !KEPT_TABLES.has(table))
    return undefined;
  let rows: BoundedCache<object> = createBoundedCache(ROWS_MAX);
  return {
    get: (values) => rows.get(values.join('\n')),
    set(values, row) {
      rows.set(values.join('\n'), Object.freeze(row));
    },
    clear() {
      if (rows.size > 0) rows = createBoundedCache(ROWS_MAX);
    },
  };
}
