import { readdirSync, readFileSync } from 'node:fs';
import type { Transaction } from './storage.ts';

/**
 * Numbered SQL files in `migrations/`, applied once each, in order, all in one transaction. A file whose first line is
 * `-- breaking` may not be run under by an older Spillway, which then refuses to start.
 */
export type Dialect = 'sqlite' | 'postgres';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly breaking: boolean;
}

const FOLDER = new URL('./migrations/', import.meta.url);

export async function migrate(
  transaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>,
  dialect: Dialect,
): Promise<void> {
  const known = readMigrations();
  await transaction(async (tx) => {
    await tx.run(inDialect(HISTORY, dialect));
    const applied = await tx.all<{ name: string; breaking: number }>(
      'SELECT name, breaking FROM migrations',
    );
    refuseNewer(applied, known);
    const done = new Set(applied.map((row) => row.name));
    for (const migration of known) {
      if (done.has(migration.name)) continue;
      for (const statement of split(inDialect(migration.sql, dialect))) await tx.run(statement);
      const breaking = migration.breaking ? 1 : 0;
      await tx.run(
        'INSERT INTO migrations (name, breaking) VALUES (?, ?)',
        migration.name,
        breaking,
      );
    }
  });
}

const HISTORY =
  'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, breaking INTEGER NOT NULL)';

function readMigrations(): Migration[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const sql = readFileSync(new URL(name, FOLDER), 'utf8');
    return { name, sql, breaking: sql.startsWith('-- breaking') };
  });
}

function refuseNewer(applied: { name: string; breaking: number }[], known: Migration[]): void {
  const names = new Set(known.map((migration) => migration.name));
  const newer = applied.find((row) => row.breaking === 1 && !names.has(row.name));
  if (newer)
    throw new Error(
      `this data folder was written by a newer Spillway (migration ${newer.name}); start that version, or use another --data-dir`,
    );
}

/** Migrations are written in SQLite's types; these are all that PostgreSQL names differently. */
export function inDialect(sql: string, dialect: Dialect): string {
  if (dialect === 'sqlite') return sql;
  return sql
    .replaceAll(/\bWITHOUT ROWID\b/g, '')
    .replaceAll(/\bINTEGER\b/g, 'BIGINT')
    .replaceAll(/\bBLOB\b/g, 'BYTEA')
    .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"');
}

const split = (sql: string) =>
  sql
    .replaceAll(/^\s*--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
