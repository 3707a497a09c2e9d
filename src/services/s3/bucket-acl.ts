import type {
  GetBucketAclOutput,
  GetBucketAclRequest,
  Grant,
  PutBucketAclRequest,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { type BucketRow, updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { canonicalUserId, ownerOf } from './canonical-user.ts';
import { missingSecurityHeader } from './configuration-errors.ts';
import { accessControlListNotSupported, accessDenied } from './errors.ts';
import {
  blocksPublicAcls,
  grantsFromJson,
  grantsFromRequest,
  grantsToJson,
  isPublic,
} from './grants.ts';
import { refuseAcl } from './object-grants.ts';
import { requireBucket } from './require-bucket.ts';

/**
 * PutBucketAcl - replaces the bucket's access control list: a canned one, grants in headers, or a
 * document.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html
 *
 * Refused where ACLs are off (BucketOwnerEnforced), and for public ones where these are blocked:
 * both are how buckets begin.
 */
export async function putBucketAcl(input: PutBucketAclRequest, context: Context): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const grants = grantsOf(input, bucket);
    const enforced = bucket.object_ownership === 'BucketOwnerEnforced';
    if (enforced) refuseAcl(input);
    if (enforced && grants) throw accessControlListNotSupported();
    if (grants && isPublic(grants) && blocksPublicAcls(bucket)) throw accessDenied();
    await updateBucketColumn(tx, bucket.name, 'acl', grantsToJson(grants));
  });
  return {};
}

/** GetBucketAcl. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export async function getBucketAcl(
  input: GetBucketAclRequest,
  context: Context,
): Promise<GetBucketAclOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  return { Owner: ownerOf(bucket.account), Grants: grantsFromJson(bucket.acl, bucket.account) };
}

/** `undefined` for what is the owner's FULL_CONTROL alone. */
function grantsOf(input: PutBucketAclRequest, { account }: BucketRow): Grant[] | undefined {
  const { ACL, AccessControlPolicy, ...headers } = input;
  const inHeaders =
    headers.GrantFullControl ??
    headers.GrantRead ??
    headers.GrantReadACP ??
    headers.GrantWrite ??
    headers.GrantWriteACP;
  if (ACL === undefined && !AccessControlPolicy && inHeaders === undefined)
    throw missingSecurityHeader('x-amz-acl');
  const grants = grantsFromRequest(input, account, account);
  const [only, ...more] = grants ?? [];
  const ownersAlone =
    more.length === 0 &&
    only?.Permission === 'FULL_CONTROL' &&
    only.Grantee?.ID === canonicalUserId(account);
  return ownersAlone ? undefined : grants;
}
