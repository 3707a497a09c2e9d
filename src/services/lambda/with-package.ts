import { createHash } from 'node:crypto';
import type { StoredBody } from '../../aws/protocols/shape.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  deleteUnusedPackage,
  insertPackage,
  type PackageRow,
  packageBytes,
} from '../../storage/tables/packages.ts';
import type { Platform } from '../context.ts';
import { codeStorageExceeded, invalidParameter } from './errors.ts';
import { unpackPackage } from './package-directory.ts';
import { CODE_STORAGE_BYTES_MAX, UNZIPPED_BYTES_MAX } from './package-limits.ts';
import { ZipError, ZipTooLargeError } from './unpack-zip.ts';

/**
 * Stores a deployment package, unpacks it and then runs `work`, which must call `keepPackage` in
 * the transaction that refers to it. When `work` fails nothing of the package remains. Throws
 * InvalidParameterValueException for what is no zip file, or is too large.
 */
export async function withPackage<T>(
  platform: Platform,
  body: StoredBody,
  work: (code: PackageRow) => Promise<T>,
): Promise<T> {
  const { blob, sha256 } = await writeBlob(platform, body);
  try {
    const { size } = body;
    const unzippedSize = await unpack(platform, { blob, sha256, size });
    return await work({ sha256, size, unzipped_size: unzippedSize, blob });
  } catch (error) {
    await platform.blobs.remove(blob);
    throw error;
  }
}

/** Makes the package one that is kept; when the same is kept already, the new copy goes. */
export async function keepPackage(
  tx: Transaction,
  platform: Platform,
  code: PackageRow,
): Promise<void> {
  const isNew = await insertPackage(tx, code);
  if (!isNew) removeBlob(tx, platform, code.blob);
  else if ((await packageBytes(tx)) > CODE_STORAGE_BYTES_MAX) throw codeStorageExceeded();
}

/** Lets go of packages whose users were just removed: those that nobody else uses are deleted. */
export async function releasePackages(
  tx: Transaction,
  platform: Platform,
  packages: readonly string[],
): Promise<void> {
  for (const sha256 of new Set(packages)) {
    const unused = await deleteUnusedPackage(tx, sha256);
    if (unused) removeBlob(tx, platform, unused.blob);
  }
}

async function writeBlob(
  { blobs }: Platform,
  body: StoredBody,
): Promise<{ blob: string; sha256: string }> {
  const digest = createHash('sha256');
  const writer = await blobs.create();
  try {
    for await (const chunk of chunksOf(blobs, body)) {
      digest.update(chunk);
      await writer.write(chunk);
    }
    await writer.finish();
  } catch (error) {
    await writer.abort();
    throw error;
  }
  return { blob: writer.id, sha256: digest.digest('hex') };
}

async function* chunksOf(blobs: Platform['blobs'], body: StoredBody): AsyncGenerator<Uint8Array> {
  if (body.bytes) yield body.bytes;
  for (const segment of body.segments ?? []) {
    if (segment.bytes) yield segment.bytes;
    else yield* blobs.read(segment.blob, segment) as AsyncIterable<Uint8Array>;
  }
}

async function unpack(
  platform: Platform,
  code: Pick<PackageRow, 'blob' | 'sha256' | 'size'>,
): Promise<number> {
  try {
    return await unpackPackage(platform, code);
  } catch (error) {
    if (error instanceof ZipTooLargeError)
      throw invalidParameter(
        `Unzipped size must be smaller than ${UNZIPPED_BYTES_MAX} bytes`,
        error,
      );
    if (error instanceof ZipError)
      throw invalidParameter(
        'Could not unzip uploaded file. Please check your file, then try to upload again.',
        error,
      );
    throw error;
  }
}

/** How long a file outlives its row: who was told of it may still be reading. */
const BLOB_GRACE_MS = 60_000;

function removeBlob(tx: Transaction, { clock, blobs, log }: Platform, blob: string): void {
  tx.afterCommit(() => {
    clock.at(clock.now() + BLOB_GRACE_MS, () => {
      blobs
        .remove(blob)
        .catch((error) => log.warn({ err: error, blob }, 'could not remove a package'));
    });
  });
}
