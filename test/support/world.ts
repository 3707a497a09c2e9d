import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { RekognitionClient } from '@aws-sdk/client-rekognition';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { startLocalEngine } from '../../src/engine/local-engine.ts';
import { startGateway } from '../../src/gateway/start-gateway.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createIds } from '../../src/lib/ids.ts';
import { createLog } from '../../src/lib/log.ts';
import { createVirtualClock, type VirtualClock } from '../../src/lib/virtual-clock.ts';
import type { Settings } from '../../src/services/context.ts';
import { openBlobs } from '../../src/storage/blobs.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { openTestStorage } from './engines.ts';

export interface World extends AsyncDisposable {
  readonly url: string;
  readonly clock: VirtualClock;
  readonly dataDir: string;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly events: EventBridgeClient;
  readonly lambda: LambdaClient;
  readonly iam: IAMClient;
  readonly sts: STSClient;
  readonly rekognition: RekognitionClient;
  /** The options of any further client: another region, other credentials. */
  readonly client: ClientOptions;
  /** Environment of a child process whose AWS client is to talk to this world. */
  readonly environment: Record<string, string>;
  close(): Promise<void>;
}

interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
}

export interface WorldOptions {
  readonly settings?: Partial<Settings>;
  /** Another engine than SQLite (`engines.ts`). */
  readonly storage?: () => Promise<Storage>;
}

/**
 * A whole server in this process, on a data folder of its own, with the official clients: tests go in through the front door. Its time can be moved by hand.
 */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-world-'));
  const clock = createVirtualClock(systemClock);
  const ids = createIds(systemClock);
  const log = createLog((process.env.TEST_LOG as 'debug' | undefined) ?? 'silent');
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    region: 'us-east-1',
    log,
    ids,
    clock: systemClock,
    blobs: await openBlobs(join(dataDir, 'blobs'), ids),
    engine: (endpointUrl) =>
      startLocalEngine(
        {
          dataDir,
          logLevel: 'silent',
          settings: {
            account: '123456789012',
            region: 'us-east-1',
            rootAccessKeyId: 'test',
            rootSecretAccessKey: 'test',
            accountKeys: true,
            permissiveRoles: true,
            smtpUrl: undefined,
            restoreDelayMs: 1000,
            journal: { days: 7, eventsMax: 1_000_000 },
            ...options.settings,
            endpointUrl,
          },
        },
        { clock, log, storage: options.storage ?? openTestStorage },
      ),
  });
  const client: ClientOptions = {
    endpoint: gateway.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const clients = {
    s3: new S3Client({ ...client, forcePathStyle: true }),
    sqs: new SQSClient(client),
    sns: new SNSClient(client),
    events: new EventBridgeClient(client),
    lambda: new LambdaClient(client),
    iam: new IAMClient(client),
    sts: new STSClient(client),
    rekognition: new RekognitionClient(client),
  };
  const close = async () => {
    for (const each of Object.values(clients)) each.destroy();
    await gateway.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    ...clients,
    url: gateway.url,
    clock,
    dataDir,
    client,
    environment: {
      AWS_ENDPOINT_URL: gateway.url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Asks again and again, without a pause in virtual time, until `condition` gives something; fails after `limitMs` of real time. */
export async function eventually<T>(
  condition: () => Promise<T | undefined | false>,
  limitMs = 10_000,
): Promise<T> {
  const until = performance.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > until)
      throw new Error(`still not so after ${limitMs} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
