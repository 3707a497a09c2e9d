import { AwsError } from '../../aws/error.ts';
import type {
  DeleteBucketTaggingRequest,
  GetBucketTaggingOutput,
  GetBucketTaggingRequest,
  PutBucketTaggingRequest,
  Tag,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { noSuchTagSet } from './configuration-errors.ts';
import { requireBucket } from './require-bucket.ts';
import { checkTags, tagsFromJson, tagsToJson } from './tags.ts';

export const BUCKET_TAGS_MAX = 50;

/**
 * PutBucketTagging - replaces the bucket's tags as a whole.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html
 */
export async function putBucketTagging(
  input: PutBucketTaggingRequest,
  context: Context,
): Promise<Unit> {
  const tags = input.Tagging.TagSet ?? [];
  checkBucketTags(tags);
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'tags', tagsToJson(tags));
  });
  return {};
}

/** GetBucketTagging. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html */
export async function getBucketTagging(
  input: GetBucketTaggingRequest,
  context: Context,
): Promise<GetBucketTaggingOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  if (bucket.tags === null) throw noSuchTagSet(bucket.name);
  return { TagSet: tagsFromJson(bucket.tags) };
}

/**
 * DeleteBucketTagging.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html
 */
export async function deleteBucketTagging(
  input: DeleteBucketTaggingRequest,
  context: Context,
): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'tags', null);
  });
  return {};
}

/** Throws InvalidTag, or BadRequest when there are too many. */
export function checkBucketTags(tags: readonly Tag[]): void {
  if (tags.length > BUCKET_TAGS_MAX)
    throw new AwsError('BadRequest', `Bucket tag count cannot be greater than ${BUCKET_TAGS_MAX}`);
  checkTags(tags, BUCKET_TAGS_MAX, 'System tags cannot be added/updated by requester');
}
