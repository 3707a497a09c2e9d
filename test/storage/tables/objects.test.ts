import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Reader, Storage } from '../../../src/storage/storage.ts';
import { deleteBody, insertBody, isBlobReferenced } from '../../../src/storage/tables/bodies.ts';
import {
  type ListPosition,
  listLiveObjects,
  listVersions,
} from '../../../src/storage/tables/object-listings.ts';
import {
  deleteObjectRow,
  dueRestores,
  earliestRestoreDue,
  getLiveObject,
  getNewestNotLive,
  getNullVersion,
  getObjectVersion,
  hasObjects,
  insertObject,
  type ObjectRow,
  updateLive,
  updateObjectColumn,
  updateRestore,
} from '../../../src/storage/tables/objects.ts';
import { engines } from '../../support/engines.ts';

let buckets = 0;
/** One for each test. */
let bucket = '';

const row = (key: string, sequence: number, more: Partial<ObjectRow> = {}): ObjectRow => ({
  bucket,
  live: 1,
  key,
  sequence,
  version: `v${sequence}`,
  delete_marker: 0,
  modified_at: 1_700_000_000_000,
  size: 5,
  etag: 'e',
  storage_class: 'STANDARD',
  owner: '123456789012',
  checksum: null,
  restore_due: null,
  restore_expiry: null,
  blob: null,
  upload: null,
  headers: null,
  tags: null,
  acl: null,
  object_lock: null,
  ...more,
});

/** Larger than 32 bits, as sequences are. */
const BIG = 3_700_000_000_000_000;
const FROM_START: ListPosition = { key: '', inclusive: true };

