import { spawn } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import type { ProcessExit } from './error-payload.ts';
import { OPEN_FILES_MAX } from './limits.ts';

export interface FunctionProcess {
  readonly pid: number;
  /** Resolves when the process has ended, its output read and the rest of its group killed. Rejects when it could not start. */
  readonly exited: Promise<ProcessExit>;
  /** Kills the process and all that it started in its group. */
  kill(): void;
}

export interface ProcessOptions {
  readonly command: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly fileMbMax: number;
  /** Everything written to standard output and standard error, in the order of writing. */
  readonly onOutput: (chunk: Uint8Array) => void;
}

/**
 * Starts a process in a group and session of its own, so that a signal reaches all that it starts.
 *
 * File descriptor 3 is its lifeline: a pipe on which nothing is ever sent and which closes when this server ends,
 * however it ends. The bootstraps exit when it does; standard input stays what it is on AWS, empty.
 */
export function startFunctionProcess(options: ProcessOptions): FunctionProcess {
  const limits = [String(OPEN_FILES_MAX), String(options.fileMbMax * BLOCKS_PER_MB)];
  const child = spawn('/bin/sh', ['-c', LAUNCH, 'sh', ...limits, ...options.command], {
    cwd: options.directory,
    env: options.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const output = child.stdout as Readable;
  const lifeline = child.stdio[3] as Duplex;
  output.on('data', options.onOutput);
  // The far end is gone when the process is: that is told by its exit.
  lifeline.on('error', () => lifeline.destroy());

  const kill = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      killGroup(child.pid);
    }
  };
  const exited = new Promise<ProcessExit>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      killGroup(child.pid as number);
      setImmediate(() => {
        output.destroy();
        lifeline.destroy();
        resolve({ status: status ?? undefined, signal: signal ?? undefined });
      });
    });
  });
  return { pid: child.pid ?? 0, exited, kill };
}

/**
 * Joins the two outputs, so that their lines keep their order, sets the limits, and becomes the command. A limit
 * that cannot be set is one that is already lower. `ulimit -f` counts in blocks of 512 bytes.
 */
const LAUNCH = `ulimit -c 0; ulimit -n "$1"; ulimit -f "$2"; shift 2; exec "$@" 2>&1`;

const BLOCKS_PER_MB = 2048;

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // Nobody left in the group; macOS says so with EPERM while the last one is still a zombie.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
