import { bucketArn } from '../../aws/arn.ts';
import type { CreateBucketOutput, CreateBucketRequest } from '../../aws/models/s3.ts';
import { countBuckets, getBucket, insertBucket } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { checkBucketName } from './bucket-name.ts';
import { checkBucketTags } from './bucket-tagging.ts';
import {
  accessDenied,
  bucketAlreadyExists,
  bucketAlreadyOwnedByYou,
  illegalLocationConstraint,
  invalidBucketAclWithObjectOwnership,
  invalidLocationConstraint,
  invalidOwnership,
  notImplementedHeader,
  tooManyBuckets,
} from './errors.ts';
import { grantsFromRequest, grantsToJson, isPublic } from './grants.ts';
import { NEW_LOCK_CONFIGURATION } from './object-lock-configuration.ts';
import { NEW_BUCKET_PUBLIC_ACCESS_BLOCK } from './public-access-block.ts';
import { tagsToJson } from './tags.ts';

/** Of one account. */
export const BUCKETS_MAX = 10_000;

const DEFAULT_REGION = 'us-east-1';
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const OWNERSHIPS = new Set(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter']);

const ORDINARY = { versioning: '', object_lock: null } as const;
/** Object Lock protects versions, and so begins with them. */
const LOCKABLE = {
  versioning: 'Enabled',
  object_lock: JSON.stringify(NEW_LOCK_CONFIGURATION),
} as const;

/**
 * CreateBucket - names are global, the bucket belongs to the caller's account and to one region.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 *
 * Making a bucket again that one owns is an error everywhere but in us-east-1, where it answers 200
 * and changes nothing.
 */
export async function createBucket(
  input: CreateBucketRequest,
  context: Context,
): Promise<CreateBucketOutput> {
  const { Bucket: name, ObjectOwnership = 'BucketOwnerEnforced' } = input;
  const { account } = context;
  checkBucketName(name);
  if (account === '') throw accessDenied();
  if (input.BucketNamespace !== undefined && input.BucketNamespace !== 'global')
    throw notImplementedHeader('x-amz-bucket-namespace');
  if (!OWNERSHIPS.has(ObjectOwnership)) throw invalidOwnership(ObjectOwnership);
  const region = regionFor(input, context.region || context.settings.region);
  const grants = grantsFromRequest(input, account, account);
  if (grants && ObjectOwnership === 'BucketOwnerEnforced')
    throw invalidBucketAclWithObjectOwnership();
  if (grants && isPublic(grants)) throw accessDenied();
  const tags = input.CreateBucketConfiguration?.Tags ?? [];
  checkBucketTags(tags);

  await context.storage.transaction(async (tx) => {
    const existing = await getBucket(tx, name);
    if (existing) {
      if (existing.account !== account) throw bucketAlreadyExists(name);
      if (existing.region === DEFAULT_REGION && region === DEFAULT_REGION) return;
      throw bucketAlreadyOwnedByYou(name);
    }
    if ((await countBuckets(tx, account)) >= BUCKETS_MAX) throw tooManyBuckets();
    await insertBucket(tx, {
      ...(input.ObjectLockEnabledForBucket ? LOCKABLE : ORDINARY),
      name,
      account,
      region,
      created_at: context.clock.now(),
      object_ownership: ObjectOwnership,
      tags: tagsToJson(tags),
      acl: grantsToJson(grants),
      public_access_block: JSON.stringify(NEW_BUCKET_PUBLIC_ACCESS_BLOCK),
    });
  });
  return { Location: `/${name}`, BucketArn: bucketArn(name) };
}

/**
 * A region's own endpoint makes buckets in that region only; the one of us-east-1 makes them
 * anywhere.
 */
function regionFor({ CreateBucketConfiguration }: CreateBucketRequest, signed: string): string {
  const constraint = CreateBucketConfiguration?.LocationConstraint ?? '';
  if (CreateBucketConfiguration?.Location || CreateBucketConfiguration?.Bucket)
    throw notImplementedHeader('CreateBucketConfiguration');
  if (constraint === '') {
    if (signed !== DEFAULT_REGION) throw illegalLocationConstraint('unspecified');
    return DEFAULT_REGION;
  }
  const region = constraint === 'EU' ? 'eu-west-1' : constraint;
  if (!REGION.test(region)) throw invalidLocationConstraint(constraint);
  if (signed !== DEFAULT_REGION && signed !== region) throw illegalLocationConstraint(constraint);
  if (region === DEFAULT_REGION) throw invalidLocationConstraint(constraint);
  return region;
}
