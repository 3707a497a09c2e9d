import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './connection.ts';
import { createDatabase, type Database } from './database.ts';

const SCHEMA = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8');

/** Opens the database at a `postgres://` URL or in a file of SQLite, with its tables. */
export async function openDatabase(address: string): Promise<Database> {
  const connection = await connect(address);
  await createTables(connection);
  return createDatabase(connection);
}

/** Creates what is not there yet. */
export async function createTables(connection: Connection): Promise<void> {
  for (const statement of SCHEMA.split(/;$/m)) {
    if (statement.trim() !== '') await connection.write(statement);
  }
}

async function connect(address: string): Promise<Connection> {
  if (/^postgres(ql)?:\/\//.test(address))
    return (await import('./postgres.ts')).connectPostgres(address);
  return (await import('./sqlite.ts')).connectSqlite(address);
}
