import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Every process of a function carries this variable: the scratch directory of its environment. */
export const MARK = 'SPILLWAY_EXECUTION_ENVIRONMENT';

/** Scratch directories are named by it, so that nothing else is ever swept away. */
export const SCRATCH_PREFIX = 'environment-';

/**
 * Kills the processes that carry a mark beginning with `markPrefix`: those that left their process group, and
 * those of a server that was killed. Returns how many there were. Finds nothing where there is no /proc.
 */
export async function killMarked(markPrefix: string): Promise<number> {
  const needle = Buffer.from(`\0${MARK}=${markPrefix}`);
  const pids = (await readable(readdir('/proc'), [])).filter((name) => /^\d+$/.test(name));
  const marked = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readable(readFile(`/proc/${pid}/environ`), NOTHING);
      if (!Buffer.concat([Buffer.of(0), environment]).includes(needle)) return 0;
      return kill(Number(pid));
    }),
  );
  return marked.reduce<number>((sum, killed) => sum + killed, 0);
}

/** Ends what an earlier server left behind in `scratchDirectory`: processes, then directories. */
export async function sweepLeftovers(scratchDirectory: string): Promise<number> {
  const killed = await killMarked(join(scratchDirectory, SCRATCH_PREFIX));
  for (const name of await readdir(scratchDirectory)) {
    if (!name.startsWith(SCRATCH_PREFIX)) continue;
    await rm(join(scratchDirectory, name), { recursive: true, force: true });
  }
  return killed;
}

const NOTHING = Buffer.alloc(0);

/** Other users' processes cannot be read, ended ones are gone, and macOS has no /proc. */
async function readable<T>(reading: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(code)) return otherwise;
    throw error;
  }
}

function kill(pid: number): number {
  try {
    process.kill(pid, 'SIGKILL');
    return 1;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 0;
    throw error;
  }
}
