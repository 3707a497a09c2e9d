import type { Operations } from '../../aws/models/s3.ts';
import { parseCopySource } from './copy-source.ts';
import type { LockInput } from './object-lock.ts';
import {
  type Acl,
  aclConditions,
  type Conditions,
  lockConditions,
  present,
  tagConditions,
} from './permission-conditions.ts';

/**
 * Which permissions each S3 operation needs, before anything is known of the bucket.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export interface Permission {
  readonly action: string;
  /** `undefined` where the action has no resource. */
  readonly bucket: string | undefined;
  /** `undefined` where the resource is the bucket. */
  readonly key: string | undefined;
  readonly versionId: string | undefined;
  /** The object is made by this very request: one that was there before has no say. */
  readonly creates?: true;
  /** Condition keys in lower case, as `Access` wants them. */
  readonly conditions: Conditions;
}

/**
 * The permissions of one call; several when a header asks for more than the operation alone (tags,
 * an ACL).
 */
export function permissionsFor<Name extends keyof Operations>(
  operation: Name,
  input: Operations[Name]['input'],
): readonly Permission[] {
  return table[operation](input);
}

type Table = {
  readonly [Name in keyof Operations]: (input: Operations[Name]['input']) => readonly Permission[];
};

interface OnObject {
  Bucket: string;
  Key: string;
  VersionId?: string | undefined;
}

const bucket =
  (action: string) =>
  (input: { Bucket: string }): readonly Permission[] => [
    { action, bucket: input.Bucket, key: undefined, versionId: undefined, conditions: {} },
  ];

const object =
  (action: string) =>
  (input: OnObject): readonly Permission[] => [
    { action, bucket: input.Bucket, key: input.Key, versionId: undefined, conditions: {} },
  ];

/** Naming a version needs another permission than taking the current one. */
const objectOrVersion =
  (action: string, versionAction: string) =>
  (input: OnObject): readonly Permission[] => [
    {
      action: input.VersionId === undefined ? action : versionAction,
      bucket: input.Bucket,
      key: input.Key,
      versionId: input.VersionId,
      conditions: present({ 's3:versionid': input.VersionId }),
    },
  ];

interface Listing {
  Bucket: string;
  Prefix?: string | undefined;
  Delimiter?: string | undefined;
  MaxKeys?: number | undefined;
}

const listing =
  (action: string) =>
  (input: Listing): readonly Permission[] => [
    {
      action,
      bucket: input.Bucket,
      key: undefined,
      versionId: undefined,
      conditions: present({
        's3:prefix': input.Prefix,
        's3:delimiter': input.Delimiter,
        's3:max-keys': input.MaxKeys?.toString(),
      }),
    },
  ];

interface Write extends OnObject, Acl, LockInput {
  ServerSideEncryption?: string | undefined;
  StorageClass?: string | undefined;
  Tagging?: string | undefined;
  CopySource?: string | undefined;
  MetadataDirective?: string | undefined;
  WebsiteRedirectLocation?: string | undefined;
  IfMatch?: string | undefined;
  IfNoneMatch?: string | undefined;
}

function write(input: Write): readonly Permission[] {
  const on = { bucket: input.Bucket, key: input.Key, versionId: undefined };
  const tags = input.Tagging ? tagConditions(new URLSearchParams(input.Tagging)) : {};
  const conditions = {
    ...aclConditions(input),
    ...lockConditions(input),
    ...tags,
    ...present({
      's3:x-amz-server-side-encryption': input.ServerSideEncryption,
      's3:x-amz-storage-class': input.StorageClass,
      's3:x-amz-copy-source': input.CopySource,
      's3:x-amz-metadata-directive': input.MetadataDirective,
      's3:x-amz-website-redirect-location': input.WebsiteRedirectLocation,
      's3:if-match': input.IfMatch,
      's3:if-none-match': input.IfNoneMatch,
    }),
  };
  const permissions: Permission[] = [{ action: 's3:PutObject', ...on, conditions }];
  if (input.Tagging)
    permissions.push({ action: 's3:PutObjectTagging', ...on, creates: true, conditions: tags });
  if (input.ObjectLockMode !== undefined)
    permissions.push(...withLock('s3:PutObjectRetention', input, input));
  if (input.ObjectLockLegalHoldStatus !== undefined)
    permissions.push(...withLock('s3:PutObjectLegalHold', input, input));
  const acl = aclConditions(input);
  if (Object.keys(acl).length > 0)
    permissions.push({ action: 's3:PutObjectAcl', ...on, creates: true, conditions: acl });
  return permissions;
}

function readSource(input: { CopySource: string }): readonly Permission[] {
  const source = parseCopySource(input.CopySource);
  const { bucket: Bucket, key: Key, versionId: VersionId } = source;
  return readObject({ Bucket, Key, VersionId });
}

const withAcl = (permissions: readonly Permission[], input: Acl): readonly Permission[] =>
  permissions.map((permission) => ({
    ...permission,
    conditions: { ...permission.conditions, ...aclConditions(input) },
  }));

const withLock = (action: string, input: OnObject, lock: LockInput): readonly Permission[] =>
  object(action)(input).map((permission) => ({ ...permission, conditions: lockConditions(lock) }));

/** To go past GOVERNANCE is a permission of its own. */
const bypass = (
  input: OnObject & { BypassGovernanceRetention?: boolean | undefined },
): readonly Permission[] =>
  input.BypassGovernanceRetention ? object('s3:BypassGovernanceRetention')(input) : [];

const nothing = (): readonly Permission[] => [];
const readObject = objectOrVersion('s3:GetObject', 's3:GetObjectVersion');

