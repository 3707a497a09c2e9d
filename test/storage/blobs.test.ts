import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openBlobs } from '../../src/storage/blobs.ts';
import { createTestPlatform } from '../support/platform.ts';

const directory = mkdtempSync(join(tmpdir(), 'spillway-blobs-'));
after(() => rmSync(directory, { recursive: true, force: true }));

test('the sweep removes what nothing refers to, and leaves alone what is not its own', async () => {
  const { ids } = await createTestPlatform();
  const blobs = await openBlobs(directory, ids);
  const write = async (text: string) => {
    const writer = await blobs.create();
    await writer.write(Buffer.from(text));
    await writer.finish();
    return writer.id;
  };
  const kept = await write('kept');
  await write('orphan');
  const stray = join(directory, '.DS_Store');
  writeFileSync(stray, 'of a file manager');
  assert.equal(await blobs.sweep(async (id) => id === kept), 1);
  assert.equal(Buffer.from(await blobs.readAll(kept)).toString(), 'kept');
  assert.ok(existsSync(stray));
});
