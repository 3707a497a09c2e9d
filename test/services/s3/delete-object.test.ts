import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

const UNKNOWN = 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD';
let buckets = 0;

/** A bucket of its own for each test: keys and events can then be counted. */
async function newBucket(...statuses: ('Enabled' | 'Suspended')[]) {
  const Bucket = `bucket-${++buckets}`;
  await s3.createBucket({ Bucket });
  await s3.putBucketNotificationConfiguration({
    Bucket,
    NotificationConfiguration: { EventBridgeConfiguration: {} },
  });
  const versioning = (Status: 'Enabled' | 'Suspended') =>
    s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status } });
  for (const status of statuses) await versioning(status);
  return {
    Bucket,
    versioning,
    put: (Key: string, Body = 'x') => s3.putObject({ Bucket, Key, Body }),
    get: async (Key: string, VersionId?: string) =>
      (await s3.getObject({ Bucket, Key, VersionId })).Body?.transformToString(),
    remove: async (Key: string, VersionId?: string) => {
      const { $metadata, ...answer } = await s3.deleteObject({ Bucket, Key, VersionId });
      assert.equal($metadata.httpStatusCode, 204);
      return answer;
    },
    versions: async () => {
      const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket });
      return {
        versions: Versions.map(({ Key, VersionId, IsLatest }) => `${Key} ${VersionId} ${IsLatest}`),
        markers: DeleteMarkers.map(
          ({ Key, VersionId, IsLatest }) => `${Key} ${VersionId} ${IsLatest}`,
        ),
      };
    },
    events: async () => {
      const changes = await server.events();
      return changes
        .filter((change) => change.bucket === Bucket)
        .map(({ eventName, versionId, deletionType, size, etag }) => ({
          eventName,
          versionId,
          deletionType,
          size,
          etag,
        }));
    },
  };
}

const EMPTY_ETAG = 'd41d8cd98f00b204e9800998ecf8427e';
const deleted = (versionId?: string) => ({
  eventName: 'ObjectRemoved:Delete',
  versionId,
  deletionType: 'Permanently Deleted',
  size: undefined,
  etag: undefined,
});
const marked = (versionId?: string) => ({
  eventName: 'ObjectRemoved:DeleteMarkerCreated',
  versionId,
  deletionType: 'Delete Marker Created',
  size: undefined,
  etag: EMPTY_ETAG,
});

test('without versioning an object is gone, once', async () => {
  const bucket = await newBucket();
  await bucket.put('k');
  assert.deepEqual(await bucket.remove('k'), {});
  await assert.rejects(bucket.get('k'), refused('NoSuchKey', 404));
  assert.deepEqual((await bucket.events()).slice(1), [deleted()]);
  assert.deepEqual(await bucket.remove('k'), {});
  assert.equal((await bucket.events()).length, 2, 'nothing changed, so nothing happened');
});

test('with versioning a marker hides the object, and deleting the marker shows it again', async () => {
  const bucket = await newBucket('Enabled');
  const { VersionId: first } = await bucket.put('k', 'first');
  const { VersionId: second } = await bucket.put('k', 'second');
  assert.match(first ?? '', /^[A-Za-z0-9_-]{32}$/);
  const marker = await bucket.remove('k');
  assert.equal(marker.DeleteMarker, true);
  await assert.rejects(bucket.get('k'), refused('NoSuchKey', 404));
  assert.equal(await bucket.get('k', first), 'first');
  assert.deepEqual(await bucket.versions(), {
    versions: [`k ${second} false`, `k ${first} false`],
    markers: [`k ${marker.VersionId} true`],
  });
  assert.deepEqual(await bucket.remove('k', marker.VersionId), {
    DeleteMarker: true,
    VersionId: marker.VersionId,
  });
  assert.equal(await bucket.get('k'), 'second');
  assert.deepEqual((await bucket.events()).slice(2), [
    marked(marker.VersionId),
    deleted(marker.VersionId),
  ]);
});

test('deleting the newest version brings the one before back', async () => {
  const bucket = await newBucket('Enabled');
  const { VersionId: first } = await bucket.put('k', 'first');
  const { VersionId: second } = await bucket.put('k', 'second');
  assert.deepEqual(await bucket.remove('k', second), { VersionId: second });
  assert.equal(await bucket.get('k'), 'first');
  assert.deepEqual(await bucket.remove('k', first), { VersionId: first });
  assert.deepEqual(await bucket.versions(), { versions: [], markers: [] });
});

