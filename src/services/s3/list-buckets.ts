import { bucketArn } from '../../aws/arn.ts';
import type { Bucket, ListBucketsOutput, ListBucketsRequest } from '../../aws/models/s3.ts';
import { type BucketRow, listBucketRows } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './canonical-user.ts';
import { accessDenied, invalidArgument } from './errors.ts';

/** Buckets in one answer; AWS allows the same. */
export const LIST_BUCKETS_MAX = 10_000;

/**
 * ListBuckets - the buckets of the caller's account, by name; pages when the caller asks for them.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export async function listBuckets(
  input: ListBucketsRequest,
  context: Context,
): Promise<ListBucketsOutput> {
  const { MaxBuckets = LIST_BUCKETS_MAX, Prefix = '', BucketRegion, ContinuationToken } = input;
  if (context.account === '') throw accessDenied();
  if (MaxBuckets < 1 || MaxBuckets > LIST_BUCKETS_MAX)
    throw invalidArgument(
      `Argument max-buckets must be an integer between 1 and ${LIST_BUCKETS_MAX}`,
      'max-buckets',
      String(MaxBuckets),
    );
  const after = ContinuationToken ? Buffer.from(ContinuationToken, 'base64').toString() : '';
  const rows = await context.storage.read((reader) =>
    listBucketRows(
      reader,
      { account: context.account, after, prefix: Prefix, region: BucketRegion },
      MaxBuckets + 1,
    ),
  );
  const page = rows.slice(0, MaxBuckets);
  const last = rows.length > MaxBuckets ? page.at(-1) : undefined;
  return {
    Buckets: page.map(shown),
    Owner: ownerOf(context.account),
    ContinuationToken: last && Buffer.from(last.name).toString('base64'),
    Prefix: input.Prefix,
  };
}

const shown = (row: BucketRow): Bucket => ({
  Name: row.name,
  CreationDate: new Date(row.created_at),
  BucketRegion: row.region,
  BucketArn: bucketArn(row.name),
});
