import assert from 'node:assert/strict';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateTopicCommand,
  ListSubscriptionsCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Spillway } from '../../src/testing.ts';
import { eventually } from '../support/world.ts';
import type { Subscriber } from './subscriber.ts';

export const QUEUES = [
  'direct',
  'fanned-a',
  'fanned-b',
  'ruled',
  'http-dead',
  'ruled-dead',
] as const;
const TOPIC = 'arn:aws:sns:us-east-1:123456789012:t';
const arnOf = (queue: (typeof QUEUES)[number]) => `arn:aws:sqs:us-east-1:123456789012:${queue}`;
const allow = (Action: string, Resource: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: '*', Action, Resource },
  });

/** A bucket, its queue, its topic with two queues and an HTTP server, its rule with a queue. */
export async function prepare(spillway: Spillway, subscriber: Subscriber): Promise<void> {
  const sqs = spillway.client(SQSClient);
  for (const QueueName of QUEUES) {
    const Policy = allow('sqs:SendMessage', arnOf(QueueName));
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { Policy } }));
  }
  await prepareTopic(spillway.client(SNSClient), subscriber);
  await prepareRule(spillway.client(EventBridgeClient));
  await prepareBucket(spillway.client(S3Client));
}

async function prepareTopic(sns: SNSClient, subscriber: Subscriber): Promise<void> {
  const Attributes = { Policy: allow('sns:Publish', TOPIC) };
  await sns.send(new CreateTopicCommand({ Name: 't', Attributes }));
  for (const queue of ['fanned-a', 'fanned-b'] as const)
    await sns.send(
      new SubscribeCommand({ TopicArn: TOPIC, Protocol: 'sqs', Endpoint: arnOf(queue) }),
    );
  await sns.send(
    new SubscribeCommand({
      TopicArn: TOPIC,
      Protocol: 'http',
      Endpoint: subscriber.url,
      Attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('http-dead') }) },
    }),
  );
  await eventually(async () => {
    const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand({}));
    assert.equal(Subscriptions.length, 3);
    return Subscriptions.every(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:'));
  });
}

async function prepareRule(events: EventBridgeClient): Promise<void> {
  const EventPattern = JSON.stringify({ source: ['aws.s3'] });
  await events.send(new PutRuleCommand({ Name: 'r', EventPattern }));
  await events.send(
    new PutTargetsCommand({
      Rule: 'r',
      Targets: [
        {
          Id: 'q',
          Arn: arnOf('ruled'),
          RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 3600 },
          DeadLetterConfig: { Arn: arnOf('ruled-dead') },
        },
      ],
    }),
  );
}

async function prepareBucket(s3: S3Client): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: 'photos' }));
  const under = (Value: string) => ({
    Events: ['s3:ObjectCreated:*' as const],
    Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value }] } },
  });
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: 'photos',
      SkipDestinationValidation: true,
      NotificationConfiguration: {
        QueueConfigurations: [{ QueueArn: arnOf('direct'), ...under('direct/') }],
        TopicConfigurations: [{ TopicArn: TOPIC, ...under('topic/') }],
        EventBridgeConfiguration: {},
      },
    }),
  );
}
