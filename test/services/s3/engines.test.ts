import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Segment, StoredBody } from '../../../src/aws/protocols/shape.ts';
import { completeDueRestores } from '../../../src/services/s3/due-restores.ts';
import { s3 } from '../../../src/services/s3/index.ts';
import { storeBody } from '../../../src/storage/store-body.ts';
import { engines } from '../../support/engines.ts';
import { createCaller, createTestPlatform, type TestPlatform } from '../../support/platform.ts';

const Bucket = 'photos';
const MIB = 1024 ** 2;

/** The operations on either engine, without the wire: what the SQL of each makes of the same story. */
for (const engine of engines)
  describe(`S3 on ${engine.name}`, () => {
    let platform: TestPlatform;
    let call: <Output>(operation: string, input?: object) => Promise<Output>;
    before(async () => {
      platform = await createTestPlatform({ storage: await engine.open() });
      const dispatch = createCaller(platform, [s3]);
      call = (operation, input = {}) => dispatch('s3', operation, { Bucket, ...input });
      await call('CreateBucket');
    });
    after(() => platform.close());

    /** As the gateway hands a body over. */
    async function received(bytes: Uint8Array): Promise<StoredBody> {
      const stored = await storeBody(
        platform.blobs,
        (async function* () {
          yield bytes;
        })(),
      );
      return { ...stored, checksums: { md5: hash('md5', bytes, 'base64') } };
    }
    const put = async (Key: string, bytes: Uint8Array) =>
      call<{ VersionId?: string }>('PutObject', { Key, Body: await received(bytes) });
    async function get(Key: string, input: object = {}): Promise<Buffer> {
      const { Body } = await call<{ Body: StoredBody }>('GetObject', { Key, ...input });
      if (Body.bytes) return Buffer.from(Body.bytes);
      const pieceOf = async (segment: Segment) =>
        segment.bytes ??
        (await platform.blobs.readAll(segment.blob)).subarray(segment.start, segment.end);
      return Buffer.concat(await Promise.all((Body.segments ?? []).map(pieceOf)));
    }

    test('objects are put, listed, copied and deleted', async () => {
      const large = Buffer.alloc(100_000, 7);
      for (const key of ['a/1', 'a/2', 'é', '😀']) await put(key, Buffer.from(key));
      await put('b', large);
      const listed = await call<{
        Contents: { Key: string }[];
        CommonPrefixes: { Prefix: string }[];
      }>('ListObjectsV2', { Delimiter: '/' });
      assert.deepEqual(
        listed.Contents.map(({ Key }) => Key),
        ['b', 'é', '😀'],
      );
      assert.deepEqual(listed.CommonPrefixes, [{ Prefix: 'a/' }]);
      await call('CopyObject', { Key: 'c', CopySource: `${Bucket}/b` });
      assert.ok(large.equals(await get('c')));
      assert.ok(large.subarray(5, 10).equals(await get('c', { Range: 'bytes=5-9' })));
      await put('c', Buffer.from('small now'));
      assert.equal((await get('c')).toString(), 'small now');
      const Objects = ['a/1', 'a/2', 'é', '😀', 'b', 'c'].map((Key) => ({ Key }));
      const { Deleted } = await call<{ Deleted: object[] }>('DeleteObjects', {
        Delete: { Objects },
      });
      assert.deepEqual(
        Deleted,
        Objects.map(({ Key }) => ({ Key, VersionId: undefined })),
      );
      const left = await platform.storage.read((reader) =>
        reader.all('SELECT key FROM objects UNION ALL SELECT CAST(id AS TEXT) AS key FROM bodies'),
      );
      assert.deepEqual(left, []);
    });

    test('parts become an object', async () => {
      const Key = 'parts';
      const pieces = [Buffer.alloc(5 * MIB, 1), Buffer.alloc(5 * MIB, 2), Buffer.from('end')];
      const { UploadId } = await call<{ UploadId: string }>('CreateMultipartUpload', { Key });
      const Parts = [];
      for (const [index, piece] of pieces.entries()) {
        const PartNumber = index * 2 + 1;
        const Body = await received(piece);
        const { ETag } = await call<{ ETag: string }>('UploadPart', {
          Key,
          UploadId,
          PartNumber,
          Body,
        });
        Parts.push({ PartNumber, ETag });
      }
      await call('CompleteMultipartUpload', { Key, UploadId, MultipartUpload: { Parts } });
      assert.ok(Buffer.concat(pieces).equals(await get(Key)));
      assert.equal((await get(Key, { PartNumber: 5 })).toString(), 'end');
      await call('DeleteObject', { Key });
    });

    test('versions come and go', async () => {
      await call('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } });
      const { VersionId } = await put('v', Buffer.from('1'));
      await put('v', Buffer.from('2'));
      await call('DeleteObject', { Key: 'v' });
      const { Versions, DeleteMarkers } = await call<{
        Versions: { IsLatest: boolean }[];
        DeleteMarkers: { IsLatest: boolean; VersionId: string }[];
      }>('ListObjectVersions', { Prefix: 'v' });
      assert.deepEqual([Versions.length, DeleteMarkers.length], [2, 1]);
      assert.equal((await get('v', { VersionId })).toString(), '1');
      await call('DeleteObject', { Key: 'v', VersionId: DeleteMarkers[0]?.VersionId });
      assert.equal((await get('v')).toString(), '2');
    });

    test('restores come due', async () => {
      await call('CopyObject', { Key: 'cold', CopySource: `${Bucket}/v`, StorageClass: 'GLACIER' });
      await call('RestoreObject', { Key: 'cold', RestoreRequest: { Days: 1 } });
      assert.equal(await completeDueRestores(platform), 1);
      assert.equal((await get('cold')).toString(), '2');
    });
  });
