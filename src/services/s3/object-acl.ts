import type {
  GetObjectAclOutput,
  GetObjectAclRequest,
  PutObjectAclOutput,
  PutObjectAclRequest,
} from '../../aws/models/s3.ts';
import { updateObjectColumn } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { canonicalUserId, ownerOf } from './canonical-user.ts';
import { missingSecurityHeader } from './configuration-errors.ts';
import { accessControlListNotSupported, accessDenied } from './errors.ts';
import { findVersion } from './find-version.ts';
import {
  asksForAcl,
  blocksPublicAcls,
  grantsFromJson,
  grantsFromRequest,
  grantsToJson,
  isPublic,
} from './grants.ts';
import { raiseEvent } from './raise-event.ts';
import { requireBucket } from './require-bucket.ts';
import { shownVersion } from './write-version.ts';

/**
 * PutObjectAcl - replaces an object's access control list, where the bucket has them on.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html
 *
 * An ACL that is the same as before is no change, and so no event.
 */
export async function putObjectAcl(
  input: PutObjectAclRequest,
  context: Context,
): Promise<PutObjectAclOutput> {
  if (!asksForAcl(input)) throw missingSecurityHeader('x-amz-acl');
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const row = await findVersion(tx, bucket.name, input.Key, input.VersionId, 'PUT');
    if (bucket.object_ownership === 'BucketOwnerEnforced') throw accessControlListNotSupported();
    const owner = input.AccessControlPolicy?.Owner?.ID;
    if (owner !== undefined && owner !== canonicalUserId(row.owner)) throw accessDenied();
    const grants = grantsFromRequest(input, row.owner, bucket.account);
    if (grants && isPublic(grants) && blocksPublicAcls(bucket)) throw accessDenied();
    const acl = grantsToJson(grants);
    if (acl === row.acl) return;
    await updateObjectColumn(tx, row, 'acl', acl);
    await raiseEvent(tx, context, bucket, {
      eventName: 'ObjectAcl:Put',
      reason: 'PutObjectAcl',
      key: row.key,
      sequence: context.ids.sequence(),
      atMs: context.clock.now(),
      etag: row.etag,
      versionId: shownVersion(row),
    });
  });
  return {};
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html */
export function getObjectAcl(
  input: GetObjectAclRequest,
  context: Context,
): Promise<GetObjectAclOutput> {
  return context.storage.read(async (reader) => {
    const bucket = await requireBucket(reader, context, input);
    const row = await findVersion(reader, bucket.name, input.Key, input.VersionId, 'GET');
    if (bucket.object_ownership === 'BucketOwnerEnforced')
      return { Owner: ownerOf(bucket.account), Grants: grantsFromJson(null, bucket.account) };
    return { Owner: ownerOf(row.owner), Grants: grantsFromJson(row.acl, row.owner) };
  });
}
