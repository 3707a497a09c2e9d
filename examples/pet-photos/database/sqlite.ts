import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Connection, Value } from './connection.ts';

/** Another process may hold the file for this long before a statement fails. */
const BUSY_MS_MAX = 10_000;

/** A file of SQLite, which every process of this machine may open. */
export function connectSqlite(path: string): Connection {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: BUSY_MS_MAX });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const prepared = new Map<string, StatementSync>();

  const run = async <Row>(text: string, parameters: readonly Value[] = []): Promise<Row[]> => {
    const statement = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, statement);
    const named = Object.fromEntries(parameters.map((value, index) => [`$${index + 1}`, value]));
    return statement.all(named) as Row[];
  };
  return { read: run, write: run, close: async () => database.close() };
}
