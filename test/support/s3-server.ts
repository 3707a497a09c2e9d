import { S3 } from '@aws-sdk/client-s3';
import type { S3Change } from '../../src/events/s3/index.ts';
import { s3 as service } from '../../src/services/s3/index.ts';
import type { EventRow } from '../../src/storage/tables/events.ts';
import { ACCOUNT, REGION } from './platform.ts';
import { startTestServer, type TestServer } from './server.ts';

export const BUCKET = 'photos';

export interface S3Server extends TestServer {
  /** An unmodified SDK client of the account that owns the bucket. */
  readonly s3: S3;
  client(options?: { account?: string; region?: string }): S3;
  /** What happened to the bucket's objects, in order. */
  events(): Promise<S3Change[]>;
}

/** S3 behind the real gateway, with one bucket that keeps every event. */
export async function startS3Server(): Promise<S3Server> {
  const server = await startTestServer([service]);
  const clients: S3[] = [];
  const client = ({ account = ACCOUNT, region = REGION } = {}) => {
    const made = new S3({
      endpoint: server.url,
      region,
      credentials: { accessKeyId: account, secretAccessKey: 'test' },
      forcePathStyle: true,
      maxAttempts: 1,
    });
    clients.push(made);
    return made;
  };
  const s3 = client();
  await s3.createBucket({ Bucket: BUCKET });
  await s3.putBucketNotificationConfiguration({
    Bucket: BUCKET,
    NotificationConfiguration: { EventBridgeConfiguration: {} },
  });
  const close = async () => {
    for (const made of clients) made.destroy();
    await server.close();
  };
  return {
    ...server,
    s3,
    client,
    async events() {
      const rows = await server.platform.storage.read((reader) =>
        reader.all<EventRow>('SELECT * FROM events ORDER BY id'),
      );
      return rows.map((row) => JSON.parse(row.payload));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** For `assert.rejects`: an SDK error with this code and HTTP status; where given, with these members. */
export const refused =
  (code: string, status: number, members: Record<string, unknown> = {}) =>
  (error: unknown): boolean => {
    const { name, $metadata, ...rest } = error as {
      name: string;
      $metadata?: { httpStatusCode?: number };
    };
    const shown = Object.fromEntries(
      Object.keys(members).map((member) => [member, (rest as Record<string, unknown>)[member]]),
    );
    const actual = { code: name, status: $metadata?.httpStatusCode, ...shown };
    const expected = { code, status, ...members };
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      throw new Error(
        `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}: ${(error as Error).message}`,
      );
    return true;
  };
