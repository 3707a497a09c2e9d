import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/lib/clock.ts';
import { createIds, seededRandomness } from '../../src/lib/ids.ts';
import { createLog } from '../../src/lib/log.ts';
import { createVirtualClock, type VirtualClock } from '../../src/lib/virtual-clock.ts';
import type { Caller } from '../../src/services/caller.ts';
import type { Platform, ServiceName } from '../../src/services/context.ts';
import type { Service } from '../../src/services/define-service.ts';
import { type Authorize, type Call, createDispatch } from '../../src/services/dispatch.ts';
import { openBlobs } from '../../src/storage/blobs.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { openTestStorage } from './engines.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
export const ENDPOINT = 'http://127.0.0.1:4566';

export interface TestPlatform extends Platform, AsyncDisposable {
  readonly clock: VirtualClock;
  /** Ends the storage and removes its files. */
  close(): Promise<void>;
}

/** A whole server without a gateway: storage in memory, seeded ids, a clock that a test moves. */
export async function createTestPlatform(
  options: { storage?: Storage; settings?: Partial<Platform['settings']> } = {},
): Promise<TestPlatform> {
  const clock = createVirtualClock(systemClock);
  const ids = createIds(clock, seededRandomness(1));
  const directory = await mkdtemp(join(tmpdir(), 'spillway-test-'));
  const storage = options.storage ?? (await (openTestStorage() ?? openSqlite()));
  const close = async () => {
    await storage.close();
    await rm(directory, { recursive: true, force: true });
  };
  return {
    clock,
    ids,
    storage,
    blobs: await openBlobs(join(directory, 'blobs'), ids),
    log: createLog('silent'),
    settings: {
      account: ACCOUNT,
      region: REGION,
      rootAccessKeyId: 'test',
      rootSecretAccessKey: 'test',
      accountKeys: true,
      permissiveRoles: true,
      endpointUrl: ENDPOINT,
      scratchDirectory: join(directory, 'scratch'),
      smtpUrl: undefined,
      restoreDelayMs: 0,
      journal: { days: 7, eventsMax: 1_000_000 },
      ...options.settings,
    },
    functions: undefined as never,
    close,
    [Symbol.asyncDispose]: close,
  };
}

export const rootCaller = (account: string = ACCOUNT): Caller => ({
  principal: { kind: 'root', account, arn: `arn:aws:iam::${account}:root` },
  account,
  principalId: account,
  accessKeyId: account,
  sourceIp: '127.0.0.1',
  userAgent: 'test',
  sessionPolicies: [],
});

const allowAll: Authorize = async () => ({ allowed: true });

/** Calls operations of the services as the gateway would, without the wire. */
export function createCaller(
  platform: Platform,
  services: readonly Service[],
  authorize: Authorize = allowAll,
) {
  const dispatch = createDispatch(platform, services, authorize);
  return <Output = Record<string, unknown>>(
    service: ServiceName,
    operation: string,
    input: object,
    call: Partial<Call> = {},
  ): Promise<Output> =>
    dispatch({
      service,
      operation,
      input,
      caller: rootCaller(),
      region: REGION,
      requestId: platform.ids.uuid(),
      hostId: '',
      endpoint: ENDPOINT,
      trace: undefined,
      protocol: 'awsJson1_0',
      ...call,
    }) as Promise<Output>;
}
