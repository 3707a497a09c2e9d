import type {
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration,
  PutBucketNotificationConfigurationRequest,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { requireBucket } from './require-bucket.ts';

/**
 * PutBucketNotificationConfiguration - says which changes of a bucket go to which queues, topics and functions, and whether
 * all of them go to EventBridge. Replaces what was there, as a whole or not at all.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 *
 * Each destination must exist and let S3 in, unless that check is skipped. Queues and topics get a test event, which
 * is part of the same transaction: when one destination fails, nobody hears anything.
 */
export async function putBucketNotificationConfiguration(
  input: PutBucketNotificationConfigurationRequest,
  context: Context,
): Promise<Unit> {
  const configuration = withIds(input.NotificationConfiguration, context);
  const text = isEmpty(configuration) ? null : JSON.stringify(configuration);
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'notification', text);
  });
  return {};
}

/** GetBucketNotificationConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html */
export async function getBucketNotificationConfiguration(
  input: GetBucketNotificationConfigurationRequest,
  context: Context,
): Promise<NotificationConfiguration> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  return bucket.notification === null ? {} : JSON.parse(bucket.notification);
}

function withIds(
  configuration: NotificationConfiguration,
  { ids }: Context,
): NotificationConfiguration {
  const assign = <T extends { Id?: string | undefined }>(list: T[] | undefined): T[] | undefined =>
    list?.map((one) => ({ ...one, Id: one.Id || ids.uuid() }));
  return {
    TopicConfigurations: assign(configuration.TopicConfigurations),
    QueueConfigurations: assign(configuration.QueueConfigurations),
    LambdaFunctionConfigurations: assign(configuration.LambdaFunctionConfigurations),
    EventBridgeConfiguration: configuration.EventBridgeConfiguration,
  };
}

const isEmpty = (configuration: NotificationConfiguration) =>
  Object.values(configuration).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );
