import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { GetObjectCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

test('a bucket is made, found, listed and deleted', async () => {
  const made = await s3.createBucket({ Bucket: 'first-one' });
  assert.equal(made.Location, '/first-one');
  const head = await s3.headBucket({ Bucket: 'first-one' });
  assert.equal(head.BucketRegion, 'us-east-1');
  const { Buckets = [], Owner } = await s3.listBuckets({ Prefix: 'first' });
  assert.deepEqual(
    Buckets.map(({ Name, BucketRegion }) => ({ Name, BucketRegion })),
    [{ Name: 'first-one', BucketRegion: 'us-east-1' }],
  );
  assert.match(Owner?.ID ?? '', /^[0-9a-f]{64}$/);
  await s3.deleteBucket({ Bucket: 'first-one' });
  await assert.rejects(s3.headBucket({ Bucket: 'first-one' }), refused('NotFound', 404));
  await assert.rejects(
    s3.listObjectsV2({ Bucket: 'first-one' }),
    refused('NoSuchBucket', 404, { BucketName: 'first-one' }),
  );
});

for (const name of [
  'ab',
  'Upper',
  'under_score',
  '-a-b',
  'a-b-',
  'a..b',
  '192.168.0.1',
  'xn--ab',
  'a'.repeat(64),
])
  test(`${name} is no name for a bucket`, async () => {
    await assert.rejects(
      s3.createBucket({ Bucket: name }),
      refused('InvalidBucketName', 400, { BucketName: name }),
    );
  });

test('a name belongs to one account', async () => {
  await s3.createBucket({ Bucket: 'taken' });
  await s3.createBucket({ Bucket: 'taken' }); // in us-east-1 the owner may say so twice
  await assert.rejects(
    server.client({ account: '999999999999' }).createBucket({ Bucket: 'taken' }),
    refused('BucketAlreadyExists', 409, { BucketName: 'taken' }),
  );
});

test('a bucket is in the region that is asked for, and answers to no other', async () => {
  const Bucket = 'far-away';
  await s3.createBucket({
    Bucket,
    CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
  });
  assert.equal((await s3.getBucketLocation({ Bucket })).LocationConstraint, 'eu-central-1');
  await assert.rejects(
    s3.putObject({ Bucket, Key: 'k', Body: 'x' }),
    refused('AuthorizationHeaderMalformed', 400, { Region: 'eu-central-1' }),
  );
  const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'k' }));
  const answer = await fetch(url);
  assert.equal(answer.status, 400);
  assert.equal(answer.headers.get('x-amz-bucket-region'), 'eu-central-1');
  assert.match(
    await answer.text(),
    /<Code>AuthorizationQueryParametersError<\/Code><Message>Error parsing the X-Amz-Credential parameter; the region 'us-east-1' is wrong; expecting 'eu-central-1'<\/Message><Region>eu-central-1<\/Region>/,
  );
  const there = server.client({ region: 'eu-central-1' });
  await there.putObject({ Bucket, Key: 'k', Body: 'x' });
  await assert.rejects(there.createBucket({ Bucket }), refused('BucketAlreadyOwnedByYou', 409));
});

test('us-east-1 is where a bucket is that names no region', async () => {
  await s3.createBucket({ Bucket: 'nowhere' });
  assert.equal((await s3.getBucketLocation({ Bucket: 'nowhere' })).LocationConstraint, undefined);
});

for (const [LocationConstraint, region, code] of [
  ['us-east-1', 'us-east-1', 'InvalidLocationConstraint'],
  ['moon', 'us-east-1', 'InvalidLocationConstraint'],
  ['eu-west-1', 'eu-central-1', 'IllegalLocationConstraintException'],
  ['us-east-1', 'eu-central-1', 'IllegalLocationConstraintException'],
] as const)
  test(`${LocationConstraint} is refused in ${region}: ${code}`, async () => {
    await assert.rejects(
      server.client({ region }).createBucket({
        Bucket: 'somewhere',
        CreateBucketConfiguration: { LocationConstraint } as never,
      }),
      refused(code, 400),
    );
  });

