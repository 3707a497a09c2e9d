import { EventBridge } from '@aws-sdk/client-eventbridge';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../../src/lib/zip.ts';
import type { World } from '../../support/world.ts';
import { ACCOUNT, arn, policy } from './bad-input.ts';

/** One of everything, called `kept`, and each wired to the next: what bad input could damage. */
export async function keepSomething({ client }: World): Promise<void> {
  const s3 = new S3({ ...client, forcePathStyle: true });
  const sqs = new SQS(client);
  const sns = new SNS(client);
  const events = new EventBridge(client);
  const lambda = new Lambda(client);
  const iam = new IAM(client);
  const anybody = { Effect: 'Allow', Principal: '*' };
  const letIn = policy({ ...anybody, Action: 'sqs:SendMessage', Resource: arn('sqs', 'kept') });

  await sqs.createQueue({ QueueName: 'letters' });
  await sqs.createQueue({ QueueName: 'kept', Attributes: { Policy: letIn } });
  await sqs.createQueue({ QueueName: 'kept.fifo', Attributes: { FifoQueue: 'true' } });

  const { TopicArn } = await sns.createTopic({ Name: 'kept' });
  await sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: arn('sqs', 'kept') });

  await iam.createUser({ UserName: 'kept' });
  await iam.createAccessKey({ UserName: 'kept' });
  const anything = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
  await iam.createPolicy({ PolicyName: 'kept', PolicyDocument: anything });
  const trust = policy({
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  });
  await iam.createRole({ RoleName: 'kept', AssumeRolePolicyDocument: trust });
  await iam.putRolePolicy({ RoleName: 'kept', PolicyName: 'kept', PolicyDocument: anything });

  const FunctionName = 'kept';
  await lambda.createFunction({
    FunctionName,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: `arn:aws:iam::${ACCOUNT}:role/kept`,
    Code: { ZipFile: zipOf({ 'index.mjs': 'export const handler = async (event) => event;' }) },
  });
  await lambda.publishVersion({ FunctionName });
  await lambda.createAlias({ FunctionName, Name: 'kept', FunctionVersion: '1' });
  await lambda.addPermission({
    FunctionName,
    StatementId: 'kept',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
  });
  await lambda.createEventSourceMapping({ FunctionName, EventSourceArn: arn('sqs', 'letters') });

  await events.putRule({ Name: 'kept', EventPattern: '{"source":["kept"]}' });
  await events.putTargets({ Rule: 'kept', Targets: [{ Id: 'kept', Arn: arn('sqs', 'kept') }] });
  await events.createEventBus({ Name: 'kept' });
  await events.createArchive({
    ArchiveName: 'kept',
    EventSourceArn: arn('events', 'event-bus/kept'),
  });

  const Bucket = 'kept';
  await s3.createBucket({ Bucket });
  await s3.putBucketTagging({ Bucket, Tagging: { TagSet: [{ Key: 'is', Value: 'kept' }] } });
  await s3.putBucketNotificationConfiguration({
    Bucket,
    NotificationConfiguration: {
      QueueConfigurations: [
        { QueueArn: arn('sqs', 'kept'), Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] },
      ],
      EventBridgeConfiguration: {},
    },
  });
  await s3.putObject({ Bucket, Key: 'kept', Body: 'kept' });
  await s3.createMultipartUpload({ Bucket, Key: 'parts' });
  for (const each of [s3, sqs, sns, events, lambda, iam]) each.destroy();
}
