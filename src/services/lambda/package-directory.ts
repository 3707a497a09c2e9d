import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageRow } from '../../storage/tables/packages.ts';
import type { Platform } from '../context.ts';
import { ENTRIES_MAX, UNZIPPED_BYTES_MAX } from './package-limits.ts';
import { unpackZip } from './unpack-zip.ts';

/** Where unpacked packages lie. They can be made again from their zip files at any time. */
export const codeDirectory = ({ settings }: Pick<Platform, 'settings'>) =>
  join(settings.scratchDirectory, 'code');

const PARTIAL = '.part';

/** Being unpacked right now, by the folder they will have. */
const underWay = new Map<string, Promise<string>>();

/**
 * The folder with the files of a package; it is unpacked first when it is not there. What is there
 * is complete: it gets its name last.
 */
export async function packageDirectory(
  platform: Pick<Platform, 'settings' | 'blobs' | 'ids'>,
  { sha256, blob, size }: Pick<PackageRow, 'sha256' | 'blob' | 'size'>,
): Promise<string> {
  const directory = join(codeDirectory(platform), sha256);
  if (await exists(directory)) return directory;
  let unpacking = underWay.get(directory);
  if (!unpacking) {
    unpacking = unpackPackage(platform, { sha256, blob, size })
      .then(() => directory)
      .finally(() => underWay.delete(directory));
    underWay.set(directory, unpacking);
  }
  return unpacking;
}

/**
 * Unpacks a package; answers the bytes of its files. Throws as `unpackZip` does, and then leaves
 * nothing.
 */
export async function unpackPackage(
  platform: Pick<Platform, 'settings' | 'blobs' | 'ids'>,
  { sha256, blob, size }: Pick<PackageRow, 'sha256' | 'blob' | 'size'>,
): Promise<number> {
  const directory = join(codeDirectory(platform), sha256);
  const partial = `${directory}.${platform.ids.uuid()}${PARTIAL}`;
  await mkdir(partial, { recursive: true });
  try {
    const source = { size, read: (range: ByteRange) => platform.blobs.read(blob, range) };
    const limits = { unzippedBytesMax: UNZIPPED_BYTES_MAX, entriesMax: ENTRIES_MAX };
    const bytes = await unpackZip(source, partial, limits);
    await renameUnlessThere(partial, directory);
    return bytes;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The same package may have been unpacked by somebody else meanwhile: that one is as good. */
async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
