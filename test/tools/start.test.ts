import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

const START = join(import.meta.dirname, '../../tools/start.mjs');
const RUN_MS_MAX = 60_000;

const start = (...args: string[]) =>
  spawnSync(process.execPath, [START, ...args], { encoding: 'utf8', timeout: RUN_MS_MAX });

describe('npm start', () => {
  it('explains its options', () => {
    const { status, stdout } = start('--help');
    assert.equal(status, 0);
    assert.match(stdout, /--gallery-port NUMBER/);
  });

  for (const [flag, value] of [
    ['workers', '0'],
    ['workers', 'many'],
    ['gallery-port', '70000'],
  ] as const) {
    it(`refuses --${flag} ${value}, and starts nothing`, () => {
      const { status, stdout, stderr } = start(`--${flag}`, value);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, new RegExp(`--${flag} is "${value}": give a whole number`));
    });
  }

  it('leaves other options to the server, and ends when it refuses them', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'spillway-start-'));
    const { status, stderr } = start('--port', '0', '--data-dir', dataDir, '--colour', 'red');
    rmSync(dataDir, { recursive: true, force: true });
    assert.equal(status, 1);
    assert.match(stderr, /Unknown option '--colour'/);
  });

  it('says once why the server cannot start, and ends', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'spillway-start-')), 'file');
    writeFileSync(file, '');
    const { status, stderr } = start('--port', '0', '--data-dir', join(file, 'data'));
    rmSync(dirname(file), { recursive: true, force: true });
    assert.equal(status, 1);
    assert.equal(stderr.match(/^spillway: /gm)?.length, 1, stderr);
    assert.match(stderr, /The server could not start\.\n$/);
  });
});
