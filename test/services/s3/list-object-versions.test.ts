import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ListObjectVersionsCommandInput } from '@aws-sdk/client-s3';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

/** What a listing has to tell, in order: key and what is on it, the newest first. */
const expected: string[] = [];
const ids: Record<string, string> = {};

before(async () => {
  await s3.putObject({ Bucket: BUCKET, Key: 'dir/old', Body: '0' });
  await s3.putBucketVersioning({ Bucket: BUCKET, VersioningConfiguration: { Status: 'Enabled' } });
  const put = async (Key: string, name: string) => {
    const { VersionId = '' } = await s3.putObject({ Bucket: BUCKET, Key, Body: name });
    ids[VersionId] = name;
  };
  const mark = async (Key: string, name: string) => {
    const { VersionId = '' } = await s3.deleteObject({ Bucket: BUCKET, Key });
    ids[VersionId] = name;
  };
  for (const n of [1, 2, 3]) await put('a', `a${n}`);
  await put('b', 'b1');
  await mark('b', 'b2 marker');
  await put('b', 'b3');
  await mark('b', 'b4 marker');
  await put('dir/new', 'dir/new1');
  await put('dir/old', 'dir/old1');
  ids.null = 'dir/old0';
  expected.push(
    'a3*',
    'a2',
    'a1',
    'b4 marker*',
    'b3',
    'b2 marker',
    'b1',
    'dir/new1*',
    'dir/old1*',
    'dir/old0',
  );
});

async function page(input: Partial<ListObjectVersionsCommandInput>) {
  const answer = await s3.listObjectVersions({ Bucket: BUCKET, ...input });
  const { Versions = [], DeleteMarkers = [], CommonPrefixes = [] } = answer;
  const entries = [...Versions, ...DeleteMarkers].map(
    ({ VersionId = '', IsLatest }) => `${ids[VersionId]}${IsLatest ? '*' : ''}`,
  );
  return { answer, entries, prefixes: CommonPrefixes.map(({ Prefix }) => Prefix) };
}

test('every version and marker is listed, and which is the latest', async () => {
  const { entries, answer } = await page({});
  assert.deepEqual(entries.toSorted(), expected.toSorted());
  assert.equal(answer.IsTruncated, false);
});

for (const MaxKeys of [1, 2, 3, 4])
  test(`pages of ${MaxKeys} tell the same, in order of keys and newest first`, async () => {
    const found: string[] = [];
    let markers = {};
    for (let pages = 0; pages < 20; pages++) {
      const { entries, answer } = await page({ MaxKeys, ...markers });
      // Versions and markers come in lists of their own, so only pages of one are in order.
      found.push(...(MaxKeys === 1 ? entries : entries.toSorted()));
      if (!answer.IsTruncated) break;
      markers = { KeyMarker: answer.NextKeyMarker, VersionIdMarker: answer.NextVersionIdMarker };
    }
    if (MaxKeys === 1) assert.deepEqual(found, expected);
    else assert.deepEqual(found.toSorted(), expected.toSorted());
  });

test('versions under a common prefix are one', async () => {
  const first = await page({ Delimiter: '/', Prefix: '', KeyMarker: 'b' });
  assert.deepEqual([first.entries, first.prefixes], [[], ['dir/']]);
  const next = await page({ Delimiter: '/', KeyMarker: 'dir/' });
  assert.deepEqual([next.entries, next.prefixes], [[], []]);
  const cut = await page({ Delimiter: '/', MaxKeys: 8 });
  assert.equal(cut.answer.IsTruncated, false);
  const shorter = await page({ Delimiter: '/', MaxKeys: 7 });
  assert.equal(shorter.answer.IsTruncated, true);
  assert.equal(shorter.answer.NextKeyMarker, 'b');
});

test('a prefix narrows the listing', async () => {
  const { entries } = await page({ Prefix: 'dir/o' });
  assert.deepEqual(entries, ['dir/old1*', 'dir/old0']);
});

test('the null version can be a marker', async () => {
  const { entries } = await page({ KeyMarker: 'dir/old', VersionIdMarker: 'null' });
  assert.deepEqual(entries, []);
});

test('markers that mean nothing are refused', async () => {
  await assert.rejects(
    page({ VersionIdMarker: 'null' }),
    refused('InvalidArgument', 400, { ArgumentName: 'version-id-marker' }),
  );
  await assert.rejects(
    page({ KeyMarker: 'a', VersionIdMarker: 'made up' }),
    refused('InvalidArgument', 400, { ArgumentName: 'version-id-marker' }),
  );
});
