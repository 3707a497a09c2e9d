import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Engine } from '../engine/engine.ts';
import type { Clock } from '../lib/clock.ts';
import { isLoopback } from '../lib/config.ts';
import type { Ids } from '../lib/ids.ts';
import type { Log } from '../lib/log.ts';
import type { Blobs } from '../storage/blobs.ts';
import { createCredentialCache } from './credential-cache.ts';
import { startExchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { serveExchange } from './serve-exchange.ts';

export interface GatewayOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** The region of requests that name none. */
  readonly region: string;
  readonly log: Log;
  /** For request ids only; the engine has its own. */
  readonly ids: Ids;
  /** The wall clock: signatures are made with real time. */
  readonly clock: Clock;
  readonly blobs: Blobs;
  /** Starts the engine, once the address of this server is known. */
  engine(endpointUrl: string): Promise<Engine>;
}

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  readonly engine: Engine;
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 30_000;
/** How long requests under way may take to end after `close`. */
const DRAIN_MS = 10_000;

/** Listens, and serves every request from then on. Rejects when the address cannot be had or the engine cannot start. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { ids, log, clock, blobs, region } = options;
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_MS,
    // A 5 GiB upload takes as long as it takes; a client that pauses in the middle is cut off by the body reader.
    requestTimeout: 0,
    noDelay: true,
  });
  let gateway: Gateway | undefined;
  // Whoever connects before the engine has started waits for it.
  const started = Promise.withResolvers<Gateway>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const random = Buffer.from(ids.bytes(REQUEST_ID_BYTES + HOST_ID_BYTES).buffer);
    const exchange = startExchange(request, response, {
      requestId: random.toString('hex', 0, REQUEST_ID_BYTES).toUpperCase(),
      hostId: random.toString('base64', REQUEST_ID_BYTES),
    });
    const served = gateway
      ? serveExchange(gateway, exchange)
      : started.promise.then((ready) => serveExchange(ready, exchange));
    served.catch((error) => {
      log.error({ err: error, requestId: exchange.requestId }, 'a request could not be answered');
      response.destroy();
    });
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  const engine = await options.engine(url).catch((error) => {
    server.close();
    server.closeAllConnections();
    throw error;
  });
  const credentials = createCredentialCache(engine);
  gateway = { engine, credentials, blobs, clock, log, region, loopback: isLoopback(options.host) };
  started.resolve(gateway);
  return {
    url,
    port,
    engine,
    async close() {
      const drained = drain(server);
      engine.interrupt();
      await drained;
      await engine.close();
    },
  };
}

const REQUEST_ID_BYTES = 8;
const HOST_ID_BYTES = 48;

function listen(server: Server, { host, port }: GatewayOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** No new connections, idle ones closed, busy ones given `DRAIN_MS`. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
