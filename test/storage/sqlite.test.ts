import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { createCheckpoints } from '../../src/storage/sqlite/checkpoints.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Reader, Storage } from '../../src/storage/storage.ts';
import { getBucket, insertBucket, updateBucketColumn } from '../../src/storage/tables/buckets.ts';

function folder(test: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'spillway-sqlite-'));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const tagsOf = async (reader: Reader) => (await getBucket(reader, 'photos'))?.tags;

async function withBucket(directory: string | undefined): Promise<Storage> {
  const storage = await openSqlite({ directory });
  await storage.transaction((tx) =>
    insertBucket(tx, {
      name: 'photos',
      account: '1',
      region: 'r',
      created_at: 0,
      versioning: '' as const,
      object_ownership: '',
      tags: 'first',
      acl: null,
      public_access_block: null,
      object_lock: null,
    }),
  );
  return storage;
}

describe('rows that SQLite keeps', () => {
  for (const place of ['on disk', 'in memory']) {
    it(`are those of the latest commit, ${place}`, async (test) => {
      const storage = await withBucket(place === 'on disk' ? folder(test) : undefined);
      assert.equal(await storage.read(tagsOf), 'first');
      const within = await storage.transaction(async (tx) => {
        const before = await tagsOf(tx);
        await updateBucketColumn(tx, 'photos', 'tags', 'second');
        return [before, await tagsOf(tx)];
      });
      assert.deepEqual(within, ['first', 'second']);
      assert.equal(await storage.read(tagsOf), 'second');
      await storage.close();
    });

    it(`are not those of a transaction that failed, ${place}`, async (test) => {
      const storage = await withBucket(place === 'on disk' ? folder(test) : undefined);
      const failing = storage.transaction(async (tx) => {
        await updateBucketColumn(tx, 'photos', 'tags', 'never');
        assert.equal(await tagsOf(tx), 'never');
        throw new Error('on purpose');
      });
      // In the same group as the one that fails.
      const beside = storage.transaction(tagsOf);
      await assert.rejects(failing, /on purpose/);
      assert.equal(await beside, 'first');
      assert.equal(await storage.read(tagsOf), 'first');
      await storage.close();
    });
  }

  it('cannot be changed by who reads them', async () => {
    const storage = await withBucket(undefined);
    const row = await storage.read((reader) => getBucket(reader, 'photos'));
    assert.throws(() => Object.assign(row ?? {}, { tags: 'mine' }), TypeError);
    await storage.close();
  });
});

const PAGE_BYTES = 4096;

describe('the log', () => {
  it('begins anew while writing goes on, and loses nothing', async (test) => {
    const directory = folder(test);
    const pages = 400;
    const storage = await openSqlite({ directory, checkpointPages: pages });
    const rounds = 300;
    const text = 'x'.repeat(40_000);
    for (let round = 0; round < rounds; round++)
      await Promise.all(
        [0, 1].map((each) =>
          storage.transaction((tx) =>
            tx.run('INSERT INTO settings (name, value) VALUES (?, ?)', `${round}-${each}`, text),
          ),
        ),
      );
    const logBytes = statSync(join(directory, 'spillway.db-wal')).size;
    // All rounds together write some 6,000 pages. What some commits write comes on top of the limit.
    assert.ok(logBytes < (2 * pages + 300) * PAGE_BYTES, `the log has ${logBytes} bytes`);
    await storage.close();

    const again = await openSqlite({ directory });
    const count = await again.read((reader) =>
      reader.get<{ count: number }>('SELECT COUNT(*) AS count FROM settings WHERE value = ?', text),
    );
    assert.equal(count?.count, 2 * rounds);
    await again.close();
  });

  it('that cannot be copied back is told of, not waited for', async (test) => {
    const directory = folder(test);
    const database = new DatabaseSync(join(directory, 'a.db'));
    database.exec('PRAGMA journal_mode = WAL; CREATE TABLE rows (value TEXT)');
    const failed = Promise.withResolvers<unknown>();
    const checkpoints = createCheckpoints(database, join(directory, 'missing', 'a.db'), {
      pages: 400,
      onFailure: failed.resolve,
    });
    // More than the writer copies in passing, and less than the limit.
    database.prepare('INSERT INTO rows VALUES (?)').run('x'.repeat(600 * PAGE_BYTES));
    for (let commit = 0; commit < 8; commit++) assert.equal(checkpoints.afterCommit(), undefined);
    assert.match(String(await failed.promise), /unable to open/);
    await checkpoints.close();
    database.close();
  });

  it('that cannot be looked at fails no commit', (test) => {
    const directory = folder(test);
    const database = new DatabaseSync(join(directory, 'a.db'));
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    const checkpoints = createCheckpoints(database, join(directory, 'a.db'), {
      pages: 1,
      onFailure,
    });
    database.close();
    for (let commit = 0; commit < 8; commit++) assert.equal(checkpoints.afterCommit(), undefined);
    assert.equal(failures.length, 1);
  });
});
