// `npm test`: installs what is missing, then runs the checks and every test. Runs under any Node from 20 on; the tests
// themselves run under the Node that the project installs.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { install, ROOT, runOrExit } from './install.mjs';

const { node, python } = install({ python: true });
const wanted = process.argv.slice(2);
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: `${ROOT}/node_modules/.cache/compile`,
  PATH: `${python}/bin:${ROOT}/node_modules/.bin:${process.env.PATH}`,
};

if (wanted.length === 0) {
  runOrExit('biome', ['check', '.'], env);
  runOrExit('tsc', ['--noEmit'], env);
  runOrExit('tsc', ['--noEmit', '--project', 'tsconfig.browser.json'], env);
}
const files = wanted.length > 0 ? wanted : testFiles();
const { status } = spawnSync(
  node,
  ['--test', '--test-concurrency=2', `--test-reporter=${ROOT}/tools/test-reporter.mjs`, ...files],
  { cwd: ROOT, env, stdio: 'inherit' },
);
process.exit(status ?? 1);

function testFiles() {
  const roots = ['test', 'packages', 'examples'];
  return roots.flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`, { recursive: true })
      .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
      .map((file) => `${folder}/${file}`),
  );
}
