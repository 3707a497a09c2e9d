import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../src/lib/zip.ts';
import { createWorld, type World } from '../support/world.ts';

/**
 * Terraform, Pulumi and the like read a resource back part by part after they made it, and take any answer that AWS would not give for a
 * failure. These are the reads they make, against resources with nothing but tags.
 */
const ACCOUNT = '123456789012';
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
});

/** What a read answers: some of its members, or the name of the error that means "none". */
type Expected = object | string;
type Reads = readonly [name: string, read: () => Promise<object>, expected: Expected][];

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

async function check(reads: Reads): Promise<void> {
  for (const [name, read, expected] of reads) {
    const answer = await read().catch((error: Error) => error);
    if (typeof expected === 'string') assert.equal((answer as Error).name, expected, name);
    else if (answer instanceof Error) assert.fail(`${name}: ${answer.name}: ${answer.message}`);
    else assert.partialDeepStrictEqual(answer, expected, name);
  }
}

describe('what infrastructure tools read of', () => {
  it('a bucket', async () => {
    const s3 = new S3({ ...world.client, forcePathStyle: true });
    const Bucket = 'infrastructure';
    await s3.createBucket({ Bucket });
    const tags = { TagSet: [{ Key: 'team', Value: 'pets' }] };
    await s3.putBucketTagging({ Bucket, Tagging: tags });
    await check([
      ['location', () => s3.getBucketLocation({ Bucket }), {}],
      ['policy', () => s3.getBucketPolicy({ Bucket }), 'NoSuchBucketPolicy'],
      ['acl', () => s3.getBucketAcl({ Bucket }), { Grants: [{ Permission: 'FULL_CONTROL' }] }],
      ['cors', () => s3.getBucketCors({ Bucket }), 'NoSuchCORSConfiguration'],
      ['website', () => s3.getBucketWebsite({ Bucket }), 'NoSuchWebsiteConfiguration'],
      ['versioning', () => s3.getBucketVersioning({ Bucket }), {}],
      ['acceleration', () => s3.getBucketAccelerateConfiguration({ Bucket }), {}],
      ['payer', () => s3.getBucketRequestPayment({ Bucket }), { Payer: 'BucketOwner' }],
      ['logging', () => s3.getBucketLogging({ Bucket }), {}],
      [
        'lifecycle',
        () => s3.getBucketLifecycleConfiguration({ Bucket }),
        'NoSuchLifecycleConfiguration',
      ],
      [
        'replication',
        () => s3.getBucketReplication({ Bucket }),
        'ReplicationConfigurationNotFoundError',
      ],
      ['encryption', () => s3.getBucketEncryption({ Bucket }), {}],
      [
        'object lock',
        () => s3.getObjectLockConfiguration({ Bucket }),
        'ObjectLockConfigurationNotFoundError',
      ],
      ['tags', () => s3.getBucketTagging({ Bucket }), tags],
      ['notification', () => s3.getBucketNotificationConfiguration({ Bucket }), {}],
    ]);
    s3.destroy();
  });

  it('a queue', async () => {
    const sqs = new SQS(world.client);
    const tags = { team: 'pets' };
    const { QueueUrl = '' } = await sqs.createQueue({ QueueName: 'infrastructure', tags });
    await check([
      ['url', () => sqs.getQueueUrl({ QueueName: 'infrastructure' }), { QueueUrl }],
      [
        'attributes',
        () => sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] }),
        { Attributes: { VisibilityTimeout: '30' } },
      ],
      ['tags', () => sqs.listQueueTags({ QueueUrl }), { Tags: tags }],
      ['sources', () => sqs.listDeadLetterSourceQueues({ QueueUrl }), { queueUrls: [] }],
    ]);
    sqs.destroy();
  });

  it('a topic and a subscription', async () => {
    const sns = new SNS(world.client);
    const Tags = [{ Key: 'team', Value: 'pets' }];
    const { TopicArn } = await sns.createTopic({ Name: 'infrastructure', Tags });
    const { SubscriptionArn } = await sns.subscribe({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: `arn:aws:sqs:us-east-1:${ACCOUNT}:infrastructure`,
    });
    await check([
      [
        'attributes',
        () => sns.getTopicAttributes({ TopicArn }),
        { Attributes: { Owner: ACCOUNT, DisplayName: '' } },
      ],
      ['tags', () => sns.listTagsForResource({ ResourceArn: TopicArn }), { Tags }],
      [
        'subscription',
        () => sns.getSubscriptionAttributes({ SubscriptionArn }),
        { Attributes: { PendingConfirmation: 'false', RawMessageDelivery: 'false' } },
      ],
    ]);
    sns.destroy();
  });

  it('a function', async () => {
    const lambda = new Lambda(world.client);
    const FunctionName = 'infrastructure';
    const Tags = { team: 'pets' };
    const { FunctionArn } = await lambda.createFunction({
      FunctionName,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: `arn:aws:iam::${ACCOUNT}:role/functions`,
      Code: { ZipFile: zipOf({ 'index.mjs': 'export const handler = () => 1;' }) },
      Tags,
    });
    await check([
      ['function', () => lambda.getFunction({ FunctionName }), { Tags }],
      ['configuration', () => lambda.getFunctionConfiguration({ FunctionName }), { FunctionName }],
      [
        'versions',
        () => lambda.listVersionsByFunction({ FunctionName }),
        { Versions: [{ Version: '$LATEST' }] },
      ],
      ['code signing', () => lambda.getFunctionCodeSigningConfig({ FunctionName }), {}],
      ['URL', () => lambda.getFunctionUrlConfig({ FunctionName }), 'ResourceNotFoundException'],
      ['concurrency', () => lambda.getFunctionConcurrency({ FunctionName }), {}],
      [
        'asynchronous invocation',
        () => lambda.getFunctionEventInvokeConfig({ FunctionName }),
        'ResourceNotFoundException',
      ],
      ['policy', () => lambda.getPolicy({ FunctionName }), 'ResourceNotFoundException'],
      ['aliases', () => lambda.listAliases({ FunctionName }), { Aliases: [] }],
      ['tags', () => lambda.listTags({ Resource: FunctionArn }), { Tags }],
    ]);
    lambda.destroy();
  });

  it('a rule', async () => {
    const events = new EventBridge(world.client);
    const Tags = [{ Key: 'team', Value: 'pets' }];
    const Name = 'infrastructure';
    const rule = { Name, EventPattern: '{"source":["pets"]}', Tags };
    const { RuleArn } = await events.putRule(rule);
    await check([
      ['bus', () => events.describeEventBus({}), { Name: 'default' }],
      ['rule', () => events.describeRule({ Name }), { State: 'ENABLED', Arn: RuleArn }],
      ['targets', () => events.listTargetsByRule({ Rule: Name }), { Targets: [] }],
      ['tags', () => events.listTagsForResource({ ResourceARN: RuleArn }), { Tags }],
    ]);
    events.destroy();
  });

  it('a role', async () => {
    const iam = new IAM(world.client);
    const RoleName = 'infrastructure';
    const Tags = [{ Key: 'team', Value: 'pets' }];
    await iam.createRole({ RoleName, AssumeRolePolicyDocument: TRUST, Tags });
    await check([
      [
        'role',
        () => iam.getRole({ RoleName }),
        { Role: { Tags, AssumeRolePolicyDocument: encodeURIComponent(TRUST) } },
      ],
      ['inline policies', () => iam.listRolePolicies({ RoleName }), { PolicyNames: [] }],
      ['policies', () => iam.listAttachedRolePolicies({ RoleName }), { AttachedPolicies: [] }],
      ['profiles', () => iam.listInstanceProfilesForRole({ RoleName }), { InstanceProfiles: [] }],
      ['tags', () => iam.listRoleTags({ RoleName }), { Tags }],
    ]);
    iam.destroy();
  });
});
