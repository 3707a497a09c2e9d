import { readdirSync, readFileSync } from 'node:fs';
import { PROCESSES_MAX } from './limits.ts';

/**
 * Memory in bytes that a process and its descendants hold for themselves: anonymous and shared-memory pages, which
 * the kernel cannot take back as it can file pages. 0 where there is no /proc or the process is gone.
 * Forked copies count in full although they share pages.
 */
export function processTreeMemory(pid: number): number {
  let bytes = 0;
  const pids = [pid];
  for (let i = 0; i < pids.length && i < PROCESSES_MAX; i++) {
    const process = pids[i] as number;
    bytes += ownMemory(process);
    pids.push(...children(process));
  }
  return bytes;
}

function ownMemory(pid: number): number {
  const status = read(() => readFileSync(`/proc/${pid}/status`, 'latin1'), '');
  let kilobytes = 0;
  for (const [, value] of status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)) {
    kilobytes += Number(value);
  }
  return kilobytes * 1024;
}

/** The kernel lists children by the thread that made them. */
function children(pid: number): number[] {
  const threads = read(() => readdirSync(`/proc/${pid}/task`), []);
  return threads.flatMap((thread) => {
    const list = read(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1'), '');
    return list.split(' ').filter(Boolean).map(Number);
  });
}

/** Processes come and go between two reads: what is gone holds nothing. */
function read<T>(attempt: () => T, gone: T): T {
  try {
    return attempt();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return gone;
    throw error;
  }
}
