import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuseMalformed } from './refuse-malformed.ts';

/** A connection without a request is kept this long: longer than load balancers keep theirs. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 30_000;
const CONNECTIONS_MAX = 10_000;
/** How long requests under way may take to end when the server closes. */
const DRAIN_MS = 10_000;
const DRAIN_SWEEP_MS = 20;

/**
 * Node's HTTP server with our limits. A request that first asks whether to send its body (`Expect:
 * 100-continue`) is handed over like any other: `bodyChunks` tells the client to go on. Whatever else
 * a request expects is no matter to S3.
 */
export function createHttpServer(
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_MS,
    // A 5 GiB upload takes as long as it takes; who pauses in the middle is cut off by the reader
    // of the body.
    requestTimeout: 0,
    noDelay: true,
  });
  server.maxConnections = CONNECTIONS_MAX;
  // Their bytes are limited; Node would drop the rest without a word.
  server.maxHeadersCount = 0;
  const connections = new Map<Socket, number>();
  connectionsOf.set(server, connections);
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    count(connections, request.socket, 1);
    response.once('close', () => count(connections, request.socket, -1));
    onRequest(request, response);
  };
  return server
    .on('connection', (socket: Socket) => {
      connections.set(socket, 0);
      socket.once('close', () => connections.delete(socket));
    })
    .on('request', serve)
    .on('checkContinue', serve)
    .on('checkExpectation', serve)
    .on('clientError', refuseMalformed);
}

/** The connections of a server, with the number of requests under way on each. */
const connectionsOf = new WeakMap<Server, Map<Socket, number>>();

function count(connections: Map<Socket, number>, socket: Socket, by: number): void {
  const requests = connections.get(socket);
  if (requests !== undefined) connections.set(socket, requests + by);
}

export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * No new connections, idle ones closed as they fall idle, busy ones given `DRAIN_MS`. Node by
 * itself would wait for connections that clients opened ahead of their first request.
 */
export function drain(server: Server): Promise<void> {
  const endIdle = () => {
    for (const [socket, requests] of connectionsOf.get(server) ?? [])
      if (requests === 0) socket.destroySoon();
  };
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    const sweep = setInterval(endIdle, DRAIN_SWEEP_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    endIdle();
  });
}
