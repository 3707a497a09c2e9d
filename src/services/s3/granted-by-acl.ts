import type { Grant } from '../../aws/models/s3.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { ObjectRow } from '../../storage/tables/objects.ts';
import type { Caller } from '../caller.ts';
import { canonicalUserId } from './canonical-user.ts';
import { ALL_USERS, AUTHENTICATED_USERS, grantsFromJson } from './grants.ts';
import { publicAccessBlock } from './public-access-block.ts';

/**
 * Which permission of an ACL lets callers do what.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping
 */
const BY_BUCKET_ACL: Readonly<Record<string, string>> = {
  's3:ListBucket': 'READ',
  's3:ListBucketVersions': 'READ',
  's3:ListBucketMultipartUploads': 'READ',
  's3:PutObject': 'WRITE',
  's3:GetBucketAcl': 'READ_ACP',
  's3:PutBucketAcl': 'WRITE_ACP',
  // Of an object that is not there, whoever may list the bucket may be told so.
  's3:GetObject': 'READ',
  // Of an object that is being made, which its maker may share from the first moment.
  's3:PutObjectAcl': 'WRITE',
};

const BY_OBJECT_ACL: Readonly<Record<string, string>> = {
  's3:GetObject': 'READ',
  's3:GetObjectVersion': 'READ',
  's3:GetObjectAcl': 'READ_ACP',
  's3:GetObjectVersionAcl': 'READ_ACP',
  's3:PutObjectAcl': 'WRITE_ACP',
  's3:PutObjectVersionAcl': 'WRITE_ACP',
};

/** Whether an object's ACL, and with it the object's owner, has a say about the action. */
export const isGovernedByObjectAcl = (bucket: BucketRow, action: string): boolean =>
  bucket.object_ownership !== 'BucketOwnerEnforced' && Object.hasOwn(BY_OBJECT_ACL, action);

/**
 * The policy, with what the ACL of the bucket or of `object` allows this caller added as a
 * statement: so it is weighed together with everything else. A grant to a group is one to
 * everybody; one to an account leaves it to that account's own policies.
 */
export function policyWithAcl(
  policy: string | undefined,
  bucket: BucketRow,
  object: ObjectRow | undefined,
  caller: Caller,
  action: string,
  resource: string,
): string | undefined {
  if (bucket.object_ownership === 'BucketOwnerEnforced') return policy;
  const principal =
    object && Object.hasOwn(BY_OBJECT_ACL, action)
      ? grantee(object.acl, object.owner, BY_OBJECT_ACL[action], bucket, caller)
      : grantee(bucket.acl, bucket.account, BY_BUCKET_ACL[action], bucket, caller);
  if (principal === undefined) return policy;
  const statement = { Effect: 'Allow', Principal: principal, Action: action, Resource: resource };
  const document = policy === undefined ? { Version: '2012-10-17' } : JSON.parse(policy);
  const statements = [document.Statement ?? []].flat();
  return JSON.stringify({ ...document, Statement: [...statements, statement] });
}

type PolicyPrincipal = '*' | { readonly AWS: string };

function grantee(
  acl: string | null,
  owner: string,
  permission: string | undefined,
  bucket: BucketRow,
  caller: Caller,
): PolicyPrincipal | undefined {
  if (acl === null || permission === undefined) return undefined;
  const grants = grantsFromJson(acl, owner).filter(
    ({ Permission }) => Permission === permission || Permission === 'FULL_CONTROL',
  );
  if (!publicAccessBlock(bucket).IgnorePublicAcls && grants.some((grant) => isTo(grant, caller)))
    return '*';
  const anonymous = caller.account === '';
  const user = anonymous ? undefined : canonicalUserId(caller.account);
  return grants.some(({ Grantee }) => user !== undefined && Grantee?.ID === user)
    ? { AWS: caller.account }
    : undefined;
}

/** Whether the grant is to a group that the caller is in. */
const isTo = ({ Grantee }: Grant, caller: Caller): boolean =>
  Grantee?.URI === ALL_USERS || (Grantee?.URI === AUTHENTICATED_USERS && caller.account !== '');
