import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalEngine } from '../src/engine/local-engine.ts';
import type { Caller } from '../src/services/caller.ts';
import type { ServiceName } from '../src/services/context.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';

/** The engine alone, in this process and on disk: services, storage and delivery without HTTP. */
export interface InProcessEngine {
  call<Output>(service: ServiceName, operation: string, input: object): Promise<Output>;
  /** Puts an object of 1 KiB. */
  put(bucket: string, key: string): Promise<unknown>;
  close(): Promise<void>;
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'spillway-bench-'));

const ROOT: Caller = {
  principal: { kind: 'root', account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root` },
  account: ACCOUNT,
  principalId: ACCOUNT,
  accessKeyId: 'test',
  sourceIp: '127.0.0.1',
  userAgent: '',
  sessionPolicies: [],
};

/** In `folder`, which is removed at the end. */
export async function startInProcess(folder = temporaryFolder()): Promise<InProcessEngine> {
  const engine = await startLocalEngine({
    dataDir: folder,
    logLevel: 'error',
    settings: {
      account: ACCOUNT,
      region: REGION,
      rootAccessKeyId: 'test',
      rootSecretAccessKey: 'test',
      accountKeys: true,
      permissiveRoles: true,
      endpointUrl: 'http://127.0.0.1:4566',
      smtpUrl: undefined,
      restoreDelayMs: 0,
      journal: { days: 7, eventsMax: 10_000_000 },
    },
  });
  const bytes = new Uint8Array(randomBytes(1024));
  const checksums = { md5: hash('md5', bytes, 'base64'), crc64nvme: 'AAAAAAAAAAA=' };
  let calls = 0;
  const call = async <Output>(service: ServiceName, operation: string, input: object) =>
    (await engine.call({
      service,
      operation,
      input,
      caller: ROOT,
      region: REGION,
      requestId: String(calls++).padStart(16, '0'),
      hostId: 'x'.repeat(64),
      endpoint: 'http://127.0.0.1:4566',
      trace: undefined,
      protocol: 'bench',
    })) as Output;
  return {
    call,
    put: (Bucket, Key) =>
      call('s3', 'PutObject', { Bucket, Key, Body: { size: bytes.length, bytes, checksums } }),
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Operations a second, when so many run at a time. */
export async function rateOf(
  operations: number,
  concurrency: number,
  run: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < operations) await run(next++);
    }),
  );
  return operations / ((performance.now() - startedAt) / 1000);
}

/** Keys as they come from many places at once: in no order. */
export const scatteredKey = (index: number): string =>
  `uploads/${(index * 2654435761) % 2 ** 32}-${index}.jpg`;
