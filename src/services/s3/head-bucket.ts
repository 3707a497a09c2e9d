import { bucketArn } from '../../aws/arn.ts';
import type {
  GetBucketLocationOutput,
  GetBucketLocationRequest,
  HeadBucketOutput,
  HeadBucketRequest,
} from '../../aws/models/s3.ts';
import type { WithStatus } from '../../aws/protocols/write-response.ts';
import type { Context } from '../context.ts';
import { requireBucket, requireBucketAnywhere } from './require-bucket.ts';

/**
 * HeadBucket - whether the bucket is there and may be used, and where it is.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
export async function headBucket(
  input: HeadBucketRequest,
  context: Context,
): Promise<HeadBucketOutput & WithStatus> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  return {
    BucketArn: bucketArn(bucket.name),
    BucketRegion: bucket.region,
    AccessPointAlias: false,
    $contentType: 'application/xml',
  };
}

/**
 * GetBucketLocation - the region of a bucket; nothing for us-east-1. Answered in every region.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
 */
export async function getBucketLocation(
  input: GetBucketLocationRequest,
  context: Context,
): Promise<GetBucketLocationOutput> {
  const bucket = await context.storage.read((reader) => requireBucketAnywhere(reader, input));
  return { LocationConstraint: bucket.region === 'us-east-1' ? undefined : bucket.region };
}
