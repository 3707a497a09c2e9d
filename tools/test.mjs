// `npm test`: installs what is missing, then runs the checks, every test, and the tests of the services once more on
// PostgreSQL's dialect. `npm test FILE ...` runs some tests only. Runs under any Node from 20 on; the tests themselves
// run under the Node that the project installs.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { install, ROOT, runOrExit } from './install.mjs';

const ROOTS = ['test', 'packages', 'examples'];
const ON_POSTGRES = ['s3', 'sqs', 'sns', 'eventbridge', 'iam', 'sts'].map(
  (name) => `test/services/${name}`,
);

const { node, python } = install({ python: true });
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: `${ROOT}/node_modules/.cache/compile`,
  PATH: `${python}/bin:${ROOT}/node_modules/.bin:${process.env.PATH}`,
};

const wanted = process.argv.slice(2);
if (wanted.length > 0) process.exit(runTests(wanted, env));

runOrExit('biome', ['check', '.'], env);
runOrExit('tsc', ['--noEmit'], env);
runOrExit('tsc', ['--noEmit', '--project', 'tsconfig.browser.json'], env);
const failures = [
  runTests(ROOTS.flatMap(testFiles), env),
  runTests(ON_POSTGRES.flatMap(testFiles), { ...env, TEST_STORAGE: 'postgres' }),
];
process.exit(failures.some((status) => status !== 0) ? 1 : 0);

function runTests(files, environment) {
  const reporter = `--test-reporter=${ROOT}/tools/test-reporter.mjs`;
  const { status } = spawnSync(node, ['--test', '--test-concurrency=2', reporter, ...files], {
    cwd: ROOT,
    env: environment,
    stdio: 'inherit',
  });
  return status ?? 1;
}

function testFiles(folder) {
  return readdirSync(`${ROOT}/${folder}`, { recursive: true })
    .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`);
}