test('an older marker may go without a newer one showing anything', async () => {
  const bucket = await newBucket('Enabled');
  const { VersionId } = await bucket.put('k');
  const older = await bucket.remove('k');
  const newer = await bucket.remove('k');
  await bucket.remove('k', older.VersionId);
  await assert.rejects(bucket.get('k'), refused('NoSuchKey', 404));
  assert.deepEqual(await bucket.versions(), {
    versions: [`k ${VersionId} false`],
    markers: [`k ${newer.VersionId} true`],
  });
});

test('a marker is put for a key that never was', async () => {
  const bucket = await newBucket('Enabled');
  const { VersionId } = await bucket.remove('never');
  assert.deepEqual(await bucket.versions(), { versions: [], markers: [`never ${VersionId} true`] });
});

test('a marker cannot be read', async () => {
  const bucket = await newBucket('Enabled');
  const { VersionId } = await bucket.remove('k');
  const { Bucket } = bucket;
  await assert.rejects(
    s3.getObject({ Bucket, Key: 'k', VersionId }),
    refused('MethodNotAllowed', 405, { Method: 'GET', ResourceType: 'DeleteMarker' }),
  );
  await assert.rejects(s3.headObject({ Bucket, Key: 'k', VersionId }), refused('Unknown', 405));
});

test('while versioning is suspended only the null version is replaced', async () => {
  const bucket = await newBucket('Enabled');
  const { VersionId: kept } = await bucket.put('k', 'kept');
  await bucket.versioning('Suspended');
  assert.equal((await bucket.put('k', 'null one')).VersionId, undefined);
  assert.equal((await bucket.put('k', 'null two')).VersionId, undefined);
  assert.deepEqual(await bucket.versions(), {
    versions: ['k null true', `k ${kept} false`],
    markers: [],
  });
  assert.equal(await bucket.get('k', 'null'), 'null two');
  assert.deepEqual(await bucket.remove('k'), { DeleteMarker: true, VersionId: 'null' });
  assert.deepEqual(await bucket.remove('k'), { DeleteMarker: true, VersionId: 'null' });
  assert.deepEqual(await bucket.versions(), {
    versions: [`k ${kept} false`],
    markers: ['k null true'],
  });
  assert.deepEqual((await bucket.events()).slice(3), [marked(), marked()]);
  assert.deepEqual(await bucket.remove('k', 'null'), { DeleteMarker: true, VersionId: 'null' });
  assert.equal(await bucket.get('k'), 'kept');
});

test('what was there before versioning is the null version', async () => {
  const bucket = await newBucket();
  await bucket.put('k', 'before');
  await bucket.versioning('Enabled');
  const { VersionId } = await bucket.put('k', 'after');
  assert.equal(await bucket.get('k', 'null'), 'before');
  const { Bucket } = bucket;
  const answer = await s3.headObject({ Bucket, Key: 'k', VersionId: 'null' });
  assert.equal(answer.VersionId, 'null');
  assert.deepEqual(await bucket.versions(), {
    versions: [`k ${VersionId} true`, 'k null false'],
    markers: [],
  });
  await bucket.versioning('Suspended');
  await bucket.put('k', 'null again');
  assert.deepEqual(await bucket.versions(), {
    versions: ['k null true', `k ${VersionId} false`],
    markers: [],
  });
});

test('a version id that the bucket never gave out is invalid; one that is gone is missing', async () => {
  for (const bucket of [await newBucket(), await newBucket('Enabled')]) {
    await bucket.put('k');
    const invalid = refused('InvalidArgument', 400, {
      ArgumentName: 'versionId',
      ArgumentValue: UNKNOWN,
    });
    await assert.rejects(bucket.remove('k', UNKNOWN), invalid);
    await assert.rejects(bucket.get('k', UNKNOWN), invalid);
  }
  const bucket = await newBucket('Enabled');
  const { VersionId = '' } = await bucket.put('k');
  await bucket.remove('k', VersionId);
  await assert.rejects(
    bucket.get('k', VersionId),
    refused('NoSuchVersion', 404, { Key: 'k', VersionId }),
  );
  assert.deepEqual(await bucket.remove('k', VersionId), { VersionId });
});

