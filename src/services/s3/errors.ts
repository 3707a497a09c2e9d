import { AwsError } from '../../aws/error.ts';
import { malformedCredential } from '../../aws/signature-v4/errors.ts';
import type { Context } from '../context.ts';

/**
 * The errors of S3: AWS's codes, texts, statuses and extra elements, as recorded.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */

const notFound = 404;
const forbidden = 403;
const conflict = 409;

export const noSuchBucket = (BucketName: string) =>
  new AwsError('NoSuchBucket', 'The specified bucket does not exist', {
    status: notFound,
    members: { BucketName },
  });

export const bucketAlreadyExists = (BucketName: string) =>
  new AwsError(
    'BucketAlreadyExists',
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    { status: conflict, members: { BucketName } },
  );

export const bucketAlreadyOwnedByYou = (BucketName: string) =>
  new AwsError(
    'BucketAlreadyOwnedByYou',
    'Your previous request to create the named bucket succeeded and you already own it.',
    { status: conflict, members: { BucketName } },
  );

export const bucketNotEmpty = (BucketName: string, versioned: boolean) =>
  new AwsError(
    'BucketNotEmpty',
    versioned
      ? 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.'
      : 'The bucket you tried to delete is not empty',
    { status: conflict, members: { BucketName } },
  );

export const invalidBucketName = (BucketName: string) =>
  new AwsError('InvalidBucketName', 'The specified bucket is not valid.', {
    members: { BucketName },
  });

export const tooManyBuckets = () =>
  new AwsError('TooManyBuckets', 'You have attempted to create more buckets than allowed');

export const invalidLocationConstraint = (LocationConstraint: string) =>
  new AwsError('InvalidLocationConstraint', 'The specified location-constraint is not valid', {
    members: { LocationConstraint },
  });

