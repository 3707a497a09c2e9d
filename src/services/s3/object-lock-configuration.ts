import { AwsError } from '../../aws/error.ts';
import type {
  DefaultRetention,
  GetObjectLockConfigurationOutput,
  GetObjectLockConfigurationRequest,
  ObjectLockConfiguration,
  PutObjectLockConfigurationOutput,
  PutObjectLockConfigurationRequest,
} from '../../aws/models/s3.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { objectLockConfigurationNotFound } from './configuration-errors.ts';
import { invalidArgument, malformedXml, notImplementedHeader } from './errors.ts';
import { isRetentionMode, lockConfiguration } from './object-lock.ts';
import { requireBucket } from './require-bucket.ts';

/** A hundred years; AWS allows the same. */
export const RETENTION_DAYS_MAX = 36_500;
export const RETENTION_YEARS_MAX = 100;

/** What a bucket has that was made with Object Lock. */
export const NEW_LOCK_CONFIGURATION: ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' };

/**
 * PutObjectLockConfiguration - turns Object Lock on, for good, and sets or removes the retention
 * that new versions get by default.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html
 */
export async function putObjectLockConfiguration(
  input: PutObjectLockConfigurationRequest,
  context: Context,
): Promise<PutObjectLockConfigurationOutput> {
  if (input.Token !== undefined) throw notImplementedHeader('x-amz-bucket-object-lock-token');
  const { ObjectLockConfiguration: configuration } = input;
  if (!configuration) throw missingRequestBody();
  if (configuration.ObjectLockEnabled !== 'Enabled') throw malformedXml();
  if (configuration.Rule) checkDefault(configuration.Rule.DefaultRetention);
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    if (bucket.versioning !== 'Enabled') throw notVersioned();
    await updateBucketColumn(tx, bucket.name, 'object_lock', JSON.stringify(configuration));
  });
  return {};
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html */
export async function getObjectLockConfiguration(
  input: GetObjectLockConfigurationRequest,
  context: Context,
): Promise<GetObjectLockConfigurationOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  const configuration = lockConfiguration(bucket);
  if (!configuration) throw objectLockConfigurationNotFound(bucket.name);
  return { ObjectLockConfiguration: configuration };
}

function checkDefault(retention: DefaultRetention | undefined): void {
  if (!retention) throw malformedXml();
  const { Mode, Days, Years, ...eventHold } = retention;
  if (Object.values(eventHold).some((value) => value !== undefined))
    throw notImplementedHeader('DefaultEventHold');
  if (!isRetentionMode(Mode) || (Days === undefined) === (Years === undefined))
    throw malformedXml();
  if (Days !== undefined) checkPeriod('Days', Days, RETENTION_DAYS_MAX);
  if (Years !== undefined) checkPeriod('Years', Years, RETENTION_YEARS_MAX);
}

function checkPeriod(name: string, value: number, max: number): void {
  if (value < 1)
    throw invalidArgument(
      'Default retention period must be a positive integer value.',
      name,
      String(value),
    );
  if (value > max)
    throw invalidArgument('Default retention period too large.', name, String(value));
}

const missingRequestBody = () => new AwsError('MissingRequestBodyError', 'Request Body is empty');

const notVersioned = () =>
  new AwsError(
    'InvalidBucketState',
    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
    { status: 409 },
  );