test('a delete may depend on the ETag', async () => {
  const bucket = await newBucket();
  const { Bucket } = bucket;
  const { ETag } = await bucket.put('k');
  await assert.rejects(
    s3.deleteObject({ Bucket, Key: 'k', IfMatch: '"other"' }),
    refused('PreconditionFailed', 412, { Condition: 'If-Match' }),
  );
  await s3.deleteObject({ Bucket, Key: 'k', IfMatch: ETag });
  await assert.rejects(
    s3.deleteObject({ Bucket, Key: 'k', IfMatch: ETag }),
    refused('NoSuchKey', 404),
  );
  await assert.rejects(
    s3.deleteObject({ Bucket, Key: 'k', IfMatchSize: 1 }),
    refused('NotImplemented', 501, { Header: 'x-amz-if-match-size' }),
  );
  await assert.rejects(
    s3.deleteObject({ Bucket, Key: 'k', BypassGovernanceRetention: true }),
    refused('InvalidArgument', 400, { ArgumentValue: undefined }),
  );
});

test('many keys are deleted at once, each with its own outcome and event', async () => {
  const bucket = await newBucket('Enabled');
  const { Bucket } = bucket;
  const { VersionId: old } = await bucket.put('old');
  await bucket.put('plain');
  const marker = await bucket.remove('marked');
  const { Deleted = [], Errors } = await s3.deleteObjects({
    Bucket,
    Delete: {
      Objects: [
        { Key: 'plain' },
        { Key: 'old', VersionId: old },
        { Key: 'marked', VersionId: marker.VersionId },
        { Key: 'bad', VersionId: UNKNOWN },
        { Key: 'plain', ETag: '"other"' },
      ],
    },
  });
  assert.equal(Deleted[0]?.DeleteMarker, true);
  assert.match(Deleted[0]?.DeleteMarkerVersionId ?? '', /^[\w-]{32}$/);
  assert.deepEqual(Deleted.slice(1), [
    { Key: 'old', VersionId: old },
    {
      Key: 'marked',
      VersionId: marker.VersionId,
      DeleteMarker: true,
      DeleteMarkerVersionId: marker.VersionId,
    },
  ]);
  assert.deepEqual(Errors, [
    {
      Key: 'bad',
      VersionId: UNKNOWN,
      Code: 'NoSuchVersion',
      Message: 'The specified version does not exist.',
    },
    {
      Key: 'plain',
      Code: 'NoSuchKey',
      Message: 'The specified key does not exist.',
    },
  ]);
  assert.equal((await bucket.events()).slice(3).length, 3);
});

test('quietly, only errors are told', async () => {
  const bucket = await newBucket();
  await bucket.put('k');
  const { Bucket } = bucket;
  const answer = await s3.deleteObjects({
    Bucket,
    Delete: { Objects: [{ Key: 'k' }, { Key: 'missing' }], Quiet: true },
  });
  assert.deepEqual([answer.Deleted, answer.Errors], [undefined, undefined]);
  await assert.rejects(bucket.get('k'), refused('NoSuchKey', 404));
});

test('a thousand keys are deleted, not one more', async () => {
  const { Bucket } = await newBucket();
  const Objects = Array.from({ length: 1001 }, (_, n) => ({ Key: String(n) }));
  const answer = await s3.deleteObjects({ Bucket, Delete: { Objects: Objects.slice(1) } });
  assert.equal(answer.Deleted?.length, 1000);
  await assert.rejects(
    s3.deleteObjects({ Bucket, Delete: { Objects } }),
    refused('MalformedXML', 400),
  );
});

test('many keys are not deleted unless the list is known to have arrived whole', async () => {
  const { Bucket } = await newBucket();
  const client = server.client();
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      for (const name of Object.keys(headers))
        if (/^(x-amz-(sdk-)?checksum-|x-amz-trailer)/.test(name)) delete headers[name];
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  await assert.rejects(
    client.deleteObjects({ Bucket, Delete: { Objects: [{ Key: 'k' }] } }),
    refused('InvalidRequest', 400),
  );
});
