import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ListObjectsV2CommandInput, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

const KEYS = ['a', 'b/1', 'b/2', 'b/c/3', 'd', 'd e+f', 'z', 'é', '\u{ffff}', '😀'];

before(async () => {
  for (const Key of KEYS) await s3.putObject({ Bucket: BUCKET, Key, Body: Key });
});

const list = (input: Partial<ListObjectsV2CommandInput>) =>
  s3.listObjectsV2({ Bucket: BUCKET, ...input });

test('keys come in the order of their UTF-8 bytes', async () => {
  const answer = await list({});
  assert.deepEqual(
    answer.Contents?.map(({ Key }) => Key),
    KEYS,
  );
  assert.equal(answer.KeyCount, KEYS.length);
  assert.equal(answer.MaxKeys, 1000);
  assert.equal(answer.IsTruncated, false);
  assert.equal(answer.Prefix, '');
  assert.equal(answer.CommonPrefixes, undefined);
});

test('an entry tells what HEAD would', async () => {
  const { Contents = [] } = await list({ Prefix: 'b/1', FetchOwner: true });
  const head = await s3.headObject({ Bucket: BUCKET, Key: 'b/1' });
  const [{ Owner, ...entry } = {}] = Contents;
  assert.deepEqual(entry, {
    Key: 'b/1',
    LastModified: head.LastModified,
    ETag: head.ETag,
    ChecksumAlgorithm: ['CRC32'],
    ChecksumType: 'FULL_OBJECT',
    Size: 3,
    StorageClass: 'STANDARD',
  });
  assert.match(Owner?.ID ?? '', /^[0-9a-f]{64}$/);
  assert.equal((await list({})).Contents?.[0]?.Owner, undefined);
});

for (const [input, keys, prefixes] of [
  [{ Delimiter: '/' }, ['a', 'd', 'd e+f', 'z', 'é', '\u{ffff}', '😀'], ['b/']],
  [{ Delimiter: '/', Prefix: 'b/' }, ['b/1', 'b/2'], ['b/c/']],
  [{ Delimiter: '/', Prefix: 'b' }, [], ['b/']],
  [{ Delimiter: 'c/', Prefix: 'b' }, ['b/1', 'b/2'], ['b/c/']],
  [{ Prefix: 'd' }, ['d', 'd e+f'], []],
  [{ Prefix: 'none' }, [], []],
  [{ StartAfter: 'd' }, ['d e+f', 'z', 'é', '\u{ffff}', '😀'], []],
  [{ StartAfter: 'b/1', Prefix: 'b/' }, ['b/2', 'b/c/3'], []],
  [{ StartAfter: 'a', Prefix: 'd' }, ['d', 'd e+f'], []],
  [{ StartAfter: 'b/1', Delimiter: '/' }, ['d', 'd e+f', 'z', 'é', '\u{ffff}', '😀'], ['b/']],
  [{ MaxKeys: 0 }, [], []],
] as const)
  test(`a listing with ${JSON.stringify(input)}`, async () => {
    const answer = await list(input);
    assert.deepEqual(
      (answer.Contents ?? []).map(({ Key }) => Key),
      keys,
    );
    assert.deepEqual(
      (answer.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      prefixes,
    );
    assert.equal(answer.KeyCount, keys.length + prefixes.length);
    assert.equal(answer.IsTruncated, false);
  });

for (const pageSize of [1, 2, 3, 7])
  test(`pages of ${pageSize} make a whole`, async () => {
    const found: string[] = [];
    const pages = paginateListObjectsV2(
      { client: s3, pageSize },
      { Bucket: BUCKET, Delimiter: '/' },
    );
    for await (const { Contents = [], CommonPrefixes = [] } of pages) {
      assert.ok(Contents.length + CommonPrefixes.length <= pageSize);
      found.push(
        ...Contents.map(({ Key = '' }) => Key),
        ...CommonPrefixes.map(({ Prefix = '' }) => Prefix),
      );
    }
    assert.deepEqual(
      found.toSorted(),
      ['a', 'b/', 'd', 'd e+f', 'z', 'é', '\u{ffff}', '😀'].toSorted(),
    );
  });

test('the older form goes on behind what it told last', async () => {
  const found: string[] = [];
  let Marker: string | undefined;
  for (let pages = 0; pages < 20; pages++) {
    const page = await s3.listObjects({ Bucket: BUCKET, Delimiter: '/', MaxKeys: 1, Marker });
    found.push(
      ...(page.Contents ?? []).map(({ Key = '' }) => Key),
      ...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix),
    );
    Marker = page.NextMarker;
    if (!page.IsTruncated) break;
  }
  assert.deepEqual(found, ['a', 'b/', 'd', 'd e+f', 'z', 'é', '\u{ffff}', '😀']);
});

test('the older form names a next marker only with a delimiter', async () => {
  const page = await s3.listObjects({ Bucket: BUCKET, MaxKeys: 1 });
  assert.equal(page.IsTruncated, true);
  assert.equal(page.NextMarker, undefined);
  assert.match(page.Contents?.[0]?.Owner?.ID ?? '', /^[0-9a-f]{64}$/);
});

test('keys are encoded on request', async () => {
  const answer = await list({
    EncodingType: 'url',
    Prefix: 'd e',
    StartAfter: 'd !',
    Delimiter: '*',
  });
  assert.equal(answer.Contents?.[0]?.Key, 'd+e%2Bf');
  assert.deepEqual([answer.Prefix, answer.StartAfter, answer.Delimiter], ['d+e', 'd+%21', '*']);
  const slashes = await list({ EncodingType: 'url', Delimiter: '/' });
  assert.equal(slashes.CommonPrefixes?.[0]?.Prefix, 'b/');
  assert.ok(slashes.Contents?.some(({ Key }) => Key === '%F0%9F%98%80'));
});

for (const [input, code, members] of [
  [{ MaxKeys: -1 }, 'InvalidArgument', {}],
  [
    { EncodingType: 'base64' as never },
    'InvalidArgument',
    { ArgumentName: 'encoding-type', ArgumentValue: 'base64' },
  ],
  [
    { ContinuationToken: 'made up' },
    'InvalidArgument',
    { ArgumentName: 'continuation-token', ArgumentValue: 'made up' },
  ],
  [{ ContinuationToken: '' }, 'InvalidArgument', { ArgumentName: 'continuation-token' }],
] as const)
  test(`a listing with ${JSON.stringify(input)} is refused`, async () => {
    await assert.rejects(list(input), refused(code, 400, members));
  });

test('more than a thousand are never told at once', async () => {
  assert.equal((await list({ MaxKeys: 5000 })).MaxKeys, 1000);
});