test('what a bucket cannot have is refused', async () => {
  const Bucket = 'impossible';
  await assert.rejects(
    s3.createBucket({ Bucket, ACL: 'public-read' }),
    refused('InvalidBucketAclWithObjectOwnership', 400),
  );
  await assert.rejects(
    s3.createBucket({ Bucket, ObjectOwnership: 'Anybody' as never }),
    (error: Error) =>
      refused('InvalidArgument', 400, { ArgumentName: 'x-amz-object-ownership' })(error) &&
      error.message === 'Invalid x-amz-object-ownership header: Anybody',
  );
  await assert.rejects(
    s3.createBucket({ Bucket, ACL: 'public-read', ObjectOwnership: 'ObjectWriter' }),
    refused('AccessDenied', 403),
  );
  await assert.rejects(s3.headBucket({ Bucket }), refused('NotFound', 404));
});

test('only an empty bucket is deleted', async () => {
  const Bucket = 'not-empty';
  await s3.createBucket({ Bucket });
  await s3.putObject({ Bucket, Key: 'k', Body: 'x' });
  await assert.rejects(
    s3.deleteBucket({ Bucket }),
    (error: Error) =>
      refused('BucketNotEmpty', 409)(error) &&
      error.message === 'The bucket you tried to delete is not empty',
  );
  await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
  await s3.deleteObject({ Bucket, Key: 'k' });
  await assert.rejects(
    s3.deleteBucket({ Bucket }),
    (error: Error) =>
      refused('BucketNotEmpty', 409)(error) &&
      error.message.endsWith('You must delete all versions in the bucket.'),
  );
});

test('uploads in progress go with their bucket', async () => {
  const Bucket = 'with-upload';
  await s3.createBucket({ Bucket });
  const { UploadId } = await s3.createMultipartUpload({ Bucket, Key: 'k' });
  await s3.uploadPart({ Bucket, Key: 'k', UploadId, PartNumber: 1, Body: 'x' });
  await s3.deleteBucket({ Bucket });
  const left = await server.platform.storage.read((reader) =>
    reader.get<{ n: number }>(
      'SELECT (SELECT COUNT(*) FROM uploads) + (SELECT COUNT(*) FROM parts) AS n',
    ),
  );
  assert.equal(left?.n, 0);
});

test('buckets are listed in pages and by region', async () => {
  const lister = server.client({ account: '111111111111' });
  for (const Bucket of ['page-c', 'page-a', 'page-b']) await lister.createBucket({ Bucket });
  const first = await lister.listBuckets({ MaxBuckets: 2 });
  assert.deepEqual(
    first.Buckets?.map((bucket) => bucket.Name),
    ['page-a', 'page-b'],
  );
  const second = await lister.listBuckets({
    MaxBuckets: 2,
    ContinuationToken: first.ContinuationToken,
  });
  assert.deepEqual(
    second.Buckets?.map((bucket) => bucket.Name),
    ['page-c'],
  );
  assert.equal(second.ContinuationToken, undefined);
  const elsewhere = await lister.listBuckets({ BucketRegion: 'eu-west-1' });
  assert.deepEqual(elsewhere.Buckets ?? [], []);
});

test('a caller may say whose bucket it expects', async () => {
  const Bucket = 'expected';
  await s3.createBucket({ Bucket });
  const head = (ExpectedBucketOwner: string) => s3.listObjectsV2({ Bucket, ExpectedBucketOwner });
  await head('123456789012');
  await assert.rejects(head('999999999999'), refused('AccessDenied', 403));
  await assert.rejects(head('nobody'), refused('InvalidBucketOwnerAWSAccountID', 400));
});

test('versioning is enabled and suspended, but never gone', async () => {
  const Bucket = 'versioned';
  await s3.createBucket({ Bucket });
  const status = async () => (await s3.getBucketVersioning({ Bucket })).Status;
  assert.equal(await status(), undefined);
  for (const Status of ['Enabled', 'Suspended'] as const) {
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status } });
    assert.equal(await status(), Status);
  }
  await assert.rejects(
    s3.putBucketVersioning({ Bucket, VersioningConfiguration: {} }),
    refused('IllegalVersioningConfigurationException', 400),
  );
  await assert.rejects(
    s3.putBucketVersioning({
      Bucket,
      VersioningConfiguration: { Status: 'Enabled', MFADelete: 'Enabled' },
    }),
    refused('NotImplemented', 501),
  );
});

test('HeadBucket has the type of a document that it does not send', async () => {
  await s3.createBucket({ Bucket: 'headed' });
  const url = await getSignedUrl(s3, new HeadBucketCommand({ Bucket: 'headed' }));
  const answer = await fetch(url, { method: 'HEAD' });
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/xml']);
});
