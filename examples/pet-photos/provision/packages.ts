import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const EXAMPLE = join(import.meta.dirname, '..');
const PYTHON = join(EXAMPLE, 'functions/python');

/** What is zipped: from the path in the zip to the one on disk. */
export type Contents = Readonly<Record<string, string>>;

export const NODE_CODE: Contents = {
  'index.mjs': join(EXAMPLE, 'functions/generate-thumbnail/index.mjs'),
};

export const PYTHON_CODE: Contents = {
  'photo.py': join(PYTHON, 'photo.py'),
  'generate_thumbnail.py': join(PYTHON, 'generate_thumbnail.py'),
  'identify_breed.py': join(PYTHON, 'identify_breed.py'),
};

/** sharp with everything it needs on this machine, where a function of Node.js finds it. */
export function sharpLayer(): Contents {
  const contents: Record<string, string> = {};
  const add = (name: string, from: string) => {
    const path = folderOf(name, from);
    const inLayer = `nodejs/node_modules/${name}`;
    if (path === undefined || inLayer in contents) return;
    contents[inLayer] = path;
    const { dependencies = {}, optionalDependencies = {} } = createRequire(import.meta.url)(
      join(path, 'package.json'),
    );
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
      add(needed, join(path, 'index.js'));
  };
  add('sharp', import.meta.filename);
  return contents;
}

/**
 * The folder of an installed package, or undefined when it is not: most optional ones are for other
 * machines.
 */
function folderOf(name: string, from: string): string | undefined {
  const folders = createRequire(from).resolve.paths(name) ?? [];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const python = (args: string[]) =>
  execFileSync('python3', args, { stdio: ['ignore', 'inherit', 'inherit'] });

/** boto3 and Pillow, installed by pip for this machine's Python when the list has changed since. */
export function pythonLayer(): Contents {
  const list = join(PYTHON, 'requirements.txt');
  const built = join(EXAMPLE, 'dist/python-layer');
  const mark = `${built}.txt`;
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== readFileSync(list, 'utf8')) {
    rmSync(built, { recursive: true, force: true });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile'];
    python([...pip, '--target', built, '--requirement', list]);
    // Compiled beforehand, and trusted whatever the time of a file: else every start compiles boto3
    // for seconds.
    python(['-m', 'compileall', '-q', '--invalidation-mode', 'unchecked-hash', built]);
    writeFileSync(mark, readFileSync(list));
  }
  return { python: built };
}
