import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { S3, type S3ServiceException } from '@aws-sdk/client-s3';
import { createWorld, type World } from '../../support/world.ts';

const Bucket = 'photos';

describe('configurations of a bucket, as the official client sends and reads them', () => {
  let world: World;
  let s3: S3;
  before(async () => {
    world = await createWorld();
    s3 = new S3({ ...world.client, forcePathStyle: true });
    await s3.createBucket({ Bucket });
  });
  after(async () => {
    s3.destroy();
    await world.close();
  });

  const refusal = (name: string, members: Record<string, string> = {}, status = 400) => {
    return (error: S3ServiceException) => {
      assert.equal(error.name, name);
      assert.equal(error.$metadata.httpStatusCode, status);
      const body = error as unknown as Record<string, string>;
      for (const [member, value] of Object.entries(members)) assert.equal(body[member], value);
      return true;
    };
  };

  it('keeps CORS rules', async () => {
    const CORSRules = [
      {
        ID: 'web',
        AllowedHeaders: ['*'],
        AllowedMethods: ['GET', 'PUT'],
        AllowedOrigins: ['https://app.example.com'],
        ExposeHeaders: ['ETag'],
        MaxAgeSeconds: 300,
      },
    ];
    await assert.rejects(
      s3.getBucketCors({ Bucket }),
      refusal('NoSuchCORSConfiguration', { BucketName: Bucket }, 404),
    );
    await s3.putBucketCors({ Bucket, CORSConfiguration: { CORSRules } });
    assert.deepEqual((await s3.getBucketCors({ Bucket })).CORSRules, CORSRules);
    await s3.deleteBucketCors({ Bucket });
  });

  it('keeps tags', async () => {
    const TagSet = [{ Key: 'team', Value: 'pets + friends' }];
    const { $metadata } = await s3.putBucketTagging({ Bucket, Tagging: { TagSet } });
    assert.equal($metadata.httpStatusCode, 204);
    await assert.rejects(
      s3.putBucketTagging({ Bucket, Tagging: { TagSet: [{ Key: 'aws:a', Value: '' }] } }),
      /System tags cannot be added\/updated by requester/,
    );
    assert.deepEqual((await s3.getBucketTagging({ Bucket })).TagSet, TagSet);
    await s3.deleteBucketTagging({ Bucket });
  });

  it('keeps a policy, byte for byte', async () => {
    const Policy = JSON.stringify(
      {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:DeleteObject',
          Resource: 'arn:aws:s3:::photos/kept/*',
        },
      },
      null,
      2,
    );
    assert.equal((await s3.putBucketPolicy({ Bucket, Policy })).$metadata.httpStatusCode, 204);
    assert.equal((await s3.getBucketPolicy({ Bucket })).Policy, Policy);
    const { PolicyStatus } = await s3.getBucketPolicyStatus({ Bucket });
    assert.deepEqual(PolicyStatus, { IsPublic: false });
    await s3.deleteBucketPolicy({ Bucket });
    await assert.rejects(s3.putBucketPolicy({ Bucket, Policy: '{}' }), refusal('MalformedPolicy'));
  });

  it('keeps public access block, ownership controls and ACL', async () => {
    const block = await s3.getPublicAccessBlock({ Bucket });
    assert.equal(block.PublicAccessBlockConfiguration?.BlockPublicPolicy, true);
    await s3.deletePublicAccessBlock({ Bucket });
    const controls = (ObjectOwnership: 'ObjectWriter' | 'BucketOwnerEnforced') =>
      s3.putBucketOwnershipControls({
        Bucket,
        OwnershipControls: { Rules: [{ ObjectOwnership }] },
      });
    await controls('ObjectWriter');
    await s3.putBucketAcl({ Bucket, ACL: 'public-read' });
    const { Grants, Owner } = await s3.getBucketAcl({ Bucket });
    assert.deepEqual(Grants, [
      { Grantee: { Type: 'CanonicalUser', ID: Owner?.ID }, Permission: 'FULL_CONTROL' },
      {
        Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
        Permission: 'READ',
      },
    ]);
    await s3.putBucketAcl({ Bucket, AccessControlPolicy: { Owner, Grants: Grants?.slice(0, 1) } });
    await controls('BucketOwnerEnforced');
    await s3.putPublicAccessBlock({
      Bucket,
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true },
    });
  });

  it('keeps encryption', async () => {
    const { ServerSideEncryptionConfiguration } = await s3.getBucketEncryption({ Bucket });
    await s3.putBucketEncryption({ Bucket, ServerSideEncryptionConfiguration });
    await s3.deleteBucketEncryption({ Bucket });
  });

  it('answers what infrastructure tools ask about what is not offered', async () => {
    assert.equal((await s3.getBucketRequestPayment({ Bucket })).Payer, 'BucketOwner');
    assert.equal((await s3.getBucketLogging({ Bucket })).LoggingEnabled, undefined);
    assert.equal((await s3.getBucketAccelerateConfiguration({ Bucket })).Status, undefined);
    const missing: [Promise<unknown>, string][] = [
      [s3.getBucketWebsite({ Bucket }), 'NoSuchWebsiteConfiguration'],
      [s3.getBucketLifecycleConfiguration({ Bucket }), 'NoSuchLifecycleConfiguration'],
      [s3.getBucketReplication({ Bucket }), 'ReplicationConfigurationNotFoundError'],
      [s3.getObjectLockConfiguration({ Bucket }), 'ObjectLockConfigurationNotFoundError'],
    ];
    for (const [answer, name] of missing) await assert.rejects(answer, refusal(name, {}, 404));
    await assert.rejects(
      s3.putBucketLifecycleConfiguration({
        Bucket,
        LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Expiration: { Days: 1 } }] },
      }),
      refusal('NotImplemented', {}, 501),
    );
  });

  it('keeps a notification configuration, and clears it', async () => {
    const NotificationConfiguration = {
      QueueConfigurations: [
        {
          Id: 'q',
          QueueArn: 'arn:aws:sqs:us-east-1:123456789012:gone',
          Events: ['s3:ObjectCreated:*' as const],
          Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: '' }] } },
        },
      ],
      LambdaFunctionConfigurations: [
        {
          Id: 'f',
          LambdaFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:thumbnail',
          Events: ['s3:ObjectTagging:Put' as const],
        },
      ],
      EventBridgeConfiguration: {},
    };
    await assert.rejects(
      s3.putBucketNotificationConfiguration({ Bucket, NotificationConfiguration }),
      refusal('InvalidArgument', {
        ArgumentName1: 'arn:aws:sqs:us-east-1:123456789012:gone',
        ArgumentValue1: 'The destination queue does not exist',
      }),
    );
    await s3.putBucketNotificationConfiguration({
      Bucket,
      NotificationConfiguration,
      SkipDestinationValidation: true,
    });
    const { $metadata, ...shown } = await s3.getBucketNotificationConfiguration({ Bucket });
    const [queue] = NotificationConfiguration.QueueConfigurations;
    const Filter = { Key: { FilterRules: [{ Name: 'Prefix', Value: '' }] } };
    assert.deepEqual(shown, {
      ...NotificationConfiguration,
      QueueConfigurations: [{ ...queue, Filter }],
    });
    await s3.putBucketNotificationConfiguration({ Bucket, NotificationConfiguration: {} });
    const { $metadata: _, ...cleared } = await s3.getBucketNotificationConfiguration({ Bucket });
    assert.deepEqual(cleared, {});
  });
});
