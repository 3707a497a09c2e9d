import type { AddressInfo } from 'node:net';
import type { Engine } from '../engine/engine.ts';
import type { Clock } from '../lib/clock.ts';
import { isLoopback } from '../lib/config.ts';
import type { Ids } from '../lib/ids.ts';
import type { Log } from '../lib/log.ts';
import type { Blobs } from '../storage/blobs.ts';
import { createCredentialCache } from './credential-cache.ts';
import { EXCHANGE_ID_BYTES, startExchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { createHttpServer, drain, listen } from './http-server.ts';
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

/** Listens, and serves every request from then on. Rejects when the address cannot be had or the engine cannot start. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { ids, log, clock, blobs, region } = options;
  let gateway: Gateway | undefined;
  // Whoever connects before the engine has started waits for it.
  const started = Promise.withResolvers<Gateway>();
  const server = createHttpServer((request, response) => {
    const exchange = startExchange(request, response, ids.bytes(EXCHANGE_ID_BYTES), clock);
    const served = gateway
      ? serveExchange(gateway, exchange)
      : started.promise.then((ready) => serveExchange(ready, exchange));
    served.catch((error) => {
      log.error({ err: error, requestId: exchange.requestId }, 'a request could not be answered');
      response.destroy();
    });
  });
  await listen(server, options.host, options.port);
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
      await engine.rest();
      const drained = drain(server);
      engine.interrupt();
      await drained;
      await engine.close();
    },
  };
}
