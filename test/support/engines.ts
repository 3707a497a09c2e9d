import { PGlite } from '@electric-sql/pglite';
import { openPostgres } from '../../src/storage/postgres.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';

/** The SQL dialects that everything in `src/storage` must run on, each in memory. */
export const engines: readonly { name: string; open: () => Promise<Storage> }[] = [
  { name: 'SQLite', open: () => openSqlite() },
  { name: 'PostgreSQL', open: openPglite },
];

/** The engine that whole servers are tested on: SQLite, or what `TEST_STORAGE` names (`npm run test:postgres`). */
export function openTestStorage(): Promise<Storage> | undefined {
  return process.env.TEST_STORAGE === 'postgres' ? openPglite() : undefined;
}

const INT8 = 20;

async function openPglite(): Promise<Storage> {
  const database = await PGlite.create({ parsers: { [INT8]: Number } });
  return openPostgres({
    query: (sql, values) => database.query(sql, values),
    close: () => database.close(),
  });
}
