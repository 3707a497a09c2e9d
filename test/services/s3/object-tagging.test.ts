import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;
const object = { Bucket: BUCKET, Key: 'tagged' };

before(() => s3.putObject({ ...object, Body: 'x', Tagging: 'from=put&empty=' }));

test('tags are read, replaced and removed, each change with its event', async () => {
  const tags = async () => (await s3.getObjectTagging(object)).TagSet;
  assert.deepEqual(await tags(), [
    { Key: 'empty', Value: '' },
    { Key: 'from', Value: 'put' },
  ]);
  await s3.putObjectTagging({ ...object, Tagging: { TagSet: [{ Key: 'a', Value: '1' }] } });
  assert.deepEqual(await tags(), [{ Key: 'a', Value: '1' }]);
  await s3.deleteObjectTagging(object);
  assert.deepEqual(await tags(), []);
  const names = (await server.events()).map(({ eventName }) => eventName);
  assert.deepEqual(names, ['ObjectCreated:Put', 'ObjectTagging:Put', 'ObjectTagging:Delete']);
});

for (const [what, TagSet, code] of [
  [
    'the same key twice',
    [
      { Key: 'a', Value: '1' },
      { Key: 'a', Value: '2' },
    ],
    'InvalidTag',
  ],
  ['a key of AWS', [{ Key: 'aws:a', Value: '1' }], 'InvalidTag'],
  ['a long key', [{ Key: 'k'.repeat(129), Value: '1' }], 'InvalidTag'],
  ['a long value', [{ Key: 'k', Value: 'v'.repeat(257) }], 'InvalidTag'],
  ['a character that tags cannot have', [{ Key: 'k', Value: '<' }], 'InvalidTag'],
  [
    'eleven tags',
    Array.from({ length: 11 }, (_, n) => ({ Key: `k${n}`, Value: '' })),
    'BadRequest',
  ],
] as const)
  test(`${what}: ${code}`, async () => {
    await assert.rejects(
      s3.putObjectTagging({ ...object, Tagging: { TagSet: [...TagSet] } }),
      refused(code, 400),
    );
  });

test('a version keeps its own tags', async () => {
  await s3.putBucketVersioning({ Bucket: BUCKET, VersioningConfiguration: { Status: 'Enabled' } });
  const Key = 'versions';
  const { VersionId } = await s3.putObject({ Bucket: BUCKET, Key, Body: '1', Tagging: 'n=1' });
  await s3.putObject({ Bucket: BUCKET, Key, Body: '2', Tagging: 'n=2' });
  const answer = await s3.getObjectTagging({ Bucket: BUCKET, Key, VersionId });
  assert.deepEqual([answer.TagSet, answer.VersionId], [[{ Key: 'n', Value: '1' }], VersionId]);
  const changed = await s3.putObjectTagging({
    Bucket: BUCKET,
    Key,
    VersionId,
    Tagging: { TagSet: [{ Key: 'n', Value: 'one' }] },
  });
  assert.equal(changed.VersionId, VersionId);
  const newest = await s3.getObjectTagging({ Bucket: BUCKET, Key });
  assert.deepEqual(newest.TagSet, [{ Key: 'n', Value: '2' }]);
});

test('what is not there has no tags', async () => {
  await assert.rejects(
    s3.getObjectTagging({ Bucket: BUCKET, Key: 'missing' }),
    refused('NoSuchKey', 404),
  );
});

test('a delete marker has no tags, whether it is named or not', async () => {
  await s3.putBucketVersioning({ Bucket: BUCKET, VersioningConfiguration: { Status: 'Enabled' } });
  const hidden = { Bucket: BUCKET, Key: 'hidden' };
  const { VersionId } = await s3.deleteObject(hidden);
  const Tagging = { TagSet: [{ Key: 'a', Value: '1' }] };
  const notAllowed = refused('MethodNotAllowed', 405, { ResourceType: 'DeleteMarker' });
  for (const marker of [hidden, { ...hidden, VersionId }]) {
    await assert.rejects(s3.getObjectTagging(marker), notAllowed);
    await assert.rejects(s3.putObjectTagging({ ...marker, Tagging }), notAllowed);
    await assert.rejects(s3.deleteObjectTagging(marker), notAllowed);
  }
});

test('a key that is not there is named with its bucket when its tags are read', async () => {
  const none = { Bucket: BUCKET, Key: 'none' };
  const missing = (Key: string) => refused('NoSuchKey', 404, { Key });
  await assert.rejects(s3.getObjectTagging(none), missing(`${BUCKET}/none`));
  await assert.rejects(s3.deleteObjectTagging(none), missing('none'));
});
