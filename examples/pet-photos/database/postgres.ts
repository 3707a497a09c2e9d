import pg from 'pg';
import type { Connection, Value } from './connection.ts';

/**
 * Serialises writes until they are committed: readers of revisions must not see a later one first.
 */
const WRITE_LOCK = 20_260_101;
const CONNECTIONS_MAX = 4;
const INT8 = 20;

export function connectPostgres(url: string): Connection {
  // Times, sizes and revisions fit into a JavaScript number; the driver would make text of them.
  pg.types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MAX });
  // An idle connection that breaks is replaced by the pool; the next statement tells of a server
  // that is gone.
  pool.on('error', (error) => console.error(`database: ${error.message}`));

  return {
    async read<Row>(statement: string, parameters: readonly Value[] = []) {
      const { rows } = await pool.query(statement, [...parameters]);
      return rows as Row[];
    },
    async write<Row>(statement: string, parameters: readonly Value[] = []) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
        const { rows } = await client.query(statement, [...parameters]);
        await client.query('COMMIT');
        client.release();
        return rows as Row[];
      } catch (error) {
        // Closes the connection, and so ends its transaction.
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
