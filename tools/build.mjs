// `npm run build`: src/ and cli/ as JavaScript in dist/, or in the folder that is given, with the files beside the sources that are read
// at run time. Runs under any Node from 20 on, also as npm's "prepare" of an install without development dependencies, where there is no
// compiler and nothing to do.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(ROOT, 'node_modules/.bin/tsc');
const target = process.argv[2] ?? join(ROOT, 'dist');
/** Built here and then put in place, so that a build that fails leaves the one before. */
const fresh = `${target}.new`;

if (existsSync(compiler)) build();
else process.stderr.write('spillway: no TypeScript here; running from the sources\n');

function build() {
  rmSync(fresh, { recursive: true, force: true });
  const args = ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', fresh];
  const { status, error } = spawnSync(compiler, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true }))
    if (/\.(sql|mjs|py)$/.test(file)) cpSync(join(ROOT, 'src', file), join(fresh, 'src', file));
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}
