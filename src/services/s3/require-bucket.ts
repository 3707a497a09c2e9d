import type { Reader } from '../../storage/storage.ts';
import { type BucketRow, getBucket } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { accessDenied, invalidExpectedBucketOwner, noSuchBucket, wrongRegion } from './errors.ts';

/** The members by which every request names its bucket. */
export interface BucketInput {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

const ACCOUNT_ID = /^\d{12}$/;

/**
 * The bucket that a request is about. Throws NoSuchBucket; AccessDenied when it belongs to another
 * account than the caller expects; AuthorizationHeaderMalformed, or AuthorizationQueryParametersError for
 * a presigned URL, when the request was signed for another region, with the right one in `x-amz-bucket-region` so that SDKs try again there.
 * Anonymous requests and those of Signature Version 2 name no region.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 */
export async function requireBucket(
  reader: Reader,
  context: Context,
  input: BucketInput,
): Promise<BucketRow> {
  const bucket = await requireBucketAnywhere(reader, input);
  const named = context.region !== '' && context.caller.accessKeyId !== undefined;
  if (named && context.region !== bucket.region) throw wrongRegion(context, bucket.region);
  return bucket;
}

/**
 * The same for operations that S3 answers in every region (GetBucketLocation), and for a copy's
 * source.
 */
export async function requireBucketAnywhere(
  reader: Reader,
  { Bucket, ExpectedBucketOwner }: BucketInput,
): Promise<BucketRow> {
  if (ExpectedBucketOwner !== undefined && !ACCOUNT_ID.test(ExpectedBucketOwner))
    throw invalidExpectedBucketOwner(ExpectedBucketOwner);
  const bucket = await getBucket(reader, Bucket);
  if (!bucket) throw noSuchBucket(Bucket);
  if (ExpectedBucketOwner !== undefined && ExpectedBucketOwner !== bucket.account)
    throw accessDenied();
  return bucket;
}
