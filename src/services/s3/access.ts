import { bucketArn, objectArn } from '../../aws/arn.ts';
import type { Operations, Tag } from '../../aws/models/s3.ts';
import { compiledPolicy } from '../../aws/policy/compiled-policy.ts';
import type { Reader } from '../../storage/storage.ts';
import { type BucketRow, getBucket } from '../../storage/tables/buckets.ts';
import { getLiveObject, type ObjectRow } from '../../storage/tables/objects.ts';
import { type Caller, callerArn } from '../caller.ts';
import type { Context } from '../context.ts';
import type { Access } from '../define-service.ts';
import { accessDenied } from './errors.ts';
import { findNamedVersion } from './find-version.ts';
import { isGovernedByObjectAcl, policyWithAcl } from './granted-by-acl.ts';
import type { Conditions } from './permission-conditions.ts';
import { type Permission, permissionsFor } from './permissions.ts';
import { publicAccessBlock } from './public-access-block.ts';
import { isPublicPolicy } from './public-policy.ts';
import { tagsFromJson } from './tags.ts';

/**
 * Who may do what with buckets and objects: the permissions of an operation, together with the
 * policies and ACLs that have a say.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html
 *
 * - A bucket's owner's root user needs nobody's leave where no policy speaks: one read of the
 *   bucket, nothing else.
 * - It may always read, replace and delete the bucket's policy, so that a policy cannot lock
 *   everybody out.
 * - ACLs count where they are on (not BucketOwnerEnforced). What one grants is added to the
 *   bucket's policy as a statement, so that it is weighed like everything else.
 * - RestrictPublicBuckets takes a public policy's effect away from everybody outside the owner's
 *   account.
 * - Who may read an object but not list the bucket is not told that a key is missing: it is denied,
 *   as in S3.
 */
export async function access<Name extends keyof Operations & string>(
  operation: Name,
  input: Operations[Name]['input'],
  context: Context,
): Promise<readonly Access[]> {
  const permissions = permissionsFor(operation, input);
  return context.storage.read(async (reader) => {
    const needed: Access[] = [];
    for (const permission of permissions)
      needed.push(...(await accessFor(reader, context, permission)));
    return needed;
  });
}

/**
 * AccessDenied. Callers of the bucket's own account are told what they lack, nobody else.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
export function denied({ action, resource, ...wanted }: Access, caller: Caller, reason: string) {
  if (caller.account === '' || caller.account !== wanted.resourceAccount) return accessDenied();
  return accessDenied(
    `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: "${resource}" ${reason}`,
  );
}

const POLICY_ACTIONS: ReadonlySet<string> = new Set([
  's3:DeleteBucketPolicy',
  's3:GetBucketPolicy',
  's3:PutBucketPolicy',
]);

/** Actions about an object that is there, whose tags and ACL therefore have a say. */
const ABOUT_EXISTING =
  /^s3:(?:GetObject|PutObject(?:Version)?(?:Acl|Tagging)|DeleteObject\w*Tagging)/;

async function accessFor(
  reader: Reader,
  context: Context,
  permission: Permission,
): Promise<Access[]> {
  const { caller } = context;
  const { action, key, conditions } = permission;
  if (permission.bucket === undefined)
    return [{ action, resource: '*', resourceAccount: caller.account, conditions }];
  if (action === 's3:CreateBucket') {
    const resource = bucketArn(permission.bucket);
    return [{ action, resource, resourceAccount: caller.account, conditions }];
  }
  const bucket = await getBucket(reader, permission.bucket);
  if (!bucket) return []; // the operation says NoSuchBucket
  const ownersRoot = caller.principal.kind === 'root' && caller.account === bucket.account;
  const enforced = bucket.object_ownership === 'BucketOwnerEnforced';
  if (ownersRoot && enforced && bucket.policy === null) return [];
  if (ownersRoot && POLICY_ACTIONS.has(action)) return [];

  if (key === undefined) return [onBucket(bucket, caller, action, conditions)];
  const existing = !permission.creates && ABOUT_EXISTING.test(action);
  const object = existing
    ? await findObject(reader, bucket.name, key, permission.versionId)
    : undefined;
  const needed = [onObject(bucket, object, caller, permission, key)];
  if (!object && action === 's3:GetObject')
    needed.push(onBucket(bucket, caller, 's3:ListBucket', {}));
  return needed;
}

function onBucket(
  bucket: BucketRow,
  caller: Caller,
  action: string,
  conditions: Conditions,
): Access {
  const resource = bucketArn(bucket.name);
  const policy = policyFor(bucket, caller);
  return {
    action,
    resource,
    resourceAccount: bucket.account,
    resourcePolicy: policyWithAcl(policy, bucket, undefined, caller, action, resource),
    conditions: { ...conditions, ...ownerConditions(bucket.account) },
  };
}

function onObject(
  bucket: BucketRow,
  object: ObjectRow | undefined,
  caller: Caller,
  { action, conditions }: Permission,
  key: string,
): Access {
  const resource = objectArn(bucket.name, key);
  const owner = object && isGovernedByObjectAcl(bucket, action) ? object.owner : bucket.account;
  // A bucket's policy cannot give away what belongs to somebody else.
  const policy = owner === bucket.account ? policyFor(bucket, caller) : undefined;
  return {
    action,
    resource,
    resourceAccount: owner,
    resourcePolicy: policyWithAcl(policy, bucket, object, caller, action, resource),
    conditions: {
      ...conditions,
      ...ownerConditions(bucket.account),
      ...tagConditions(tagsFromJson(object?.tags ?? null)),
    },
  };
}

/** The bucket's policy, as far as it concerns this caller. */
function policyFor(bucket: BucketRow, caller: Caller): string | undefined {
  if (bucket.policy === null) return undefined;
  const outsider = caller.account !== bucket.account && caller.principal.kind !== 'service';
  const restricted =
    outsider &&
    publicAccessBlock(bucket).RestrictPublicBuckets &&
    isPublicPolicy(compiledPolicy(bucket.policy, 'resource'));
  return restricted ? undefined : bucket.policy;
}

const ownerConditions = (account: string): Conditions => ({
  'aws:resourceaccount': account,
  's3:resourceaccount': account,
});

const tagConditions = (tags: readonly Tag[]): Conditions =>
  Object.fromEntries(
    tags.map(({ Key, Value }) => [`s3:existingobjecttag/${Key.toLowerCase()}`, Value]),
  );

const findObject = (
  reader: Reader,
  bucket: string,
  key: string,
  versionId: string | undefined,
): Promise<ObjectRow | undefined> =>
  versionId === undefined
    ? getLiveObject(reader, bucket, key)
    : findNamedVersion(reader, bucket, key, versionId);
