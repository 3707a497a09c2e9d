import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import { s3 } from '../../../src/services/s3/index.ts';
import { createCaller, createTestPlatform } from '../../support/platform.ts';

const Bucket = 'photos';

async function withBucket(input: object = {}) {
  const platform = await createTestPlatform();
  const dispatch = createCaller(platform, [s3]);
  const call = <Output = Record<string, unknown>>(operation: string, members: object = {}) =>
    dispatch<Output>('s3', operation, { Bucket, ...members });
  await call('CreateBucket', input);
  return { call, [Symbol.asyncDispose]: platform.close };
}

/** Codes, and the members that tell the client what was wrong. */
const refusal =
  (code: string, members?: Record<string, string>, status?: number) => (error: AwsError) => {
    assert.equal(error.code, code);
    if (members) assert.deepEqual(error.members, members);
    if (status) assert.equal(error.status, status);
    return true;
  };

/** Each configuration: what it answers before it was set, what sets it, what it then answers. */
const cases = [
  {
    name: 'Cors',
    get: 'GetBucketCors',
    missing: 'NoSuchCORSConfiguration',
    put: {
      CORSConfiguration: {
        CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://*.example.com'] }],
      },
    },
    shown: { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://*.example.com'] }] },
  },
  {
    name: 'Tagging',
    get: 'GetBucketTagging',
    missing: 'NoSuchTagSet',
    put: { Tagging: { TagSet: [{ Key: 'team', Value: 'pets' }] } },
    shown: { TagSet: [{ Key: 'team', Value: 'pets' }] },
  },
];

for (const { name, get, missing, put, shown } of cases)
  test(`${name}: absent, set, shown, removed`, async () => {
    await using bucket = await withBucket();
    await assert.rejects(bucket.call(get), refusal(missing, { BucketName: Bucket }, 404));
    await bucket.call(`PutBucket${name}`, put);
    assert.deepEqual(await bucket.call(get), shown);
    await bucket.call(`DeleteBucket${name}`);
    await assert.rejects(bucket.call(get), refusal(missing));
  });

const corsRefusals = [
  [
    { AllowedMethods: ['PATCH'], AllowedOrigins: ['*'] },
    'InvalidRequest',
    'Found unsupported HTTP method in CORS config. Unsupported method is PATCH',
  ],
  [
    { AllowedMethods: ['GET'], AllowedOrigins: ['https://*.*'] },
    'InvalidRequest',
    'AllowedOrigin "https://*.*" can not have more than one wildcard.',
  ],
  [
    { AllowedMethods: ['GET'], AllowedOrigins: ['*'], AllowedHeaders: ['*-*'] },
    'InvalidRequest',
    'AllowedHeader "*-*" can not have more than one wildcard.',
  ],
  [
    { AllowedMethods: ['GET'], AllowedOrigins: ['*'], ExposeHeaders: ['x-*'] },
    'InvalidRequest',
    'ExposeHeader "x-*" contains wildcard. We currently do not support wildcard for ExposeHeader.',
  ],
  [{ AllowedMethods: [], AllowedOrigins: ['*'] }, 'MalformedXML', undefined],
] as const;

test('a CORS rule that cannot be is refused and changes nothing', async () => {
  await using bucket = await withBucket();
  for (const [rule, code, message] of corsRefusals) {
    const put = bucket.call('PutBucketCors', { CORSConfiguration: { CORSRules: [rule] } });
    await assert.rejects(put, (error: AwsError) => {
      assert.equal(error.code, code);
      if (message) assert.equal(error.message, message);
      return true;
    });
  }
  const rules = Array.from({ length: 101 }, () => ({
    AllowedMethods: ['GET'],
    AllowedOrigins: ['*'],
  }));
  await assert.rejects(
    bucket.call('PutBucketCors', { CORSConfiguration: { CORSRules: rules } }),
    refusal('InvalidRequest'),
  );
  await assert.rejects(bucket.call('GetBucketCors'), refusal('NoSuchCORSConfiguration'));
});

test('a new bucket blocks public access, encrypts with AES256 and has no ACLs', async () => {
  await using bucket = await withBucket();
  assert.deepEqual(await bucket.call('GetPublicAccessBlock'), {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
  });
  const encryption = {
    ServerSideEncryptionConfiguration: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
          BucketKeyEnabled: false,
        },
      ],
    },
  };
  assert.deepEqual(await bucket.call('GetBucketEncryption'), encryption);
  assert.deepEqual(await bucket.call('GetBucketOwnershipControls'), {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
  const acl = await bucket.call<{ Grants: { Permission: string }[] }>('GetBucketAcl');
  assert.deepEqual(
    acl.Grants.map((grant) => grant.Permission),
    ['FULL_CONTROL'],
  );
});

