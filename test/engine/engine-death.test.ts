import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';

const COMMAND = join(import.meta.dirname, '../../bin/spillway');

/** Loaded into every thread of the server; ends the engine's once that has started. */
const SABOTAGE = `
const { isMainThread, parentPort } = require('node:worker_threads');
if (!isMainThread) {
  const { postMessage } = parentPort;
  parentPort.postMessage = (message) => {
    postMessage.call(parentPort, message);
    if (message.started) setImmediate(() => { throw new Error('the disk caught fire'); });
  };
}`;

it('a server whose engine dies ends with a message and a status of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-death-'));
  try {
    const sabotage = join(folder, 'sabotage.cjs');
    writeFileSync(sabotage, SABOTAGE);
    const args = ['serve', '--port', '0', '--data-dir', join(folder, 'data')];
    const server = spawn(COMMAND, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: `--require ${sabotage}` },
    });
    let written = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
    const [code] = await once(server, 'close');
    assert.equal(code, 70, written);
    assert.match(written, /spillway: .*the disk caught fire/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
