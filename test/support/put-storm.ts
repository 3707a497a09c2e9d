import { hash } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

const WRITERS = 24;
/** Small bodies live in the database, large ones in files. */
const SIZES = [0, 900, 64 * 1024, 64 * 1024 + 1, 300_000];

/**
 * Many writers, each PUTting one new object after the other into the bucket `storm` until the server is gone. What was answered with
 * success is noted in `acknowledged`, as key and digest.
 */
export function putStorm(s3: S3Client, prefix: string, acknowledged: Map<string, string>) {
  const sent = new Map<string, string>();
  let count = 0;
  let goal = Number.POSITIVE_INFINITY;
  const { promise, resolve } = Promise.withResolvers<void>();
  const write = async (writer: number) => {
    for (let i = 0; ; i++) {
      const key = `${prefix}/writer-${writer}/${i}`;
      const body = Buffer.alloc(SIZES[(writer + i) % SIZES.length] ?? 0, key);
      sent.set(key, sha256(body));
      try {
        await s3.send(new PutObjectCommand({ Bucket: 'storm', Key: key, Body: body }));
      } catch (error) {
        // The plug was pulled: no answer. Anything the server did answer with is a failure of the test.
        if ((error as { $response?: unknown }).$response !== undefined) throw error;
        return;
      }
      acknowledged.set(key, sha256(body));
      if (++count >= goal) resolve();
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
  return {
    /** What was asked for, answered or not, as key and digest. */
    sent: sent as ReadonlyMap<string, string>,
    reached: (wanted: number) => {
      goal = wanted;
      return promise;
    },
    over: () => Promise.all(writers),
  };
}

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes);
