import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { startProcess } from '../support/process.ts';

const COMMAND = join(import.meta.dirname, '../../bin/spillway');
const LIMIT_MS = 20_000;

const folder = mkdtempSync(join(tmpdir(), 'spillway-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const dataDir = join(folder, 'data');
const file = join(folder, 'file');
writeFileSync(file, '');

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

const spillway = (...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const done = (failure: { code?: unknown } | null, out: string, error: string) =>
      resolve({ code: failure ? Number(failure.code ?? -1) : 0, out, error });
    execFile(COMMAND, args, { timeout: LIMIT_MS }, done);
  });

describe('spillway', () => {
  for (const args of [[], ['--help'], ['-h'], ['help']])
    it(`tells its commands when given ${JSON.stringify(args)}`, async () => {
      const { code, out } = await spillway(...args);
      assert.equal(code, 0);
      assert.match(out, /^Usage: spillway COMMAND.*\n {2}serve /s);
    });

  it('ends quietly when nobody reads what it says', async () => {
    const child = spawn(COMMAND, ['--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    assert.deepEqual([code, error], [0, '']);
  });

  it('tells its version', async () => {
    assert.match((await spillway('--version')).out, /^spillway \d+\.\d+\.\d+\n$/);
  });

  it('refuses a command that it does not have, and tells those it has', async () => {
    const { code, out, error } = await spillway('sevre');
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(error, /^spillway: there is no command "sevre"\n\nUsage:/);
  });
});

describe('spillway serve', () => {
  for (const flag of ['--help', '-h'])
    it(`${flag} tells every option, its default and its variable`, async () => {
      const { code, out } = await spillway('serve', flag);
      assert.equal(code, 0);
      assert.match(out, /--data-dir FOLDER\n.*\(\.spillway\)\n +SPILLWAY_DATA_DIR\n/);
    });

  const mistakes: readonly [args: string[], error: RegExp][] = [
    [['--prot', '1'], /^spillway: Unknown option '--prot'\n {2}see `spillway serve --help`\n$/],
    [['--port'], /argument missing\n {2}see/],
    [['now'], /Unexpected argument 'now'\n {2}see/],
    [['--port', '4.5'], /--port is "4\.5"\n {2}give a whole number from 0 to 65535\n$/],
    [['--port', '65536'], /--port is "65536"\n/],
    [['--account', '12'], /--account is "12"\n {2}give twelve digits\n$/],
    [['--region', 'here'], /--region is "here"\n {2}give a region/],
    [['--smtp-url', 'mail'], /--smtp-url is "mail"\n {2}give smtp:/],
    [['--public-url', 'here'], /--public-url is "here"\n {2}give http:\/\/host:port, without/],
    [['--permissive-roles', 'yes'], /--permissive-roles is "yes"\n {2}give one of true, false\n$/],
    [['--host', '0.0.0.0'], /refusing to listen on 0\.0\.0\.0 .* test\/test\n {2}set SPILLWAY_/],
    [
      ['--host', '192.0.2.1', '--secret-access-key', 'own'],
      /192\.0\.2\.1 is no address of this machine\n {2}give a --host/,
    ],
    [['--data-dir', file], /data folder .*file cannot be used: .*\n {2}give a --data-dir/],
    [['--data-dir', join(file, 'below')], /data folder .*below cannot be used: .*\n {2}give/],
  ];
  for (const [args, expected] of mistakes)
    it(`explains ${args.join(' ').replace(folder, '')}, and ends with 2`, async () => {
      const { code, error } = await spillway(
        'serve',
        '--port',
        '0',
        '--data-dir',
        dataDir,
        ...args,
      );
      assert.match(error, expected);
      assert.equal(code, 2);
    });

  it('explains a port that is in use, and ends with 2', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, error } = await spillway(
      ...['serve', '--port', String(port), '--data-dir', dataDir],
    );
    other.close();
    assert.match(error, /^spillway: port \d+ is in use on 127\.0\.0\.1\n {2}stop what listens/);
    assert.equal(code, 2);
  });

  it('explains a folder that holds something else, and ends with 1', async () => {
    const other = mkdtempSync(join(folder, 'other-'));
    writeFileSync(join(other, 'spillway.db'), 'hello');
    const { code, error } = await spillway('serve', '--port', '0', '--data-dir', other);
    assert.match(error, /cannot start with what is in .*other-.*: file is not a database\n {2}see/);
    assert.equal(code, 1);
  });

  it('leaves a folder alone that another server has, and takes it when that one was killed', async () => {
    const first = await startProcess({ dataDir });
    const { code, error } = await spillway('serve', '--port', '0', '--data-dir', dataDir);
    assert.equal(code, 1);
    assert.match(error, /^spillway: the data folder .* is in use by another Spillway\n {2}stop/);
    await first.end('SIGKILL');
    const second = await startProcess({ dataDir });
    assert.equal(await second.end('SIGTERM'), 0);
  });
});
