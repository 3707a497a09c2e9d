import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { completeDueRestores, nextRestoreDue } from '../../../src/services/s3/due-restores.ts';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3, platform } = server;
const DAY_MS = 24 * 60 * 60 * 1000;
let keys = 0;

async function archived(StorageClass: 'GLACIER' | 'DEEP_ARCHIVE' | 'STANDARD' = 'GLACIER') {
  const object = { Bucket: BUCKET, Key: `archived-${++keys}` };
  await s3.putObject({ ...object, Body: 'frozen', StorageClass });
  return {
    object,
    restore: async (Days: number) => {
      const answer = await s3.restoreObject({ ...object, RestoreRequest: { Days } });
      return answer.$metadata.httpStatusCode;
    },
    state: async () => (await s3.headObject(object)).Restore,
    events: async () =>
      (await server.events())
        .filter(({ key }) => key === object.Key)
        .map(({ eventName }) => eventName),
  };
}

test('an archived object can be read while a copy of it is restored', async () => {
  const { object, restore, state, events } = await archived();
  const frozen = refused('InvalidObjectState', 403, { StorageClass: 'GLACIER' });
  await assert.rejects(s3.getObject(object), frozen);
  assert.equal(await state(), undefined);

  assert.equal(await restore(2), 202);
  assert.equal(await state(), 'ongoing-request="true"');
  await assert.rejects(s3.getObject(object), frozen);
  await assert.rejects(restore(2), refused('RestoreAlreadyInProgress', 409));

  assert.ok(((await nextRestoreDue(platform)) ?? Infinity) <= platform.clock.now());
  assert.equal(await completeDueRestores(platform), 1);
  assert.equal(await completeDueRestores(platform), 0);
  const midnight = (days: number) =>
    new Date((Math.floor(platform.clock.now() / DAY_MS) + 1 + days) * DAY_MS).toUTCString();
  assert.equal(await state(), `ongoing-request="false", expiry-date="${midnight(2)}"`);
  const { Body, StorageClass } = await s3.getObject(object);
  assert.deepEqual([await Body?.transformToString(), StorageClass], ['frozen', 'GLACIER']);

  assert.equal(await restore(5), 200);
  assert.equal(await state(), `ongoing-request="false", expiry-date="${midnight(5)}"`);

  await platform.clock.advance(6 * DAY_MS);
  await assert.rejects(s3.getObject(object), frozen);
  assert.equal(await completeDueRestores(platform), 1);
  assert.equal(await state(), undefined);
  assert.equal(await nextRestoreDue(platform), undefined);
  assert.deepEqual(await events(), [
    'ObjectCreated:Put',
    'ObjectRestore:Post',
    'ObjectRestore:Completed',
    'ObjectRestore:Delete',
  ]);
});

test('what restores say by themselves names S3 and the day', async () => {
  const { object, restore } = await archived('DEEP_ARCHIVE');
  await restore(1);
  await completeDueRestores(platform);
  const change = (await server.events()).findLast(({ key }) => key === object.Key);
  assert.equal(change?.eventName, 'ObjectRestore:Completed');
  assert.equal(change.principalId, 's3.amazonaws.com');
  assert.equal(change.sourceIp, undefined);
  assert.match(change.requestId, /^[0-9A-F]{16}$/);
  assert.equal(change.storageClass, 'DEEP_ARCHIVE');
  assert.equal((change.restoreExpiryMs ?? 1) % DAY_MS, 0);
});

test('a listing tells of restores on request', async () => {
  const { object, restore } = await archived();
  const status = async () => {
    const listed = await s3.listObjectsV2({
      Bucket: BUCKET,
      Prefix: object.Key,
      OptionalObjectAttributes: ['RestoreStatus'],
    });
    return listed.Contents?.[0]?.RestoreStatus;
  };
  assert.equal(await status(), undefined);
  await restore(1);
  assert.deepEqual(await status(), { IsRestoreInProgress: true });
  await completeDueRestores(platform);
  assert.equal((await status())?.IsRestoreInProgress, false);
});

test('an object that is not archived needs no restore', async () => {
  const { restore } = await archived('STANDARD');
  await assert.rejects(
    restore(1),
    refused('InvalidObjectState', 403, { StorageClass: 'STANDARD' }),
  );
});

test('a restore of an object that was deleted meanwhile never happens', async () => {
  const { object, restore, events } = await archived();
  await restore(1);
  await s3.deleteObject(object);
  await completeDueRestores(platform);
  assert.deepEqual((await events()).slice(1), ['ObjectRestore:Post', 'ObjectRemoved:Delete']);
});

for (const [what, RestoreRequest, code, status] of [
  ['no days', {}, 'MalformedXML', 400],
  ['no day', { Days: 0 }, 'InvalidArgument', 400],
  ['a tier that is none', { Days: 1, Tier: 'Now' as never }, 'MalformedXML', 400],
  ['a query', { Type: 'SELECT' as const }, 'NotImplemented', 501],
] as const)
  test(`a restore for ${what}: ${code}`, async () => {
    const { object } = await archived();
    await assert.rejects(s3.restoreObject({ ...object, RestoreRequest }), refused(code, status));
  });
