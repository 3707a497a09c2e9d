import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { createWorld, type World } from '../support/world.ts';

describe('a PUT becomes a message', () => {
  let world: World;
  let queueUrl: string;
  before(async () => {
    world = await createWorld();
    const queueArn = 'arn:aws:sqs:us-east-1:123456789012:uploads';
    const policy = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'SQS:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::photos' } },
      },
    };
    const attributes = { Policy: JSON.stringify(policy) };
    const queue = await world.sqs.send(
      new CreateQueueCommand({ QueueName: 'uploads', Attributes: attributes }),
    );
    queueUrl = queue.QueueUrl ?? '';
    await world.s3.send(new CreateBucketCommand({ Bucket: 'photos' }));
    await world.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: 'photos',
        NotificationConfiguration: {
          QueueConfigurations: [{ QueueArn: queueArn, Events: ['s3:ObjectCreated:*'] }],
        },
      }),
    );
  });
  after(() => world.close());

  const receive = async () => {
    const { Messages } = await world.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
    );
    return (Messages ?? []).map(({ Body }) => JSON.parse(Body ?? ''));
  };

  it('tests the destination when it is configured', async () => {
    const [test] = await receive();
    assert.equal(test.Event, 's3:TestEvent');
    assert.equal(test.Bucket, 'photos');
  });

  it('has the message in the queue when the PUT is answered', async () => {
    const put = await world.s3.send(
      new PutObjectCommand({ Bucket: 'photos', Key: 'uploads/red flower.jpg', Body: 'petals' }),
    );
    const [message, ...others] = await receive();
    assert.deepEqual(others, []);
    const [record] = message.Records;
    assert.equal(record.eventName, 'ObjectCreated:Put');
    assert.equal(record.s3.object.key, 'uploads/red+flower.jpg');
    assert.equal(`"${record.s3.object.eTag}"`, put.ETag);
    assert.equal(record.s3.object.size, 6);
    assert.equal(record.responseElements['x-amz-request-id'], put.$metadata.requestId);
    assert.equal(record.responseElements['x-amz-id-2'], put.$metadata.extendedRequestId);
  });

  it('stores what was sent', async () => {
    const { Body } = await world.s3.send(
      new GetObjectCommand({ Bucket: 'photos', Key: 'uploads/red flower.jpg' }),
    );
    assert.equal(await Body?.transformToString(), 'petals');
  });
});
