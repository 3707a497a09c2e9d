import type { AccessControlPolicy, Grant } from '../../aws/models/s3.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { canonicalUserId } from './canonical-user.ts';
import { emailGrantee, invalidArgument, invalidRequest, malformedAcl } from './errors.ts';
import { publicAccessBlock } from './public-access-block.ts';

/**
 * Access control lists, of buckets and of objects: a canned one by name, grants in headers, or a
 * document. Stored as JSON of `Grant[]`; `null` is the owner's FULL_CONTROL alone.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export interface AclInput {
  readonly ACL?: string | undefined;
  readonly GrantFullControl?: string | undefined;
  readonly GrantRead?: string | undefined;
  readonly GrantReadACP?: string | undefined;
  readonly GrantWrite?: string | undefined;
  readonly GrantWriteACP?: string | undefined;
  readonly AccessControlPolicy?: AccessControlPolicy | undefined;
}

export const GRANTS_MAX = 100;

export const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers';
export const AUTHENTICATED_USERS = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
const LOG_DELIVERY = 'http://acs.amazonaws.com/groups/s3/LogDelivery';
const GROUPS = new Set([ALL_USERS, AUTHENTICATED_USERS, LOG_DELIVERY]);
const PERMISSIONS = new Set(['FULL_CONTROL', 'READ', 'WRITE', 'READ_ACP', 'WRITE_ACP']);
const CANONICAL_ID = /^[0-9a-f]{64}$/;

const toUser = (ID: string, Permission: string): Grant => ({
  Grantee: { Type: 'CanonicalUser', ID },
  Permission,
});
const toGroup = (URI: string, Permission: string): Grant => ({
  Grantee: { Type: 'Group', URI },
  Permission,
});

export const ownerGrants = (owner: string): Grant[] => [
  toUser(canonicalUserId(owner), 'FULL_CONTROL'),
];

/** What each canned ACL adds to the owner's FULL_CONTROL; `bucketOwner` is a canonical user id. */
const CANNED: Readonly<Record<string, (bucketOwner: string) => Grant[]>> = {
  private: () => [],
  'public-read': () => [toGroup(ALL_USERS, 'READ')],
  'public-read-write': () => [toGroup(ALL_USERS, 'READ'), toGroup(ALL_USERS, 'WRITE')],
  'authenticated-read': () => [toGroup(AUTHENTICATED_USERS, 'READ')],
  'bucket-owner-read': (bucketOwner) => [toUser(bucketOwner, 'READ')],
  'bucket-owner-full-control': (bucketOwner) => [toUser(bucketOwner, 'FULL_CONTROL')],
};

const GRANT_HEADERS = [
  ['GrantFullControl', 'FULL_CONTROL'],
  ['GrantRead', 'READ'],
  ['GrantWrite', 'WRITE'],
  ['GrantReadACP', 'READ_ACP'],
  ['GrantWriteACP', 'WRITE_ACP'],
] as const;

/** Whether the request says anything about an ACL. */
export const asksForAcl = (input: AclInput): boolean =>
  input.ACL !== undefined ||
  input.AccessControlPolicy !== undefined ||
  GRANT_HEADERS.some(([member]) => input[member] !== undefined);

/**
 * The grants that a request asks for, `undefined` when it names no ACL or the private one. `owner`
 * and `bucketOwner` are accounts. Throws InvalidRequest when it asks in two ways at once,
 * InvalidArgument, MalformedACLError.
 */
export function grantsFromRequest(
  input: AclInput,
  owner: string,
  bucketOwner: string,
): Grant[] | undefined {
  const headers = GRANT_HEADERS.filter(([member]) => input[member] !== undefined);
  if (input.ACL !== undefined && headers.length > 0)
    throw invalidRequest('Specifying both Canned ACLs and Header Grants is not allowed');
  if (input.AccessControlPolicy) return documentGrants(input.AccessControlPolicy);
  if (headers.length > 0)
    return checkGrants(
      headers.flatMap(([member, permission]) => parseGrantees(input[member] ?? '', permission)),
      HEADER_ARGUMENTS,
    );
  if (input.ACL === undefined) return undefined;
  const canned = Object.hasOwn(CANNED, input.ACL) ? CANNED[input.ACL] : undefined;
  if (!canned) throw invalidArgument('', 'x-amz-acl', input.ACL);
  const added = canned(canonicalUserId(bucketOwner)).filter(
    ({ Grantee }) => Grantee?.ID !== canonicalUserId(owner),
  );
  return added.length === 0 ? undefined : [...ownerGrants(owner), ...added];
}

function documentGrants({ Owner, Grants }: AccessControlPolicy): Grant[] {
  if (!Owner || !Grants) throw malformedAcl();
  if (!CANONICAL_ID.test(Owner.ID ?? ''))
    throw invalidArgument('Invalid id', DOCUMENT_ARGUMENTS.id, Owner.ID ?? '');
  return checkGrants(Grants, DOCUMENT_ARGUMENTS);
}

/** `id="...", uri="..."` */
function parseGrantees(header: string, permission: string): Grant[] {
  return header.split(',').map((part) => {
    const [, type, value = ''] = /^\s*(id|uri|emailAddress)\s*=\s*"?([^"]*)"?\s*$/.exec(part) ?? [];
    if (type === 'id') return toUser(value, permission);
    if (type === 'uri') return toGroup(value, permission);
    if (type === 'emailAddress') throw emailGrantee();
    const name = `x-amz-grant-${permission.toLowerCase().replaceAll('_', '-')}`;
    throw invalidArgument('Argument format not recognized', name, part.trim());
  });
}

/** What errors call the argument that is wrong. */
const HEADER_ARGUMENTS = { uri: 'uri', id: 'id' };
const DOCUMENT_ARGUMENTS = { uri: 'Group/URI', id: 'CanonicalUser/ID' };

function checkGrants(grants: Grant[], names: typeof HEADER_ARGUMENTS): Grant[] {
  if (grants.length > GRANTS_MAX) throw malformedAcl();
  for (const { Grantee, Permission } of grants) {
    if (!Grantee || !PERMISSIONS.has(Permission ?? '')) throw malformedAcl();
    if (Grantee.Type === 'AmazonCustomerByEmail') throw emailGrantee();
    if (Grantee.Type === 'Group') {
      if (!GROUPS.has(Grantee.URI ?? ''))
        throw invalidArgument('Invalid group uri', names.uri, Grantee.URI ?? '');
    } else if (Grantee.Type !== 'CanonicalUser' || !CANONICAL_ID.test(Grantee.ID ?? '')) {
      throw invalidArgument('Invalid id', names.id, Grantee.ID ?? '');
    }
  }
  return grants;
}

export const isPublic = (grants: readonly Grant[]): boolean =>
  grants.some(({ Grantee }) => Grantee?.URI === ALL_USERS || Grantee?.URI === AUTHENTICATED_USERS);

export const grantsToJson = (grants: Grant[] | undefined): string | null =>
  grants ? JSON.stringify(grants) : null;

export const grantsFromJson = (json: string | null, owner: string): Grant[] =>
  json === null ? ownerGrants(owner) : JSON.parse(json);

/** Whether the bucket's public access block refuses ACLs that let the public in. */
export const blocksPublicAcls = (bucket: Pick<BucketRow, 'public_access_block'>): boolean =>
  publicAccessBlock(bucket).BlockPublicAcls;
