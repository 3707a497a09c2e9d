import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { type DefaultRetention, type ObjectLockConfiguration, S3 } from '@aws-sdk/client-s3';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;
const { clock } = server.platform;

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Math.floor(clock.now() / 1000) * 1000 + days * DAY_MS);
const PROTECTED = 'Access Denied because object protected by object lock.';
const isProtected = (error: Error) =>
  refused('AccessDenied', 403)(error) && error.message === PROTECTED;

let buckets = 0;
/** One with Object Lock for each test, with a version in it. */
let Bucket = '';
let object = { Bucket, Key: 'k', VersionId: '' };
beforeEach(async () => {
  Bucket = `locked-${++buckets}`;
  await s3.createBucket({ Bucket, ObjectLockEnabledForBucket: true });
  const { VersionId = '' } = await s3.putObject({ Bucket, Key: 'k', Body: 'x' });
  object = { Bucket, Key: 'k', VersionId };
});

const retain = (Mode: 'GOVERNANCE' | 'COMPLIANCE', days: number, more: object = {}) =>
  s3.putObjectRetention({
    ...object,
    Retention: { Mode, RetainUntilDate: inDays(days) },
    ...more,
  });
const bypass = { BypassGovernanceRetention: true };

describe('a bucket with Object Lock', () => {
  test('keeps versions for good, and shows what it is', async () => {
    assert.equal((await s3.getBucketVersioning({ Bucket })).Status, 'Enabled');
    const { ObjectLockConfiguration } = await s3.getObjectLockConfiguration({ Bucket });
    assert.deepEqual(ObjectLockConfiguration, { ObjectLockEnabled: 'Enabled' });
    await assert.rejects(
      s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }),
      refused('InvalidBucketState', 409),
    );
  });

  test('may become one later, once it has versions', async () => {
    const later = { Bucket: `later-${buckets}` };
    await s3.createBucket(later);
    const lock = { ...later, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' as const } };
    await assert.rejects(s3.putObjectLockConfiguration(lock), refused('InvalidBucketState', 409));
    await s3.putBucketVersioning({ ...later, VersioningConfiguration: { Status: 'Enabled' } });
    await s3.putObjectLockConfiguration(lock);
    await s3.getObjectLockConfiguration(later);
  });

  test('retains new versions by its default, where they ask for nothing else', async () => {
    const configure = (DefaultRetention?: DefaultRetention) =>
      s3.putObjectLockConfiguration({
        Bucket,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          ...(DefaultRetention && { Rule: { DefaultRetention } }),
        },
      });
    /** The mode and about how many days. */
    const lockOf = async (Key: string) => {
      const head = await s3.headObject({ Bucket, Key });
      const until = head.ObjectLockRetainUntilDate?.getTime();
      return [head.ObjectLockMode, until && Math.round((until - clock.now()) / DAY_MS)];
    };
    await configure({ Mode: 'GOVERNANCE', Days: 3 });
    await s3.putObject({ Bucket, Key: 'put', Body: 'x' });
    await s3.copyObject({ Bucket, Key: 'copied', CopySource: `${Bucket}/k` });
    const upload = { Bucket, Key: 'in-parts' };
    const { UploadId } = await s3.createMultipartUpload(upload);
    const part = await s3.uploadPart({ ...upload, UploadId, PartNumber: 1, Body: 'x' });
    const Parts = [{ PartNumber: 1, ETag: part.ETag }];
    await s3.completeMultipartUpload({ ...upload, UploadId, MultipartUpload: { Parts } });
    for (const Key of ['put', 'copied', 'in-parts'])
      assert.deepEqual(await lockOf(Key), ['GOVERNANCE', 3], Key);
    const own = { ObjectLockMode: 'COMPLIANCE' as const, ObjectLockRetainUntilDate: inDays(9) };
    await s3.putObject({ Bucket, Key: 'own', Body: 'x', ...own });
    assert.deepEqual(await lockOf('own'), ['COMPLIANCE', 9]);
    await configure({ Mode: 'COMPLIANCE', Years: 2 });
    await s3.putObject({ Bucket, Key: 'put', Body: 'x' });
    assert.deepEqual(await lockOf('put'), ['COMPLIANCE', 730]);
    await configure();
    await s3.putObject({ Bucket, Key: 'put', Body: 'x' });
    assert.deepEqual(await lockOf('put'), [undefined, undefined]);
  });

  test('takes no configuration that is not there', async () => {
    await assert.rejects(
      s3.putObjectLockConfiguration({ Bucket }),
      refused('MissingRequestBodyError', 400),
    );
  });

  const Enabled = { ObjectLockEnabled: 'Enabled' as const };
  const rule = (DefaultRetention: object) =>
    ({ ...Enabled, Rule: { DefaultRetention } }) as ObjectLockConfiguration;
  for (const [configuration, code] of [
    [{}, 'MalformedXML'],
    [{ ObjectLockEnabled: 'Disabled' as never }, 'MalformedXML'],
    [{ ...Enabled, Rule: {} }, 'MalformedXML'],
    [rule({ Mode: 'GOVERNANCE' }), 'MalformedXML'],
    [rule({ Mode: 'governance', Days: 1 }), 'MalformedXML'],
    [rule({ Days: 1 }), 'MalformedXML'],
    [rule({ Mode: 'GOVERNANCE', Days: 1, Years: 1 }), 'MalformedXML'],
    [rule({ Mode: 'GOVERNANCE', Days: 0 }), 'InvalidArgument'],
    [rule({ Mode: 'GOVERNANCE', Years: -1 }), 'InvalidArgument'],
    [rule({ Mode: 'GOVERNANCE', Days: 36_501 }), 'InvalidArgument'],
  ] as const)
    test(`takes no configuration ${JSON.stringify(configuration)}`, async () => {
      await assert.rejects(
        s3.putObjectLockConfiguration({ Bucket, ObjectLockConfiguration: configuration }),
        refused(code, 400),
      );
    });
});

