import assert from 'node:assert/strict';
import { hash, randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import type { CompletedPart, CreateMultipartUploadCommandInput } from '@aws-sdk/client-s3';
import { checksumOf } from '../../../src/aws/checksums/hasher.ts';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

const MIN = 5 * 1024 ** 2;
const first = randomBytes(MIN);
const last = Buffer.from('the last part');
const UNKNOWN = 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD';
let keys = 0;

async function newUpload(input: Partial<CreateMultipartUploadCommandInput> = {}) {
  const at = { Bucket: BUCKET, Key: `upload-${++keys}`, ...(input.Key && { Key: input.Key }) };
  const { UploadId } = await s3.createMultipartUpload({ ...at, ...input });
  const upload = { ...at, UploadId };
  return {
    upload,
    async part(PartNumber: number, Body: Buffer, more: object = {}): Promise<CompletedPart> {
      const { ETag, ChecksumSHA256, ChecksumCRC32 } = await s3.uploadPart({
        ...upload,
        PartNumber,
        Body,
        ...more,
      });
      return { PartNumber, ETag, ChecksumSHA256, ChecksumCRC32 };
    },
    complete: (Parts: CompletedPart[], more: object = {}) =>
      s3.completeMultipartUpload({ ...upload, MultipartUpload: { Parts }, ...more }),
  };
}

const md5 = (bytes: Uint8Array) => hash('md5', bytes, 'buffer');
const uploadsLeft = async () =>
  server.platform.storage.read((reader) =>
    reader.get<{ uploads: number; parts: number }>(
      'SELECT (SELECT COUNT(*) FROM uploads) AS uploads, (SELECT COUNT(*) FROM parts) AS parts',
    ),
  );

test('parts become an object with one event', async () => {
  const { upload, part, complete } = await newUpload({
    ContentType: 'image/jpeg',
    Tagging: 'a=1',
    Metadata: { x: 'y' },
  });
  const parts = [await part(1, first), await part(2, last)];
  await assert.rejects(s3.headObject(upload), refused('NotFound', 404));
  const answer = await complete(parts);
  const etag = `${hash('md5', Buffer.concat([md5(first), md5(last)]))}-2`;
  assert.equal(answer.ETag, `"${etag}"`);
  assert.equal(answer.Location, `${server.url}/${BUCKET}/${upload.Key}`);
  const head = await s3.headObject(upload);
  assert.equal(head.ContentType, 'image/jpeg');
  assert.equal(head.ContentLength, first.length + last.length);
  assert.equal(head.TagCount, 1);
  assert.deepEqual(head.Metadata, { x: 'y' });
  const changes = (await server.events()).filter(({ key }) => key === upload.Key);
  assert.deepEqual(
    changes.map(({ eventName, size, etag }) => ({ eventName, size, etag })),
    [
      {
        eventName: 'ObjectCreated:CompleteMultipartUpload',
        size: first.length + last.length,
        etag,
      },
    ],
  );
});

test('one part is enough, and may be small', async () => {
  const { part, complete } = await newUpload();
  const answer = await complete([await part(7, last)]);
  assert.equal(answer.ETag, `"${hash('md5', md5(last))}-1"`);
});

test('a part that is sent again replaces the first; one that is not named is left out', async () => {
  const { upload, part, complete } = await newUpload();
  await part(1, Buffer.from('mistake'));
  const again = await part(1, Buffer.from('right'));
  await part(2, randomBytes(100_000));
  await complete([again]);
  const { Body } = await s3.getObject(upload);
  assert.equal(await Body?.transformToString(), 'right');
  const left = await server.platform.storage.read((reader) =>
    reader.all(
      'SELECT p.number FROM parts p JOIN objects o ON o.upload = p.upload WHERE o.key = ?',
      upload.Key,
    ),
  );
  assert.equal(left.length, 1);
});

test('a client that asks again to complete is told the same', async () => {
  const { part, complete } = await newUpload();
  const parts = [await part(1, last)];
  const one = await complete(parts);
  const events = (await server.events()).length;
  const two = await complete(parts);
  assert.equal(two.ETag, one.ETag);
  assert.equal((await server.events()).length, events);
  await assert.rejects(complete([{ PartNumber: 2, ETag: 'x' }]), refused('NoSuchUpload', 404));
});

test('an upload that is given up leaves nothing', async () => {
  const before = await uploadsLeft();
  const { upload, part } = await newUpload();
  await part(1, last);
  await s3.abortMultipartUpload(upload);
  assert.deepEqual({ ...(await uploadsLeft()) }, { ...before });
  const gone = refused('NoSuchUpload', 404, { UploadId: upload.UploadId });
  await assert.rejects(s3.abortMultipartUpload(upload), gone);
  await assert.rejects(part(1, last), gone);
  await assert.rejects(s3.listParts(upload), gone);
});

test('deleting the object removes its parts', async () => {
  const before = await uploadsLeft();
  const { upload, part, complete } = await newUpload();
  await complete([await part(1, first), await part(2, last)]);
  await s3.deleteObject(upload);
  assert.deepEqual({ ...(await uploadsLeft()) }, { ...before });
});

test('parts that cannot be an object are refused, and the upload goes on', async () => {
  const { upload, part, complete } = await newUpload();
  const one = await part(1, last);
  const two = await part(2, last);
  const { UploadId } = upload;
  const etag = (one.ETag ?? '').replaceAll('"', '');
  await assert.rejects(complete([]), refused('MalformedXML', 400));
  await assert.rejects(
    s3.completeMultipartUpload(upload),
    (error: Error) =>
      refused('InvalidRequest', 400)(error) &&
      error.message === 'You must specify at least one part',
  );
  await assert.rejects(complete([two, one]), refused('InvalidPartOrder', 400));
  await assert.rejects(
    complete([{ PartNumber: 0, ETag: 'x' }]),
    refused('InvalidArgument', 400, { ArgumentName: 'PartNumber', ArgumentValue: '0' }),
  );
  await assert.rejects(complete([one, one]), refused('InvalidPartOrder', 400));
  await assert.rejects(
    complete([{ PartNumber: 3, ETag: one.ETag }]),
    refused('InvalidPart', 400, { ETag: etag, PartNumber: '3', UploadId }),
  );
  await assert.rejects(complete([{ PartNumber: 1, ETag: '"other"' }]), refused('InvalidPart', 400));
  await assert.rejects(
    complete([one, two]),
    refused('EntityTooSmall', 400, {
      ETag: etag,
      MinSizeAllowed: String(MIN),
      PartNumber: '1',
      ProposedSize: String(last.length),
    }),
  );
  await assert.rejects(complete([one], { MpuObjectSize: 5 }), refused('InvalidRequest', 400));
  await complete([one], { MpuObjectSize: last.length });
});

test('part numbers go from 1 to 10000', async () => {
  const { part } = await newUpload();
  for (const number of [0, 10_001])
    await assert.rejects(
      part(number, last),
      (error: Error) =>
        refused('InvalidArgument', 400, {
          ArgumentName: 'partNumber',
          ArgumentValue: String(number),
        })(error) &&
        error.message === 'Part number must be an integer between 1 and 10000, inclusive',
    );
  await part(10_000, last);
});

test('an upload id that was never given out is no upload', async () => {
  const upload = { Bucket: BUCKET, Key: 'k', UploadId: UNKNOWN };
  await assert.rejects(
    s3.uploadPart({ ...upload, PartNumber: 1, Body: 'x' }),
    refused('NoSuchUpload', 404, { UploadId: UNKNOWN }),
  );
});

test('completing may depend on what is there by then', async () => {
  const { upload, part, complete } = await newUpload();
  const parts = [await part(1, last)];
  await s3.putObject({ Bucket: BUCKET, Key: upload.Key, Body: 'meanwhile' });
  await assert.rejects(
    complete(parts, { IfNoneMatch: '*' }),
    refused('PreconditionFailed', 412, { Condition: 'If-None-Match' }),
  );
  await s3.deleteObject({ Bucket: BUCKET, Key: upload.Key });
  await complete(parts, { IfNoneMatch: '*' });
});

test('an object that was there at first and is deleted meanwhile is a conflict', async () => {
  await s3.putObject({ Bucket: BUCKET, Key: 'there', Body: 'x' });
  const { part, complete } = await newUpload({ Key: 'there' });
  const parts = [await part(1, last)];
  await s3.deleteObject({ Bucket: BUCKET, Key: 'there' });
  await assert.rejects(
    complete(parts, { IfNoneMatch: '*' }),
    refused('ConditionalRequestConflict', 409, { Condition: 'If-None-Match', Key: 'there' }),
  );
  await complete(parts);
});

test('checksums of parts make a composite one', async () => {
  const { upload, part, complete } = await newUpload({ ChecksumAlgorithm: 'SHA256' });
  const parts = [
    await part(1, first, { ChecksumAlgorithm: 'SHA256' }),
    await part(2, last, { ChecksumAlgorithm: 'SHA256' }),
  ];
  assert.equal(parts[1]?.ChecksumSHA256, hash('sha256', last, 'base64'));
  await assert.rejects(
    complete(parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }))),
    (error: Error) =>
      error.message ===
      'The upload was created using a sha256 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.',
  );
  const digests = Buffer.concat([hash('sha256', first, 'buffer'), hash('sha256', last, 'buffer')]);
  const expected = `${hash('sha256', digests, 'base64')}-2`;
  const answer = await complete(parts);
  assert.deepEqual([answer.ChecksumSHA256, answer.ChecksumType], [expected, 'COMPOSITE']);
  const head = await s3.headObject({ ...upload, ChecksumMode: 'ENABLED' });
  assert.equal(head.ChecksumSHA256, expected);
  const attributes = await s3.getObjectAttributes({
    ...upload,
    ObjectAttributes: ['Checksum', 'ObjectParts', 'ObjectSize', 'ETag', 'StorageClass'],
  });
  assert.deepEqual(attributes.Checksum, {
    ChecksumSHA256: expected.slice(0, -2),
    ChecksumType: 'COMPOSITE',
  });
  assert.equal(attributes.ObjectParts?.TotalPartsCount, 2);
  assert.deepEqual(
    attributes.ObjectParts?.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]),
    [
      [1, first.length],
      [2, last.length],
    ],
  );
  assert.equal(attributes.ObjectSize, first.length + last.length);
  assert.equal(`"${attributes.ETag}"`, answer.ETag);
});