const table: Table = {
  AbortMultipartUpload: object('s3:AbortMultipartUpload'),
  CompleteMultipartUpload: write,
  CopyObject: (input) => [...readSource(input), ...write(input)],
  CreateBucket: (input) => withAcl(bucket('s3:CreateBucket')(input), input),
  CreateMultipartUpload: write,
  DeleteBucket: bucket('s3:DeleteBucket'),
  DeleteBucketCors: bucket('s3:PutBucketCORS'),
  DeleteBucketEncryption: bucket('s3:PutEncryptionConfiguration'),
  DeleteBucketOwnershipControls: bucket('s3:PutBucketOwnershipControls'),
  DeleteBucketPolicy: bucket('s3:DeleteBucketPolicy'),
  DeleteBucketTagging: bucket('s3:PutBucketTagging'),
  DeleteObject: (input) => [
    ...objectOrVersion('s3:DeleteObject', 's3:DeleteObjectVersion')(input),
    ...bypass(input),
  ],
  DeleteObjectTagging: objectOrVersion('s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'),
  // Each key is a DeleteObject of its own, and asks for itself.
  DeleteObjects: nothing,
  DeletePublicAccessBlock: bucket('s3:PutBucketPublicAccessBlock'),
  GetBucketAccelerateConfiguration: bucket('s3:GetAccelerateConfiguration'),
  GetBucketAcl: bucket('s3:GetBucketAcl'),
  GetBucketCors: bucket('s3:GetBucketCORS'),
  GetBucketEncryption: bucket('s3:GetEncryptionConfiguration'),
  GetBucketLifecycleConfiguration: bucket('s3:GetLifecycleConfiguration'),
  GetBucketLocation: bucket('s3:GetBucketLocation'),
  GetBucketLogging: bucket('s3:GetBucketLogging'),
  GetBucketNotificationConfiguration: bucket('s3:GetBucketNotification'),
  GetBucketOwnershipControls: bucket('s3:GetBucketOwnershipControls'),
  GetBucketPolicy: bucket('s3:GetBucketPolicy'),
  GetBucketPolicyStatus: bucket('s3:GetBucketPolicyStatus'),
  GetBucketReplication: bucket('s3:GetReplicationConfiguration'),
  GetBucketRequestPayment: bucket('s3:GetBucketRequestPayment'),
  GetBucketTagging: bucket('s3:GetBucketTagging'),
  GetBucketVersioning: bucket('s3:GetBucketVersioning'),
  GetBucketWebsite: bucket('s3:GetBucketWebsite'),
  GetObject: readObject,
  GetObjectAcl: objectOrVersion('s3:GetObjectAcl', 's3:GetObjectVersionAcl'),
  GetObjectAttributes: (input) => [
    ...readObject(input),
    ...objectOrVersion('s3:GetObjectAttributes', 's3:GetObjectVersionAttributes')(input),
  ],
  GetObjectLegalHold: object('s3:GetObjectLegalHold'),
  GetObjectLockConfiguration: bucket('s3:GetBucketObjectLockConfiguration'),
  GetObjectRetention: object('s3:GetObjectRetention'),
  GetObjectTagging: objectOrVersion('s3:GetObjectTagging', 's3:GetObjectVersionTagging'),
  GetPublicAccessBlock: bucket('s3:GetBucketPublicAccessBlock'),
  HeadBucket: bucket('s3:ListBucket'),
  HeadObject: readObject,
  ListBuckets: () => [
    {
      action: 's3:ListAllMyBuckets',
      bucket: undefined,
      key: undefined,
      versionId: undefined,
      conditions: {},
    },
  ],
  ListMultipartUploads: listing('s3:ListBucketMultipartUploads'),
  ListObjectVersions: listing('s3:ListBucketVersions'),
  ListObjects: listing('s3:ListBucket'),
  ListObjectsV2: listing('s3:ListBucket'),
  ListParts: object('s3:ListMultipartUploadParts'),
  PutBucketAcl: (input) => withAcl(bucket('s3:PutBucketAcl')(input), input),
  PutBucketCors: bucket('s3:PutBucketCORS'),
  PutBucketEncryption: bucket('s3:PutEncryptionConfiguration'),
  PutBucketNotificationConfiguration: bucket('s3:PutBucketNotification'),
  PutBucketOwnershipControls: bucket('s3:PutBucketOwnershipControls'),
  PutBucketPolicy: bucket('s3:PutBucketPolicy'),
  PutBucketTagging: bucket('s3:PutBucketTagging'),
  PutBucketVersioning: bucket('s3:PutBucketVersioning'),
  PutObject: write,
  PutObjectAcl: (input) =>
    withAcl(objectOrVersion('s3:PutObjectAcl', 's3:PutObjectVersionAcl')(input), input),
  PutObjectLegalHold: (input) =>
    withLock('s3:PutObjectLegalHold', input, {
      ObjectLockLegalHoldStatus: input.LegalHold?.Status,
    }),
  PutObjectLockConfiguration: bucket('s3:PutBucketObjectLockConfiguration'),
  PutObjectRetention: (input) => [
    ...withLock('s3:PutObjectRetention', input, {
      ObjectLockMode: input.Retention?.Mode,
      ObjectLockRetainUntilDate: input.Retention?.RetainUntilDate,
    }),
    ...bypass(input),
  ],
  PutObjectTagging: (input) => {
    const tags = tagConditions(input.Tagging.TagSet.map((tag) => [tag.Key, tag.Value] as const));
    return objectOrVersion(
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
    )(input).map((permission) => ({
      ...permission,
      conditions: { ...permission.conditions, ...tags },
    }));
  },
  PutPublicAccessBlock: bucket('s3:PutBucketPublicAccessBlock'),
  RestoreObject: object('s3:RestoreObject'),
  UploadPart: object('s3:PutObject'),
  UploadPartCopy: (input) => [...readSource(input), ...object('s3:PutObject')(input)],
};
