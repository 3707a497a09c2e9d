import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import type { World } from './world.ts';

/** What clients can see of an account, or of one service of it, as text that changes when any of it does. */
export type Observe = (service?: ObservedService) => Promise<string>;
export type ObservedService = 's3' | 'sqs' | 'sns' | 'events' | 'lambda' | 'iam';

export function createObserver(world: World): Observe & Disposable {
  const s3 = new S3({ ...world.client, forcePathStyle: true });
  const sqs = new SQS(world.client);
  const sns = new SNS(world.client);
  const events = new EventBridge(world.client);
  const lambda = new Lambda(world.client);
  const iam = new IAM(world.client);
  const blobs = join(world.dataDir, 'blobs');
  const parts: Readonly<Record<ObservedService, () => Promise<unknown>>> = {
    s3: async () => [
      await observeBuckets(s3),
      // Folders of files that are gone stay.
      readdirSync(blobs, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.includes('/'))
        .sort(),
    ],
    sqs: () => observeQueues(sqs),
    sns: () => observeTopics(sns),
    events: () => observeBuses(events),
    lambda: () => observeFunctions(lambda),
    iam: () => observeIdentities(iam),
  };
  const observe: Observe = async (service) => {
    const chosen = service ? [parts[service]] : Object.values(parts);
    return JSON.stringify(await Promise.all(chosen.map((part) => part())), withoutMetadata, 1);
  };
  const dispose = () => {
    for (const client of [s3, sqs, sns, events, lambda, iam]) client.destroy();
  };
  return Object.assign(observe, { [Symbol.dispose]: dispose });
}

const withoutMetadata = (name: string, value: unknown) =>
  name === '$metadata' || name === 'Location' ? undefined : value;

/** What is asked for, or the name of the error that says there is none. */
const orError = (answer: Promise<unknown>) => answer.catch((error: Error) => error.name);

const each = <Item, Seen>(
  items: readonly Item[] | undefined,
  observe: (item: Item) => Promise<Seen>,
) => Promise.all((items ?? []).map(observe));

async function observeBuckets(s3: S3) {
  const { Buckets } = await s3.listBuckets({});
  return each(Buckets, async ({ Name: Bucket, ...shown }) => ({
    Bucket,
    shown,
    parts: await Promise.all([
      s3.listObjectVersions({ Bucket }),
      s3.listMultipartUploads({ Bucket }),
      s3.getBucketNotificationConfiguration({ Bucket }),
      s3.getBucketVersioning({ Bucket }),
      s3.getBucketEncryption({ Bucket }),
      s3.getBucketOwnershipControls({ Bucket }),
      s3.getPublicAccessBlock({ Bucket }),
      orError(s3.getBucketPolicy({ Bucket })),
      orError(s3.getBucketTagging({ Bucket })),
      orError(s3.getBucketCors({ Bucket })),
    ]),
  }));
}

async function observeQueues(sqs: SQS) {
  const { QueueUrls } = await sqs.listQueues({});
  return each(QueueUrls, async (QueueUrl) => [
    QueueUrl,
    await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] }),
    await sqs.listQueueTags({ QueueUrl }),
  ]);
}

async function observeTopics(sns: SNS) {
  const { Topics } = await sns.listTopics({});
  const { Subscriptions } = await sns.listSubscriptions({});
  return [
    await each(Topics, ({ TopicArn }) => sns.getTopicAttributes({ TopicArn })),
    await each(Topics, ({ TopicArn: ResourceArn }) => sns.listTagsForResource({ ResourceArn })),
    await each(Subscriptions, ({ SubscriptionArn }) =>
      sns.getSubscriptionAttributes({ SubscriptionArn }),
    ),
  ];
}

async function observeBuses(events: EventBridge) {
  const { EventBuses } = await events.listEventBuses({});
  return [
    // The default bus exists by itself, and says that it was made just now.
    await each(EventBuses, async ({ CreationTime: _, LastModifiedTime: __, ...bus }) => bus),
    await events.listArchives({}),
    await each(EventBuses, async ({ Name: EventBusName }) => {
      const { Rules } = await events.listRules({ EventBusName });
      return each(Rules, async (rule) => [
        rule,
        await events.listTargetsByRule({ EventBusName, Rule: rule.Name }),
      ]);
    }),
  ];
}

async function observeFunctions(lambda: Lambda) {
  const { Functions } = await lambda.listFunctions({});
  return [
    await each(Functions, async ({ FunctionName }) =>
      Promise.all([
        lambda.getFunction({ FunctionName }),
        lambda.listVersionsByFunction({ FunctionName }),
        lambda.listAliases({ FunctionName }),
        lambda.listFunctionEventInvokeConfigs({ FunctionName }),
        orError(lambda.getPolicy({ FunctionName })),
      ]),
    ),
    await lambda.listEventSourceMappings({}),
    await lambda.listLayers({}),
  ];
}

async function observeIdentities(iam: IAM) {
  const [{ Users }, { Roles }] = await Promise.all([iam.listUsers({}), iam.listRoles({})]);
  return [
    await iam.listPolicies({ Scope: 'Local' }),
    await each(Users, async (user) => [
      user,
      await iam.listAccessKeys({ UserName: user.UserName }),
      await iam.listUserPolicies({ UserName: user.UserName }),
      await iam.listAttachedUserPolicies({ UserName: user.UserName }),
    ]),
    await each(Roles, async (role) => [
      role,
      await iam.listRolePolicies({ RoleName: role.RoleName }),
      await iam.listAttachedRolePolicies({ RoleName: role.RoleName }),
    ]),
  ];
}
