import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import { STS } from '@aws-sdk/client-sts';
import { zipOf } from '../../src/lib/zip.ts';
import { type Spillway, startSpillway } from '../../src/testing.ts';

const US = '123456789012';
const THEM = '210987654321';
const REGION = 'eu-west-1';

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

/** The clients of one account, outside the region that the server has for its own. */
function accountOf({ url, clientOptions }: Spillway, account: string) {
  const credentials = { accessKeyId: account, secretAccessKey: 'test' };
  const options = { ...clientOptions, region: REGION, credentials, maxAttempts: 1 };
  const clients = {
    s3: new S3(options),
    sqs: new SQS(options),
    sns: new SNS(options),
    events: new EventBridge(options),
    lambda: new Lambda(options),
    iam: new IAM(options),
    sts: new STS(options),
  };
  const { sqs } = clients;
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${REGION}:${account}:${resource}`;
  const urlOf = (queue: string) => `${url}/${account}/${queue}`;
  return {
    ...clients,
    account,
    arn,
    urlOf,
    [Symbol.dispose]() {
      for (const each of Object.values(clients)) each.destroy();
    },
    /** A queue that lets a service in when it acts for the given account. */
    async queue(name: string, service: string, source: string): Promise<string> {
      const Policy = policy({
        Effect: 'Allow',
        Principal: { Service: `${service}.amazonaws.com` },
        Action: 'sqs:SendMessage',
        Resource: arn('sqs', name),
        Condition: { StringEquals: { 'aws:SourceAccount': source } },
      });
      await sqs.createQueue({ QueueName: name, Attributes: { Policy } });
      return arn('sqs', name);
    },
    /** The bodies of what a queue holds. */
    async bodies(name: string): Promise<string[]> {
      const { Messages = [] } = await sqs.receiveMessage({
        QueueUrl: urlOf(name),
        MaxNumberOfMessages: 10,
      });
      return Messages.map(({ Body = '' }) => Body);
    },
  };
}

const denied = (name: string) => (error: Error) => {
  assert.equal(error.name, name, error.message);
  return true;
};

describe('two accounts in a region of their own', () => {
  let spillway: Spillway;
  let us: ReturnType<typeof accountOf>;
  let them: ReturnType<typeof accountOf>;
  before(async () => {
    spillway = await startSpillway();
    us = accountOf(spillway, US);
    them = accountOf(spillway, THEM);
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await them.s3.createBucket({ Bucket: 'theirs', CreateBucketConfiguration });
  });
  after(async () => {
    us[Symbol.dispose]();
    them[Symbol.dispose]();
    await spillway.close();
  });

  /** Their bucket tells a destination of what comes under a prefix named like it. */
  const put = async (Key: string) => {
    await them.s3.putObject({ Bucket: 'theirs', Key, Body: 'x' });
    await spillway.settled();
  };

  it('each have resources of the same names', async () => {
    for (const { sqs, sns, account, arn, urlOf } of [us, them]) {
      const { QueueUrl } = await sqs.createQueue({ QueueName: 'same' });
      assert.equal(QueueUrl, urlOf('same'));
      const { TopicArn } = await sns.createTopic({ Name: 'same' });
      assert.equal(TopicArn, arn('sns', 'same'));
      assert.deepEqual((await sqs.listQueues({})).QueueUrls, [urlOf('same')], account);
      assert.deepEqual((await sns.listTopics({})).Topics, [{ TopicArn }]);
    }
  });

  it('do not share the names of buckets', async () => {
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    const again = { Bucket: 'theirs', CreateBucketConfiguration };
    await assert.rejects(us.s3.createBucket(again), denied('BucketAlreadyExists'));
    await assert.rejects(them.s3.createBucket(again), denied('BucketAlreadyOwnedByYou'));
  });

  it('do not let each other in', async () => {
    const QueueUrl = us.urlOf('same');
    const TopicArn = us.arn('sns', 'same');
    const message = { QueueUrl, MessageBody: 'x' };
    await assert.rejects(them.sqs.sendMessage(message), denied('AccessDenied'));
    await assert.rejects(
      them.sns.publish({ TopicArn, Message: 'x' }),
      denied('AuthorizationErrorException'),
    );
    await assert.rejects(us.s3.listObjectsV2({ Bucket: 'theirs' }), denied('AccessDenied'));
    const get = us.s3.getObject({ Bucket: 'theirs', Key: 'gone' });
    await assert.rejects(get, denied('AccessDenied'));
  });

  it('let each other in by policy, and no further', async () => {
    const QueueUrl = us.urlOf('same');
    const grant = { QueueUrl, Label: 'them', AWSAccountIds: [THEM], Actions: ['SendMessage'] };
    await us.sqs.addPermission(grant);
    await them.sqs.sendMessage({ QueueUrl, MessageBody: 'x' });
    await assert.rejects(them.sqs.receiveMessage({ QueueUrl }), denied('AccessDenied'));
    await them.s3.putBucketPolicy({
      Bucket: 'theirs',
      Policy: policy({
        Effect: 'Allow',
        Principal: { AWS: US },
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::theirs/*',
      }),
    });
    await us.s3.putObject({ Bucket: 'theirs', Key: 'ours', Body: 'x' });
    const get = us.s3.getObject({ Bucket: 'theirs', Key: 'ours' });
    await assert.rejects(get, denied('AccessDenied'));
  });

  it('send each other events into queues, topics, functions and buses', async () => {
    const queue = await us.queue('events', 's3', THEM);
    const wrong = await us.queue('wrong', 's3', US);
    const topic = us.arn('sns', 'theirs-to-ours');
    await us.sns.createTopic({
      Name: 'theirs-to-ours',
      Attributes: {
        Policy: policy({
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: topic,
          Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::theirs' } },
        }),
      },
    });
    const subscribed = await us.queue('subscribed', 'sns', US);
    await us.sns.subscribe({ TopicArn: topic, Protocol: 'sqs', Endpoint: subscribed });

    const FunctionName = 'teller';
    const code = `
      import { SQS } from '@aws-sdk/client-sqs';
      export const handler = async (event, { invokedFunctionArn }) =>
        new SQS({}).sendMessage({
          QueueUrl: process.env.QUEUE,
          MessageBody: invokedFunctionArn + ' ' + event.Records[0].s3.object.key,
        });`;
    await us.sqs.createQueue({ QueueName: 'told' });
    const { FunctionArn = '' } = await us.lambda.createFunction({
      FunctionName,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: `arn:aws:iam::${US}:role/teller`,
      Timeout: 20,
      Code: { ZipFile: zipOf({ 'index.mjs': code }) },
      Environment: { Variables: { QUEUE: us.urlOf('told') } },
    });
    await us.lambda.addPermission({
      FunctionName,
      StatementId: 'theirs',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: 'arn:aws:s3:::theirs',
      SourceAccount: THEM,
    });

    const to = (prefix: string) => ({
      Events: ['s3:ObjectCreated:*' as const],
      Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: `${prefix}/` }] } },
    });
    const refused = them.s3.putBucketNotificationConfiguration({
      Bucket: 'theirs',
      NotificationConfiguration: { QueueConfigurations: [{ QueueArn: wrong, ...to('wrong') }] },
    });
    await assert.rejects(refused, denied('InvalidArgument'));
    await them.s3.putBucketNotificationConfiguration({
      Bucket: 'theirs',
      NotificationConfiguration: {
        QueueConfigurations: [{ QueueArn: queue, ...to('queue') }],
        TopicConfigurations: [{ TopicArn: topic, ...to('topic') }],
        LambdaFunctionConfigurations: [{ LambdaFunctionArn: FunctionArn, ...to('function') }],
        EventBridgeConfiguration: {},
      },
    });

    await us.events.putPermission({
      StatementId: 'them',
      Action: 'events:PutEvents',
      Principal: THEM,
    });
    const EventPattern = JSON.stringify({
      account: [THEM],
      detail: { object: { key: [{ prefix: 'bus/' }] } },
    });
    await us.events.putRule({ Name: 'from-them', EventPattern });
    const ruled = await us.queue('ruled', 'events', US);
    await us.events.putTargets({ Rule: 'from-them', Targets: [{ Id: 'q', Arn: ruled }] });
    await them.events.putRule({ Name: 'to-us', EventPattern: '{"source":["aws.s3"]}' });
    const bus = { Id: 'us', Arn: us.arn('events', 'event-bus/default') };
    await them.events.putTargets({ Rule: 'to-us', Targets: [bus] });

    for (const prefix of ['queue', 'topic', 'function', 'bus']) await put(`${prefix}/rex.jpg`);

    const [, event = ''] = await us.bodies('events');
    const { s3, awsRegion } = JSON.parse(event).Records[0];
    assert.deepEqual([s3.object.key, awsRegion], ['queue/rex.jpg', REGION]);
    const [, envelope = ''] = await us.bodies('subscribed');
    const { TopicArn, Message } = JSON.parse(envelope);
    assert.equal(TopicArn, topic);
    assert.equal(JSON.parse(Message).Records[0].s3.object.key, 'topic/rex.jpg');
    assert.deepEqual(await us.bodies('told'), [`${FunctionArn} function/rex.jpg`]);
    const [detail = ''] = await us.bodies('ruled');
    const { account, region, detail: shown } = JSON.parse(detail);
    assert.deepEqual([account, region, shown.object.key], [THEM, REGION, 'bus/rex.jpg']);
  });

  it('have the other confirm what it subscribes to', async () => {
    const TopicArn = us.arn('sns', 'same');
    const Endpoint = await them.queue('invited', 'sns', US);
    await us.sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint });
    await us.sns.publish({ TopicArn, Message: 'too early' });
    await spillway.settled();
    const [invitation = '', ...others] = await them.bodies('invited');
    assert.deepEqual(others, []);
    const { Type, Token } = JSON.parse(invitation);
    assert.equal(Type, 'SubscriptionConfirmation');
    await them.sns.confirmSubscription({ TopicArn, Token });
    await us.sns.publish({ TopicArn, Message: 'welcome' });
    await spillway.settled();
    const [welcome = ''] = await them.bodies('invited');
    assert.equal(JSON.parse(welcome).Message, 'welcome');
  });

  it('assume roles of each other', async () => {
    const RoleName = 'visitor';
    const RoleArn = `arn:aws:iam::${US}:role/${RoleName}`;
    const visit = { RoleArn, RoleSessionName: 'visit' };
    await assert.rejects(them.sts.assumeRole(visit), denied('AccessDenied'));
    await us.iam.createRole({
      RoleName,
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { AWS: THEM },
        Action: 'sts:AssumeRole',
      }),
    });
    await us.iam.putRolePolicy({
      RoleName,
      PolicyName: 'look',
      PolicyDocument: policy({ Effect: 'Allow', Action: 'sqs:ListQueues', Resource: '*' }),
    });
    const { Credentials } = await them.sts.assumeRole(visit);
    const key = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
    };
    const credentials = { ...key, sessionToken: Credentials?.SessionToken ?? '' };
    const options = { ...spillway.clientOptions, region: REGION, maxAttempts: 1 };
    const visitor = new SQS({ ...options, credentials });
    const { QueueUrls } = await visitor.listQueues({ QueueNamePrefix: 'same' });
    assert.deepEqual(QueueUrls, [us.urlOf('same')]);
    const purge = visitor.purgeQueue({ QueueUrl: us.urlOf('same') });
    await assert.rejects(purge, denied('AccessDenied'));

    const s3 = new S3({ ...options, credentials: key });
    await assert.rejects(s3.listBuckets({}), denied('InvalidAccessKeyId'));
    const foreign = new S3({ ...options, credentials: { ...key, sessionToken: 'foreign' } });
    await assert.rejects(foreign.listBuckets({}), denied('InvalidToken'));
    for (const each of [visitor, s3, foreign]) each.destroy();
  });
});
