import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startProcess } from '../support/process.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/testing.md'), 'utf8');
const COMPILER = join(ROOT, 'node_modules/.bin/tsc');
const STEP_MS_MAX = 60_000;
/** What the page promises of the test whose retries take three minutes elsewhere. */
const DEAD_LETTER_MS_MAX = 2000;
/** A machine that is busy may need more than one try to show it. */
const RUNS_MAX = 3;

const blocks = (info: RegExp) =>
  [...PAGE.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)]
    .map(([, words = '', text = '']) => ({ name: info.exec(words)?.[1] ?? '', text }))
    .filter(({ name }) => name !== '');
const files = blocks(/^ts file=(\S+)$/);
const scripts = blocks(/^bash (run)$/);

/** A project of somebody else, in which the built package is installed. */
describe('docs/testing.md', () => {
  const project = mkdtempSync(join(tmpdir(), 'spillway-project-'));
  before(async () => {
    await installPackage(project);
    for (const { name, text } of files) writeFileSync(join(project, name), text);
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  it('has its examples', () => {
    assert.ok(files.length >= 4);
    assert.equal(scripts.length, 1);
  });

  it('passes the compiler, against the declarations of the package', async () => {
    const compilerOptions = {
      target: 'es2024',
      lib: ['es2024', 'esnext.disposable'],
      module: 'nodenext',
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: ['node'],
    };
    const configuration = { compilerOptions, files: files.map(({ name }) => name) };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(configuration));
    await run(COMPILER, ['-p', project]).catch(({ stdout }) => assert.fail(stdout));
  });

  for (const { name } of files)
    it(`${name} passes`, async () => {
      await runTestFile(project, name);
    });

  it('a dead letter takes less than two seconds', async () => {
    let ms = Number.POSITIVE_INFINITY;
    for (let runs = 0; runs < RUNS_MAX && ms > DEAD_LETTER_MS_MAX; runs++)
      ms = Math.min(ms, await runTestFile(project, 'dead-letter.test.ts'));
    assert.ok(ms < DEAD_LETTER_MS_MAX, `${ms} ms`);
  });

  for (const { text } of scripts)
    it('the calls over HTTP do as they say', async () => {
      const dataDir = join(project, 'data');
      const server = await startProcess({ dataDir, args: ['--in-memory', '--test-kit'] });
      try {
        const script = `set -euo pipefail\n${text.replaceAll('http://127.0.0.1:4566', server.url)}`;
        const { stdout } = await run('bash', ['-c', script], { timeout: STEP_MS_MAX });
        const answers = stdout.replaceAll('}{', '}\n{').split('\n');
        const [moved, settled, added, listed, cleared] = answers.map((each) => JSON.parse(each));
        assert.ok(moved.now > Date.now() + 110_000);
        assert.equal(settled.settled, true);
        assert.equal(added.faults.length, 1);
        assert.deepEqual(listed, added);
        assert.deepEqual(cleared, { faults: [] });
      } finally {
        assert.equal(await server.end('SIGTERM'), 0);
      }
    });
});

/** Builds the package and puts it into a project, as `npm install` would; the packages that it needs are those of this repository. */
async function installPackage(project: string): Promise<void> {
  const modules = join(project, 'node_modules');
  const folder = join(modules, 'spillway');
  mkdirSync(folder, { recursive: true });
  await run(process.execPath, [join(ROOT, 'tools/build.mjs'), join(folder, 'dist')]);
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), '@aws-sdk', '@smithy', '@types']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }));
}

/** Answers how long its test took, in milliseconds, without the start of Node. */
async function runTestFile(project: string, name: string): Promise<number> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap', name], {
    cwd: project,
    timeout: STEP_MS_MAX,
    env,
  }).catch(({ stdout: said }) => assert.fail(said));
  return Number(/duration_ms: ([\d.]+)/.exec(stdout)?.[1]);
}