describe('a retained version', () => {
  test('shows its retention, which is an event', async () => {
    await assert.rejects(
      s3.getObjectRetention(object),
      refused('NoSuchObjectLockConfiguration', 404),
    );
    await s3.putBucketNotificationConfiguration({
      Bucket,
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    });
    const RetainUntilDate = inDays(2);
    const Retention = { Mode: 'GOVERNANCE' as const, RetainUntilDate };
    await s3.putObjectRetention({ ...object, Retention });
    assert.deepEqual((await s3.getObjectRetention(object)).Retention, Retention);
    const read = await s3.getObject(object);
    await read.Body?.transformToString();
    assert.deepEqual(read.ObjectLockRetainUntilDate, RetainUntilDate);
    const change = (await server.events()).findLast(({ bucket }) => bucket === Bucket);
    assert.equal(change?.eventName, 'ObjectRetention:Put');
    assert.deepEqual(change?.retention, { mode: 'GOVERNANCE', untilMs: RetainUntilDate.getTime() });
  });

  test('is deleted by nobody, but hidden by anybody', async () => {
    await retain('COMPLIANCE', 2);
    await assert.rejects(s3.deleteObject(object), isProtected);
    await assert.rejects(s3.deleteObject({ ...object, ...bypass }), isProtected);
    const { Key, VersionId } = object;
    const other = await s3.putObject({ Bucket, Key: 'other', Body: 'x' });
    const Objects = [
      { Key, VersionId },
      { Key: 'other', VersionId: other.VersionId },
    ];
    const { Deleted, Errors } = await s3.deleteObjects({ Bucket, Delete: { Objects }, ...bypass });
    assert.deepEqual(Deleted, Objects.slice(1));
    assert.deepEqual(Errors, [{ Key, VersionId, Code: 'AccessDenied', Message: PROTECTED }]);
    assert.equal((await s3.deleteObject({ Bucket, Key })).DeleteMarker, true);
    await s3.headObject(object);
  });

  test('in GOVERNANCE gives way to who bypasses it', async () => {
    await retain('GOVERNANCE', 2);
    await assert.rejects(s3.deleteObject(object), isProtected);
    await assert.rejects(retain('GOVERNANCE', 1), isProtected);
    await assert.rejects(retain('COMPLIANCE', 3), isProtected);
    await assert.rejects(s3.putObjectRetention({ ...object, Retention: {} }), isProtected);
    await retain('GOVERNANCE', 3);
    await retain('GOVERNANCE', 1, bypass);
    await s3.putObjectRetention({ ...object, Retention: {}, ...bypass });
    await retain('GOVERNANCE', 1);
    await s3.deleteObject({ ...object, ...bypass });
    await assert.rejects(s3.headObject(object), refused('NotFound', 404));
  });

  test('in COMPLIANCE can only be retained for longer', async () => {
    await retain('COMPLIANCE', 2);
    await assert.rejects(retain('COMPLIANCE', 1, bypass), isProtected);
    await assert.rejects(retain('GOVERNANCE', 3, bypass), isProtected);
    await retain('COMPLIANCE', 3);
  });

  test('is free when the retention is over', async () => {
    await retain('COMPLIANCE', 2);
    await clock.advance(2 * DAY_MS + 1000);
    await s3.deleteObject(object);
  });
});

