import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine/engine.ts';
import { startRemoteEngine } from './engine/remote-engine.ts';
import { startGateway } from './gateway/start-gateway.ts';
import { systemClock } from './lib/clock.ts';
import { type Config, ConfigError, isLoopback } from './lib/config.ts';
import { createIds } from './lib/ids.ts';
import { createLog } from './lib/log.ts';
import { openBlobs } from './storage/blobs.ts';

export interface Server {
  readonly url: string;
  /** Stops taking requests, finishes those under way, then closes the engine. */
  close(): Promise<void>;
}

/**
 * The composition root: configuration -> engine (storage, services, delivery, on its own thread) -> gateway (HTTP, on this one).
 * Answers when requests are accepted. `onDeath` is called when the engine dies under it.
 */
export async function startServer(
  config: Config,
  onDeath: (error: Error) => void,
): Promise<Server> {
  if (!config.inMemory) return startOn(config, onDeath);
  // The database is in memory; large bodies and the code of functions need a folder, for as long as the server runs.
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const server = await startOn({ ...config, dataDir }, onDeath);
    return { url: server.url, close: () => server.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function startOn(config: Config, onDeath: (error: Error) => void): Promise<Server> {
  const { dataDir, host, port } = config;
  prepareFolder(dataDir);
  const log = createLog(config.logLevel, config.logFormat);
  const ids = createIds(systemClock);
  return startGateway({
    host,
    port,
    log,
    ids,
    clock: systemClock,
    region: config.region,
    blobs: await openBlobs(join(dataDir, 'blobs'), ids),
    engine: (endpointUrl) => startEngine(config, endpointUrl, onDeath),
  }).catch((error) => {
    throw explainListenError(error, config);
  });
}

function startEngine(
  config: Config,
  endpointUrl: string,
  onDeath: (error: Error) => void,
): Promise<Engine> {
  const options = {
    dataDir: config.dataDir,
    inMemory: config.inMemory,
    testKit: config.testKit,
    ...(config.seed !== undefined && { seed: config.seed }),
    logLevel: config.logLevel,
    logFormat: config.logFormat,
    settings: {
      account: config.account,
      region: config.region,
      rootAccessKeyId: config.accessKeyId,
      rootSecretAccessKey: config.secretAccessKey,
      accountKeys: isLoopback(config.host),
      permissiveRoles: config.permissiveRoles,
      endpointUrl: reachable(endpointUrl),
      publicUrl: config.publicUrl ?? reachable(endpointUrl),
      smtpUrl: config.smtpUrl,
      restoreDelayMs: config.restoreDelaySeconds * 1000,
      journal: { days: config.journalDays, eventsMax: config.journalEvents },
    },
  };
  return startRemoteEngine(options, onDeath).catch((error) => {
    throw explainEngineError(error, config);
  });
}

/** A server that listens on all addresses is reached on this machine by one of them. */
const reachable = (url: string): string =>
  url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');

/** A full disk, a file that is no database: what the engine says, and which folder it is about. */
function explainEngineError(error: Error & { hint?: string }, { dataDir }: Config): Error {
  if (error.hint !== undefined) return error;
  const message = `cannot start with what is in ${dataDir}: ${error.message}`;
  const hint = 'see that its disk has room; give another --data-dir, or restore this one';
  return Object.assign(new Error(message, { cause: error }), { hint });
}

/** Nobody else may read it: secret keys are kept in it, and signatures cannot be verified without them. */
function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(
      `the data folder ${dataDir} cannot be used: ${(error as Error).message}`,
      'give a --data-dir that this user may write to',
    );
  }
}

function explainListenError(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `port ${port} is in use on ${host}`,
        'stop what listens there, or give another --port',
      );
    case 'EACCES':
      return new ConfigError(
        `this user may not listen on port ${port}`,
        'give a --port above 1023',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError(
        `${host} is no address of this machine`,
        'give a --host such as 127.0.0.1, or 0.0.0.0 for all its addresses',
      );
    default:
      return error;
  }
}
