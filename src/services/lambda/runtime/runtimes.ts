import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AwsError } from '../../../aws/error.ts';
import type { FunctionSpec } from './function-spec.ts';
import { NODE_OLD_SPACE_SHARE } from './limits.ts';
import { EntrypointError, type Machine } from './machine.ts';

/** Where the two bootstraps lie: beside this file, in the source tree as in a build. */
export const RUNTIME_DIRECTORY = fileURLToPath(new URL('.', import.meta.url));

export type RuntimeFamily = 'nodejs' | 'python' | 'provided';

/** Throws InvalidRuntimeException for a runtime that does not run here. */
export function runtimeFamily(runtime: string): RuntimeFamily {
  const family = /^(nodejs|python|provided)(?=[\d.]|$)/.exec(runtime)?.[1];
  if (family) return family as RuntimeFamily;
  throw new AwsError('InvalidRuntimeException', `The runtime ${runtime} is not supported.`, {
    status: 502,
  });
}

/** The command that runs a function's code. Throws EntrypointError. */
export async function launchCommand(spec: FunctionSpec, machine: Machine): Promise<string[]> {
  const family = runtimeFamily(spec.runtime);
  const command = await COMMANDS[family](spec, machine);
  const wrapper = family === 'provided' ? undefined : spec.environment.AWS_LAMBDA_EXEC_WRAPPER;
  return [
    ...(await machine.deathWithServer()),
    ...(wrapper ? [await onThisMachine(spec, wrapper)] : []),
    ...command,
  ];
}

/**
 * Where a file lies that the function names by its place on AWS: in its code or, later ones first, in its layers.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html#runtime-wrapper
 */
async function onThisMachine({ codeDirectory, layerDirectories }: FunctionSpec, path: string) {
  const [, root, rest = ''] = /^(\/var\/task|\/opt)\/(.+)$/.exec(path) ?? [];
  const directories = root === '/opt' ? layerDirectories.toReversed() : [codeDirectory];
  for (const directory of root ? directories : [])
    if (await isAccessible(join(directory, rest), constants.F_OK)) return join(directory, rest);
  return path;
}

const COMMANDS = { nodejs: nodeCommand, python: pythonCommand, provided: bootstrapOf };

/** The bootstrap takes the places to look for packages as arguments and hides them from the function. */
function nodeCommand(spec: FunctionSpec, machine: Machine): string[] {
  machine.noteVersion(spec.runtime, `nodejs${process.versions.node.split('.')[0]}`);
  const major = /\d+/.exec(spec.runtime)?.[0] ?? '';
  const layers = spec.layerDirectories.toReversed();
  const oldSpaceMb = Math.floor(spec.memoryMb * NODE_OLD_SPACE_SHARE);
  return [
    machine.nodePath,
    `--max-old-space-size=${oldSpaceMb}`,
    join(RUNTIME_DIRECTORY, 'bootstrap-node.mjs'),
    machine.sdkDirectory ?? '',
    ...layers.flatMap((layer) => [join(layer, 'nodejs', `node${major}`), join(layer, 'nodejs')]),
  ];
}

async function pythonCommand(spec: FunctionSpec, machine: Machine): Promise<string[]> {
  const { executable, version } = await machine.python();
  machine.noteVersion(spec.runtime, `python${version}`);
  return [executable, join(RUNTIME_DIRECTORY, 'bootstrap.py')];
}

/**
 * The executable `bootstrap` of a custom runtime, in the package or else in a layer.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
 */
async function bootstrapOf(spec: FunctionSpec): Promise<string[]> {
  const directories = [spec.codeDirectory, ...spec.layerDirectories.toReversed()];
  const candidates = directories.map((directory) => join(directory, 'bootstrap'));
  for (const candidate of candidates) {
    if (!(await isAccessible(candidate, constants.F_OK))) continue;
    if (await isAccessible(candidate, constants.X_OK)) return [candidate];
    throw new EntrypointError(
      `fork/exec ${candidate}: permission denied (make it executable before zipping it)`,
    );
  }
  throw new EntrypointError(`Couldn't find valid bootstrap(s): [${candidates.join(' ')}]`);
}

async function isAccessible(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(code)) return false;
    throw error;
  }
}
