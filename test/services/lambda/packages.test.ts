import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createLambdaWorld } from './lambda-world.ts';

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Unpacked packages, by their hashes. */
const unpacked = (dataDir: string) => {
  const code = join(dataDir, 'scratch/code');
  return existsSync(code) ? readdirSync(code) : [];
};

test('a function runs after a restart, also when its unpacked code is gone', async (t) => {
  const dataDir = temporaryFolder(t);
  {
    await using first = await createLambdaWorld({ dataDir });
    await first.node('lasting', 'return "still here"', { Publish: true });
  }
  assert.equal(unpacked(dataDir).length, 1);
  rmSync(join(dataDir, 'scratch'), { recursive: true });
  await using second = await createLambdaWorld({ dataDir });
  assert.equal((await second.run('lasting:1')).payload, 'still here');
  assert.equal(unpacked(dataDir).length, 1);
});

test('code that nobody needs is removed, but not under a function that runs', async (t) => {
  const dataDir = temporaryFolder(t);
  await using world = await createLambdaWorld({ dataDir });
  await world.node('short-lived', 'return "soon gone"');
  await world.node('kept', 'return "kept"');
  assert.equal(unpacked(dataDir).length, 2);
  await world.lambda.deleteFunction({ FunctionName: 'short-lived' });
  await world.spillway.clock.advance('11 minutes');
  assert.equal(unpacked(dataDir).length, 2);
  await world.spillway.clock.advance('30 minutes');
  assert.equal(unpacked(dataDir).length, 1);
  assert.equal((await world.run('kept')).payload, 'kept');
});

test('what was refused leaves no file behind', async (t) => {
  const dataDir = temporaryFolder(t);
  await using world = await createLambdaWorld({ dataDir });
  await world.node('taken', 'return 1');
  const blobs = () =>
    readdirSync(join(dataDir, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ).length;
  assert.equal(blobs(), 1);
  await assert.rejects(world.node('taken', 'return 2'));
  await assert.rejects(world.node('broken', '', { Code: { ZipFile: Buffer.from('no zip') } }));
  assert.equal(blobs(), 1);
});
