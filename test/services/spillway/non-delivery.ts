import { EventBridge } from '@aws-sdk/client-eventbridge';
import { Lambda } from '@aws-sdk/client-lambda';
import { type Event, type NotificationConfiguration, S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../../src/lib/zip.ts';
import { type Spillway, startSpillway } from '../../../src/testing.ts';
import { operatorOf } from '../../support/operator.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
export const arnOf = (service: string, resource: string, region = REGION) =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;
export const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;

export type Statement = Readonly<Record<string, unknown>>;
export const policyOf = (...statements: Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** Lets a service do what it does with a resource, as the guides of AWS write it. */
export const allow = (
  service: string,
  Action: string,
  Resource: string,
  Condition?: object,
): Statement => ({
  Sid: service,
  Effect: 'Allow',
  Principal: { Service: `${service}.amazonaws.com` },
  Action,
  Resource,
  ...(Condition && { Condition }),
});

/** A server, clients for all of its services, and shorthands to wire them up. */
export async function createWiring() {
  const spillway: Spillway = await startSpillway(process.env.TEST_LOG ? { logLevel: 'error' } : {});
  const clients = {
    s3: spillway.client(S3),
    sqs: spillway.client(SQS),
    sns: spillway.client(SNS),
    events: spillway.client(EventBridge),
    lambda: spillway.client(Lambda),
  };
  const { s3, sqs, sns, lambda } = clients;
  const operator = operatorOf(spillway);
  const urlOf = (queueArn: string) => `${spillway.url}/${ACCOUNT}/${queueArn.split(':').at(-1)}`;

  return {
    ...clients,
    spillway,
    operator,
    urlOf,
    /** A queue that lets S3, SNS and EventBridge in, unless another policy is given; `null` for none. */
    async queue(
      name: string,
      attributes: Record<string, string> = {},
      policy?: ((arn: string) => string) | null,
    ): Promise<string> {
      const arn = arnOf('sqs', name);
      await sqs.createQueue({ QueueName: name, Attributes: attributes });
      const all = ['s3', 'sns', 'events'].map((each) => allow(each, 'sqs:SendMessage', arn));
      const Policy = policy === null ? undefined : (policy?.(arn) ?? policyOf(...all));
      if (Policy) await sqs.setQueueAttributes({ QueueUrl: urlOf(arn), Attributes: { Policy } });
      return arn;
    },
    async topic(name: string, policy?: (arn: string) => string): Promise<string> {
      const { TopicArn = '' } = await sns.createTopic({ Name: name });
      const AttributeValue = policy?.(TopicArn) ?? policyOf(allow('s3', 'sns:Publish', TopicArn));
      await sns.setTopicAttributes({ TopicArn, AttributeName: 'Policy', AttributeValue });
      return TopicArn;
    },
    /** A Python function with this source. */
    async python(name: string, source: string, settings: object = {}): Promise<string> {
      const { FunctionArn = '' } = await lambda.createFunction({
        FunctionName: name,
        Runtime: 'python3.13',
        Handler: 'index.handler',
        Role: `arn:aws:iam::${ACCOUNT}:role/functions`,
        Code: { ZipFile: zipOf({ 'index.py': source }) },
        Timeout: 30,
        ...settings,
      });
      return FunctionArn;
    },
    /** A Node.js function whose handler has this body. */
    async fn(name: string, body: string, settings: object = {}): Promise<string> {
      const code = `export const handler = async (event) => { ${body} };`;
      const { FunctionArn = '' } = await lambda.createFunction({
        FunctionName: name,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: `arn:aws:iam::${ACCOUNT}:role/functions`,
        Code: { ZipFile: zipOf({ 'index.mjs': code }) },
        Timeout: 10,
        ...settings,
      });
      return FunctionArn;
    },
    allowInvoke: (name: string, service = 's3') =>
      lambda.addPermission({
        FunctionName: name,
        StatementId: service,
        Action: 'lambda:InvokeFunction',
        Principal: `${service}.amazonaws.com`,
      }),
    /** A bucket with this notification configuration, whose destinations are not checked. */
    async bucket(name: string, configuration?: NotificationConfiguration): Promise<string> {
      await s3.createBucket({ Bucket: name });
      if (configuration)
        await s3.putBucketNotificationConfiguration({
          Bucket: name,
          NotificationConfiguration: configuration,
          SkipDestinationValidation: true,
        });
      return name;
    },
    put: (Bucket: string, Key = 'a.jpg') => s3.putObject({ Bucket, Key, Body: 'x' }),
    explain: (bucket: string, key = 'a.jpg', event?: string) =>
      operator.get('explain', { bucket, key, event }),
    [Symbol.asyncDispose]: () => spillway.close(),
  };
}

export type Wiring = Awaited<ReturnType<typeof createWiring>>;

const CREATED: Event[] = ['s3:ObjectCreated:*'];
const filter = (name: 'prefix' | 'suffix', Value: string) => ({
  Filter: { Key: { FilterRules: [{ Name: name, Value }] } },
});

export const toQueue = (QueueArn: string, more: object = {}): NotificationConfiguration => ({
  QueueConfigurations: [{ Id: 'rule', QueueArn, Events: CREATED, ...more }],
});
export const toTopic = (TopicArn: string) => ({
  TopicConfigurations: [{ Id: 'rule', TopicArn, Events: CREATED }],
});
export const toFunction = (LambdaFunctionArn: string, more: object = {}) => ({
  LambdaFunctionConfigurations: [{ Id: 'rule', LambdaFunctionArn, Events: CREATED, ...more }],
});
export const prefixed = (value: string) => filter('prefix', value);
export const suffixed = (value: string) => filter('suffix', value);
