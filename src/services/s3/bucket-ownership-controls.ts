import type {
  DeleteBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput,
  GetBucketOwnershipControlsRequest,
  PutBucketOwnershipControlsRequest,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { ownershipControlsNotFound } from './configuration-errors.ts';
import { invalidBucketAclWithObjectOwnership, malformedXml } from './errors.ts';
import { requireBucket } from './require-bucket.ts';

const SETTINGS: ReadonlySet<string> = new Set([
  'BucketOwnerEnforced',
  'BucketOwnerPreferred',
  'ObjectWriter',
]);

/**
 * Stored when the controls were removed: ACLs work as they did before there were controls, as with
 * ObjectWriter.
 */
const REMOVED = '';

/**
 * PutBucketOwnershipControls - who owns objects that others upload, and whether ACLs count at all.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html
 *
 * BucketOwnerEnforced turns ACLs off, so a bucket whose ACL lets others in must take that back
 * first.
 */
export async function putBucketOwnershipControls(
  input: PutBucketOwnershipControlsRequest,
  context: Context,
): Promise<Unit> {
  const [rule, ...more] = input.OwnershipControls.Rules ?? [];
  if (!rule || more.length > 0 || !SETTINGS.has(rule.ObjectOwnership)) throw malformedXml();
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    if (rule.ObjectOwnership === 'BucketOwnerEnforced' && bucket.acl !== null)
      throw invalidBucketAclWithObjectOwnership();
    await updateBucketColumn(tx, bucket.name, 'object_ownership', rule.ObjectOwnership);
  });
  return {};
}

/**
 * GetBucketOwnershipControls.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html
 */
export async function getBucketOwnershipControls(
  input: GetBucketOwnershipControlsRequest,
  context: Context,
): Promise<GetBucketOwnershipControlsOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  if (bucket.object_ownership === REMOVED) throw ownershipControlsNotFound(bucket.name);
  return { OwnershipControls: { Rules: [{ ObjectOwnership: bucket.object_ownership }] } };
}

/**
 * DeleteBucketOwnershipControls.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html
 */
export async function deleteBucketOwnershipControls(
  input: DeleteBucketOwnershipControlsRequest,
  context: Context,
): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'object_ownership', REMOVED);
  });
  return {};
}
