import { AwsError } from '../../aws/error.ts';
import type {
  GetBucketVersioningOutput,
  GetBucketVersioningRequest,
  PutBucketVersioningRequest,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { malformedXml, notImplementedHeader } from './errors.ts';
import { requireBucket } from './require-bucket.ts';

/**
 * PutBucketVersioning - once enabled, versioning can only be suspended, and with Object Lock not
 * even that.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html
 */
export async function putBucketVersioning(
  input: PutBucketVersioningRequest,
  context: Context,
): Promise<Unit> {
  const { Status, MFADelete } = input.VersioningConfiguration;
  if (MFADelete !== undefined && MFADelete !== 'Disabled') throw notImplementedHeader('x-amz-mfa');
  if (Status === undefined) throw noVersioningElement();
  if (Status !== 'Enabled' && Status !== 'Suspended') throw malformedXml();
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    if (Status === 'Suspended' && bucket.object_lock !== null) throw lockedVersioning();
    await updateBucketColumn(tx, bucket.name, 'versioning', Status);
  });
  return {};
}

const lockedVersioning = () =>
  new AwsError(
    'InvalidBucketState',
    'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
    { status: 409 },
  );

const noVersioningElement = () =>
  new AwsError(
    'IllegalVersioningConfigurationException',
    'The Versioning element must be specified',
  );

/**
 * GetBucketVersioning - empty for a bucket that never had it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html
 */
export async function getBucketVersioning(
  input: GetBucketVersioningRequest,
  context: Context,
): Promise<GetBucketVersioningOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  return { Status: bucket.versioning === '' ? undefined : bucket.versioning };
}