test('a switch of the public access block that is left out is off', async () => {
  await using bucket = await withBucket();
  await bucket.call('PutPublicAccessBlock', {
    PublicAccessBlockConfiguration: { BlockPublicAcls: true },
  });
  assert.deepEqual(await bucket.call('GetPublicAccessBlock'), {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    },
  });
  await bucket.call('DeletePublicAccessBlock');
  await assert.rejects(
    bucket.call('GetPublicAccessBlock'),
    refusal('NoSuchPublicAccessBlockConfiguration', { BucketName: Bucket }, 404),
  );
});

test('an ACL needs ACLs to be on, and a public one needs the block to be off', async () => {
  await using bucket = await withBucket();
  await bucket.call('PutBucketAcl', { ACL: 'private' });
  await assert.rejects(
    bucket.call('PutBucketAcl', { ACL: 'public-read' }),
    refusal('AccessControlListNotSupported'),
  );
  await assert.rejects(bucket.call('PutBucketAcl'), refusal('MissingSecurityHeader'));

  const controls = (ObjectOwnership: string) =>
    bucket.call('PutBucketOwnershipControls', {
      OwnershipControls: { Rules: [{ ObjectOwnership }] },
    });
  await controls('ObjectWriter');
  await assert.rejects(
    bucket.call('PutBucketAcl', { ACL: 'public-read' }),
    refusal('AccessDenied', {}, 403),
  );
  await bucket.call('DeletePublicAccessBlock');
  await bucket.call('PutBucketAcl', { ACL: 'public-read' });
  const { Grants } = await bucket.call<{ Grants: { Grantee: { URI?: string } }[] }>('GetBucketAcl');
  assert.deepEqual(
    Grants.map((grant) => grant.Grantee.URI),
    [undefined, 'http://acs.amazonaws.com/groups/global/AllUsers'],
  );
  await assert.rejects(
    controls('BucketOwnerEnforced'),
    refusal('InvalidBucketAclWithObjectOwnership'),
  );
  await bucket.call('PutBucketAcl', { ACL: 'private' });
  await controls('BucketOwnerEnforced');
});

test('ownership controls can be removed, and are then not found', async () => {
  await using bucket = await withBucket();
  await bucket.call('DeleteBucketOwnershipControls');
  await assert.rejects(
    bucket.call('GetBucketOwnershipControls'),
    refusal('OwnershipControlsNotFoundError', { BucketName: Bucket }, 404),
  );
});

test('only AES256 is offered for encryption', async () => {
  await using bucket = await withBucket();
  const put = (byDefault: object) =>
    bucket.call('PutBucketEncryption', {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }],
      },
    });
  await assert.rejects(put({ SSEAlgorithm: 'aws:kms' }), refusal('NotImplemented'));
  await assert.rejects(put({ SSEAlgorithm: 'rot13' }), refusal('MalformedXML'));
  await assert.rejects(
    put({ SSEAlgorithm: 'AES256', KMSMasterKeyID: 'k' }),
    refusal('InvalidArgument'),
  );
  await put({ SSEAlgorithm: 'AES256' });
  await bucket.call('DeleteBucketEncryption');
});

test('what is not offered answers as for a bucket that never had it', async () => {
  await using bucket = await withBucket();
  assert.deepEqual(await bucket.call('GetBucketRequestPayment'), { Payer: 'BucketOwner' });
  assert.deepEqual(await bucket.call('GetBucketLogging'), {});
  assert.deepEqual(await bucket.call('GetBucketAccelerateConfiguration'), {});
  const missing = {
    GetBucketWebsite: 'NoSuchWebsiteConfiguration',
    GetBucketLifecycleConfiguration: 'NoSuchLifecycleConfiguration',
    GetBucketReplication: 'ReplicationConfigurationNotFoundError',
    GetObjectLockConfiguration: 'ObjectLockConfigurationNotFoundError',
  };
  for (const [operation, code] of Object.entries(missing))
    await assert.rejects(bucket.call(operation), refusal(code, { BucketName: Bucket }, 404));
});

test('every configuration of a missing bucket is NoSuchBucket', async () => {
  await using platform = await createTestPlatform();
  const call = createCaller(platform, [s3]);
  const operations = ['GetBucketCors', 'GetBucketTagging', 'GetBucketAcl', 'GetBucketLogging'];
  for (const operation of operations)
    await assert.rejects(call('s3', operation, { Bucket: 'nowhere' }), refusal('NoSuchBucket'));
});
