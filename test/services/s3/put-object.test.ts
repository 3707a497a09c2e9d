import assert from 'node:assert/strict';
import { hash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { INLINE_BYTES_MAX } from '../../../src/storage/blobs.ts';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

const put = ({ Key = 'key', ...input }: Partial<PutObjectCommandInput>) =>
  s3.putObject({ Bucket: BUCKET, Key, Body: 'body', ...input });
const get = (Key: string) => s3.getObject({ Bucket: BUCKET, Key });

for (const size of [0, 1, INLINE_BYTES_MAX, INLINE_BYTES_MAX + 1, 3_000_000])
  test(`${size} bytes come back as they went`, async () => {
    const bytes = randomBytes(size);
    const { ETag } = await put({ Key: `size/${size}`, Body: bytes });
    assert.equal(ETag, `"${hash('md5', bytes)}"`);
    const answer = await get(`size/${size}`);
    assert.deepEqual(Buffer.from((await answer.Body?.transformToByteArray()) ?? []), bytes);
    assert.equal(answer.ContentLength, size);
    assert.equal(answer.ETag, ETag);
  });

test('what is said about an object comes back', async () => {
  const about = {
    ContentType: 'image/png',
    CacheControl: 'no-store',
    ContentDisposition: 'attachment; filename="a.png"',
    ContentEncoding: 'identity',
    ContentLanguage: 'de',
    WebsiteRedirectLocation: '/elsewhere',
    Metadata: { 'camera-model': 'X 100', empty: '' },
  };
  await put({
    Key: 'about',
    ...about,
    Expires: new Date(Date.UTC(2030, 0, 1)),
    Tagging: 'a=1&b=2',
  });
  for (const answer of [
    await get('about'),
    await s3.headObject({ Bucket: BUCKET, Key: 'about' }),
  ]) {
    const shown = Object.fromEntries(
      Object.keys(about).map((name) => [name, answer[name as keyof typeof about]]),
    );
    assert.deepEqual(shown, about);
    assert.equal(answer.ExpiresString, 'Tue, 01 Jan 2030 00:00:00 GMT');
    assert.equal(answer.TagCount, 2);
    assert.equal(answer.ServerSideEncryption, 'AES256');
    assert.equal(answer.AcceptRanges, 'bytes');
    assert.equal(answer.LastModified?.getMilliseconds(), 0);
    assert.equal(answer.VersionId, undefined);
  }
});

test('an object of which nothing is said is bytes', async () => {
  const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket: BUCKET, Key: 'plain' }));
  assert.equal((await fetch(url, { method: 'PUT', body: new Uint8Array([1]) })).status, 200);
  const answer = await s3.headObject({ Bucket: BUCKET, Key: 'plain' });
  assert.equal(answer.ContentType, 'binary/octet-stream');
  assert.deepEqual(answer.Metadata, {});
  assert.equal(answer.StorageClass, undefined);
});

test('a presigned URL may hold headers, but no checksum and no tags', async () => {
  const command = new PutObjectCommand({
    Bucket: BUCKET,
    Key: 'from-url',
    Metadata: { camera: 'X 100' },
    StorageClass: 'STANDARD_IA',
    Tagging: 'a=1',
  });
  const url = await getSignedUrl(s3, command);
  assert.match(url, /x-amz-checksum-crc32=AAAAAA/, 'the checksum of no body at all');
  assert.equal((await fetch(url, { method: 'PUT', body: 'body' })).status, 200);
  const { Metadata, StorageClass, TagCount } = await s3.headObject({
    Bucket: BUCKET,
    Key: 'from-url',
  });
  assert.deepEqual(Metadata, { camera: 'X 100' });
  assert.deepEqual([StorageClass, TagCount], ['STANDARD_IA', undefined]);
});

test('how a body travelled is not said of the object', async () => {
  const Body = Readable.from([Buffer.from('in chunks')]);
  await put({ Key: 'streamed', Body, ContentLength: 9, ContentEncoding: 'gzip' });
  const { ContentEncoding, ContentLength } = await s3.headObject({
    Bucket: BUCKET,
    Key: 'streamed',
  });
  assert.deepEqual([ContentEncoding, ContentLength], ['gzip', 9]);
});