for (const engine of engines)
  describe(`objects on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());
    beforeEach(() => {
      bucket = `b${++buckets}`;
    });
    const insert = (...rows: ObjectRow[]) =>
      storage.transaction(async (tx) => {
        for (const each of rows) await insertObject(tx, each);
      });
    const read = <T>(work: (reader: Reader) => Promise<T>) => storage.read(work);

    test('a row comes back as it went', async () => {
      const full = row('k', BIG, {
        size: 2 ** 40,
        checksum: '{}',
        restore_due: BIG + 1,
        restore_expiry: BIG + 2,
        blob: 'f',
        upload: BIG + 3,
        headers: '{"ContentType":"a"}',
        tags: '[]',
        acl: '[]',
      });
      await insert(full);
      assert.deepEqual({ ...(await read((reader) => getLiveObject(reader, bucket, 'k'))) }, full);
    });

    test('a key has a live object, a null version and older versions', async () => {
      await insert(
        row('k', BIG, { live: 0, version: 'null' }),
        row('k', BIG + 1, { live: 0 }),
        row('k', BIG + 2),
        row('other', BIG + 3, { version: 'null' }),
      );
      const sequenceOf = async (find: (reader: Reader) => Promise<ObjectRow | undefined>) =>
        (await read(find))?.sequence;
      assert.equal(await sequenceOf((reader) => getLiveObject(reader, bucket, 'k')), BIG + 2);
      assert.equal(await sequenceOf((reader) => getNullVersion(reader, bucket, 'k')), BIG);
      assert.equal(await sequenceOf((reader) => getNullVersion(reader, bucket, 'other')), BIG + 3);
      assert.equal(await sequenceOf((reader) => getNewestNotLive(reader, bucket, 'k')), BIG + 1);
      assert.equal(
        await sequenceOf((reader) => getObjectVersion(reader, bucket, 'k', BIG + 1)),
        BIG + 1,
      );
      assert.equal(
        await sequenceOf((reader) => getObjectVersion(reader, bucket, 'k', BIG + 9)),
        undefined,
      );
      assert.equal(await sequenceOf((reader) => getLiveObject(reader, 'none', 'k')), undefined);
    });

    test('a body comes with its version and goes by itself', async () => {
      await insert(row('k', BIG));
      const bytes = async () =>
        (await read((reader) => getObjectVersion(reader, bucket, 'k', BIG)))?.bytes;
      assert.equal(await bytes(), null);
      await storage.transaction((tx) => insertBody(tx, BIG, new Uint8Array([0, 255, 7])));
      assert.deepEqual([...((await bytes()) ?? [])], [0, 255, 7]);
      await storage.transaction((tx) => deleteBody(tx, BIG));
      assert.equal(await bytes(), null);
    });

    test('a version is demoted, changed and deleted by its place', async () => {
      const at = row('k', BIG);
      await insert(at, row('k', BIG + 1, { live: 0 }));
      await storage.transaction(async (tx) => {
        await updateObjectColumn(tx, at, 'tags', '[1]');
        await updateLive(tx, at, 0);
      });
      assert.equal(await read((reader) => getLiveObject(reader, bucket, 'k')), undefined);
      const version = await read((reader) => getObjectVersion(reader, bucket, 'k', BIG));
      assert.deepEqual([version?.tags, version?.live], ['[1]', 0]);
      await storage.transaction((tx) => deleteObjectRow(tx, { ...at, live: 0 }));
      assert.equal(await read((reader) => getObjectVersion(reader, bucket, 'k', BIG)), undefined);
      assert.equal(await read((reader) => hasObjects(reader, bucket)), true);
      await storage.transaction((tx) => deleteObjectRow(tx, { ...at, live: 0, sequence: BIG + 1 }));
      assert.equal(await read((reader) => hasObjects(reader, bucket)), false);
    });

    test('live objects are listed by the bytes of their keys', async () => {
      const keys = ['A', 'a', 'a/b', 'b', 'é', '\u{ffff}', '😀'];
      await insert(
        ...keys.toReversed().map((key, n) => row(key, BIG + n)),
        row('a', BIG - 1, { live: 0 }),
        row('hidden', BIG, { live: 0, delete_marker: 1 }),
        row('a', BIG, { bucket: 'another' }),
      );
      const list = async (position: ListPosition, end?: string, limit = 100) =>
        (await read((reader) => listLiveObjects(reader, bucket, position, end, limit))).map(
          ({ key }) => key,
        );
      assert.deepEqual(await list(FROM_START), keys);
      assert.deepEqual(await list({ key: 'a', inclusive: true }, 'b'), ['a', 'a/b']);
      assert.deepEqual(await list({ key: 'a', inclusive: false }, undefined, 2), ['a/b', 'b']);
    });

    test('versions are listed by key, the newest first, on from any of them', async () => {
      await insert(
        row('a', 1, { live: 0 }),
        row('a', 2, { live: 0, delete_marker: 1 }),
        row('a', 3),
        row('b', 4, { live: 0 }),
        row('b', 5, { live: 0, delete_marker: 1 }),
        row('c', 6),
      );
      const list = async (position: ListPosition, end?: string, limit = 100) =>
        (await read((reader) => listVersions(reader, bucket, position, end, limit))).map(
          ({ sequence }) => sequence,
        );
      assert.deepEqual(await list(FROM_START), [3, 2, 1, 5, 4, 6]);
      assert.deepEqual(await list(FROM_START, undefined, 4), [3, 2, 1, 5]);
      assert.deepEqual(await list({ key: 'a', inclusive: false, sequence: 3 }), [2, 1, 5, 4, 6]);
      assert.deepEqual(
        await list({ key: 'a', inclusive: false, sequence: 3 }, undefined, 2),
        [2, 1],
      );
      assert.deepEqual(await list({ key: 'a', inclusive: false, sequence: 2 }, 'b'), [1]);
      assert.deepEqual(await list({ key: 'a', inclusive: false }), [5, 4, 6]);
      assert.deepEqual(await list({ key: 'b', inclusive: true }, 'c'), [5, 4]);
    });

    test('restores come in the order in which they are due', async () => {
      await insert(
        row('late', 1, { restore_due: 300, restore_expiry: 900 }),
        row('soon', 2, { restore_due: 100, restore_expiry: 900 }),
        row('never', 3),
      );
      assert.equal(await read(earliestRestoreDue), 100);
      const due = async (now: number) =>
        (await read((reader) => dueRestores(reader, now, 10))).map(({ key }) => key);
      assert.deepEqual(
        [await due(99), await due(100), await due(300)],
        [[], ['soon'], ['soon', 'late']],
      );
      await storage.transaction(async (tx) => {
        await updateRestore(tx, row('soon', 2), null, null);
        await updateRestore(tx, row('late', 1), 900, 900);
      });
      assert.equal(await read(earliestRestoreDue), 900);
    });

    test('a file is referred to by an object until that is gone', async () => {
      const at = row('k', 1, { blob: 'file' });
      await insert(at);
      assert.equal(await read((reader) => isBlobReferenced(reader, 'file')), true);
      assert.equal(await read((reader) => isBlobReferenced(reader, 'other')), false);
      await storage.transaction((tx) => deleteObjectRow(tx, at));
      assert.equal(await read((reader) => isBlobReferenced(reader, 'file')), false);
    });
  });
