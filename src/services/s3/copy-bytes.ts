import type { ChecksumAlgorithm } from '../../aws/checksums/algorithm.ts';
import { createChecksumHasher } from '../../aws/checksums/hasher.ts';
import type { StoredBody } from '../../aws/protocols/shape.ts';
import { storeBody } from '../../storage/store-body.ts';
import type { Platform } from '../context.ts';
import { blobOf } from './write-version.ts';

/**
 * Copies bytes, hashing them on the way: into memory where they are few, else into a file of their
 * own, which is durable when this answers. The answer is what the gateway makes of a request's
 * body. A copy that no row will refer to is the caller's to discard.
 */
export async function copyBytes(
  platform: Platform,
  source: StoredBody,
  algorithm: ChecksumAlgorithm,
): Promise<StoredBody> {
  const md5 = createChecksumHasher('MD5');
  const checksum = createChecksumHasher(algorithm);
  const hashing = async function* () {
    for await (const chunk of bytesOf(platform, source)) {
      md5.update(chunk);
      checksum.update(chunk);
      yield chunk;
    }
  };
  const stored = await storeBody(platform.blobs, hashing());
  const name = algorithm.toLowerCase();
  return {
    ...stored,
    checksums: {
      md5: md5.digest().toString('base64'),
      [name]: checksum.digest().toString('base64'),
    },
    checksumAlgorithm: name,
  };
}

/** Removes a copy again when the work that wanted it failed, and passes the failure on. */
export async function discardingOnFailure<T>(
  platform: Platform,
  copy: StoredBody,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const blob = blobOf(copy);
    if (blob !== undefined) await platform.blobs.remove(blob);
    throw error;
  }
}

async function* bytesOf({ blobs }: Platform, body: StoredBody): AsyncGenerator<Uint8Array> {
  if (body.bytes) yield body.bytes;
  for (const segment of body.segments ?? []) {
    if (segment.bytes) yield segment.bytes;
    else yield* blobs.read(segment.blob, segment);
  }
}
