import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel says of a process. CPU time disturbs less on a shared machine than a clock on the wall. */

/** Linux counts CPU time in ticks of 10 ms. */
const TICK_US = 10_000;
const KIB = 1024;

/** CPU time in microseconds: of the HTTP thread, the engine's, and those of V8 together. */
export interface CpuTimes {
  readonly http: number;
  readonly engine: number;
  readonly other: number;
}

export function cpuTimes(pid: number): CpuTimes {
  const times = { http: 0, engine: 0, other: 0 };
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'latin1');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const us = (Number(user) + Number(system)) * TICK_US;
    if (Number(thread) === pid) times.http += us;
    else if (name === 'WorkerThread') times.engine += us;
    else times.other += us;
  }
  return times;
}

/** `http 48 us, engine 82 us, V8's own 7 us`, for each of so many operations. */
export function cpuPerOperation(before: CpuTimes, after: CpuTimes, operations: number): string {
  const per = (name: keyof CpuTimes) => Math.round((after[name] - before[name]) / operations);
  return `http ${per('http')} us, engine ${per('engine')} us, V8's own ${per('other')} us`;
}

/** In MiB. */
export function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / KIB);
}
