import type {
  DeletePublicAccessBlockRequest,
  GetPublicAccessBlockOutput,
  GetPublicAccessBlockRequest,
  PublicAccessBlockConfiguration,
  PutPublicAccessBlockRequest,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { type BucketRow, updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { noSuchPublicAccessBlock } from './configuration-errors.ts';
import { requireBucket } from './require-bucket.ts';

/** The four switches, each of which overrules what policies and ACLs say. */
export type PublicAccessBlock = Readonly<Record<keyof PublicAccessBlockConfiguration, boolean>>;

/** Stored with each new bucket: since April 2023 all four are on. */
export const NEW_BUCKET_PUBLIC_ACCESS_BLOCK: PublicAccessBlock = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

const NOTHING_BLOCKED: PublicAccessBlock = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};

/** What counts for a bucket: without a configuration, nothing is blocked. */
export const publicAccessBlock = (
  bucket: Pick<BucketRow, 'public_access_block'>,
): PublicAccessBlock =>
  bucket.public_access_block === null ? NOTHING_BLOCKED : JSON.parse(bucket.public_access_block);

/**
 * PutPublicAccessBlock - replaces all four switches; one that is left out is off.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export async function putPublicAccessBlock(
  input: PutPublicAccessBlockRequest,
  context: Context,
): Promise<Unit> {
  const block = { ...NOTHING_BLOCKED, ...input.PublicAccessBlockConfiguration };
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'public_access_block', JSON.stringify(block));
  });
  return {};
}

/**
 * GetPublicAccessBlock.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html
 */
export async function getPublicAccessBlock(
  input: GetPublicAccessBlockRequest,
  context: Context,
): Promise<GetPublicAccessBlockOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  if (bucket.public_access_block === null) throw noSuchPublicAccessBlock(bucket.name);
  return { PublicAccessBlockConfiguration: publicAccessBlock(bucket) };
}

/**
 * DeletePublicAccessBlock.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html
 */
export async function deletePublicAccessBlock(
  input: DeletePublicAccessBlockRequest,
  context: Context,
): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'public_access_block', null);
  });
  return {};
}
