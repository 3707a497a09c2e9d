import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../../../lib/log.ts';
import { findPython, type PythonInstallation } from './python.ts';

/** What this machine has to run functions with. Looked up when first needed, then remembered. */
export interface Machine {
  /** The node that runs this server. */
  readonly nodePath: string;
  /** A directory whose `node_modules` holds the AWS SDK, which AWS's Node.js runtimes bring along. */
  readonly sdkDirectory: string | undefined;
  /** Throws EntrypointError when there is none. */
  python(): Promise<PythonInstallation>;
  /** Put before a command it makes the kernel kill the process when this server dies. Empty where that cannot be had. */
  deathWithServer(): Promise<readonly string[]>;
  /** Says once for each runtime that another version runs than the one asked for. */
  noteVersion(runtime: string, version: string): void;
}

/** The function cannot be started at all: what is missing, for its owner. */
export class EntrypointError extends Error {}

export interface MachineOptions {
  readonly nodePath?: string | undefined;
  readonly pythonPath?: string | undefined;
  readonly sdkDirectory?: string | undefined;
  readonly log: Log;
}

export function createMachine(options: MachineOptions): Machine {
  const { log, nodePath = process.execPath, pythonPath = 'python3' } = options;
  const sdkDirectory = options.sdkDirectory ?? installedSdk();
  const noted = new Set<string>();
  let python: Promise<PythonInstallation> | undefined;
  let prefix: Promise<readonly string[]> | undefined;
  return {
    nodePath,
    sdkDirectory,
    python() {
      python ??= findPython(pythonPath).catch((error) => {
        // Asked again by the next invocation: Python may be installed meanwhile.
        python = undefined;
        throw new EntrypointError(
          `${pythonPath} does not run on this machine: install Python 3, or name its path (${error.message})`,
        );
      });
      return python;
    },
    deathWithServer() {
      prefix ??= findDeathWithServer(log);
      return prefix;
    },
    noteVersion(runtime, version) {
      if (noted.has(runtime)) return;
      noted.add(runtime);
      if (!runtime.includes(version)) {
        log.warn({ runtime, version }, 'A runtime is served by another version of its language');
      }
    },
  };
}

/**
 * Linux can bind a process's life to its parent's; util-linux's setpriv asks for it. By its full path, for the
 * function may have a PATH of its own.
 */
async function findDeathWithServer(log: Log): Promise<readonly string[]> {
  try {
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', TRY_SETPRIV]);
    return [stdout.trim(), '--pdeathsig', 'KILL'];
  } catch (error) {
    log.debug(
      { error },
      'No setpriv: after a crash of the server, functions end by their lifeline',
    );
    return [];
  }
}

const TRY_SETPRIV = 'setpriv --pdeathsig KILL true && command -v setpriv';

/** The directory whose `node_modules`, nearest to this file, holds the AWS SDK. */
function installedSdk(): string | undefined {
  const places = createRequire(import.meta.url).resolve.paths('@aws-sdk/client-s3') ?? [];
  const place = places.find((path) => existsSync(join(path, '@aws-sdk', 'client-s3')));
  return place && dirname(place);
}
