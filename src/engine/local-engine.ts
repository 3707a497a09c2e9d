import { join } from 'node:path';
import { AwsError } from '../aws/error.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { type Clock, sleep, systemClock } from '../lib/clock.ts';
import { createIds, type Ids } from '../lib/ids.ts';
import { createLog, type Log, type LogFormat, type LogLevel } from '../lib/log.ts';
import { createVirtualClock, type VirtualClock } from '../lib/virtual-clock.ts';
import { authorize } from '../services/authorize.ts';
import type { Platform, Settings } from '../services/context.ts';
import { type Call, createDispatch } from '../services/dispatch.ts';
import { createFaults } from '../services/faults.ts';
import { lookUpCredential } from '../services/identity.ts';
import { services } from '../services/index.ts';
import { createFunctionRuntime } from '../services/lambda/runtime/function-runtime.ts';
import { STOPPING_SIGNAL } from '../services/sqs/wait-for-messages.ts';
import { openBlobs } from '../storage/blobs.ts';
import { lockFolder } from '../storage/folder-lock.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { largestSequence, sweepBlobs } from '../storage/startup.ts';
import type { Storage } from '../storage/storage.ts';
import type { Engine } from './engine.ts';
import { createTestKit } from './test-kit.ts';

/** What can cross to another thread: plain data only. */
export interface EngineOptions {
  /** Where everything is kept. */
  readonly dataDir: string;
  /** The database is kept in memory; only large bodies are in the folder. */
  readonly inMemory?: boolean;
  readonly settings: Omit<Settings, 'scratchDirectory'>;
  readonly logLevel: LogLevel;
  readonly logFormat?: LogFormat;
  /** With a clock that can be moved and deliveries that can be disturbed. */
  readonly testKit?: boolean;
  /** Makes the faults of the test kit repeat. */
  readonly seed?: number;
}

/** What only the caller's own thread can choose. */
export interface EngineParts {
  readonly clock?: VirtualClock;
  readonly ids?: (clock: Clock) => Ids;
  readonly log?: Log;
  /** Another engine than SQLite: PGlite in tests. */
  readonly storage?: () => Promise<Storage> | undefined;
}

/** How long functions that run, and deliveries under way, may go on when the server stops. What has not ended then is still owed. */
const FUNCTIONS_DRAIN_MS = 5000;
const FUNCTIONS_LOOK_MS = 20;
const DELIVERIES_DRAIN_MS = 5000;

/** Composes storage, services and delivery, and starts delivering what was still owed. */
export async function startLocalEngine(
  options: EngineOptions,
  parts: EngineParts = {},
): Promise<Engine> {
  const { dataDir } = options;
  const lock = lockFolder(dataDir);
  const virtual = parts.clock ?? (options.testKit ? createVirtualClock() : undefined);
  const clock: Clock = virtual ?? systemClock;
  const ids = (parts.ids ?? createIds)(clock);
  const log = parts.log ?? createLog(options.logLevel, options.logFormat);
  const storage = await (parts.storage?.() ??
    openSqlite({
      directory: options.inMemory ? undefined : dataDir,
      onCheckpointFailure: (err) => log.warn({ err }, 'the log could not be copied back'),
    }));
  ids.advancePast(await largestSequence(storage));
  const blobs = await openBlobs(join(dataDir, 'blobs'), ids);
  const swept = await sweepBlobs(storage, blobs);
  if (swept > 0) log.info({ files: swept }, 'removed bodies of uploads that a crash interrupted');

  const settings: Settings = { ...options.settings, scratchDirectory: join(dataDir, 'scratch') };
  const functions = createFunctionRuntime({
    clock,
    ids,
    log,
    endpointUrl: settings.endpointUrl,
    scratchDirectory: join(settings.scratchDirectory, 'functions'),
  });
  const faults = createFaults(options.seed ?? Math.floor(ids.random() * SEED_MAX));
  const testKit = virtual && createTestKit({ clock: virtual, faults, storage, functions });
  const platform: Platform = { storage, blobs, clock, ids, log, settings, functions, testKit };
  const dispatch = createDispatch(platform, services, authorize);
  const delivery = createDelivery(platform);
  delivery.start();

  let stopped: Promise<void> | undefined;
  let resting: Promise<void> | undefined;
  const rest = async () => {
    faults.end();
    stopped = delivery.stop();
    const until = systemClock.now() + FUNCTIONS_DRAIN_MS;
    while (functions.stats().busy > 0 && systemClock.now() < until)
      await sleep(systemClock, FUNCTIONS_LOOK_MS);
    await functions.close();
  };

  return {
    call: (call) => loggingUnexpected(log, call, () => dispatch(call)),
    credential: (accessKeyId) => lookUpCredential(platform, accessKeyId),
    testKit,
    interrupt: () => storage.signals.fire(STOPPING_SIGNAL),
    async rest() {
      resting ??= rest();
      await resting;
    },
    async close() {
      resting ??= rest();
      await resting;
      await Promise.race([stopped, sleep(systemClock, DELIVERIES_DRAIN_MS)]);
      await storage.close();
      lock.release();
    },
  };
}

const SEED_MAX = 2 ** 31;

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
