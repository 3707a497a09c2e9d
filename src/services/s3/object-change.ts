import { S3_PRINCIPAL, type S3Change } from '../../events/s3/index.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { Caller } from '../caller.ts';
import type { Context } from '../context.ts';
import { customerId } from '../customer-id.ts';

/**
 * What happened to an object, as the operation that did it knows it; see `S3Change` for each
 * member.
 */
export type ObjectChange = Pick<
  S3Change,
  | 'eventName'
  | 'reason'
  | 'key'
  | 'sequence'
  | 'atMs'
  | 'size'
  | 'etag'
  | 'versionId'
  | 'deletionType'
  | 'storageClass'
  | 'restoreExpiryMs'
  | 'retention'
>;

/**
 * Whose doing it was: a request, or S3 itself (a restore that is ready) with a service principal as
 * the caller.
 */
export type ChangeContext = Pick<
  Context,
  'ids' | 'clock' | 'settings' | 'caller' | 'requestId' | 'hostId' | 'trace' | 'testKit'
>;

/** Adds where it happened and who did it: all that the records of the event are made of. */
export function describeChange(
  context: ChangeContext,
  bucket: BucketRow,
  change: ObjectChange,
): S3Change {
  const { caller, requestId, hostId } = context;
  const byService = caller.principal.kind === 'service';
  return {
    ...change,
    bucket: bucket.name,
    region: bucket.region,
    bucketOwnerAccount: bucket.account,
    ownerPrincipalId: customerId(bucket.account),
    principalId: shownPrincipal(caller),
    requesterAccount: byService ? S3_PRINCIPAL : caller.account,
    sourceIp: byService ? undefined : caller.sourceIp,
    requestId,
    hostId,
  };
}

/** As `userIdentity.principalId`: root users are shown by their customer id, like owners. */
function shownPrincipal({ principal, principalId, account }: Caller): string {
  switch (principal.kind) {
    case 'root':
      return customerId(account);
    case 'service':
      return S3_PRINCIPAL;
    case 'anonymous':
      return principalId;
    default:
      return `AWS:${principalId}`;
  }
}