test('checksums of parts make that of the whole, where a CRC allows it', async () => {
  const { part, complete } = await newUpload({
    ChecksumAlgorithm: 'CRC32',
    ChecksumType: 'FULL_OBJECT',
  });
  const parts = [await part(1, first), await part(2, last)];
  const expected = checksumOf('CRC32', Buffer.concat([first, last])).toString('base64');
  await assert.rejects(
    complete(parts, { ChecksumType: 'COMPOSITE' }),
    refused('InvalidRequest', 400),
  );
  await assert.rejects(complete(parts, { ChecksumCRC32: 'AAAAAA==' }), refused('BadDigest', 400));
  for (const [wrong, message] of [
    [{ ChecksumCRC32: 'none' }, 'Value for x-amz-checksum-crc32 header is invalid.'],
    [{ ChecksumType: 'NONE' as never }, 'Value for x-amz-checksum-type header is invalid.'],
    [
      { ChecksumCRC32: expected, ChecksumCRC32C: 'AAAAAA==' },
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    ],
    [{ MpuObjectSize: -1 }, "Value for x-amz-mp-object-size header is less than zero: '-1'"],
  ] as const)
    await assert.rejects(
      complete(parts, wrong),
      (error: Error) => refused('InvalidRequest', 400)(error) && error.message === message,
    );
  const answer = await complete(parts, { ChecksumCRC32: expected });
  assert.deepEqual([answer.ChecksumCRC32, answer.ChecksumType], [expected, 'FULL_OBJECT']);
});

