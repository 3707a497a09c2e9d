import {
  BucketAlreadyOwnedByYou,
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketCorsCommand,
  PutBucketNotificationConfigurationCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createS3Client } from '../shared/clients.ts';
import { THUMBNAILS, UPLOADS } from '../shared/keys.ts';
import type { Settings } from '../shared/settings.ts';
import type { Arns } from './arns.ts';

/** The bucket, into which the gallery's page may upload. */
export async function provisionBucket({ bucket, port }: Settings): Promise<void> {
  const s3 = createS3Client();
  await ensureBucket(s3, bucket);
  await s3.send(
    new PutBucketCorsCommand({
      Bucket: bucket,
      CORSConfiguration: {
        CORSRules: [
          {
            AllowedOrigins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
            AllowedMethods: ['POST', 'GET'],
            AllowedHeaders: ['*'],
          },
        ],
      },
    }),
  );
}

/**
 * Which events go where. S3 sends an event to one destination only, so what several want is shared
 * by a topic or, as the uploads are with `generate-thumbnail`, by EventBridge (`rules.ts`). The
 * destinations must let S3 in before this is called.
 */
export async function provisionNotifications({ bucket }: Settings, arns: Arns): Promise<void> {
  const under = (prefix: string) => ({
    Key: { FilterRules: [{ Name: 'prefix' as const, Value: prefix }] },
  });
  await createS3Client().send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: bucket,
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Id: 'IdentifyPhotos',
            QueueArn: arns.queue,
            Events: ['s3:ObjectCreated:*'],
            Filter: under(UPLOADS),
          },
          {
            Id: 'NoteThumbnails',
            QueueArn: arns.queue,
            Events: ['s3:ObjectCreated:*'],
            Filter: under(THUMBNAILS),
          },
        ],
        TopicConfigurations: [
          {
            Id: 'TellOfRemovals',
            TopicArn: arns.topic,
            Events: ['s3:ObjectRemoved:*'],
            Filter: under(UPLOADS),
          },
        ],
        EventBridgeConfiguration: {},
      },
    }),
  );
}

export async function ensureBucket(s3: S3Client, bucket: string): Promise<void> {
  const region = await s3.config.region();
  const location = { LocationConstraint: region as BucketLocationConstraint };
  try {
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucket,
        ...(region !== 'us-east-1' && { CreateBucketConfiguration: location }),
      }),
    );
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  }
}
