import type { ChecksumAlgorithm } from '../../aws/checksums/algorithm.ts';
import { createChecksumHasher } from '../../aws/checksums/hasher.ts';
import type { StoredBody } from '../../aws/protocols/shape.ts';
import { INLINE_BYTES_MAX } from '../../storage/blobs.ts';
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
  const { size } = source;
  const md5 = createChecksumHasher('MD5');
  const checksum = createChecksumHasher(algorithm);
  const update = (chunk: Uint8Array) => {
    md5.update(chunk);
    checksum.update(chunk);
  };
  const checksums = () => ({
    md5: md5.digest().toString('base64'),
    [algorithm.toLowerCase()]: checksum.digest().toString('base64'),
  });
  const checksumAlgorithm = algorithm.toLowerCase();

  if (size <= INLINE_BYTES_MAX) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytesOf(platform, source)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    update(bytes);
    return { size, bytes, checksums: checksums(), checksumAlgorithm };
  }
  const writer = await platform.blobs.create();
  try {
    for await (const chunk of bytesOf(platform, source)) {
      update(chunk);
      await writer.write(chunk);
    }
  } catch (error) {
    await writer.abort();
    throw error;
  }
  await writer.finish();
  const segments = [{ blob: writer.id, start: 0, end: size }];
  return { size, segments, checksums: checksums(), checksumAlgorithm };
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
