import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { ObjectRow } from '../../storage/tables/objects.ts';
import { accessControlListNotSupported, accessDenied } from './errors.ts';
import {
  type AclInput,
  blocksPublicAcls,
  grantsFromRequest,
  grantsToJson,
  isPublic,
} from './grants.ts';

/**
 * Whose a new object is and what its ACL says, from the headers of the request that writes it.
 *
 * With BucketOwnerEnforced, how buckets are made since 2023, everything belongs to the bucket's
 * owner and ACLs are refused; only the two that change nothing are let through. Otherwise the
 * writer owns the object, unless with BucketOwnerPreferred the writer hands it over
 * (`bucket-owner-full-control`). Anonymous writers own nothing.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function objectAclFromRequest(
  bucket: BucketRow,
  account: string,
  input: AclInput,
): Pick<ObjectRow, 'owner' | 'acl'> {
  if (bucket.object_ownership === 'BucketOwnerEnforced') {
    refuseAcl(input);
    return { owner: bucket.account, acl: null };
  }
  const handedOver =
    bucket.object_ownership === 'BucketOwnerPreferred' && input.ACL === 'bucket-owner-full-control';
  const owner = handedOver || account === '' ? bucket.account : account;
  const grants = grantsFromRequest(input, owner, bucket.account);
  if (grants && isPublic(grants) && blocksPublicAcls(bucket)) throw accessDenied();
  return { owner, acl: grantsToJson(grants) };
}

/** Throws AccessControlListNotSupported for every ACL that would mean something. */
export function refuseAcl(input: AclInput): void {
  const harmless =
    input.ACL === undefined || input.ACL === 'private' || input.ACL === 'bucket-owner-full-control';
  const grants =
    input.GrantFullControl ??
    input.GrantRead ??
    input.GrantReadACP ??
    input.GrantWrite ??
    input.GrantWriteACP;
  if (!harmless || grants !== undefined) throw accessControlListNotSupported();
}