test('a legal hold keeps a version until it is taken off', async () => {
  const hold = (Status: 'ON' | 'OFF') =>
    s3.putObjectLegalHold({ ...object, LegalHold: { Status } });
  await assert.rejects(
    s3.getObjectLegalHold(object),
    refused('NoSuchObjectLockConfiguration', 404),
  );
  await hold('ON');
  assert.deepEqual((await s3.getObjectLegalHold(object)).LegalHold, { Status: 'ON' });
  assert.equal((await s3.headObject(object)).ObjectLockLegalHoldStatus, 'ON');
  await assert.rejects(s3.deleteObject({ ...object, ...bypass }), isProtected);
  await hold('OFF');
  assert.deepEqual((await s3.getObjectLegalHold(object)).LegalHold, { Status: 'OFF' });
  await s3.deleteObject(object);
});

describe('refused', () => {
  const until = { ObjectLockRetainUntilDate: new Date('2099-01-01') };
  for (const [what, input, message] of [
    ['a mode alone', { ObjectLockMode: 'GOVERNANCE' }, /must both be supplied$/],
    ['a date alone', until, /must both be supplied$/],
    ['an unknown mode', { ObjectLockMode: 'FREE', ...until }, /^Unknown wormMode directive\.$/],
    [
      'a date that has been',
      { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date(0) },
      /must be in the future!$/,
    ],
    ['an unknown hold', { ObjectLockLegalHoldStatus: 'MAYBE' }, /^Legal Hold must be either/],
  ] as const)
    test(`is a write with ${what}`, async () => {
      const refusal = (error: Error) => {
        assert.match(error.message, message);
        return refused('InvalidArgument', 400)(error);
      };
      const Key = 'refused';
      await assert.rejects(s3.putObject({ Bucket, Key, Body: 'x', ...(input as object) }), refusal);
      await assert.rejects(
        s3.createMultipartUpload({ Bucket, Key, ...(input as object) }),
        refusal,
      );
    });

  test('are locks where the bucket has no Object Lock', async () => {
    const plain = { Bucket: BUCKET, Key: 'plain' };
    await s3.putObject({ ...plain, Body: 'x' });
    const missing = refused('InvalidRequest', 400);
    const Retention = { Mode: 'GOVERNANCE' as const, RetainUntilDate: inDays(1) };
    await assert.rejects(s3.putObjectRetention({ ...plain, Retention }), missing);
    await assert.rejects(s3.getObjectRetention(plain), missing);
    await assert.rejects(s3.putObjectLegalHold({ ...plain, LegalHold: { Status: 'ON' } }), missing);
    await assert.rejects(s3.getObjectLegalHold(plain), missing);
    const hold = { ObjectLockLegalHoldStatus: 'ON' as const };
    await assert.rejects(s3.putObject({ ...plain, Body: 'y', ...hold }), missing);
    await assert.rejects(s3.createMultipartUpload({ ...plain, ...hold }), missing);
  });

  test('is a retention that makes no sense', async () => {
    for (const Retention of [{ Mode: 'GOVERNANCE' }, { RetainUntilDate: inDays(1) }, undefined])
      await assert.rejects(
        s3.putObjectRetention({ ...object, Retention: Retention as never }),
        refused('MalformedXML', 400),
      );
    await assert.rejects(retain('GOVERNANCE', -1), refused('InvalidArgument', 400));
    await assert.rejects(
      s3.putObjectLegalHold({ ...object, LegalHold: { Status: 'MAYBE' as never } }),
      refused('MalformedXML', 400),
    );
  });

  test('is a locked body that does not say what it hashes to', async () => {
    const { region, credentials } = s3.config;
    const silent = new S3({
      endpoint: server.url,
      region,
      credentials,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    const unsaid = { Bucket, Key: 'unsaid', Body: 'x', ObjectLockLegalHoldStatus: 'ON' as const };
    await assert.rejects(silent.putObject(unsaid), refused('InvalidRequest', 400));
    await silent.putObject({ ...unsaid, ContentMD5: 'ndTkYSaMgDT1yFZOFVxnpg==' });
    silent.destroy();
  });

  test('is a locked object of nobody', async () => {
    const headers = { 'x-amz-object-lock-legal-hold': 'ON' };
    const url = `${server.url}/${Bucket}/nobodys`;
    await s3.deletePublicAccessBlock({ Bucket });
    const Statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:PutObject*',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    await s3.putBucketPolicy({ Bucket, Policy });
    const answer = await fetch(url, { method: 'PUT', body: 'x', headers });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /require AWS Signature Version 4/);
  });
});