test('a new object takes the place of the old one and leaves nothing behind', async () => {
  const count = async () => {
    const row = await server.platform.storage.read((reader) =>
      reader.get<{ objects: number; bodies: number }>(
        'SELECT (SELECT COUNT(*) FROM objects) AS objects, (SELECT COUNT(*) FROM bodies) AS bodies',
      ),
    );
    return { ...row };
  };
  await put({ Key: 'replaced', Body: 'old' });
  const before = await count();
  await put({ Key: 'replaced', Body: 'new' });
  assert.deepEqual(await count(), before);
  assert.equal(await (await get('replaced')).Body?.transformToString(), 'new');
});

test('the file of a replaced object goes once nobody reads it any more', async () => {
  const { platform } = server;
  const blobOf = async () => {
    const row = await platform.storage.read((reader) =>
      reader.get<{ blob: string }>("SELECT blob FROM objects WHERE key = 'large'"),
    );
    return row?.blob ?? '';
  };
  await put({ Key: 'large', Body: randomBytes(INLINE_BYTES_MAX + 1) });
  const blob = await blobOf();
  await put({ Key: 'large', Body: 'small' });
  assert.equal((await platform.blobs.readAll(blob)).length, INLINE_BYTES_MAX + 1);
  await platform.clock.advance(60_000);
  const gone = async () => {
    for (;;) {
      const there = await platform.blobs.readAll(blob).then(
        () => true,
        () => false,
      );
      if (!there) return;
    }
  };
  await gone();
});

test('a checksum is kept and shown on request', async () => {
  const { ChecksumSHA256, ChecksumType } = await put({ Key: 'sum', ChecksumAlgorithm: 'SHA256' });
  assert.equal(ChecksumSHA256, hash('sha256', 'body', 'base64'));
  assert.equal(ChecksumType, 'FULL_OBJECT');
  const shown = await s3.headObject({ Bucket: BUCKET, Key: 'sum', ChecksumMode: 'ENABLED' });
  assert.equal(shown.ChecksumSHA256, ChecksumSHA256);
  const silent = await s3.headObject({ Bucket: BUCKET, Key: 'sum' });
  assert.equal(silent.ChecksumSHA256, undefined);
});

test('a put is an event with the answer of the put', async () => {
  const { ETag, $metadata } = await put({ Key: 'with/event.jpg', Body: 'hello' });
  const change = (await server.events()).at(-1);
  assert.equal(change?.eventName, 'ObjectCreated:Put');
  assert.equal(change.reason, 'PutObject');
  assert.equal(change.key, 'with/event.jpg');
  assert.equal(change.size, 5);
  assert.equal(`"${change.etag}"`, ETag);
  assert.equal(change.versionId, undefined);
  assert.equal(change.requestId, $metadata.requestId);
});

test('later puts have larger sequencers', async () => {
  for (let n = 0; n < 3; n++) await put({ Key: 'again', Body: String(n) });
  const sequences = (await server.events())
    .filter(({ key }) => key === 'again')
    .map(({ sequence }) => sequence);
  assert.deepEqual(
    sequences,
    sequences.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(sequences).size, 3);
});

test('a condition that does not hold changes nothing', async () => {
  const { ETag } = await put({ Key: 'conditional', Body: 'first', IfNoneMatch: '*' });
  const events = (await server.events()).length;
  await assert.rejects(
    put({ Key: 'conditional', Body: 'second', IfNoneMatch: '*' }),
    refused('PreconditionFailed', 412, { Condition: 'If-None-Match' }),
  );
  await assert.rejects(
    put({ Key: 'conditional', Body: 'second', IfMatch: '"other"' }),
    refused('PreconditionFailed', 412, { Condition: 'If-Match' }),
  );
  assert.equal((await get('conditional')).ETag, ETag);
  assert.equal((await server.events()).length, events);
  await put({ Key: 'conditional', Body: 'second', IfMatch: ETag });
});