test('a part with another checksum than the upload is refused', async () => {
  const { part } = await newUpload({ ChecksumAlgorithm: 'SHA256' });
  await assert.rejects(
    part(1, last, { ChecksumAlgorithm: 'CRC32' }),
    (error: Error) =>
      error.message ===
      'Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32',
  );
});

test('parts are listed in pages', async () => {
  const { upload, part } = await newUpload();
  for (const number of [1, 3, 5]) await part(number, Buffer.from(`part ${number}`));
  const one = await s3.listParts({ ...upload, MaxParts: 2 });
  assert.deepEqual(
    one.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]),
    [
      [1, 6],
      [3, 6],
    ],
  );
  assert.deepEqual([one.IsTruncated, one.NextPartNumberMarker], [true, '3']);
  const two = await s3.listParts({ ...upload, MaxParts: 2, PartNumberMarker: '3' });
  assert.deepEqual(
    two.Parts?.map(({ PartNumber }) => PartNumber),
    [5],
  );
  assert.equal(two.IsTruncated, false);
});

test('uploads are listed by key, the oldest first', async () => {
  const Bucket = 'listing';
  await s3.createBucket({ Bucket });
  const create = async (Key: string) => (await s3.createMultipartUpload({ Bucket, Key })).UploadId;
  const b1 = await create('b');
  const b2 = await create('b');
  const a = await create('a');
  const deep = await create('dir/x');
  await create('dir/y');
  const all = await s3.listMultipartUploads({ Bucket });
  assert.deepEqual(all.Uploads?.map(({ UploadId }) => UploadId).slice(0, 4), [a, b1, b2, deep]);
  const page = await s3.listMultipartUploads({ Bucket, MaxUploads: 2 });
  assert.deepEqual(
    [page.IsTruncated, page.NextKeyMarker, page.NextUploadIdMarker],
    [true, 'b', b1],
  );
  const next = await s3.listMultipartUploads({
    Bucket,
    KeyMarker: 'b',
    UploadIdMarker: b1,
    Delimiter: '/',
  });
  assert.deepEqual(
    next.Uploads?.map(({ UploadId }) => UploadId),
    [b2],
  );
  assert.deepEqual(next.CommonPrefixes, [{ Prefix: 'dir/' }]);
  const behind = await s3.listMultipartUploads({ Bucket, KeyMarker: 'b', Prefix: 'b' });
  assert.equal(behind.Uploads, undefined);
});
