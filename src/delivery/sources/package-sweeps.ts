import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runLoop } from '../../services/background-loop.ts';
import type { Platform } from '../../services/context.ts';
import { codeDirectory } from '../../services/lambda/package-directory.ts';
import { getPackage } from '../../storage/tables/packages.ts';

/** How often to look for folders that nobody needs. */
const INTERVAL_MS = 10 * 60_000;
/**
 * Longer than any invocation takes: one that began with code that was deleted since still has it to
 * its end.
 */
const GRACE_MS = 20 * 60_000;

type SweepPlatform = Pick<Platform, 'storage' | 'clock' | 'log' | 'settings'>;

/**
 * Removes the unpacked code of packages that were deleted, and what a crash left half unpacked. All
 * of it can be made again, so removing too much would only cost time.
 */
export function runPackageSweeps(platform: SweepPlatform, stop: AbortSignal): Promise<void> {
  const sweep = createPackageSweep(platform);
  const loop = {
    name: 'sweeping unpacked packages',
    wokenBy: 'unpacked packages',
    intervalMs: INTERVAL_MS,
    async round() {
      await sweep();
      return undefined;
    },
  };
  return runLoop(platform, loop, stop);
}

/**
 * Each call removes the folders that were without a package for the time of grace; answers how
 * many.
 */
export function createPackageSweep({ storage, clock, settings }: Omit<SweepPlatform, 'log'>) {
  const directory = codeDirectory({ settings });
  /** Since when a folder is known to have no package. */
  const unneededSince = new Map<string, number>();
  return async (): Promise<number> => {
    let removed = 0;
    const names = new Set(await namesIn(directory));
    for (const name of unneededSince.keys()) if (!names.has(name)) unneededSince.delete(name);
    for (const name of names) {
      if (await storage.read((reader) => getPackage(reader, name))) {
        unneededSince.delete(name);
        continue;
      }
      const since = unneededSince.get(name) ?? clock.now();
      unneededSince.set(name, since);
      if (clock.now() - since < GRACE_MS) continue;
      await rm(join(directory, name), { recursive: true, force: true });
      removed++;
    }
    return removed;
  };
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
