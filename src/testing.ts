import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalEngine } from './engine/local-engine.ts';
import { startGateway } from './gateway/start-gateway.ts';
import { systemClock } from './lib/clock.ts';
import { type Duration, parseDuration } from './lib/duration.ts';
import { createIds } from './lib/ids.ts';
import { createLog, type LogLevel } from './lib/log.ts';
import { createVirtualClock } from './lib/virtual-clock.ts';
import type { Settings } from './services/context.ts';
import type { FaultRule } from './services/faults.ts';
import { openBlobs } from './storage/blobs.ts';
import type { Storage } from './storage/storage.ts';

export type { Duration } from './lib/duration.ts';
export { zipOf } from './lib/zip.ts';
export type { FaultKind, FaultRule } from './services/faults.ts';

/**
 * Spillway for tests: `import { startSpillway } from 'spillway/testing'`, for any test runner. A whole server in this very process, in memory
 * unless told otherwise, on a port of its own: several can run at once. Its time stands under the test's command.
 *
 *     const spillway = await startSpillway();
 *     const s3 = spillway.client(S3Client);
 *     await s3.send(new PutObjectCommand({ Bucket: 'photos', Key: 'rex.jpg', Body: 'woof' }));
 *     await spillway.settled();                     // every function has run, every message has arrived
 *     await spillway.clock.advance('2 minutes');    // visibility, delays, retries, schedules, retention
 *     await spillway.close();
 */
export interface Spillway extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What every AWS client needs to reach this server: `new S3Client(spillway.clientOptions)`. */
  readonly clientOptions: ClientOptions;
  /** The same for a child process, as environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: {
    /** Milliseconds. */
    now(): number;
    /**
     * Moves the whole platform's time; what falls due on the way happens, in order, before this answers. Rejects after `limit` of real time,
     * 30 seconds when left out.
     */
    advance(by: Duration, limit?: Duration): Promise<void>;
  };
  readonly faults: {
    /** Disturbs deliveries: see FaultRule. Repeats exactly for the same `seed`. */
    add(rule: FaultRule): void;
    /** The rules that may still strike, with `times` as often as that. */
    list(): readonly FaultRule[];
    clear(): void;
  };
  /** A client of the given class, made ready and destroyed with the server. */
  client<Client extends { destroy(): void }>(type: new (options: ClientOptions) => Client): Client;
  /**
   * Answers when everything that was caused so far is delivered, done or in a dead-letter queue. Waiting times (retries, delays, visibility of
   * messages that a function consumes) are skipped by moving the clock. Rejects after `limit` of real time, 30 seconds when left out, and
   * earlier when something waits in vain; the error names what is left.
   */
  settled(limit?: Duration): Promise<void>;
  /** Ends the server and removes what it kept, but for a `dataDir` of the test's own. */
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Buckets in the path: no name server knows `bucket.127.0.0.1`. Ignored by clients of other services. */
  readonly forcePathStyle: true;
}

export interface SpillwayOptions {
  /** Keeps everything in this folder, durably; in memory when left out. */
  readonly dataDir?: string;
  /** Makes faults repeat. */
  readonly seed?: number;
  readonly region?: string;
  readonly account?: string;
  /** Functions run although their role was never created; true when left out. */
  readonly permissiveRoles?: boolean;
  readonly smtpUrl?: string;
  readonly logLevel?: LogLevel;
  /** Anything else that the operations read. */
  readonly settings?: Partial<Settings>;
  /** Another database. */
  readonly storage?: () => Promise<Storage>;
}

export async function startSpillway(options: SpillwayOptions = {}): Promise<Spillway> {
  const folder = options.dataDir ?? mkdtempSync(join(tmpdir(), 'spillway-test-'));
  const { region = 'us-east-1', account = '123456789012', logLevel = 'silent', storage } = options;
  const clock = createVirtualClock(systemClock);
  const log = createLog(logLevel);
  const ids = createIds(systemClock);
  const engineOptions = {
    dataDir: folder,
    inMemory: options.dataDir === undefined,
    logLevel,
    testKit: true,
    ...(options.seed !== undefined && { seed: options.seed }),
  };
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    region,
    log,
    ids,
    clock: systemClock,
    blobs: await openBlobs(join(folder, 'blobs'), ids),
    engine: (endpointUrl) =>
      startLocalEngine(
        {
          ...engineOptions,
          settings: {
            account,
            region,
            rootAccessKeyId: 'test',
            rootSecretAccessKey: 'test',
            accountKeys: true,
            permissiveRoles: options.permissiveRoles ?? true,
            smtpUrl: options.smtpUrl,
            restoreDelayMs: 1000,
            journal: { days: 7, eventsMax: 1_000_000 },
            ...options.settings,
            endpointUrl,
          },
        },
        { clock, log, ...(storage && { storage }) },
      ),
  });
  const clientOptions: ClientOptions = {
    endpoint: gateway.url,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
  };
  const clients: { destroy(): void }[] = [];
  const kit = gateway.engine.testKit;
  if (!kit) throw new Error('the engine came without its test kit');
  const close = async () => {
    for (const client of clients) client.destroy();
    await gateway.close();
    if (options.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: gateway.url,
    clientOptions,
    environment: {
      AWS_ENDPOINT_URL: gateway.url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_DEFAULT_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    clock: {
      now: () => clock.now(),
      async advance(by, limit) {
        await kit.advance(milliseconds(by), optionalMilliseconds(limit));
      },
    },
    faults: kit.faults,
    client(type) {
      const client = new type(clientOptions);
      clients.push(client);
      return client;
    },
    settled: (limit) => kit.settled(optionalMilliseconds(limit)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const optionalMilliseconds = (duration: Duration | undefined) =>
  duration === undefined ? undefined : milliseconds(duration);

function milliseconds(duration: Duration): number {
  const ms = parseDuration(duration);
  if (ms !== undefined) return ms;
  throw new TypeError(
    `${JSON.stringify(duration)} is no duration; write 1500, '90 s' or '2 minutes'`,
  );
}
