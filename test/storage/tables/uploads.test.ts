import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage } from '../../../src/storage/storage.ts';
import { insertBody, isBlobReferenced } from '../../../src/storage/tables/bodies.ts';
import type { ListPosition } from '../../../src/storage/tables/object-listings.ts';
import {
  countParts,
  deletePart,
  deleteParts,
  deleteUploadRow,
  getPart,
  getUpload,
  insertPart,
  insertUpload,
  listPartRows,
  listUploads,
  nextUpload,
  type PartRow,
  partsInRange,
  type UploadRow,
  updatePartStarts,
} from '../../../src/storage/tables/uploads.ts';
import { engines } from '../../support/engines.ts';

const upload = (key: string, sequence: number): UploadRow => ({
  bucket: 'b',
  key,
  sequence,
  id: `id${sequence}`,
  initiated_at: 1_700_000_000_000,
  owner: '123456789012',
  initiator: 'arn:aws:iam::123456789012:root',
  storage_class: 'STANDARD',
  checksum_algorithm: 'CRC32',
  checksum_type: 'COMPOSITE',
  object_existed: 0,
  headers: null,
  tags: '[]',
  acl: null,
  object_lock: null,
});

const part = (
  upload: number,
  number: number,
  size: number,
  blob: string | null = null,
): Omit<PartRow, 'start'> => ({
  upload,
  number,
  size,
  etag: `e${number}`,
  modified_at: 1_700_000_000_000,
  checksum: null,
  blob,
  body: upload * 100 + number,
});

const GIB = 1024 ** 3;

for (const engine of engines)
  describe(`uploads on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());

    test('uploads are found, listed by key and age, and ended', async () => {
      await storage.transaction(async (tx) => {
        for (const row of [upload('b', 3), upload('a', 2), upload('b', 1), upload('c', 4)])
          await insertUpload(tx, row);
      });
      const found = await storage.read((reader) => getUpload(reader, 'b', 'b', 3));
      assert.deepEqual({ ...found }, upload('b', 3));
      const list = async (position: ListPosition, end?: string, limit = 10) =>
        (await storage.read((reader) => listUploads(reader, 'b', position, end, limit))).map(
          ({ sequence }) => sequence,
        );
      assert.deepEqual(await list({ key: '', inclusive: true }), [2, 1, 3, 4]);
      assert.deepEqual(await list({ key: 'b', inclusive: true }, 'c'), [1, 3]);
      assert.deepEqual(await list({ key: 'b', inclusive: false, sequence: 1 }), [3, 4]);
      assert.deepEqual(await list({ key: 'b', inclusive: false, sequence: 1 }, undefined, 1), [3]);
      assert.deepEqual(await list({ key: 'b', inclusive: false }), [4]);
      for (const row of [upload('b', 3), upload('a', 2), upload('b', 1)])
        await storage.transaction((tx) => deleteUploadRow(tx, row));
      assert.equal((await storage.read((reader) => nextUpload(reader, 'b')))?.sequence, 4);
      assert.equal(await storage.read((reader) => nextUpload(reader, 'other')), undefined);
    });

    test('parts know where they begin, once that is settled', async () => {
      await storage.transaction(async (tx) => {
        for (const row of [part(7, 9, 10), part(7, 1, 5 * GIB, 'f1'), part(7, 5, 5 * GIB, 'f5')])
          await insertPart(tx, row);
        await insertPart(tx, part(8, 1, 1));
        await insertBody(tx, 709, new Uint8Array(10).fill(9));
        await updatePartStarts(tx, 7);
      });
      const rows = await storage.read((reader) => listPartRows(reader, 7, 0, 10));
      assert.deepEqual(
        rows.map(({ number, start }) => [number, start]),
        [
          [1, 0],
          [5, 5 * GIB],
          [9, 10 * GIB],
        ],
      );
      const other = await storage.read((reader) => getPart(reader, 8, 1));
      assert.equal(other?.start, null);
      const within = async (first: number, end: number) =>
        (await storage.read((reader) => partsInRange(reader, 7, first, end))).map(
          ({ number, bytes }) => (bytes ? [number, bytes.length] : number),
        );
      assert.deepEqual(await within(0, 1), [1]);
      assert.deepEqual(await within(5 * GIB - 1, 5 * GIB + 1), [1, 5]);
      assert.deepEqual(await within(5 * GIB, 5 * GIB + 1), [5]);
      assert.deepEqual(await within(10 * GIB + 9, 10 * GIB + 10), [[9, 10]]);
    });

    test('parts are counted, replaced and deleted with what they hold', async () => {
      await storage.transaction(async (tx) => {
        for (const row of [part(9, 1, 3), part(9, 2, 3, 'f2'), part(9, 3, 3, 'f3')])
          await insertPart(tx, row);
        await insertBody(tx, 901, new Uint8Array(3));
      });
      assert.equal(await storage.read((reader) => countParts(reader, 9)), 3);
      assert.equal(await storage.read((reader) => isBlobReferenced(reader, 'f2')), true);
      const bodies = async () =>
        (await storage.read((reader) => reader.all('SELECT id FROM bodies WHERE id > 900'))).length;
      await storage.transaction((tx) => deletePart(tx, { ...part(9, 2, 3, 'f2'), start: null }));
      assert.deepEqual(
        [await bodies(), await storage.read((reader) => countParts(reader, 9))],
        [1, 2],
      );
      assert.deepEqual(await storage.transaction((tx) => deleteParts(tx, 9)), ['f3']);
      assert.deepEqual(
        [await bodies(), await storage.read((reader) => countParts(reader, 9))],
        [0, 0],
      );
      assert.equal(await storage.read((reader) => isBlobReferenced(reader, 'f3')), false);
    });
  });
