import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsError } from '../aws/error.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { createIds, type Ids } from '../lib/ids.ts';
import { createLog, type Log, type LogLevel } from '../lib/log.ts';
import { authorize } from '../services/authorize.ts';
import type { Platform, Settings } from '../services/context.ts';
import { type Call, createDispatch } from '../services/dispatch.ts';
import { lookUpCredential } from '../services/identity.ts';
import { services } from '../services/index.ts';
import { STOPPING_SIGNAL } from '../services/sqs/wait-for-messages.ts';
import { createFunctionRuntime } from '../services/lambda/runtime/function-runtime.ts';
import { openBlobs } from '../storage/blobs.ts';
import { lockFolder } from '../storage/folder-lock.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { largestSequence, sweepBlobs } from '../storage/startup.ts';
import type { Storage } from '../storage/storage.ts';
import type { Engine } from './engine.ts';

/** What can cross to another thread: plain data only. */
export interface EngineOptions {
  /** Where everything is kept; `undefined` keeps it in memory, and large bodies in a temporary folder. */
  readonly dataDir: string | undefined;
  readonly settings: Omit<Settings, 'scratchDirectory'>;
  readonly logLevel: LogLevel;
}

/** What only the caller's own thread can choose. */
export interface EngineParts {
  readonly clock?: Clock;
  readonly ids?: (clock: Clock) => Ids;
  readonly log?: Log;
  /** Another engine than SQLite: PGlite in tests. */
  readonly storage?: () => Promise<Storage>;
}

/** Composes storage, services and delivery, and starts delivering what was still owed. */
export async function startLocalEngine(
  options: EngineOptions,
  parts: EngineParts = {},
): Promise<Engine> {
  const { dataDir } = options;
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'spillway-'));
  const lock = dataDir === undefined ? undefined : lockFolder(dataDir);
  const clock = parts.clock ?? systemClock;
  const ids = (parts.ids ?? createIds)(clock);
  const log = parts.log ?? createLog(options.logLevel);
  const storage = await (parts.storage?.() ?? openSqlite({ directory: dataDir }));
  ids.advancePast(await largestSequence(storage));
  const blobs = await openBlobs(join(folder, 'blobs'), ids);
  const swept = await sweepBlobs(storage, blobs);
  if (swept > 0) log.info({ files: swept }, 'removed bodies of uploads that a crash interrupted');

  const settings: Settings = { ...options.settings, scratchDirectory: join(folder, 'scratch') };
  const functions = createFunctionRuntime({
    clock,
    ids,
    log,
    endpointUrl: settings.endpointUrl,
    scratchDirectory: join(settings.scratchDirectory, 'functions'),
  });
  const platform: Platform = { storage, blobs, clock, ids, log, settings, functions };
  const dispatch = createDispatch(platform, services, authorize);
  const delivery = createDelivery(platform);
  delivery.start();

  return {
    call: (call) => loggingUnexpected(log, call, () => dispatch(call)),
    credential: (accessKeyId) => lookUpCredential(platform, accessKeyId),
    interrupt: () => storage.signals.fire(STOPPING_SIGNAL),
    async close() {
      await delivery.stop();
      await functions.close();
      await storage.close();
      lock?.release();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What is no AwsError is a fault of ours: logged once, with the request it belongs to, and told without its inside. */
async function loggingUnexpected<T>(log: Log, call: Call, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AwsError) throw error;
    const { service, operation, requestId } = call;
    log.error({ err: error, service, operation, requestId }, 'an operation failed unexpectedly');
    const message = 'We encountered an internal error. Please try again.';
    throw new AwsError('InternalError', message, { status: 500, cause: error });
  }
}
