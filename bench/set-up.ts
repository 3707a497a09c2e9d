import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';

export const clientOptions = (port: number) => ({
  region: 'us-east-1',
  endpoint: `http://127.0.0.1:${port}`,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** A bucket whose every creation goes to a queue `${bucket}-queue`. Answers the queue's URL. */
export async function createNotifiedBucket(port: number, bucket: string): Promise<string> {
  const s3 = new S3Client({ ...clientOptions(port), forcePathStyle: true });
  const sqs = new SQSClient(clientOptions(port));
  const queueArn = `arn:aws:sqs:us-east-1:123456789012:${bucket}-queue`;
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:s3:::${bucket}` } },
      },
    ],
  };
  const queue = await sqs.send(
    new CreateQueueCommand({
      QueueName: `${bucket}-queue`,
      Attributes: { Policy: JSON.stringify(policy) },
    }),
  );
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: bucket,
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            QueueArn: queueArn,
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'uploads/' }] } },
          },
        ],
      },
    }),
  );
  s3.destroy();
  sqs.destroy();
  return queue.QueueUrl ?? '';
}