test('of many who want to be first, one is', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => put({ Key: 'race', Body: String(n), IfNoneMatch: '*' })),
  );
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
});

const refusals: [
  what: string,
  input: Partial<PutObjectCommandInput>,
  code: string,
  status: number,
  members?: object,
][] = [
  [
    'a key of 1025 bytes',
    { Key: `${'é'.repeat(512)}a` },
    'KeyTooLongError',
    400,
    { Size: '1025', MaxSizeAllowed: '1024' },
  ],
  [
    'metadata of 2049 bytes',
    { Metadata: { a: 'x'.repeat(2048) } },
    'MetadataTooLarge',
    400,
    { Size: '2049', MaxSizeAllowed: '2048' },
  ],
  [
    'a storage class that is none',
    { StorageClass: 'COLD' as never },
    'InvalidStorageClass',
    400,
    { StorageClassRequested: 'COLD' },
  ],
  ['a redirect to nowhere', { WebsiteRedirectLocation: 'x' }, 'InvalidRedirectLocation', 400],
  ['an ACL', { ACL: 'public-read' }, 'AccessControlListNotSupported', 400],
  [
    'grants',
    { GrantRead: 'uri="http://acs.amazonaws.com/groups/global/AllUsers"' },
    'AccessControlListNotSupported',
    400,
  ],
  [
    'a KMS key',
    { ServerSideEncryption: 'aws:kms' },
    'NotImplemented',
    501,
    { Header: 'x-amz-server-side-encryption' },
  ],
  ['an unknown encryption', { ServerSideEncryption: 'rot13' as never }, 'InvalidArgument', 400],
  [
    'retention',
    { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date('2099-01-01') },
    'InvalidRequest',
    400,
  ],
  [
    'an append',
    { WriteOffsetBytes: 4 },
    'NotImplemented',
    501,
    { Header: 'x-amz-write-offset-bytes' },
  ],
  ['tags twice', { Tagging: 'a=1&a=2' }, 'InvalidArgument', 400, { ArgumentName: 'x-amz-tagging' }],
  [
    'eleven tags',
    { Tagging: Array.from({ length: 11 }, (_, n) => `t${n}=1`).join('&') },
    'BadRequest',
    400,
  ],
  [
    'tags in a list',
    { Tagging: 'a=1,b=2' },
    'InvalidArgument',
    400,
    { ArgumentName: 'x-amz-tagging' },
  ],
  ['a tag of AWS', { Tagging: 'aws:x=1' }, 'InvalidTag', 400, { TagKey: 'aws:x' }],
];

for (const [what, input, code, status, members] of refusals)
  test(`${what}: ${code}`, async () => {
    const events = (await server.events()).length;
    await assert.rejects(put({ Key: 'refused', ...input }), refused(code, status, { ...members }));
    await assert.rejects(get('refused'), refused('NoSuchKey', 404, { Key: 'refused' }));
    assert.equal((await server.events()).length, events);
  });

test('what changes nothing is let through', async () => {
  await put({ Key: 'harmless', ACL: 'bucket-owner-full-control', ServerSideEncryption: 'AES256' });
  await put({ Key: 'harmless', ACL: 'private' });
});

test('keys of all kinds stay what they are', async () => {
  for (const Key of [
    'a b+c%20d',
    'ünï/çødé/😀',
    '../up',
    './here',
    '//',
    'a//b',
    '?q=1&r',
    '#',
    "it's (a) *!",
  ]) {
    await put({ Key, Body: Key });
    assert.equal(await (await get(Key)).Body?.transformToString(), Key);
  }
});

test('a bucket that is not there takes nothing', async () => {
  await assert.rejects(
    s3.putObject({ Bucket: 'not-there', Key: 'k', Body: randomBytes(INLINE_BYTES_MAX + 1) }),
    refused('NoSuchBucket', 404, { BucketName: 'not-there' }),
  );
});