export const illegalLocationConstraint = (constraint: string) =>
  new AwsError(
    'IllegalLocationConstraintException',
    `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );

export const wrongRegion = (
  { region, presigned }: Pick<Context, 'region' | 'presigned'>,
  expected: string,
) =>
  malformedCredential(
    presigned ? 'query' : 'header',
    `the region '${region}' is wrong; expecting '${expected}'`,
    { Region: expected },
    { 'x-amz-bucket-region': expected },
  );

export const accessDenied = (message = 'Access Denied') =>
  new AwsError('AccessDenied', message, { status: forbidden });

export const invalidExpectedBucketOwner = (value: string) =>
  new AwsError(
    'InvalidBucketOwnerAWSAccountID',
    `The value of the expected bucket owner parameter must be an AWS Account ID... [${value}]`,
  );

export const noSuchKey = (Key: string, headers: Record<string, string> = {}) =>
  new AwsError('NoSuchKey', 'The specified key does not exist.', {
    status: notFound,
    members: { Key },
    headers,
  });

export const noSuchVersion = (Key: string, VersionId: string) =>
  new AwsError('NoSuchVersion', 'The specified version does not exist.', {
    status: notFound,
    members: { Key, VersionId },
  });

export const invalidVersionId = (versionId: string) =>
  invalidArgument('Invalid version id specified', 'versionId', versionId);

export const emptyVersionId = () =>
  invalidArgument('Version id cannot be the empty string', 'versionId', '');

/** For a delete marker asked for by its version. */
export const methodNotAllowedOnMarker = (Method: string, headers: Record<string, string>) =>
  new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    status: 405,
    members: { Method, ResourceType: 'DeleteMarker' },
    headers,
  });

/**
 * Grants to addresses of mail ended in October 2025.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export const emailGrantee = () =>
  new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    status: 405,
  });

export const noSuchUpload = (UploadId: string) =>
  new AwsError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { status: notFound, members: { UploadId } },
  );

export const invalidObjectState = (StorageClass: string) =>
  new AwsError('InvalidObjectState', "The operation is not valid for the object's storage class", {
    status: forbidden,
    members: { StorageClass },
  });

export const restoreAlreadyInProgress = () =>
  new AwsError('RestoreAlreadyInProgress', 'Object restore is already in progress', {
    status: conflict,
  });

export const invalidRange = (RangeRequested: string, size: number) =>
  new AwsError('InvalidRange', 'The requested range is not satisfiable', {
    status: 416,
    members: { RangeRequested, ActualObjectSize: String(size) },
    headers: { 'content-range': `bytes */${size}` },
  });

export const invalidPartNumber = (requested: number, count: number) =>
  new AwsError('InvalidPartNumber', 'The requested partnumber is not satisfiable', {
    status: 416,
    members: { PartNumberRequested: String(requested), ActualPartCount: String(count) },
  });

export const preconditionFailed = (Condition: string) =>
  new AwsError(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { status: 412, members: { Condition } },
  );

export const conditionalRequestConflict = (Condition: string, Key: string) =>
  new AwsError(
    'ConditionalRequestConflict',
    'The conditional request cannot succeed due to a conflicting operation against this resource.',
    { status: conflict, members: { Condition, Key } },
  );

/** 304: no body, only the headers that let a cache go on. */
export const notModified = (headers: Record<string, string>) =>
  new AwsError('NotModified', 'Not Modified', { status: 304, headers });

export const notImplementedHeader = (Header: string, additionalMessage?: string) =>
  new AwsError(
    'NotImplemented',
    'A header you provided implies functionality that is not implemented',
    { status: 501, members: { Header, ...(additionalMessage && { additionalMessage }) } },
  );

export const invalidArgument = (message: string, ArgumentName: string, ArgumentValue: string) =>
  new AwsError('InvalidArgument', message, { members: { ArgumentName, ArgumentValue } });

export const invalidOwnership = (ownership: string) =>
  new AwsError('InvalidArgument', `Invalid x-amz-object-ownership header: ${ownership}`, {
    members: { ArgumentName: 'x-amz-object-ownership' },
  });

export const invalidRequest = (message: string) => new AwsError('InvalidRequest', message);

export const malformedXml = () =>
  new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const malformedAcl = () =>
  new AwsError(
    'MalformedACLError',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const invalidTag = (message: string, members: Record<string, string> = {}) =>
  new AwsError('InvalidTag', message, { members });

export const tooManyTags = (tagsMax: number) =>
  new AwsError('BadRequest', `Object tags cannot be greater than ${tagsMax}`);

export const invalidStorageClass = (StorageClassRequested: string) =>
  new AwsError('InvalidStorageClass', 'The storage class you specified is not valid', {
    members: { StorageClassRequested },
  });

export const keyTooLong = (size: number, max: number) =>
  new AwsError('KeyTooLongError', 'Your key is too long', {
    members: { Size: String(size), MaxSizeAllowed: String(max) },
  });

export const invalidUri = (URI: string) =>
  new AwsError('InvalidURI', "Couldn't parse the specified URI.", { members: { URI } });

export const metadataTooLarge = (size: number, max: number) =>
  new AwsError(
    'MetadataTooLarge',
    'Your metadata headers exceed the maximum allowed metadata size',
    { members: { Size: String(size), MaxSizeAllowed: String(max) } },
  );

export const invalidRedirectLocation = () =>
  new AwsError(
    'InvalidRedirectLocation',
    "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.",
  );

export const entityTooLarge = (size: number, max: number) =>
  new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    members: { ProposedSize: String(size), MaxSizeAllowed: String(max) },
  });

export const accessControlListNotSupported = () =>
  new AwsError('AccessControlListNotSupported', 'The bucket does not allow ACLs');

export const invalidBucketAclWithObjectOwnership = () =>
  new AwsError(
    'InvalidBucketAclWithObjectOwnership',
    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
  );

export const noObjectLock = (Key: string) =>
  new AwsError(
    'NoSuchObjectLockConfiguration',
    'The specified object does not have a ObjectLock configuration',
    { status: notFound, members: { Key } },
  );

export const nothingToBypass = () =>
  new AwsError(
    'InvalidArgument',
    'x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.',
    { members: { ArgumentName: 'x-amz-bypass-governance-retention' } },
  );

export const objectLockMissing = () =>
  invalidRequest('Bucket is missing Object Lock Configuration');
