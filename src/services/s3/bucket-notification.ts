import type {
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration,
  PutBucketNotificationConfigurationRequest,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import {
  checkNotificationConfiguration,
  expandRules,
  type NotificationRule,
  normalizeNotificationConfiguration,
} from '../../events/notification/index.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import { keepConfiguration } from '../../storage/tables/notification-configurations.ts';
import type { Context } from '../context.ts';
import { digestOf, notificationOf, storeNotification } from '../stored-notification.ts';
import { checkDestinations } from './check-destinations.ts';
import { unableToValidateDestinations } from './configuration-errors.ts';
import { requireBucket } from './require-bucket.ts';
import { sendTestEvents } from './send-test-events.ts';

/**
 * PutBucketNotificationConfiguration - says which changes of a bucket go to which queues, topics
 * and functions, and whether all of them go to EventBridge. Replaces what was there, as a whole or
 * not at all.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 *
 * Each destination must exist and let S3 in, unless that is skipped. Queues and topics get a test
 * event, which is part of the same transaction: when one destination fails, nothing is stored and
 * nobody hears anything.
 */
export async function putBucketNotificationConfiguration(
  input: PutBucketNotificationConfigurationRequest,
  context: Context,
): Promise<Unit> {
  const { NotificationConfiguration: given, SkipDestinationValidation: skip = false } = input;
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const { region } = bucket;
    checkNotificationConfiguration(given, { region, skipDestinationValidation: skip });
    const configuration = normalizeNotificationConfiguration(given, context.ids.uuid);
    if (!skip) {
      const destinations = distinctDestinations(expandRules(configuration));
      const failures = await checkDestinations(tx, bucket, destinations, context.clock.now());
      if (failures.length > 0) throw unableToValidateDestinations(failures);
      await sendTestEvents(tx, context, bucket, destinations);
    }
    const empty = Object.keys(configuration).length === 0;
    const text = empty ? null : storeNotification(configuration);
    await updateBucketColumn(tx, bucket.name, 'notification', text);
    const now = context.clock.now();
    for (const each of [bucket.notification, text])
      if (each !== null) await keepConfiguration(tx, digestOf(each), each, now);
  });
  return {};
}

/**
 * GetBucketNotificationConfiguration - as it was put, with the ids that were assigned; empty when
 * there is none.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html
 */
export async function getBucketNotificationConfiguration(
  input: GetBucketNotificationConfigurationRequest,
  context: Context,
): Promise<NotificationConfiguration> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  return bucket.notification === null ? {} : notificationOf(bucket.notification);
}

/**
 * The first rule of each destination: a destination is checked and told once, however many rules
 * name it.
 */
function distinctDestinations(rules: readonly NotificationRule[]): NotificationRule[] {
  const first = new Map<string, NotificationRule>();
  for (const rule of rules) if (!first.has(rule.destination)) first.set(rule.destination, rule);
  return [...first.values()];
}
