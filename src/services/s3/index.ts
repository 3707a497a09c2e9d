import type { Operations } from '../../aws/models/s3.ts';
import { defineService, notImplemented } from '../define-service.ts';
import { createBucket } from './create-bucket.ts';
import { accessDenied } from './errors.ts';
import { getObject, headObject } from './get-object.ts';
import { putObject } from './put-object.ts';

/**
 * Amazon S3: buckets, objects with versions, multipart uploads, and the configurations of buckets.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html
 *
 * A request's body has been read, hashed and (when large) put on disk by the gateway before an operation runs; the operation
 * commits the object's row, its small body, its event and what the event is owed to in one transaction. So an answer
 * of 200 means all of them, and an error means none.
 */
export const s3 = defineService<Operations>({
  name: 's3',
  handlers: {
    AbortMultipartUpload: notImplemented,
    CompleteMultipartUpload: notImplemented,
    CopyObject: notImplemented,
    CreateBucket: createBucket,
    CreateMultipartUpload: notImplemented,
    DeleteBucket: notImplemented,
    DeleteBucketCors: notImplemented,
    DeleteBucketEncryption: notImplemented,
    DeleteBucketOwnershipControls: notImplemented,
    DeleteBucketPolicy: notImplemented,
    DeleteBucketTagging: notImplemented,
    DeleteObject: notImplemented,
    DeleteObjectTagging: notImplemented,
    DeleteObjects: notImplemented,
    DeletePublicAccessBlock: notImplemented,
    GetBucketAccelerateConfiguration: notImplemented,
    GetBucketAcl: notImplemented,
    GetBucketCors: notImplemented,
    GetBucketEncryption: notImplemented,
    GetBucketLifecycleConfiguration: notImplemented,
    GetBucketLocation: notImplemented,
    GetBucketLogging: notImplemented,
    GetBucketNotificationConfiguration: notImplemented,
    GetBucketOwnershipControls: notImplemented,
    GetBucketPolicy: notImplemented,
    GetBucketPolicyStatus: notImplemented,
    GetBucketReplication: notImplemented,
    GetBucketRequestPayment: notImplemented,
    GetBucketTagging: notImplemented,
    GetBucketVersioning: notImplemented,
    GetBucketWebsite: notImplemented,
    GetObject: getObject,
    GetObjectAcl: notImplemented,
    GetObjectAttributes: notImplemented,
    GetObjectLockConfiguration: notImplemented,
    GetObjectTagging: notImplemented,
    GetPublicAccessBlock: notImplemented,
    HeadBucket: notImplemented,
    HeadObject: headObject,
    ListBuckets: notImplemented,
    ListMultipartUploads: notImplemented,
    ListObjectVersions: notImplemented,
    ListObjects: notImplemented,
    ListObjectsV2: notImplemented,
    ListParts: notImplemented,
    PutBucketAcl: notImplemented,
    PutBucketCors: notImplemented,
    PutBucketEncryption: notImplemented,
    PutBucketNotificationConfiguration: notImplemented,
    PutBucketOwnershipControls: notImplemented,
    PutBucketPolicy: notImplemented,
    PutBucketTagging: notImplemented,
    PutBucketVersioning: notImplemented,
    PutObject: putObject,
    PutObjectAcl: notImplemented,
    PutObjectTagging: notImplemented,
    PutPublicAccessBlock: notImplemented,
    RestoreObject: notImplemented,
    UploadPart: notImplemented,
    UploadPartCopy: notImplemented,
  },
  access: async () => [],
  denied: () => accessDenied(),
});
