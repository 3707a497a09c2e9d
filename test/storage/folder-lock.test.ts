import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FolderInUse, lockFolder } from '../../src/storage/folder-lock.ts';

const directory = mkdtempSync(join(tmpdir(), 'spillway-lock-'));
after(() => rmSync(directory, { recursive: true, force: true }));

test('a folder that somebody has is in use until it is let go', () => {
  const lock = lockFolder(directory);
  assert.throws(() => lockFolder(directory), FolderInUse);
  lock.release();
  lockFolder(directory).release();
});

test('a lock that cannot be taken for another reason says so', () => {
  writeFileSync(join(directory, 'spillway.lock'), 'x'.repeat(100));
  assert.throws(() => lockFolder(directory), /not a database/);
});
