import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { GetObjectCommandInput } from '@aws-sdk/client-s3';
import { INLINE_BYTES_MAX } from '../../../src/storage/blobs.ts';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

const get = (Key: string, input: Partial<GetObjectCommandInput> = {}) =>
  s3.getObject({ Bucket: BUCKET, Key, ...input });
const head = (Key: string, input: Partial<GetObjectCommandInput> = {}) =>
  s3.headObject({ Bucket: BUCKET, Key, ...input });
const put = (Key: string, Body: Uint8Array | string) => s3.putObject({ Bucket: BUCKET, Key, Body });

const small = randomBytes(1000);
const large = randomBytes(INLINE_BYTES_MAX * 3);
const MIB = 1024 ** 2;
/** Two parts in files and one in the database. */
const parts = [randomBytes(5 * MIB), randomBytes(5 * MIB), randomBytes(100)];
const whole = Buffer.concat(parts);

before(async () => {
  await put('small', small);
  await put('large', large);
  await put('empty', '');
  const upload = { Bucket: BUCKET, Key: 'parts' };
  const { UploadId } = await s3.createMultipartUpload(upload);
  const sent = [];
  for (const [index, Body] of parts.entries()) {
    const PartNumber = index + 1;
    const { ETag } = await s3.uploadPart({ ...upload, UploadId, PartNumber, Body });
    sent.push({ PartNumber, ETag });
  }
  await s3.completeMultipartUpload({ ...upload, UploadId, MultipartUpload: { Parts: sent } });
});

const bytesOf = { small, large, parts: whole };

for (const [key, Range, start, end] of [
  ['small', 'bytes=0-0', 0, 1],
  ['small', 'bytes=-10', 990, 1000],
  ['small', 'bytes=500-9999', 500, 1000],
  ['large', 'bytes=100000-100009', 100_000, 100_010],
  ['large', 'bytes=65536-', 65_536, large.length],
  ['parts', 'bytes=0-9', 0, 10],
  ['parts', `bytes=${5 * MIB - 3}-${5 * MIB + 2}`, 5 * MIB - 3, 5 * MIB + 3],
  ['parts', `bytes=${5 * MIB}-${10 * MIB - 1}`, 5 * MIB, 10 * MIB],
  ['parts', `bytes=${4 * MIB}-`, 4 * MIB, whole.length],
  ['parts', 'bytes=-50', whole.length - 50, whole.length],
] as const)
  test(`${Range} of ${key}`, async () => {
    const answer = await get(key, { Range });
    const expected = bytesOf[key].subarray(start, end);
    assert.ok(expected.equals((await answer.Body?.transformToByteArray()) ?? new Uint8Array()));
    assert.equal(answer.$metadata.httpStatusCode, 206);
    assert.equal(answer.ContentLength, end - start);
    assert.equal(answer.ContentRange, `bytes ${start}-${end - 1}/${bytesOf[key].length}`);
    const headed = await head(key, { Range });
    assert.equal(headed.ContentLength, end - start);
  });

test('an object in parts comes back whole, and by its parts', async () => {
  const answer = await get('parts');
  assert.ok(whole.equals((await answer.Body?.transformToByteArray()) ?? new Uint8Array()));
  assert.equal(answer.$metadata.httpStatusCode, 200);
  assert.match(answer.ETag ?? '', /^"[0-9a-f]{32}-3"$/);
  for (const [index, part] of parts.entries()) {
    const one = await get('parts', { PartNumber: index + 1 });
    assert.ok(part.equals((await one.Body?.transformToByteArray()) ?? new Uint8Array()));
    assert.equal(one.PartsCount, 3);
    assert.equal(one.$metadata.httpStatusCode, 206);
  }
  await assert.rejects(
    get('parts', { PartNumber: 4 }),
    refused('InvalidPartNumber', 416, { ActualPartCount: '3', PartNumberRequested: '4' }),
  );
});

test('an object that was put at once is its own only part', async () => {
  assert.equal((await head('small', { PartNumber: 1 })).ContentLength, 1000);
  await assert.rejects(get('small', { PartNumber: 2 }), refused('InvalidPartNumber', 416));
});

test('a range that holds nothing is refused', async () => {
  await assert.rejects(
    get('small', { Range: 'bytes=1000-' }),
    refused('InvalidRange', 416, { ActualObjectSize: '1000', RangeRequested: 'bytes=1000-' }),
  );
  await assert.rejects(get('empty', { Range: 'bytes=0-' }), refused('InvalidRange', 416));
  await assert.rejects(
    get('small', { Range: 'bytes=0-1', PartNumber: 1 }),
    refused('InvalidRequest', 400),
  );
});

test('an answer can be told what it is', async () => {
  const answer = await get('small', {
    ResponseContentType: 'text/x-own',
    ResponseContentDisposition: 'attachment',
    ResponseCacheControl: 'no-cache',
    ResponseContentEncoding: 'x',
    ResponseContentLanguage: 'fr',
    ResponseExpires: new Date(Date.UTC(2031, 0, 1)),
  });
  assert.equal(answer.ContentType, 'text/x-own');
  assert.equal(answer.ContentDisposition, 'attachment');
  assert.equal(answer.CacheControl, 'no-cache');
  assert.equal(answer.ContentEncoding, 'x');
  assert.equal(answer.ContentLanguage, 'fr');
  assert.equal(answer.ExpiresString, 'Wed, 01 Jan 2031 00:00:00 GMT');
});

test('a client that has the object gets 304 and no body', async () => {
  const { ETag, LastModified } = await head('small');
  await assert.rejects(get('small', { IfNoneMatch: ETag }), refused('Unknown', 304));
  await assert.rejects(head('small', { IfModifiedSince: LastModified }), refused('Unknown', 304));
  await assert.rejects(
    get('small', { IfMatch: '"x"' }),
    refused('PreconditionFailed', 412, { Condition: 'If-Match' }),
  );
  const again = await get('small', { IfMatch: ETag, IfNoneMatch: '"x"' });
  assert.equal(again.ContentLength, 1000);
});

test('what is not there is said to be missing', async () => {
  await assert.rejects(get('missing'), refused('NoSuchKey', 404, { Key: 'missing' }));
  await assert.rejects(head('missing'), refused('NotFound', 404));
  await assert.rejects(
    get('small', { VersionId: 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD' }),
    refused('InvalidArgument', 400, {
      ArgumentName: 'versionId',
      ArgumentValue: 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD',
    }),
  );
});

test("a customer's own key is refused", async () => {
  const key = {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: randomBytes(32).toString('base64'),
  };
  await assert.rejects(get('small', key), refused('NotImplemented', 501));
});
