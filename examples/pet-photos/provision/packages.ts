import { createRequire } from 'node:module';
import { join } from 'node:path';

const FUNCTIONS = join(import.meta.dirname, '../functions');

/** What is zipped: from the path in the zip to the one on disk. */
export type Contents = Readonly<Record<string, string>>;

export const NODE_CODE: Contents = {
  'index.mjs': join(FUNCTIONS, 'generate-thumbnail/index.mjs'),
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
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (needed.startsWith('@img/') || needed in dependencies) add(needed, join(path, 'index.js'));
    }
  };
  add('sharp', import.meta.filename);
  return contents;
}

/** The folder of an installed package, or undefined when it is not: most optional ones are for other machines. */
function folderOf(name: string, from: string): string | undefined {
  const folders = createRequire(from).resolve.paths(name) ?? [];
  const { existsSync } = process.getBuiltinModule('node:fs');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
