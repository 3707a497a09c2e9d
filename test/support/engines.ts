import { PGlite } from '@electric-sql/pglite';
import { openPostgres } from '../../src/storage/postgres.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';

/** The SQL dialects that everything in `src/storage` must run on, each in memory. */
export const engines: readonly { name: string; open: () => Promise<Storage> }[] = [
  { name: 'SQLite', open: () => openSqlite() },
  { name: 'PostgreSQL', open: openPglite },
];

const INT8 = 20;

async function openPglite(): Promise<Storage> {
  const database = await PGlite.create({ parsers: { [INT8]: Number } });
  return openPostgres({
    query: (sql, values) => database.query(sql, values),
    close: () => database.close(),
  });
}
