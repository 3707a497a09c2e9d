import assert from 'node:assert/strict';
import { hash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { CopyObjectCommandInput } from '@aws-sdk/client-s3';
import { INLINE_BYTES_MAX } from '../../../src/storage/blobs.ts';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

const small = Buffer.from('small');
const large = randomBytes(INLINE_BYTES_MAX + 1);
const MIB = 1024 ** 2;
const parts = [randomBytes(5 * MIB), randomBytes(100)];

before(async () => {
  const about = {
    ContentType: 'text/plain',
    Metadata: { a: 'b' },
    Tagging: 't=1',
    WebsiteRedirectLocation: '/w',
  };
  await s3.putObject({ Bucket: BUCKET, Key: 'small', Body: small, ...about });
  await s3.putObject({ Bucket: BUCKET, Key: 'large', Body: large, ChecksumAlgorithm: 'SHA256' });
  const upload = { Bucket: BUCKET, Key: 'parts' };
  const { UploadId } = await s3.createMultipartUpload(upload);
  const Parts = [];
  for (const [index, Body] of parts.entries()) {
    const { ETag } = await s3.uploadPart({ ...upload, UploadId, PartNumber: index + 1, Body });
    Parts.push({ PartNumber: index + 1, ETag });
  }
  await s3.completeMultipartUpload({ ...upload, UploadId, MultipartUpload: { Parts } });
});

const copy = (CopySource: string, Key: string, input: Partial<CopyObjectCommandInput> = {}) =>
  s3.copyObject({ Bucket: BUCKET, CopySource: `${BUCKET}/${CopySource}`, Key, ...input });
const bytesOf = async (Key: string) => {
  const { Body } = await s3.getObject({ Bucket: BUCKET, Key });
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

for (const [key, bytes] of [
  ['small', small],
  ['large', large],
  ['parts', Buffer.concat(parts)],
] as const)
  test(`a copy of ${key} is an object of its own`, async () => {
    const { CopyObjectResult } = await copy(key, `${key}-copy`);
    assert.equal(
      CopyObjectResult?.ETag,
      `"${hash('md5', bytes)}"`,
      'an MD5, also of what came in parts',
    );
    await s3.putObject({ Bucket: BUCKET, Key: `${key}-2`, Body: 'other' });
    assert.ok(bytes.equals(await bytesOf(`${key}-copy`)));
    const change = (await server.events()).find((event) => event.key === `${key}-copy`);
    assert.deepEqual(
      [change?.eventName, change?.size, change?.etag],
      ['ObjectCreated:Copy', bytes.length, hash('md5', bytes)],
    );
  });

test('a copy outlives its source', async () => {
  await copy('large', 'outlives');
  await copy('outlives', 'outlives-2');
  await s3.deleteObject({ Bucket: BUCKET, Key: 'outlives' });
  await server.platform.clock.advance(60_000);
  assert.ok(large.equals(await bytesOf('outlives-2')));
});

test('what is said about the source is copied, except where the client says otherwise', async () => {
  await copy('small', 'same', { StorageClass: 'STANDARD_IA' });
  const same = await s3.headObject({ Bucket: BUCKET, Key: 'same' });
  assert.deepEqual(
    [
      same.ContentType,
      same.Metadata,
      same.TagCount,
      same.WebsiteRedirectLocation,
      same.StorageClass,
    ],
    ['text/plain', { a: 'b' }, 1, undefined, 'STANDARD_IA'],
  );
  await copy('small', 'new', {
    MetadataDirective: 'REPLACE',
    ContentType: 'text/html',
    TaggingDirective: 'REPLACE',
    Tagging: 'x=1&y=2',
  });
  const changed = await s3.headObject({ Bucket: BUCKET, Key: 'new' });
  assert.deepEqual([changed.ContentType, changed.Metadata, changed.TagCount], ['text/html', {}, 2]);
});

test('an object is copied onto itself only to change something', async () => {
  await assert.rejects(copy('small', 'small'), refused('InvalidRequest', 400));
  await copy('small', 'small', {
    MetadataDirective: 'REPLACE',
    Metadata: { a: 'b' },
    ContentType: 'text/plain',
    WebsiteRedirectLocation: '/w',
  });
  assert.ok(small.equals(await bytesOf('small')));
});

test('a checksum is kept, or made anew', async () => {
  const kept = await copy('large', 'checksum');
  assert.equal(kept.CopyObjectResult?.ChecksumSHA256, hash('sha256', large, 'base64'));
  const other = await copy('large', 'checksum', { ChecksumAlgorithm: 'SHA1' });
  assert.equal(other.CopyObjectResult?.ChecksumSHA1, hash('sha1', large, 'base64'));
  assert.equal(other.CopyObjectResult?.ChecksumSHA256, undefined);
});

test('an older version is copied by its id', async () => {
  const Bucket = 'versions';
  await s3.createBucket({ Bucket });
  await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
  const { VersionId } = await s3.putObject({ Bucket, Key: 'k', Body: 'old' });
  await s3.putObject({ Bucket, Key: 'k', Body: 'new' });
  const CopySource = `${Bucket}/k?versionId=${VersionId}`;
  const answer = await s3.copyObject({ Bucket, Key: 'k', CopySource });
  assert.equal(answer.CopySourceVersionId, VersionId);
  assert.notEqual(answer.VersionId, VersionId);
  const { Body } = await s3.getObject({ Bucket, Key: 'k' });
  assert.equal(await Body?.transformToString(), 'old');
  const current = `${Bucket}/k?versionId=${answer.VersionId}`;
  await s3.copyObject({ Bucket, Key: 'k', CopySource: current });
  await assert.rejects(
    s3.copyObject({ Bucket, Key: 'k', CopySource: `${Bucket}/k` }),
    refused('InvalidRequest', 400),
  );
  const marker = await s3.deleteObject({ Bucket, Key: 'k' });
  await assert.rejects(
    s3.copyObject({ Bucket, Key: 'k', CopySource: `${Bucket}/k?versionId=${marker.VersionId}` }),
    (error: Error) =>
      refused('InvalidRequest', 400)(error) &&
      error.message ===
        'The source of a copy request may not specifically refer to a delete marker by version id.',
  );
});

test('a copy may depend on its source', async () => {
  const { ETag } = await s3.headObject({ Bucket: BUCKET, Key: 'small' });
  await copy('small', 'if', { CopySourceIfMatch: ETag });
  const fails = (Condition: string) => refused('PreconditionFailed', 412, { Condition });
  await assert.rejects(
    copy('small', 'if', { CopySourceIfMatch: '"x"' }),
    fails('x-amz-copy-source-If-Match'),
  );
  await assert.rejects(
    copy('small', 'if', { CopySourceIfNoneMatch: ETag }),
    fails('x-amz-copy-source-If-None-Match'),
  );
  await assert.rejects(copy('small', 'if', { IfNoneMatch: '*' }), fails('If-None-Match'));
});

for (const [CopySource, code, status] of [
  ['no-slash', 'InvalidArgument', 400],
  ['bucket/', 'InvalidArgument', 400],
  [`${BUCKET}/%E0%A4%A`, 'InvalidArgument', 400],
  [`${BUCKET}/missing`, 'NoSuchKey', 404],
  ['not-there/k', 'NoSuchBucket', 404],
  [`${BUCKET}/small?versionId=made-up`, 'InvalidArgument', 400],
] as const)
  test(`${CopySource} cannot be copied: ${code}`, async () => {
    await assert.rejects(
      s3.copyObject({ Bucket: BUCKET, Key: 'k', CopySource }),
      refused(code, status),
    );
  });

test('a copy that is refused leaves no file behind', async () => {
  const files = async () => {
    let count = 0;
    // Nothing is removed: the sweep only asks about each file.
    await server.platform.blobs.sweep(async () => {
      count++;
      return true;
    });
    return count;
  };
  const before = await files();
  await assert.rejects(
    s3.copyObject({ Bucket: 'not-there', Key: 'k', CopySource: `${BUCKET}/large` }),
    refused('NoSuchBucket', 404),
  );
  assert.equal(await files(), before);
});

test('keys that need encoding are found', async () => {
  const Key = 'a b+c/ü%20';
  await s3.putObject({ Bucket: BUCKET, Key, Body: 'x' });
  await s3.copyObject({
    Bucket: BUCKET,
    Key: 'encoded',
    CopySource: `/${BUCKET}/${encodeURIComponent(Key)}`,
  });
  assert.equal((await bytesOf('encoded')).toString(), 'x');
});

test('a part is copied out of an object', async () => {
  const upload = { Bucket: BUCKET, Key: 'from-parts' };
  const { UploadId } = await s3.createMultipartUpload(upload);
  const part = (PartNumber: number, CopySourceRange?: string) =>
    s3.uploadPartCopy({
      ...upload,
      UploadId,
      PartNumber,
      CopySource: `${BUCKET}/parts`,
      CopySourceRange,
    });
  const size = 5 * MIB + 100;
  const whole = await part(1);
  const edge = await part(2, `bytes=${5 * MIB - 10}-${5 * MIB + 9}`);
  const Parts = [whole, edge].map(({ CopyPartResult }, index) => ({
    PartNumber: index + 1,
    ETag: CopyPartResult?.ETag,
  }));
  await s3.completeMultipartUpload({ ...upload, UploadId, MultipartUpload: { Parts } });
  const source = Buffer.concat(parts);
  const expected = Buffer.concat([source, source.subarray(5 * MIB - 10, 5 * MIB + 10)]);
  assert.ok(expected.equals(await bytesOf('from-parts')));
  const { UploadId: other } = await s3.createMultipartUpload(upload);
  const range = (CopySourceRange: string) =>
    s3.uploadPartCopy({
      ...upload,
      UploadId: other,
      PartNumber: 1,
      CopySource: `${BUCKET}/parts`,
      CopySourceRange,
    });
  await assert.rejects(
    range(`bytes=0-${size}`),
    (error: Error) =>
      refused('InvalidArgument', 400)(error) &&
      error.message === `Range specified is not valid for source object of size: ${size}`,
  );
  for (const bad of ['bytes=5-', '0-5', 'bytes=5-1'])
    await assert.rejects(range(bad), refused('InvalidArgument', 400, { ArgumentValue: bad }));
});
