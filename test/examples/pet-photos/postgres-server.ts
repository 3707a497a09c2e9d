import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

/**
 * PostgreSQL behind a socket, for one statement at a time: what comes over any connection goes to
 * the one that PGlite has.
 */
export async function startPostgres() {
  const engine = await PGlite.create();
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      turn = turn.then(async () =>
        socket.write(await engine.execProtocolRaw(new Uint8Array(data))),
      );
    });
    socket.on('error', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    empty: () => engine.query('DROP TABLE IF EXISTS photos'),
    async close() {
      server.close();
      await engine.close();
    },
  };
}
