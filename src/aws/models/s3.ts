// Generated from @aws-sdk/client-s3 3.1169.0 by `npm run generate`. Do not edit.
import type { Service, StoredBody, Structure, Unit } from '../protocols/shape.ts';
import { body, boolean, dateTime, httpDate, integer, list, map, member, operation, string, structure, timestamp, unit } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 's3',
  protocols: ['restXml'],
  apiVersion: '2006-03-01',
  xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
  shapeNamespace: 'com.amazonaws.s3',
};

export interface AbortIncompleteMultipartUpload {
  DaysAfterInitiation?: number | undefined;
}
export const AbortIncompleteMultipartUpload: Structure = structure('AbortIncompleteMultipartUpload', {
  DaysAfterInitiation: integer,
});

export interface AbortMultipartUploadOutput {
  RequestCharged?: string | undefined;
}
export const AbortMultipartUploadOutput: Structure = structure('AbortMultipartUploadOutput', {
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface AbortMultipartUploadRequest {
  Bucket: string;
  Key: string;
  UploadId: string;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  IfMatchInitiatedTime?: Date | undefined;
}
export const AbortMultipartUploadRequest: Structure = structure('AbortMultipartUploadRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  UploadId: member(string, { required: true, httpQuery: 'uploadId' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  IfMatchInitiatedTime: member(httpDate, { httpHeader: 'x-amz-if-match-initiated-time' }),
});

export interface AccessControlPolicy {
  Grants?: Grant[] | undefined;
  Owner?: Owner | undefined;
}
export const AccessControlPolicy: Structure = structure('AccessControlPolicy', {
  Grants: member(list(() => Grant, 'Grant'), { xmlName: 'AccessControlList' }),
  Owner: () => Owner,
});

export interface AccessControlTranslation {
  Owner: string;
}
export const AccessControlTranslation: Structure = structure('AccessControlTranslation', {
  Owner: member(string, { required: true }),
});

export interface BlockedEncryptionTypes {
  EncryptionType?: string[] | undefined;
}
export const BlockedEncryptionTypes: Structure = structure('BlockedEncryptionTypes', {
  EncryptionType: member(list(string, 'EncryptionType'), { xmlFlattened: true }),
});

export interface Bucket {
  Name?: string | undefined;
  CreationDate?: Date | undefined;
  BucketRegion?: string | undefined;
  BucketArn?: string | undefined;
}
export const Bucket: Structure = structure('Bucket', {
  Name: string,
  CreationDate: timestamp,
  BucketRegion: string,
  BucketArn: string,
});

export interface BucketInfo {
  DataRedundancy?: string | undefined;
  Type?: string | undefined;
}
export const BucketInfo: Structure = structure('BucketInfo', {
  DataRedundancy: string,
  Type: string,
});

export interface CORSConfiguration {
  CORSRules: CORSRule[];
}
export const CORSConfiguration: Structure = structure('CORSConfiguration', {
  CORSRules: member(list(() => CORSRule), { required: true, xmlName: 'CORSRule', xmlFlattened: true }),
});

export interface CORSRule {
  AllowedMethods: string[];
  AllowedOrigins: string[];
  ID?: string | undefined;
  AllowedHeaders?: string[] | undefined;
  ExposeHeaders?: string[] | undefined;
  MaxAgeSeconds?: number | undefined;
}
export const CORSRule: Structure = structure('CORSRule', {
  AllowedMethods: member(list(string), { required: true, xmlName: 'AllowedMethod', xmlFlattened: true }),
  AllowedOrigins: member(list(string), { required: true, xmlName: 'AllowedOrigin', xmlFlattened: true }),
  ID: string,
  AllowedHeaders: member(list(string), { xmlName: 'AllowedHeader', xmlFlattened: true }),
  ExposeHeaders: member(list(string), { xmlName: 'ExposeHeader', xmlFlattened: true }),
  MaxAgeSeconds: integer,
});

export interface CSVInput {
  FileHeaderInfo?: string | undefined;
  Comments?: string | undefined;
  QuoteEscapeCharacter?: string | undefined;
  RecordDelimiter?: string | undefined;
  FieldDelimiter?: string | undefined;
  QuoteCharacter?: string | undefined;
  AllowQuotedRecordDelimiter?: boolean | undefined;
}
export const CSVInput: Structure = structure('CSVInput', {
  FileHeaderInfo: string,
  Comments: string,
  QuoteEscapeCharacter: string,
  RecordDelimiter: string,
  FieldDelimiter: string,
  QuoteCharacter: string,
  AllowQuotedRecordDelimiter: boolean,
});

export interface CSVOutput {
  QuoteFields?: string | undefined;
  QuoteEscapeCharacter?: string | undefined;
  RecordDelimiter?: string | undefined;
  FieldDelimiter?: string | undefined;
  QuoteCharacter?: string | undefined;
}
export const CSVOutput: Structure = structure('CSVOutput', {
  QuoteFields: string,
  QuoteEscapeCharacter: string,
  RecordDelimiter: string,
  FieldDelimiter: string,
  QuoteCharacter: string,
});

export interface Checksum {
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  ChecksumType?: string | undefined;
}
export const Checksum: Structure = structure('Checksum', {
  ChecksumCRC32: string,
  ChecksumCRC32C: string,
  ChecksumCRC64NVME: string,
  ChecksumSHA1: string,
  ChecksumSHA256: string,
  ChecksumSHA512: string,
  ChecksumMD5: string,
  ChecksumXXHASH64: string,
  ChecksumXXHASH3: string,
  ChecksumXXHASH128: string,
  ChecksumType: string,
});

export interface CommonPrefix {
  Prefix?: string | undefined;
}
export const CommonPrefix: Structure = structure('CommonPrefix', {
  Prefix: string,
});

export interface CompleteMultipartUploadOutput {
  Location?: string | undefined;
  Bucket?: string | undefined;
  Key?: string | undefined;
  Expiration?: string | undefined;
  ETag?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  ChecksumType?: string | undefined;
  ServerSideEncryption?: string | undefined;
  VersionId?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  RequestCharged?: string | undefined;
}
export const CompleteMultipartUploadOutput: Structure = structure('CompleteMultipartUploadOutput', {
  Location: string,
  Bucket: string,
  Key: string,
  Expiration: member(string, { httpHeader: 'x-amz-expiration' }),
  ETag: string,
  ChecksumCRC32: string,
  ChecksumCRC32C: string,
  ChecksumCRC64NVME: string,
  ChecksumSHA1: string,
  ChecksumSHA256: string,
  ChecksumSHA512: string,
  ChecksumMD5: string,
  ChecksumXXHASH64: string,
  ChecksumXXHASH3: string,
  ChecksumXXHASH128: string,
  ChecksumType: string,
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
}, 'CompleteMultipartUploadResult');

export interface CompleteMultipartUploadRequest {
  Bucket: string;
  Key: string;
  UploadId: string;
  MultipartUpload?: CompletedMultipartUpload | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  ChecksumType?: string | undefined;
  MpuObjectSize?: number | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  IfMatch?: string | undefined;
  IfNoneMatch?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
}
export const CompleteMultipartUploadRequest: Structure = structure('CompleteMultipartUploadRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  UploadId: member(string, { required: true, httpQuery: 'uploadId' }),
  MultipartUpload: member(() => CompletedMultipartUpload, { xmlName: 'CompleteMultipartUpload', httpPayload: true }),
  ChecksumCRC32: member(string, { httpHeader: 'x-amz-checksum-crc32' }),
  ChecksumCRC32C: member(string, { httpHeader: 'x-amz-checksum-crc32c' }),
  ChecksumCRC64NVME: member(string, { httpHeader: 'x-amz-checksum-crc64nvme' }),
  ChecksumSHA1: member(string, { httpHeader: 'x-amz-checksum-sha1' }),
  ChecksumSHA256: member(string, { httpHeader: 'x-amz-checksum-sha256' }),
  ChecksumSHA512: member(string, { httpHeader: 'x-amz-checksum-sha512' }),
  ChecksumMD5: member(string, { httpHeader: 'x-amz-checksum-md5' }),
  ChecksumXXHASH64: member(string, { httpHeader: 'x-amz-checksum-xxhash64' }),
  ChecksumXXHASH3: member(string, { httpHeader: 'x-amz-checksum-xxhash3' }),
  ChecksumXXHASH128: member(string, { httpHeader: 'x-amz-checksum-xxhash128' }),
  ChecksumType: member(string, { httpHeader: 'x-amz-checksum-type' }),
  MpuObjectSize: member(integer, { httpHeader: 'x-amz-mp-object-size' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  IfMatch: member(string, { httpHeader: 'If-Match' }),
  IfNoneMatch: member(string, { httpHeader: 'If-None-Match' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
});

export interface CompletedMultipartUpload {
  Parts?: CompletedPart[] | undefined;
}
export const CompletedMultipartUpload: Structure = structure('CompletedMultipartUpload', {
  Parts: member(list(() => CompletedPart), { xmlName: 'Part', xmlFlattened: true }),
});

export interface CompletedPart {
  ETag?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  PartNumber?: number | undefined;
}
export const CompletedPart: Structure = structure('CompletedPart', {
  ETag: string,
  ChecksumCRC32: string,
  ChecksumCRC32C: string,
  ChecksumCRC64NVME: string,
  ChecksumSHA1: string,
  ChecksumSHA256: string,
  ChecksumSHA512: string,
  ChecksumMD5: string,
  ChecksumXXHASH64: string,
  ChecksumXXHASH3: string,
  ChecksumXXHASH128: string,
  PartNumber: integer,
});

export interface Condition {
  HttpErrorCodeReturnedEquals?: string | undefined;
  KeyPrefixEquals?: string | undefined;
}
export const Condition: Structure = structure('Condition', {
  HttpErrorCodeReturnedEquals: string,
  KeyPrefixEquals: string,
});

export interface CopyObjectOutput {
  CopyObjectResult?: CopyObjectResult | undefined;
  Expiration?: string | undefined;
  CopySourceVersionId?: string | undefined;
  VersionId?: string | undefined;
  ServerSideEncryption?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  SSEKMSEncryptionContext?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  RequestCharged?: string | undefined;
}
export const CopyObjectOutput: Structure = structure('CopyObjectOutput', {
  CopyObjectResult: member(() => CopyObjectResult, { httpPayload: true }),
  Expiration: member(string, { httpHeader: 'x-amz-expiration' }),
  CopySourceVersionId: member(string, { httpHeader: 'x-amz-copy-source-version-id' }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  SSEKMSEncryptionContext: member(string, { httpHeader: 'x-amz-server-side-encryption-context' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface CopyObjectRequest {
  Bucket: string;
  CopySource: string;
  Key: string;
  ACL?: string | undefined;
  CacheControl?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ContentDisposition?: string | undefined;
  ContentEncoding?: string | undefined;
  ContentLanguage?: string | undefined;
  ContentType?: string | undefined;
  CopySourceIfMatch?: string | undefined;
  CopySourceIfModifiedSince?: Date | undefined;
  CopySourceIfNoneMatch?: string | undefined;
  CopySourceIfUnmodifiedSince?: Date | undefined;
  Expires?: string | undefined;
  GrantFullControl?: string | undefined;
  GrantRead?: string | undefined;
  GrantReadACP?: string | undefined;
  GrantWriteACP?: string | undefined;
  IfMatch?: string | undefined;
  IfNoneMatch?: string | undefined;
  Metadata?: Record<string, string> | undefined;
  MetadataDirective?: string | undefined;
  TaggingDirective?: string | undefined;
  AnnotationDirective?: string | undefined;
  ServerSideEncryption?: string | undefined;
  StorageClass?: string | undefined;
  WebsiteRedirectLocation?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  SSEKMSEncryptionContext?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  CopySourceSSECustomerAlgorithm?: string | undefined;
  CopySourceSSECustomerKey?: string | undefined;
  CopySourceSSECustomerKeyMD5?: string | undefined;
  RequestPayer?: string | undefined;
  Tagging?: string | undefined;
  ObjectLockMode?: string | undefined;
  ObjectLockRetainUntilDate?: Date | undefined;
  ObjectLockLegalHoldStatus?: string | undefined;
  ObjectLockEventHold?: string | undefined;
  ObjectLockEventHoldDurationDays?: number | undefined;
  ObjectLockEventHoldDurationYears?: number | undefined;
  ExpectedBucketOwner?: string | undefined;
  ExpectedSourceBucketOwner?: string | undefined;
}
export const CopyObjectRequest: Structure = structure('CopyObjectRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  CopySource: member(string, { required: true, httpHeader: 'x-amz-copy-source' }),
  Key: member(string, { required: true, httpLabel: true }),
  ACL: member(string, { httpHeader: 'x-amz-acl' }),
  CacheControl: member(string, { httpHeader: 'Cache-Control' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-checksum-algorithm' }),
  ContentDisposition: member(string, { httpHeader: 'Content-Disposition' }),
  ContentEncoding: member(string, { httpHeader: 'Content-Encoding' }),
  ContentLanguage: member(string, { httpHeader: 'Content-Language' }),
  ContentType: member(string, { httpHeader: 'Content-Type' }),
  CopySourceIfMatch: member(string, { httpHeader: 'x-amz-copy-source-if-match' }),
  CopySourceIfModifiedSince: member(timestamp, { httpHeader: 'x-amz-copy-source-if-modified-since' }),
  CopySourceIfNoneMatch: member(string, { httpHeader: 'x-amz-copy-source-if-none-match' }),
  CopySourceIfUnmodifiedSince: member(timestamp, { httpHeader: 'x-amz-copy-source-if-unmodified-since' }),
  Expires: member(string, { httpHeader: 'Expires' }),
  GrantFullControl: member(string, { httpHeader: 'x-amz-grant-full-control' }),
  GrantRead: member(string, { httpHeader: 'x-amz-grant-read' }),
  GrantReadACP: member(string, { httpHeader: 'x-amz-grant-read-acp' }),
  GrantWriteACP: member(string, { httpHeader: 'x-amz-grant-write-acp' }),
  IfMatch: member(string, { httpHeader: 'If-Match' }),
  IfNoneMatch: member(string, { httpHeader: 'If-None-Match' }),
  Metadata: member(map(string), { httpPrefixHeaders: 'x-amz-meta-' }),
  MetadataDirective: member(string, { httpHeader: 'x-amz-metadata-directive' }),
  TaggingDirective: member(string, { httpHeader: 'x-amz-tagging-directive' }),
  AnnotationDirective: member(string, { httpHeader: 'x-amz-object-annotation-directive' }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  StorageClass: member(string, { httpHeader: 'x-amz-storage-class' }),
  WebsiteRedirectLocation: member(string, { httpHeader: 'x-amz-website-redirect-location' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  SSEKMSEncryptionContext: member(string, { httpHeader: 'x-amz-server-side-encryption-context' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  CopySourceSSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-copy-source-server-side-encryption-customer-algorithm' }),
  CopySourceSSECustomerKey: member(string, { httpHeader: 'x-amz-copy-source-server-side-encryption-customer-key' }),
  CopySourceSSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-copy-source-server-side-encryption-customer-key-MD5' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  Tagging: member(string, { httpHeader: 'x-amz-tagging' }),
  ObjectLockMode: member(string, { httpHeader: 'x-amz-object-lock-mode' }),
  ObjectLockRetainUntilDate: member(dateTime, { httpHeader: 'x-amz-object-lock-retain-until-date' }),
  ObjectLockLegalHoldStatus: member(string, { httpHeader: 'x-amz-object-lock-legal-hold' }),
  ObjectLockEventHold: member(string, { httpHeader: 'x-amz-object-lock-event-hold' }),
  ObjectLockEventHoldDurationDays: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-days' }),
  ObjectLockEventHoldDurationYears: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-years' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  ExpectedSourceBucketOwner: member(string, { httpHeader: 'x-amz-source-expected-bucket-owner' }),
});

export interface CopyObjectResult {
  ETag?: string | undefined;
  LastModified?: Date | undefined;
  ChecksumType?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
}
export const CopyObjectResult: Structure = structure('CopyObjectResult', {
  ETag: string,
  LastModified: timestamp,
  ChecksumType: string,
  ChecksumCRC32: string,
  ChecksumCRC32C: string,
  ChecksumCRC64NVME: string,
  ChecksumSHA1: string,
  ChecksumSHA256: string,
  ChecksumSHA512: string,
  ChecksumMD5: string,
  ChecksumXXHASH64: string,
  ChecksumXXHASH3: string,
  ChecksumXXHASH128: string,
});

export interface CopyPartResult {
  ETag?: string | undefined;
  LastModified?: Date | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
}
export const CopyPartResult: Structure = structure('CopyPartResult', {
  ETag: string,
  LastModified: timestamp,
  ChecksumCRC32: string,
  ChecksumCRC32C: string,
  ChecksumCRC64NVME: string,
  ChecksumSHA1: string,
  ChecksumSHA256: string,
  ChecksumSHA512: string,
  ChecksumMD5: string,
  ChecksumXXHASH64: string,
  ChecksumXXHASH3: string,
  ChecksumXXHASH128: string,
});

export interface CreateBucketConfiguration {
  LocationConstraint?: string | undefined;
  Location?: LocationInfo | undefined;
  Bucket?: BucketInfo | undefined;
  Tags?: Tag[] | undefined;
}
export const CreateBucketConfiguration: Structure = structure('CreateBucketConfiguration', {
  LocationConstraint: string,
  Location: () => LocationInfo,
  Bucket: () => BucketInfo,
  Tags: list(() => Tag, 'Tag'),
});

export interface CreateBucketOutput {
  Location?: string | undefined;
  BucketArn?: string | undefined;
}
export const CreateBucketOutput: Structure = structure('CreateBucketOutput', {
  Location: member(string, { httpHeader: 'Location' }),
  BucketArn: member(string, { httpHeader: 'x-amz-bucket-arn' }),
});

export interface CreateBucketRequest {
  Bucket: string;
  ACL?: string | undefined;
  CreateBucketConfiguration?: CreateBucketConfiguration | undefined;
  GrantFullControl?: string | undefined;
  GrantRead?: string | undefined;
  GrantReadACP?: string | undefined;
  GrantWrite?: string | undefined;
  GrantWriteACP?: string | undefined;
  ObjectLockEnabledForBucket?: boolean | undefined;
  ObjectOwnership?: string | undefined;
  BucketNamespace?: string | undefined;
}
export const CreateBucketRequest: Structure = structure('CreateBucketRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ACL: member(string, { httpHeader: 'x-amz-acl' }),
  CreateBucketConfiguration: member(() => CreateBucketConfiguration, { xmlName: 'CreateBucketConfiguration', httpPayload: true }),
  GrantFullControl: member(string, { httpHeader: 'x-amz-grant-full-control' }),
  GrantRead: member(string, { httpHeader: 'x-amz-grant-read' }),
  GrantReadACP: member(string, { httpHeader: 'x-amz-grant-read-acp' }),
  GrantWrite: member(string, { httpHeader: 'x-amz-grant-write' }),
  GrantWriteACP: member(string, { httpHeader: 'x-amz-grant-write-acp' }),
  ObjectLockEnabledForBucket: member(boolean, { httpHeader: 'x-amz-bucket-object-lock-enabled' }),
  ObjectOwnership: member(string, { httpHeader: 'x-amz-object-ownership' }),
  BucketNamespace: member(string, { httpHeader: 'x-amz-bucket-namespace' }),
});

export interface CreateMultipartUploadOutput {
  AbortDate?: Date | undefined;
  AbortRuleId?: string | undefined;
  Bucket?: string | undefined;
  Key?: string | undefined;
  UploadId?: string | undefined;
  ServerSideEncryption?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  SSEKMSEncryptionContext?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  RequestCharged?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ChecksumType?: string | undefined;
}
export const CreateMultipartUploadOutput: Structure = structure('CreateMultipartUploadOutput', {
  AbortDate: member(timestamp, { httpHeader: 'x-amz-abort-date' }),
  AbortRuleId: member(string, { httpHeader: 'x-amz-abort-rule-id' }),
  Bucket: member(string, { xmlName: 'Bucket' }),
  Key: string,
  UploadId: string,
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  SSEKMSEncryptionContext: member(string, { httpHeader: 'x-amz-server-side-encryption-context' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-checksum-algorithm' }),
  ChecksumType: member(string, { httpHeader: 'x-amz-checksum-type' }),
}, 'InitiateMultipartUploadResult');

export interface CreateMultipartUploadRequest {
  Bucket: string;
  Key: string;
  ACL?: string | undefined;
  CacheControl?: string | undefined;
  ContentDisposition?: string | undefined;
  ContentEncoding?: string | undefined;
  ContentLanguage?: string | undefined;
  ContentType?: string | undefined;
  Expires?: string | undefined;
  GrantFullControl?: string | undefined;
  GrantRead?: string | undefined;
  GrantReadACP?: string | undefined;
  GrantWriteACP?: string | undefined;
  Metadata?: Record<string, string> | undefined;
  ServerSideEncryption?: string | undefined;
  StorageClass?: string | undefined;
  WebsiteRedirectLocation?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  SSEKMSEncryptionContext?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  RequestPayer?: string | undefined;
  Tagging?: string | undefined;
  ObjectLockMode?: string | undefined;
  ObjectLockRetainUntilDate?: Date | undefined;
  ObjectLockLegalHoldStatus?: string | undefined;
  ObjectLockEventHold?: string | undefined;
  ObjectLockEventHoldDurationDays?: number | undefined;
  ObjectLockEventHoldDurationYears?: number | undefined;
  ExpectedBucketOwner?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ChecksumType?: string | undefined;
}
export const CreateMultipartUploadRequest: Structure = structure('CreateMultipartUploadRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  ACL: member(string, { httpHeader: 'x-amz-acl' }),
  CacheControl: member(string, { httpHeader: 'Cache-Control' }),
  ContentDisposition: member(string, { httpHeader: 'Content-Disposition' }),
  ContentEncoding: member(string, { httpHeader: 'Content-Encoding' }),
  ContentLanguage: member(string, { httpHeader: 'Content-Language' }),
  ContentType: member(string, { httpHeader: 'Content-Type' }),
  Expires: member(string, { httpHeader: 'Expires' }),
  GrantFullControl: member(string, { httpHeader: 'x-amz-grant-full-control' }),
  GrantRead: member(string, { httpHeader: 'x-amz-grant-read' }),
  GrantReadACP: member(string, { httpHeader: 'x-amz-grant-read-acp' }),
  GrantWriteACP: member(string, { httpHeader: 'x-amz-grant-write-acp' }),
  Metadata: member(map(string), { httpPrefixHeaders: 'x-amz-meta-' }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  StorageClass: member(string, { httpHeader: 'x-amz-storage-class' }),
  WebsiteRedirectLocation: member(string, { httpHeader: 'x-amz-website-redirect-location' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  SSEKMSEncryptionContext: member(string, { httpHeader: 'x-amz-server-side-encryption-context' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  Tagging: member(string, { httpHeader: 'x-amz-tagging' }),
  ObjectLockMode: member(string, { httpHeader: 'x-amz-object-lock-mode' }),
  ObjectLockRetainUntilDate: member(dateTime, { httpHeader: 'x-amz-object-lock-retain-until-date' }),
  ObjectLockLegalHoldStatus: member(string, { httpHeader: 'x-amz-object-lock-legal-hold' }),
  ObjectLockEventHold: member(string, { httpHeader: 'x-amz-object-lock-event-hold' }),
  ObjectLockEventHoldDurationDays: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-days' }),
  ObjectLockEventHoldDurationYears: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-years' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-checksum-algorithm' }),
  ChecksumType: member(string, { httpHeader: 'x-amz-checksum-type' }),
});

export interface DefaultRetention {
  Mode?: string | undefined;
  Days?: number | undefined;
  Years?: number | undefined;
  DefaultEventHold?: EventHoldDuration | undefined;
}
export const DefaultRetention: Structure = structure('DefaultRetention', {
  Mode: string,
  Days: integer,
  Years: integer,
  DefaultEventHold: () => EventHoldDuration,
});

export interface Delete {
  Objects: ObjectIdentifier[];
  Quiet?: boolean | undefined;
}
export const Delete: Structure = structure('Delete', {
  Objects: member(list(() => ObjectIdentifier), { required: true, xmlName: 'Object', xmlFlattened: true }),
  Quiet: boolean,
});

export interface DeleteBucketCorsRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const DeleteBucketCorsRequest: Structure = structure('DeleteBucketCorsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeleteBucketEncryptionRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const DeleteBucketEncryptionRequest: Structure = structure('DeleteBucketEncryptionRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeleteBucketOwnershipControlsRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const DeleteBucketOwnershipControlsRequest: Structure = structure('DeleteBucketOwnershipControlsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeleteBucketPolicyRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const DeleteBucketPolicyRequest: Structure = structure('DeleteBucketPolicyRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeleteBucketRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const DeleteBucketRequest: Structure = structure('DeleteBucketRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeleteBucketTaggingRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const DeleteBucketTaggingRequest: Structure = structure('DeleteBucketTaggingRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeleteMarkerEntry {
  Owner?: Owner | undefined;
  Key?: string | undefined;
  VersionId?: string | undefined;
  IsLatest?: boolean | undefined;
  LastModified?: Date | undefined;
}
export const DeleteMarkerEntry: Structure = structure('DeleteMarkerEntry', {
  Owner: () => Owner,
  Key: string,
  VersionId: string,
  IsLatest: boolean,
  LastModified: timestamp,
});

export interface DeleteMarkerReplication {
  Status?: string | undefined;
}
export const DeleteMarkerReplication: Structure = structure('DeleteMarkerReplication', {
  Status: string,
});

export interface DeleteObjectOutput {
  DeleteMarker?: boolean | undefined;
  VersionId?: string | undefined;
  RequestCharged?: string | undefined;
}
export const DeleteObjectOutput: Structure = structure('DeleteObjectOutput', {
  DeleteMarker: member(boolean, { httpHeader: 'x-amz-delete-marker' }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface DeleteObjectRequest {
  Bucket: string;
  Key: string;
  MFA?: string | undefined;
  VersionId?: string | undefined;
  RequestPayer?: string | undefined;
  BypassGovernanceRetention?: boolean | undefined;
  ExpectedBucketOwner?: string | undefined;
  IfMatch?: string | undefined;
  IfMatchLastModifiedTime?: Date | undefined;
  IfMatchSize?: number | undefined;
}
export const DeleteObjectRequest: Structure = structure('DeleteObjectRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  MFA: member(string, { httpHeader: 'x-amz-mfa' }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  BypassGovernanceRetention: member(boolean, { httpHeader: 'x-amz-bypass-governance-retention' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  IfMatch: member(string, { httpHeader: 'If-Match' }),
  IfMatchLastModifiedTime: member(httpDate, { httpHeader: 'x-amz-if-match-last-modified-time' }),
  IfMatchSize: member(integer, { httpHeader: 'x-amz-if-match-size' }),
});

export interface DeleteObjectTaggingOutput {
  VersionId?: string | undefined;
}
export const DeleteObjectTaggingOutput: Structure = structure('DeleteObjectTaggingOutput', {
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
});

export interface DeleteObjectTaggingRequest {
  Bucket: string;
  Key: string;
  VersionId?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const DeleteObjectTaggingRequest: Structure = structure('DeleteObjectTaggingRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeleteObjectsOutput {
  Deleted?: DeletedObject[] | undefined;
  RequestCharged?: string | undefined;
  Errors?: S3Error[] | undefined;
}
export const DeleteObjectsOutput: Structure = structure('DeleteObjectsOutput', {
  Deleted: member(list(() => DeletedObject), { xmlFlattened: true }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
  Errors: member(list(() => S3Error), { xmlName: 'Error', xmlFlattened: true }),
}, 'DeleteResult');

export interface DeleteObjectsRequest {
  Bucket: string;
  Delete: Delete;
  MFA?: string | undefined;
  RequestPayer?: string | undefined;
  BypassGovernanceRetention?: boolean | undefined;
  ExpectedBucketOwner?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
}
export const DeleteObjectsRequest: Structure = structure('DeleteObjectsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Delete: member(() => Delete, { required: true, xmlName: 'Delete', httpPayload: true }),
  MFA: member(string, { httpHeader: 'x-amz-mfa' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  BypassGovernanceRetention: member(boolean, { httpHeader: 'x-amz-bypass-governance-retention' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
});

export interface DeletePublicAccessBlockRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const DeletePublicAccessBlockRequest: Structure = structure('DeletePublicAccessBlockRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface DeletedObject {
  Key?: string | undefined;
  VersionId?: string | undefined;
  DeleteMarker?: boolean | undefined;
  DeleteMarkerVersionId?: string | undefined;
}
export const DeletedObject: Structure = structure('DeletedObject', {
  Key: string,
  VersionId: string,
  DeleteMarker: boolean,
  DeleteMarkerVersionId: string,
});

export interface Destination {
  Bucket: string;
  Account?: string | undefined;
  StorageClass?: string | undefined;
  AccessControlTranslation?: AccessControlTranslation | undefined;
  EncryptionConfiguration?: EncryptionConfiguration | undefined;
  ReplicationTime?: ReplicationTime | undefined;
  Metrics?: Metrics | undefined;
}
export const Destination: Structure = structure('Destination', {
  Bucket: member(string, { required: true }),
  Account: string,
  StorageClass: string,
  AccessControlTranslation: () => AccessControlTranslation,
  EncryptionConfiguration: () => EncryptionConfiguration,
  ReplicationTime: () => ReplicationTime,
  Metrics: () => Metrics,
});

export interface Encryption {
  EncryptionType: string;
  KMSKeyId?: string | undefined;
  KMSContext?: string | undefined;
}
export const Encryption: Structure = structure('Encryption', {
  EncryptionType: member(string, { required: true }),
  KMSKeyId: string,
  KMSContext: string,
});

export interface EncryptionConfiguration {
  ReplicaKmsKeyID?: string | undefined;
}
export const EncryptionConfiguration: Structure = structure('EncryptionConfiguration', {
  ReplicaKmsKeyID: string,
});

export interface S3Error {
  Key?: string | undefined;
  VersionId?: string | undefined;
  Code?: string | undefined;
  Message?: string | undefined;
}
export const S3Error: Structure = structure('Error', {
  Key: string,
  VersionId: string,
  Code: string,
  Message: string,
});

export interface ErrorDocument {
  Key: string;
}
export const ErrorDocument: Structure = structure('ErrorDocument', {
  Key: member(string, { required: true }),
});

export interface EventBridgeConfiguration {
}
export const EventBridgeConfiguration: Structure = structure('EventBridgeConfiguration', {
});

export interface EventHoldDuration {
  Days?: number | undefined;
  Years?: number | undefined;
}
export const EventHoldDuration: Structure = structure('EventHoldDuration', {
  Days: integer,
  Years: integer,
});

export interface ExistingObjectReplication {
  Status: string;
}
export const ExistingObjectReplication: Structure = structure('ExistingObjectReplication', {
  Status: member(string, { required: true }),
});

export interface FilterRule {
  Name?: string | undefined;
  Value?: string | undefined;
}
export const FilterRule: Structure = structure('FilterRule', {
  Name: string,
  Value: string,
});

export interface GetBucketAccelerateConfigurationOutput {
  Status?: string | undefined;
  RequestCharged?: string | undefined;
}
export const GetBucketAccelerateConfigurationOutput: Structure = structure('GetBucketAccelerateConfigurationOutput', {
  Status: string,
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
}, 'AccelerateConfiguration');

export interface GetBucketAccelerateConfigurationRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
  RequestPayer?: string | undefined;
}
export const GetBucketAccelerateConfigurationRequest: Structure = structure('GetBucketAccelerateConfigurationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
});

export interface GetBucketAclOutput {
  Owner?: Owner | undefined;
  Grants?: Grant[] | undefined;
}
export const GetBucketAclOutput: Structure = structure('GetBucketAclOutput', {
  Owner: () => Owner,
  Grants: member(list(() => Grant, 'Grant'), { xmlName: 'AccessControlList' }),
}, 'AccessControlPolicy');

export interface GetBucketAclRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketAclRequest: Structure = structure('GetBucketAclRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketCorsOutput {
  CORSRules?: CORSRule[] | undefined;
}
export const GetBucketCorsOutput: Structure = structure('GetBucketCorsOutput', {
  CORSRules: member(list(() => CORSRule), { xmlName: 'CORSRule', xmlFlattened: true }),
}, 'CORSConfiguration');

export interface GetBucketCorsRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketCorsRequest: Structure = structure('GetBucketCorsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketEncryptionOutput {
  ServerSideEncryptionConfiguration?: ServerSideEncryptionConfiguration | undefined;
}
export const GetBucketEncryptionOutput: Structure = structure('GetBucketEncryptionOutput', {
  ServerSideEncryptionConfiguration: member(() => ServerSideEncryptionConfiguration, { httpPayload: true }),
});

export interface GetBucketEncryptionRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketEncryptionRequest: Structure = structure('GetBucketEncryptionRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketLifecycleConfigurationOutput {
  Rules?: LifecycleRule[] | undefined;
  TransitionDefaultMinimumObjectSize?: string | undefined;
}
export const GetBucketLifecycleConfigurationOutput: Structure = structure('GetBucketLifecycleConfigurationOutput', {
  Rules: member(list(() => LifecycleRule), { xmlName: 'Rule', xmlFlattened: true }),
  TransitionDefaultMinimumObjectSize: member(string, { httpHeader: 'x-amz-transition-default-minimum-object-size' }),
}, 'LifecycleConfiguration');

export interface GetBucketLifecycleConfigurationRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketLifecycleConfigurationRequest: Structure = structure('GetBucketLifecycleConfigurationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketLocationOutput {
  LocationConstraint?: string | undefined;
}
export const GetBucketLocationOutput: Structure = structure('GetBucketLocationOutput', {
  LocationConstraint: member(string, { xmlText: true }),
}, 'LocationConstraint');

export interface GetBucketLocationRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketLocationRequest: Structure = structure('GetBucketLocationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketLoggingOutput {
  LoggingEnabled?: LoggingEnabled | undefined;
}
export const GetBucketLoggingOutput: Structure = structure('GetBucketLoggingOutput', {
  LoggingEnabled: () => LoggingEnabled,
}, 'BucketLoggingStatus');

export interface GetBucketLoggingRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketLoggingRequest: Structure = structure('GetBucketLoggingRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketNotificationConfigurationRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketNotificationConfigurationRequest: Structure = structure('GetBucketNotificationConfigurationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketOwnershipControlsOutput {
  OwnershipControls?: OwnershipControls | undefined;
}
export const GetBucketOwnershipControlsOutput: Structure = structure('GetBucketOwnershipControlsOutput', {
  OwnershipControls: member(() => OwnershipControls, { httpPayload: true }),
});

export interface GetBucketOwnershipControlsRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketOwnershipControlsRequest: Structure = structure('GetBucketOwnershipControlsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketPolicyOutput {
  Policy?: string | undefined;
}
export const GetBucketPolicyOutput: Structure = structure('GetBucketPolicyOutput', {
  Policy: member(string, { httpPayload: true }),
});

export interface GetBucketPolicyRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketPolicyRequest: Structure = structure('GetBucketPolicyRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketPolicyStatusOutput {
  PolicyStatus?: PolicyStatus | undefined;
}
export const GetBucketPolicyStatusOutput: Structure = structure('GetBucketPolicyStatusOutput', {
  PolicyStatus: member(() => PolicyStatus, { httpPayload: true }),
});

export interface GetBucketPolicyStatusRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketPolicyStatusRequest: Structure = structure('GetBucketPolicyStatusRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketReplicationOutput {
  ReplicationConfiguration?: ReplicationConfiguration | undefined;
}
export const GetBucketReplicationOutput: Structure = structure('GetBucketReplicationOutput', {
  ReplicationConfiguration: member(() => ReplicationConfiguration, { httpPayload: true }),
});

export interface GetBucketReplicationRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketReplicationRequest: Structure = structure('GetBucketReplicationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketRequestPaymentOutput {
  Payer?: string | undefined;
}
export const GetBucketRequestPaymentOutput: Structure = structure('GetBucketRequestPaymentOutput', {
  Payer: string,
}, 'RequestPaymentConfiguration');

export interface GetBucketRequestPaymentRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketRequestPaymentRequest: Structure = structure('GetBucketRequestPaymentRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketTaggingOutput {
  TagSet: Tag[];
}
export const GetBucketTaggingOutput: Structure = structure('GetBucketTaggingOutput', {
  TagSet: member(list(() => Tag, 'Tag'), { required: true }),
}, 'Tagging');

export interface GetBucketTaggingRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketTaggingRequest: Structure = structure('GetBucketTaggingRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketVersioningOutput {
  Status?: string | undefined;
  MFADelete?: string | undefined;
}
export const GetBucketVersioningOutput: Structure = structure('GetBucketVersioningOutput', {
  Status: string,
  MFADelete: member(string, { xmlName: 'MfaDelete' }),
}, 'VersioningConfiguration');

export interface GetBucketVersioningRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketVersioningRequest: Structure = structure('GetBucketVersioningRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetBucketWebsiteOutput {
  RedirectAllRequestsTo?: RedirectAllRequestsTo | undefined;
  IndexDocument?: IndexDocument | undefined;
  ErrorDocument?: ErrorDocument | undefined;
  RoutingRules?: RoutingRule[] | undefined;
}
export const GetBucketWebsiteOutput: Structure = structure('GetBucketWebsiteOutput', {
  RedirectAllRequestsTo: () => RedirectAllRequestsTo,
  IndexDocument: () => IndexDocument,
  ErrorDocument: () => ErrorDocument,
  RoutingRules: list(() => RoutingRule, 'RoutingRule'),
}, 'WebsiteConfiguration');

export interface GetBucketWebsiteRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetBucketWebsiteRequest: Structure = structure('GetBucketWebsiteRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetObjectAclOutput {
  Owner?: Owner | undefined;
  Grants?: Grant[] | undefined;
  RequestCharged?: string | undefined;
}
export const GetObjectAclOutput: Structure = structure('GetObjectAclOutput', {
  Owner: () => Owner,
  Grants: member(list(() => Grant, 'Grant'), { xmlName: 'AccessControlList' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
}, 'AccessControlPolicy');

export interface GetObjectAclRequest {
  Bucket: string;
  Key: string;
  VersionId?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const GetObjectAclRequest: Structure = structure('GetObjectAclRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetObjectAttributesOutput {
  DeleteMarker?: boolean | undefined;
  LastModified?: Date | undefined;
  VersionId?: string | undefined;
  RequestCharged?: string | undefined;
  ETag?: string | undefined;
  Checksum?: Checksum | undefined;
  ObjectParts?: GetObjectAttributesParts | undefined;
  StorageClass?: string | undefined;
  ObjectSize?: number | undefined;
}
export const GetObjectAttributesOutput: Structure = structure('GetObjectAttributesOutput', {
  DeleteMarker: member(boolean, { httpHeader: 'x-amz-delete-marker' }),
  LastModified: member(timestamp, { httpHeader: 'Last-Modified' }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
  ETag: string,
  Checksum: () => Checksum,
  ObjectParts: () => GetObjectAttributesParts,
  StorageClass: string,
  ObjectSize: integer,
}, 'GetObjectAttributesResponse');

export interface GetObjectAttributesParts {
  TotalPartsCount?: number | undefined;
  PartNumberMarker?: string | undefined;
  NextPartNumberMarker?: string | undefined;
  MaxParts?: number | undefined;
  IsTruncated?: boolean | undefined;
  Parts?: ObjectPart[] | undefined;
}
export const GetObjectAttributesParts: Structure = structure('GetObjectAttributesParts', {
  TotalPartsCount: member(integer, { xmlName: 'PartsCount' }),
  PartNumberMarker: string,
  NextPartNumberMarker: string,
  MaxParts: integer,
  IsTruncated: boolean,
  Parts: member(list(() => ObjectPart), { xmlName: 'Part', xmlFlattened: true }),
});

export interface GetObjectAttributesRequest {
  Bucket: string;
  Key: string;
  ObjectAttributes: string[];
  VersionId?: string | undefined;
  MaxParts?: number | undefined;
  PartNumberMarker?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const GetObjectAttributesRequest: Structure = structure('GetObjectAttributesRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  ObjectAttributes: member(list(string), { required: true, httpHeader: 'x-amz-object-attributes' }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  MaxParts: member(integer, { httpHeader: 'x-amz-max-parts' }),
  PartNumberMarker: member(string, { httpHeader: 'x-amz-part-number-marker' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetObjectLegalHoldOutput {
  LegalHold?: ObjectLockLegalHold | undefined;
}
export const GetObjectLegalHoldOutput: Structure = structure('GetObjectLegalHoldOutput', {
  LegalHold: member(() => ObjectLockLegalHold, { xmlName: 'LegalHold', httpPayload: true }),
});

export interface GetObjectLegalHoldRequest {
  Bucket: string;
  Key: string;
  VersionId?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const GetObjectLegalHoldRequest: Structure = structure('GetObjectLegalHoldRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetObjectLockConfigurationOutput {
  ObjectLockConfiguration?: ObjectLockConfiguration | undefined;
}
export const GetObjectLockConfigurationOutput: Structure = structure('GetObjectLockConfigurationOutput', {
  ObjectLockConfiguration: member(() => ObjectLockConfiguration, { httpPayload: true }),
});

export interface GetObjectLockConfigurationRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetObjectLockConfigurationRequest: Structure = structure('GetObjectLockConfigurationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetObjectOutput {
  Body?: StoredBody | undefined;
  DeleteMarker?: boolean | undefined;
  AcceptRanges?: string | undefined;
  Expiration?: string | undefined;
  Restore?: string | undefined;
  LastModified?: Date | undefined;
  ContentLength?: number | undefined;
  ETag?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  ChecksumType?: string | undefined;
  MissingMeta?: number | undefined;
  VersionId?: string | undefined;
  CacheControl?: string | undefined;
  ContentDisposition?: string | undefined;
  ContentEncoding?: string | undefined;
  ContentLanguage?: string | undefined;
  ContentRange?: string | undefined;
  ContentType?: string | undefined;
  Expires?: string | undefined;
  ExpiresString?: string | undefined;
  WebsiteRedirectLocation?: string | undefined;
  ServerSideEncryption?: string | undefined;
  Metadata?: Record<string, string> | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  StorageClass?: string | undefined;
  RequestCharged?: string | undefined;
  ReplicationStatus?: string | undefined;
  PartsCount?: number | undefined;
  TagCount?: number | undefined;
  ObjectLockMode?: string | undefined;
  ObjectLockRetainUntilDate?: Date | undefined;
  ObjectLockLegalHoldStatus?: string | undefined;
  ObjectLockEventHold?: string | undefined;
  ObjectLockEventHoldDurationDays?: number | undefined;
  ObjectLockEventHoldDurationYears?: number | undefined;
}
export const GetObjectOutput: Structure = structure('GetObjectOutput', {
  Body: member(body, { httpPayload: true }),
  DeleteMarker: member(boolean, { httpHeader: 'x-amz-delete-marker' }),
  AcceptRanges: member(string, { httpHeader: 'accept-ranges' }),
  Expiration: member(string, { httpHeader: 'x-amz-expiration' }),
  Restore: member(string, { httpHeader: 'x-amz-restore' }),
  LastModified: member(timestamp, { httpHeader: 'Last-Modified' }),
  ContentLength: member(integer, { httpHeader: 'Content-Length' }),
  ETag: member(string, { httpHeader: 'ETag' }),
  ChecksumCRC32: member(string, { httpHeader: 'x-amz-checksum-crc32' }),
  ChecksumCRC32C: member(string, { httpHeader: 'x-amz-checksum-crc32c' }),
  ChecksumCRC64NVME: member(string, { httpHeader: 'x-amz-checksum-crc64nvme' }),
  ChecksumSHA1: member(string, { httpHeader: 'x-amz-checksum-sha1' }),
  ChecksumSHA256: member(string, { httpHeader: 'x-amz-checksum-sha256' }),
  ChecksumSHA512: member(string, { httpHeader: 'x-amz-checksum-sha512' }),
  ChecksumMD5: member(string, { httpHeader: 'x-amz-checksum-md5' }),
  ChecksumXXHASH64: member(string, { httpHeader: 'x-amz-checksum-xxhash64' }),
  ChecksumXXHASH3: member(string, { httpHeader: 'x-amz-checksum-xxhash3' }),
  ChecksumXXHASH128: member(string, { httpHeader: 'x-amz-checksum-xxhash128' }),
  ChecksumType: member(string, { httpHeader: 'x-amz-checksum-type' }),
  MissingMeta: member(integer, { httpHeader: 'x-amz-missing-meta' }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
  CacheControl: member(string, { httpHeader: 'Cache-Control' }),
  ContentDisposition: member(string, { httpHeader: 'Content-Disposition' }),
  ContentEncoding: member(string, { httpHeader: 'Content-Encoding' }),
  ContentLanguage: member(string, { httpHeader: 'Content-Language' }),
  ContentRange: member(string, { httpHeader: 'Content-Range' }),
  ContentType: member(string, { httpHeader: 'Content-Type' }),
  Expires: member(string, { httpHeader: 'Expires' }),
  ExpiresString: member(string, { httpHeader: 'ExpiresString' }),
  WebsiteRedirectLocation: member(string, { httpHeader: 'x-amz-website-redirect-location' }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  Metadata: member(map(string), { httpPrefixHeaders: 'x-amz-meta-' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  StorageClass: member(string, { httpHeader: 'x-amz-storage-class' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
  ReplicationStatus: member(string, { httpHeader: 'x-amz-replication-status' }),
  PartsCount: member(integer, { httpHeader: 'x-amz-mp-parts-count' }),
  TagCount: member(integer, { httpHeader: 'x-amz-tagging-count' }),
  ObjectLockMode: member(string, { httpHeader: 'x-amz-object-lock-mode' }),
  ObjectLockRetainUntilDate: member(dateTime, { httpHeader: 'x-amz-object-lock-retain-until-date' }),
  ObjectLockLegalHoldStatus: member(string, { httpHeader: 'x-amz-object-lock-legal-hold' }),
  ObjectLockEventHold: member(string, { httpHeader: 'x-amz-object-lock-event-hold' }),
  ObjectLockEventHoldDurationDays: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-days' }),
  ObjectLockEventHoldDurationYears: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-years' }),
});

export interface GetObjectRequest {
  Bucket: string;
  Key: string;
  IfMatch?: string | undefined;
  IfModifiedSince?: Date | undefined;
  IfNoneMatch?: string | undefined;
  IfUnmodifiedSince?: Date | undefined;
  Range?: string | undefined;
  ResponseCacheControl?: string | undefined;
  ResponseContentDisposition?: string | undefined;
  ResponseContentEncoding?: string | undefined;
  ResponseContentLanguage?: string | undefined;
  ResponseContentType?: string | undefined;
  ResponseExpires?: string | undefined;
  VersionId?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  RequestPayer?: string | undefined;
  PartNumber?: number | undefined;
  ExpectedBucketOwner?: string | undefined;
  ChecksumMode?: string | undefined;
}
export const GetObjectRequest: Structure = structure('GetObjectRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  IfMatch: member(string, { httpHeader: 'If-Match' }),
  IfModifiedSince: member(timestamp, { httpHeader: 'If-Modified-Since' }),
  IfNoneMatch: member(string, { httpHeader: 'If-None-Match' }),
  IfUnmodifiedSince: member(timestamp, { httpHeader: 'If-Unmodified-Since' }),
  Range: member(string, { httpHeader: 'Range' }),
  ResponseCacheControl: member(string, { httpQuery: 'response-cache-control' }),
  ResponseContentDisposition: member(string, { httpQuery: 'response-content-disposition' }),
  ResponseContentEncoding: member(string, { httpQuery: 'response-content-encoding' }),
  ResponseContentLanguage: member(string, { httpQuery: 'response-content-language' }),
  ResponseContentType: member(string, { httpQuery: 'response-content-type' }),
  ResponseExpires: member(string, { httpQuery: 'response-expires' }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  PartNumber: member(integer, { httpQuery: 'partNumber' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  ChecksumMode: member(string, { httpHeader: 'x-amz-checksum-mode' }),
});

export interface GetObjectRetentionOutput {
  Retention?: ObjectLockRetention | undefined;
}
export const GetObjectRetentionOutput: Structure = structure('GetObjectRetentionOutput', {
  Retention: member(() => ObjectLockRetention, { xmlName: 'Retention', httpPayload: true }),
});

export interface GetObjectRetentionRequest {
  Bucket: string;
  Key: string;
  VersionId?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const GetObjectRetentionRequest: Structure = structure('GetObjectRetentionRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GetObjectTaggingOutput {
  TagSet: Tag[];
  VersionId?: string | undefined;
}
export const GetObjectTaggingOutput: Structure = structure('GetObjectTaggingOutput', {
  TagSet: member(list(() => Tag, 'Tag'), { required: true }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
}, 'Tagging');

export interface GetObjectTaggingRequest {
  Bucket: string;
  Key: string;
  VersionId?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  RequestPayer?: string | undefined;
}
export const GetObjectTaggingRequest: Structure = structure('GetObjectTaggingRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
});

export interface GetPublicAccessBlockOutput {
  PublicAccessBlockConfiguration?: PublicAccessBlockConfiguration | undefined;
}
export const GetPublicAccessBlockOutput: Structure = structure('GetPublicAccessBlockOutput', {
  PublicAccessBlockConfiguration: member(() => PublicAccessBlockConfiguration, { httpPayload: true }),
});

export interface GetPublicAccessBlockRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const GetPublicAccessBlockRequest: Structure = structure('GetPublicAccessBlockRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface GlacierJobParameters {
  Tier: string;
}
export const GlacierJobParameters: Structure = structure('GlacierJobParameters', {
  Tier: member(string, { required: true }),
});

export interface Grant {
  Grantee?: Grantee | undefined;
  Permission?: string | undefined;
}
export const Grant: Structure = structure('Grant', {
  Grantee: member(() => Grantee, { xmlNamespace: ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'] }),
  Permission: string,
});

export interface Grantee {
  Type: string;
  DisplayName?: string | undefined;
  EmailAddress?: string | undefined;
  ID?: string | undefined;
  URI?: string | undefined;
}
export const Grantee: Structure = structure('Grantee', {
  Type: member(string, { required: true, xmlName: 'xsi:type', xmlAttribute: true }),
  DisplayName: string,
  EmailAddress: string,
  ID: string,
  URI: string,
});

export interface HeadBucketOutput {
  BucketArn?: string | undefined;
  BucketLocationType?: string | undefined;
  BucketLocationName?: string | undefined;
  BucketRegion?: string | undefined;
  AccessPointAlias?: boolean | undefined;
}
export const HeadBucketOutput: Structure = structure('HeadBucketOutput', {
  BucketArn: member(string, { httpHeader: 'x-amz-bucket-arn' }),
  BucketLocationType: member(string, { httpHeader: 'x-amz-bucket-location-type' }),
  BucketLocationName: member(string, { httpHeader: 'x-amz-bucket-location-name' }),
  BucketRegion: member(string, { httpHeader: 'x-amz-bucket-region' }),
  AccessPointAlias: member(boolean, { httpHeader: 'x-amz-access-point-alias' }),
});

export interface HeadBucketRequest {
  Bucket: string;
  ExpectedBucketOwner?: string | undefined;
}
export const HeadBucketRequest: Structure = structure('HeadBucketRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface HeadObjectOutput {
  DeleteMarker?: boolean | undefined;
  AcceptRanges?: string | undefined;
  Expiration?: string | undefined;
  Restore?: string | undefined;
  ArchiveStatus?: string | undefined;
  LastModified?: Date | undefined;
  ContentLength?: number | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  ChecksumType?: string | undefined;
  ETag?: string | undefined;
  MissingMeta?: number | undefined;
  VersionId?: string | undefined;
  CacheControl?: string | undefined;
  ContentDisposition?: string | undefined;
  ContentEncoding?: string | undefined;
  ContentLanguage?: string | undefined;
  ContentType?: string | undefined;
  ContentRange?: string | undefined;
  Expires?: string | undefined;
  ExpiresString?: string | undefined;
  WebsiteRedirectLocation?: string | undefined;
  ServerSideEncryption?: string | undefined;
  Metadata?: Record<string, string> | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  StorageClass?: string | undefined;
  RequestCharged?: string | undefined;
  ReplicationStatus?: string | undefined;
  PartsCount?: number | undefined;
  TagCount?: number | undefined;
  ObjectLockMode?: string | undefined;
  ObjectLockRetainUntilDate?: Date | undefined;
  ObjectLockLegalHoldStatus?: string | undefined;
  ObjectLockEventHold?: string | undefined;
  ObjectLockEventHoldDurationDays?: number | undefined;
  ObjectLockEventHoldDurationYears?: number | undefined;
}
export const HeadObjectOutput: Structure = structure('HeadObjectOutput', {
  DeleteMarker: member(boolean, { httpHeader: 'x-amz-delete-marker' }),
  AcceptRanges: member(string, { httpHeader: 'accept-ranges' }),
  Expiration: member(string, { httpHeader: 'x-amz-expiration' }),
  Restore: member(string, { httpHeader: 'x-amz-restore' }),
  ArchiveStatus: member(string, { httpHeader: 'x-amz-archive-status' }),
  LastModified: member(timestamp, { httpHeader: 'Last-Modified' }),
  ContentLength: member(integer, { httpHeader: 'Content-Length' }),
  ChecksumCRC32: member(string, { httpHeader: 'x-amz-checksum-crc32' }),
  ChecksumCRC32C: member(string, { httpHeader: 'x-amz-checksum-crc32c' }),
  ChecksumCRC64NVME: member(string, { httpHeader: 'x-amz-checksum-crc64nvme' }),
  ChecksumSHA1: member(string, { httpHeader: 'x-amz-checksum-sha1' }),
  ChecksumSHA256: member(string, { httpHeader: 'x-amz-checksum-sha256' }),
  ChecksumSHA512: member(string, { httpHeader: 'x-amz-checksum-sha512' }),
  ChecksumMD5: member(string, { httpHeader: 'x-amz-checksum-md5' }),
  ChecksumXXHASH64: member(string, { httpHeader: 'x-amz-checksum-xxhash64' }),
  ChecksumXXHASH3: member(string, { httpHeader: 'x-amz-checksum-xxhash3' }),
  ChecksumXXHASH128: member(string, { httpHeader: 'x-amz-checksum-xxhash128' }),
  ChecksumType: member(string, { httpHeader: 'x-amz-checksum-type' }),
  ETag: member(string, { httpHeader: 'ETag' }),
  MissingMeta: member(integer, { httpHeader: 'x-amz-missing-meta' }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
  CacheControl: member(string, { httpHeader: 'Cache-Control' }),
  ContentDisposition: member(string, { httpHeader: 'Content-Disposition' }),
  ContentEncoding: member(string, { httpHeader: 'Content-Encoding' }),
  ContentLanguage: member(string, { httpHeader: 'Content-Language' }),
  ContentType: member(string, { httpHeader: 'Content-Type' }),
  ContentRange: member(string, { httpHeader: 'Content-Range' }),
  Expires: member(string, { httpHeader: 'Expires' }),
  ExpiresString: member(string, { httpHeader: 'ExpiresString' }),
  WebsiteRedirectLocation: member(string, { httpHeader: 'x-amz-website-redirect-location' }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  Metadata: member(map(string), { httpPrefixHeaders: 'x-amz-meta-' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  StorageClass: member(string, { httpHeader: 'x-amz-storage-class' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
  ReplicationStatus: member(string, { httpHeader: 'x-amz-replication-status' }),
  PartsCount: member(integer, { httpHeader: 'x-amz-mp-parts-count' }),
  TagCount: member(integer, { httpHeader: 'x-amz-tagging-count' }),
  ObjectLockMode: member(string, { httpHeader: 'x-amz-object-lock-mode' }),
  ObjectLockRetainUntilDate: member(dateTime, { httpHeader: 'x-amz-object-lock-retain-until-date' }),
  ObjectLockLegalHoldStatus: member(string, { httpHeader: 'x-amz-object-lock-legal-hold' }),
  ObjectLockEventHold: member(string, { httpHeader: 'x-amz-object-lock-event-hold' }),
  ObjectLockEventHoldDurationDays: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-days' }),
  ObjectLockEventHoldDurationYears: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-years' }),
});

export interface HeadObjectRequest {
  Bucket: string;
  Key: string;
  IfMatch?: string | undefined;
  IfModifiedSince?: Date | undefined;
  IfNoneMatch?: string | undefined;
  IfUnmodifiedSince?: Date | undefined;
  Range?: string | undefined;
  ResponseCacheControl?: string | undefined;
  ResponseContentDisposition?: string | undefined;
  ResponseContentEncoding?: string | undefined;
  ResponseContentLanguage?: string | undefined;
  ResponseContentType?: string | undefined;
  ResponseExpires?: string | undefined;
  VersionId?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  RequestPayer?: string | undefined;
  PartNumber?: number | undefined;
  ExpectedBucketOwner?: string | undefined;
  ChecksumMode?: string | undefined;
}
export const HeadObjectRequest: Structure = structure('HeadObjectRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  IfMatch: member(string, { httpHeader: 'If-Match' }),
  IfModifiedSince: member(timestamp, { httpHeader: 'If-Modified-Since' }),
  IfNoneMatch: member(string, { httpHeader: 'If-None-Match' }),
  IfUnmodifiedSince: member(timestamp, { httpHeader: 'If-Unmodified-Since' }),
  Range: member(string, { httpHeader: 'Range' }),
  ResponseCacheControl: member(string, { httpQuery: 'response-cache-control' }),
  ResponseContentDisposition: member(string, { httpQuery: 'response-content-disposition' }),
  ResponseContentEncoding: member(string, { httpQuery: 'response-content-encoding' }),
  ResponseContentLanguage: member(string, { httpQuery: 'response-content-language' }),
  ResponseContentType: member(string, { httpQuery: 'response-content-type' }),
  ResponseExpires: member(string, { httpQuery: 'response-expires' }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  PartNumber: member(integer, { httpQuery: 'partNumber' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  ChecksumMode: member(string, { httpHeader: 'x-amz-checksum-mode' }),
});

export interface IndexDocument {
  Suffix: string;
}
export const IndexDocument: Structure = structure('IndexDocument', {
  Suffix: member(string, { required: true }),
});

export interface Initiator {
  ID?: string | undefined;
  DisplayName?: string | undefined;
}
export const Initiator: Structure = structure('Initiator', {
  ID: string,
  DisplayName: string,
});

export interface InputSerialization {
  CSV?: CSVInput | undefined;
  CompressionType?: string | undefined;
  JSON?: JSONInput | undefined;
  Parquet?: ParquetInput | undefined;
}
export const InputSerialization: Structure = structure('InputSerialization', {
  CSV: () => CSVInput,
  CompressionType: string,
  JSON: () => JSONInput,
  Parquet: () => ParquetInput,
});

export interface JSONInput {
  Type?: string | undefined;
}
export const JSONInput: Structure = structure('JSONInput', {
  Type: string,
});

export interface JSONOutput {
  RecordDelimiter?: string | undefined;
}
export const JSONOutput: Structure = structure('JSONOutput', {
  RecordDelimiter: string,
});

export interface LambdaFunctionConfiguration {
  Id?: string | undefined;
  LambdaFunctionArn: string;
  Events: string[];
  Filter?: NotificationConfigurationFilter | undefined;
}
export const LambdaFunctionConfiguration: Structure = structure('LambdaFunctionConfiguration', {
  Id: string,
  LambdaFunctionArn: member(string, { required: true, xmlName: 'CloudFunction' }),
  Events: member(list(string), { required: true, xmlName: 'Event', xmlFlattened: true }),
  Filter: () => NotificationConfigurationFilter,
});

export interface LifecycleExpiration {
  Date?: Date | undefined;
  Days?: number | undefined;
  ExpiredObjectDeleteMarker?: boolean | undefined;
}
export const LifecycleExpiration: Structure = structure('LifecycleExpiration', {
  Date: dateTime,
  Days: integer,
  ExpiredObjectDeleteMarker: boolean,
});

export interface LifecycleRule {
  Status: string;
  Expiration?: LifecycleExpiration | undefined;
  ID?: string | undefined;
  Prefix?: string | undefined;
  Filter?: LifecycleRuleFilter | undefined;
  Transitions?: Transition[] | undefined;
  NoncurrentVersionTransitions?: NoncurrentVersionTransition[] | undefined;
  NoncurrentVersionExpiration?: NoncurrentVersionExpiration | undefined;
  AbortIncompleteMultipartUpload?: AbortIncompleteMultipartUpload | undefined;
}
export const LifecycleRule: Structure = structure('LifecycleRule', {
  Status: member(string, { required: true }),
  Expiration: () => LifecycleExpiration,
  ID: string,
  Prefix: string,
  Filter: () => LifecycleRuleFilter,
  Transitions: member(list(() => Transition), { xmlName: 'Transition', xmlFlattened: true }),
  NoncurrentVersionTransitions: member(list(() => NoncurrentVersionTransition), { xmlName: 'NoncurrentVersionTransition', xmlFlattened: true }),
  NoncurrentVersionExpiration: () => NoncurrentVersionExpiration,
  AbortIncompleteMultipartUpload: () => AbortIncompleteMultipartUpload,
});

export interface LifecycleRuleAndOperator {
  Prefix?: string | undefined;
  Tags?: Tag[] | undefined;
  ObjectSizeGreaterThan?: number | undefined;
  ObjectSizeLessThan?: number | undefined;
}
export const LifecycleRuleAndOperator: Structure = structure('LifecycleRuleAndOperator', {
  Prefix: string,
  Tags: member(list(() => Tag, 'Tag'), { xmlName: 'Tag', xmlFlattened: true }),
  ObjectSizeGreaterThan: integer,
  ObjectSizeLessThan: integer,
});

export interface LifecycleRuleFilter {
  Prefix?: string | undefined;
  Tag?: Tag | undefined;
  ObjectSizeGreaterThan?: number | undefined;
  ObjectSizeLessThan?: number | undefined;
  And?: LifecycleRuleAndOperator | undefined;
}
export const LifecycleRuleFilter: Structure = structure('LifecycleRuleFilter', {
  Prefix: string,
  Tag: () => Tag,
  ObjectSizeGreaterThan: integer,
  ObjectSizeLessThan: integer,
  And: () => LifecycleRuleAndOperator,
});

export interface ListBucketsOutput {
  Buckets?: Bucket[] | undefined;
  Owner?: Owner | undefined;
  ContinuationToken?: string | undefined;
  Prefix?: string | undefined;
}
export const ListBucketsOutput: Structure = structure('ListBucketsOutput', {
  Buckets: list(() => Bucket, 'Bucket'),
  Owner: () => Owner,
  ContinuationToken: string,
  Prefix: string,
}, 'ListAllMyBucketsResult');

export interface ListBucketsRequest {
  MaxBuckets?: number | undefined;
  ContinuationToken?: string | undefined;
  Prefix?: string | undefined;
  BucketRegion?: string | undefined;
}
export const ListBucketsRequest: Structure = structure('ListBucketsRequest', {
  MaxBuckets: member(integer, { httpQuery: 'max-buckets' }),
  ContinuationToken: member(string, { httpQuery: 'continuation-token' }),
  Prefix: member(string, { httpQuery: 'prefix' }),
  BucketRegion: member(string, { httpQuery: 'bucket-region' }),
});

export interface ListMultipartUploadsOutput {
  Bucket?: string | undefined;
  KeyMarker?: string | undefined;
  UploadIdMarker?: string | undefined;
  NextKeyMarker?: string | undefined;
  Prefix?: string | undefined;
  Delimiter?: string | undefined;
  NextUploadIdMarker?: string | undefined;
  MaxUploads?: number | undefined;
  IsTruncated?: boolean | undefined;
  Uploads?: MultipartUpload[] | undefined;
  CommonPrefixes?: CommonPrefix[] | undefined;
  EncodingType?: string | undefined;
  RequestCharged?: string | undefined;
}
export const ListMultipartUploadsOutput: Structure = structure('ListMultipartUploadsOutput', {
  Bucket: string,
  KeyMarker: string,
  UploadIdMarker: string,
  NextKeyMarker: string,
  Prefix: string,
  Delimiter: string,
  NextUploadIdMarker: string,
  MaxUploads: integer,
  IsTruncated: boolean,
  Uploads: member(list(() => MultipartUpload), { xmlName: 'Upload', xmlFlattened: true }),
  CommonPrefixes: member(list(() => CommonPrefix), { xmlFlattened: true }),
  EncodingType: string,
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
}, 'ListMultipartUploadsResult');

export interface ListMultipartUploadsRequest {
  Bucket: string;
  Delimiter?: string | undefined;
  EncodingType?: string | undefined;
  KeyMarker?: string | undefined;
  MaxUploads?: number | undefined;
  Prefix?: string | undefined;
  UploadIdMarker?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  RequestPayer?: string | undefined;
}
export const ListMultipartUploadsRequest: Structure = structure('ListMultipartUploadsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Delimiter: member(string, { httpQuery: 'delimiter' }),
  EncodingType: member(string, { httpQuery: 'encoding-type' }),
  KeyMarker: member(string, { httpQuery: 'key-marker' }),
  MaxUploads: member(integer, { httpQuery: 'max-uploads' }),
  Prefix: member(string, { httpQuery: 'prefix' }),
  UploadIdMarker: member(string, { httpQuery: 'upload-id-marker' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
});

export interface ListObjectVersionsOutput {
  IsTruncated?: boolean | undefined;
  KeyMarker?: string | undefined;
  VersionIdMarker?: string | undefined;
  NextKeyMarker?: string | undefined;
  NextVersionIdMarker?: string | undefined;
  Versions?: ObjectVersion[] | undefined;
  DeleteMarkers?: DeleteMarkerEntry[] | undefined;
  Name?: string | undefined;
  Prefix?: string | undefined;
  Delimiter?: string | undefined;
  MaxKeys?: number | undefined;
  CommonPrefixes?: CommonPrefix[] | undefined;
  EncodingType?: string | undefined;
  RequestCharged?: string | undefined;
}
export const ListObjectVersionsOutput: Structure = structure('ListObjectVersionsOutput', {
  IsTruncated: boolean,
  KeyMarker: string,
  VersionIdMarker: string,
  NextKeyMarker: string,
  NextVersionIdMarker: string,
  Versions: member(list(() => ObjectVersion), { xmlName: 'Version', xmlFlattened: true }),
  DeleteMarkers: member(list(() => DeleteMarkerEntry), { xmlName: 'DeleteMarker', xmlFlattened: true }),
  Name: string,
  Prefix: string,
  Delimiter: string,
  MaxKeys: integer,
  CommonPrefixes: member(list(() => CommonPrefix), { xmlFlattened: true }),
  EncodingType: string,
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
}, 'ListVersionsResult');

export interface ListObjectVersionsRequest {
  Bucket: string;
  Delimiter?: string | undefined;
  EncodingType?: string | undefined;
  KeyMarker?: string | undefined;
  MaxKeys?: number | undefined;
  Prefix?: string | undefined;
  VersionIdMarker?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  RequestPayer?: string | undefined;
  OptionalObjectAttributes?: string[] | undefined;
}
export const ListObjectVersionsRequest: Structure = structure('ListObjectVersionsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Delimiter: member(string, { httpQuery: 'delimiter' }),
  EncodingType: member(string, { httpQuery: 'encoding-type' }),
  KeyMarker: member(string, { httpQuery: 'key-marker' }),
  MaxKeys: member(integer, { httpQuery: 'max-keys' }),
  Prefix: member(string, { httpQuery: 'prefix' }),
  VersionIdMarker: member(string, { httpQuery: 'version-id-marker' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  OptionalObjectAttributes: member(list(string), { httpHeader: 'x-amz-optional-object-attributes' }),
});

export interface ListObjectsOutput {
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
  NextMarker?: string | undefined;
  Contents?: S3Object[] | undefined;
  Name?: string | undefined;
  Prefix?: string | undefined;
  Delimiter?: string | undefined;
  MaxKeys?: number | undefined;
  CommonPrefixes?: CommonPrefix[] | undefined;
  EncodingType?: string | undefined;
  RequestCharged?: string | undefined;
}
export const ListObjectsOutput: Structure = structure('ListObjectsOutput', {
  IsTruncated: boolean,
  Marker: string,
  NextMarker: string,
  Contents: member(list(() => S3Object), { xmlFlattened: true }),
  Name: string,
  Prefix: string,
  Delimiter: string,
  MaxKeys: integer,
  CommonPrefixes: member(list(() => CommonPrefix), { xmlFlattened: true }),
  EncodingType: string,
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
}, 'ListBucketResult');

export interface ListObjectsRequest {
  Bucket: string;
  Delimiter?: string | undefined;
  EncodingType?: string | undefined;
  Marker?: string | undefined;
  MaxKeys?: number | undefined;
  Prefix?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  OptionalObjectAttributes?: string[] | undefined;
}
export const ListObjectsRequest: Structure = structure('ListObjectsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Delimiter: member(string, { httpQuery: 'delimiter' }),
  EncodingType: member(string, { httpQuery: 'encoding-type' }),
  Marker: member(string, { httpQuery: 'marker' }),
  MaxKeys: member(integer, { httpQuery: 'max-keys' }),
  Prefix: member(string, { httpQuery: 'prefix' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  OptionalObjectAttributes: member(list(string), { httpHeader: 'x-amz-optional-object-attributes' }),
});

export interface ListObjectsV2Output {
  IsTruncated?: boolean | undefined;
  Contents?: S3Object[] | undefined;
  Name?: string | undefined;
  Prefix?: string | undefined;
  Delimiter?: string | undefined;
  MaxKeys?: number | undefined;
  CommonPrefixes?: CommonPrefix[] | undefined;
  EncodingType?: string | undefined;
  KeyCount?: number | undefined;
  ContinuationToken?: string | undefined;
  NextContinuationToken?: string | undefined;
  StartAfter?: string | undefined;
  RequestCharged?: string | undefined;
}
export const ListObjectsV2Output: Structure = structure('ListObjectsV2Output', {
  IsTruncated: boolean,
  Contents: member(list(() => S3Object), { xmlFlattened: true }),
  Name: string,
  Prefix: string,
  Delimiter: string,
  MaxKeys: integer,
  CommonPrefixes: member(list(() => CommonPrefix), { xmlFlattened: true }),
  EncodingType: string,
  KeyCount: integer,
  ContinuationToken: string,
  NextContinuationToken: string,
  StartAfter: string,
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
}, 'ListBucketResult');

export interface ListObjectsV2Request {
  Bucket: string;
  Delimiter?: string | undefined;
  EncodingType?: string | undefined;
  MaxKeys?: number | undefined;
  Prefix?: string | undefined;
  ContinuationToken?: string | undefined;
  FetchOwner?: boolean | undefined;
  StartAfter?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  OptionalObjectAttributes?: string[] | undefined;
}
export const ListObjectsV2Request: Structure = structure('ListObjectsV2Request', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Delimiter: member(string, { httpQuery: 'delimiter' }),
  EncodingType: member(string, { httpQuery: 'encoding-type' }),
  MaxKeys: member(integer, { httpQuery: 'max-keys' }),
  Prefix: member(string, { httpQuery: 'prefix' }),
  ContinuationToken: member(string, { httpQuery: 'continuation-token' }),
  FetchOwner: member(boolean, { httpQuery: 'fetch-owner' }),
  StartAfter: member(string, { httpQuery: 'start-after' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  OptionalObjectAttributes: member(list(string), { httpHeader: 'x-amz-optional-object-attributes' }),
});

export interface ListPartsOutput {
  AbortDate?: Date | undefined;
  AbortRuleId?: string | undefined;
  Bucket?: string | undefined;
  Key?: string | undefined;
  UploadId?: string | undefined;
  PartNumberMarker?: string | undefined;
  NextPartNumberMarker?: string | undefined;
  MaxParts?: number | undefined;
  IsTruncated?: boolean | undefined;
  Parts?: Part[] | undefined;
  Initiator?: Initiator | undefined;
  Owner?: Owner | undefined;
  StorageClass?: string | undefined;
  RequestCharged?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ChecksumType?: string | undefined;
}
export const ListPartsOutput: Structure = structure('ListPartsOutput', {
  AbortDate: member(timestamp, { httpHeader: 'x-amz-abort-date' }),
  AbortRuleId: member(string, { httpHeader: 'x-amz-abort-rule-id' }),
  Bucket: string,
  Key: string,
  UploadId: string,
  PartNumberMarker: string,
  NextPartNumberMarker: string,
  MaxParts: integer,
  IsTruncated: boolean,
  Parts: member(list(() => Part), { xmlName: 'Part', xmlFlattened: true }),
  Initiator: () => Initiator,
  Owner: () => Owner,
  StorageClass: string,
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
  ChecksumAlgorithm: string,
  ChecksumType: string,
}, 'ListPartsResult');

export interface ListPartsRequest {
  Bucket: string;
  Key: string;
  UploadId: string;
  MaxParts?: number | undefined;
  PartNumberMarker?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
}
export const ListPartsRequest: Structure = structure('ListPartsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  UploadId: member(string, { required: true, httpQuery: 'uploadId' }),
  MaxParts: member(integer, { httpQuery: 'max-parts' }),
  PartNumberMarker: member(string, { httpQuery: 'part-number-marker' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
});

export interface LocationInfo {
  Type?: string | undefined;
  Name?: string | undefined;
}
export const LocationInfo: Structure = structure('LocationInfo', {
  Type: string,
  Name: string,
});

export interface LoggingEnabled {
  TargetBucket: string;
  TargetPrefix: string;
  TargetGrants?: TargetGrant[] | undefined;
  TargetObjectKeyFormat?: TargetObjectKeyFormat | undefined;
}
export const LoggingEnabled: Structure = structure('LoggingEnabled', {
  TargetBucket: member(string, { required: true }),
  TargetPrefix: member(string, { required: true }),
  TargetGrants: list(() => TargetGrant, 'Grant'),
  TargetObjectKeyFormat: () => TargetObjectKeyFormat,
});

export interface MetadataEntry {
  Name?: string | undefined;
  Value?: string | undefined;
}
export const MetadataEntry: Structure = structure('MetadataEntry', {
  Name: string,
  Value: string,
});

export interface Metrics {
  Status: string;
  EventThreshold?: ReplicationTimeValue | undefined;
}
export const Metrics: Structure = structure('Metrics', {
  Status: member(string, { required: true }),
  EventThreshold: () => ReplicationTimeValue,
});

export interface MultipartUpload {
  UploadId?: string | undefined;
  Key?: string | undefined;
  Initiated?: Date | undefined;
  StorageClass?: string | undefined;
  Owner?: Owner | undefined;
  Initiator?: Initiator | undefined;
  ChecksumAlgorithm?: string | undefined;
  ChecksumType?: string | undefined;
}
export const MultipartUpload: Structure = structure('MultipartUpload', {
  UploadId: string,
  Key: string,
  Initiated: timestamp,
  StorageClass: string,
  Owner: () => Owner,
  Initiator: () => Initiator,
  ChecksumAlgorithm: string,
  ChecksumType: string,
});

export interface NoncurrentVersionExpiration {
  NoncurrentDays?: number | undefined;
  NewerNoncurrentVersions?: number | undefined;
}
export const NoncurrentVersionExpiration: Structure = structure('NoncurrentVersionExpiration', {
  NoncurrentDays: integer,
  NewerNoncurrentVersions: integer,
});

export interface NoncurrentVersionTransition {
  NoncurrentDays?: number | undefined;
  StorageClass?: string | undefined;
  NewerNoncurrentVersions?: number | undefined;
}
export const NoncurrentVersionTransition: Structure = structure('NoncurrentVersionTransition', {
  NoncurrentDays: integer,
  StorageClass: string,
  NewerNoncurrentVersions: integer,
});

export interface NotificationConfiguration {
  TopicConfigurations?: TopicConfiguration[] | undefined;
  QueueConfigurations?: QueueConfiguration[] | undefined;
  LambdaFunctionConfigurations?: LambdaFunctionConfiguration[] | undefined;
  EventBridgeConfiguration?: EventBridgeConfiguration | undefined;
}
export const NotificationConfiguration: Structure = structure('NotificationConfiguration', {
  TopicConfigurations: member(list(() => TopicConfiguration), { xmlName: 'TopicConfiguration', xmlFlattened: true }),
  QueueConfigurations: member(list(() => QueueConfiguration), { xmlName: 'QueueConfiguration', xmlFlattened: true }),
  LambdaFunctionConfigurations: member(list(() => LambdaFunctionConfiguration), { xmlName: 'CloudFunctionConfiguration', xmlFlattened: true }),
  EventBridgeConfiguration: () => EventBridgeConfiguration,
});

export interface NotificationConfigurationFilter {
  Key?: S3KeyFilter | undefined;
}
export const NotificationConfigurationFilter: Structure = structure('NotificationConfigurationFilter', {
  Key: member(() => S3KeyFilter, { xmlName: 'S3Key' }),
});

export interface S3Object {
  Key?: string | undefined;
  LastModified?: Date | undefined;
  ETag?: string | undefined;
  ChecksumAlgorithm?: string[] | undefined;
  ChecksumType?: string | undefined;
  Size?: number | undefined;
  StorageClass?: string | undefined;
  Owner?: Owner | undefined;
  RestoreStatus?: RestoreStatus | undefined;
}
export const S3Object: Structure = structure('Object', {
  Key: string,
  LastModified: timestamp,
  ETag: string,
  ChecksumAlgorithm: member(list(string), { xmlFlattened: true }),
  ChecksumType: string,
  Size: integer,
  StorageClass: string,
  Owner: () => Owner,
  RestoreStatus: () => RestoreStatus,
});

export interface ObjectIdentifier {
  Key: string;
  VersionId?: string | undefined;
  ETag?: string | undefined;
  LastModifiedTime?: Date | undefined;
  Size?: number | undefined;
}
export const ObjectIdentifier: Structure = structure('ObjectIdentifier', {
  Key: member(string, { required: true }),
  VersionId: string,
  ETag: string,
  LastModifiedTime: httpDate,
  Size: integer,
});

export interface ObjectLockConfiguration {
  ObjectLockEnabled?: string | undefined;
  Rule?: ObjectLockRule | undefined;
}
export const ObjectLockConfiguration: Structure = structure('ObjectLockConfiguration', {
  ObjectLockEnabled: string,
  Rule: () => ObjectLockRule,
});

export interface ObjectLockLegalHold {
  Status?: string | undefined;
}
export const ObjectLockLegalHold: Structure = structure('ObjectLockLegalHold', {
  Status: string,
});

export interface ObjectLockRetention {
  Mode?: string | undefined;
  RetainUntilDate?: Date | undefined;
  EventHold?: string | undefined;
  EventHoldDuration?: EventHoldDuration | undefined;
}
export const ObjectLockRetention: Structure = structure('ObjectLockRetention', {
  Mode: string,
  RetainUntilDate: dateTime,
  EventHold: string,
  EventHoldDuration: () => EventHoldDuration,
});

export interface ObjectLockRule {
  DefaultRetention?: DefaultRetention | undefined;
}
export const ObjectLockRule: Structure = structure('ObjectLockRule', {
  DefaultRetention: () => DefaultRetention,
});

export interface ObjectPart {
  PartNumber?: number | undefined;
  Size?: number | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
}
export const ObjectPart: Structure = structure('ObjectPart', {
  PartNumber: integer,
  Size: integer,
  ChecksumCRC32: string,
  ChecksumCRC32C: string,
  ChecksumCRC64NVME: string,
  ChecksumSHA1: string,
  ChecksumSHA256: string,
  ChecksumSHA512: string,
  ChecksumMD5: string,
  ChecksumXXHASH64: string,
  ChecksumXXHASH3: string,
  ChecksumXXHASH128: string,
});

export interface ObjectVersion {
  ETag?: string | undefined;
  ChecksumAlgorithm?: string[] | undefined;
  ChecksumType?: string | undefined;
  Size?: number | undefined;
  StorageClass?: string | undefined;
  Key?: string | undefined;
  VersionId?: string | undefined;
  IsLatest?: boolean | undefined;
  LastModified?: Date | undefined;
  Owner?: Owner | undefined;
  RestoreStatus?: RestoreStatus | undefined;
}
export const ObjectVersion: Structure = structure('ObjectVersion', {
  ETag: string,
  ChecksumAlgorithm: member(list(string), { xmlFlattened: true }),
  ChecksumType: string,
  Size: integer,
  StorageClass: string,
  Key: string,
  VersionId: string,
  IsLatest: boolean,
  LastModified: timestamp,
  Owner: () => Owner,
  RestoreStatus: () => RestoreStatus,
});

export interface OutputLocation {
  S3?: S3Location | undefined;
}
export const OutputLocation: Structure = structure('OutputLocation', {
  S3: () => S3Location,
});

export interface OutputSerialization {
  CSV?: CSVOutput | undefined;
  JSON?: JSONOutput | undefined;
}
export const OutputSerialization: Structure = structure('OutputSerialization', {
  CSV: () => CSVOutput,
  JSON: () => JSONOutput,
});

export interface Owner {
  DisplayName?: string | undefined;
  ID?: string | undefined;
}
export const Owner: Structure = structure('Owner', {
  DisplayName: string,
  ID: string,
});

export interface OwnershipControls {
  Rules: OwnershipControlsRule[];
}
export const OwnershipControls: Structure = structure('OwnershipControls', {
  Rules: member(list(() => OwnershipControlsRule), { required: true, xmlName: 'Rule', xmlFlattened: true }),
});

export interface OwnershipControlsRule {
  ObjectOwnership: string;
}
export const OwnershipControlsRule: Structure = structure('OwnershipControlsRule', {
  ObjectOwnership: member(string, { required: true }),
});

export interface ParquetInput {
}
export const ParquetInput: Structure = structure('ParquetInput', {
});

export interface Part {
  PartNumber?: number | undefined;
  LastModified?: Date | undefined;
  ETag?: string | undefined;
  Size?: number | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
}
export const Part: Structure = structure('Part', {
  PartNumber: integer,
  LastModified: timestamp,
  ETag: string,
  Size: integer,
  ChecksumCRC32: string,
  ChecksumCRC32C: string,
  ChecksumCRC64NVME: string,
  ChecksumSHA1: string,
  ChecksumSHA256: string,
  ChecksumSHA512: string,
  ChecksumMD5: string,
  ChecksumXXHASH64: string,
  ChecksumXXHASH3: string,
  ChecksumXXHASH128: string,
});

export interface PartitionedPrefix {
  PartitionDateSource?: string | undefined;
}
export const PartitionedPrefix: Structure = structure('PartitionedPrefix', {
  PartitionDateSource: string,
}, 'PartitionedPrefix');

export interface PolicyStatus {
  IsPublic?: boolean | undefined;
}
export const PolicyStatus: Structure = structure('PolicyStatus', {
  IsPublic: member(boolean, { xmlName: 'IsPublic' }),
});

export interface PublicAccessBlockConfiguration {
  BlockPublicAcls?: boolean | undefined;
  IgnorePublicAcls?: boolean | undefined;
  BlockPublicPolicy?: boolean | undefined;
  RestrictPublicBuckets?: boolean | undefined;
}
export const PublicAccessBlockConfiguration: Structure = structure('PublicAccessBlockConfiguration', {
  BlockPublicAcls: member(boolean, { xmlName: 'BlockPublicAcls' }),
  IgnorePublicAcls: member(boolean, { xmlName: 'IgnorePublicAcls' }),
  BlockPublicPolicy: member(boolean, { xmlName: 'BlockPublicPolicy' }),
  RestrictPublicBuckets: member(boolean, { xmlName: 'RestrictPublicBuckets' }),
});

export interface PutBucketAclRequest {
  Bucket: string;
  ACL?: string | undefined;
  AccessControlPolicy?: AccessControlPolicy | undefined;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  GrantFullControl?: string | undefined;
  GrantRead?: string | undefined;
  GrantReadACP?: string | undefined;
  GrantWrite?: string | undefined;
  GrantWriteACP?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutBucketAclRequest: Structure = structure('PutBucketAclRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ACL: member(string, { httpHeader: 'x-amz-acl' }),
  AccessControlPolicy: member(() => AccessControlPolicy, { xmlName: 'AccessControlPolicy', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  GrantFullControl: member(string, { httpHeader: 'x-amz-grant-full-control' }),
  GrantRead: member(string, { httpHeader: 'x-amz-grant-read' }),
  GrantReadACP: member(string, { httpHeader: 'x-amz-grant-read-acp' }),
  GrantWrite: member(string, { httpHeader: 'x-amz-grant-write' }),
  GrantWriteACP: member(string, { httpHeader: 'x-amz-grant-write-acp' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutBucketCorsRequest {
  Bucket: string;
  CORSConfiguration: CORSConfiguration;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutBucketCorsRequest: Structure = structure('PutBucketCorsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  CORSConfiguration: member(() => CORSConfiguration, { required: true, xmlName: 'CORSConfiguration', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutBucketEncryptionRequest {
  Bucket: string;
  ServerSideEncryptionConfiguration: ServerSideEncryptionConfiguration;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutBucketEncryptionRequest: Structure = structure('PutBucketEncryptionRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ServerSideEncryptionConfiguration: member(() => ServerSideEncryptionConfiguration, { required: true, xmlName: 'ServerSideEncryptionConfiguration', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutBucketNotificationConfigurationRequest {
  Bucket: string;
  NotificationConfiguration: NotificationConfiguration;
  ExpectedBucketOwner?: string | undefined;
  SkipDestinationValidation?: boolean | undefined;
}
export const PutBucketNotificationConfigurationRequest: Structure = structure('PutBucketNotificationConfigurationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  NotificationConfiguration: member(() => NotificationConfiguration, { required: true, xmlName: 'NotificationConfiguration', httpPayload: true }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  SkipDestinationValidation: member(boolean, { httpHeader: 'x-amz-skip-destination-validation' }),
});

export interface PutBucketOwnershipControlsRequest {
  Bucket: string;
  OwnershipControls: OwnershipControls;
  ContentMD5?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
}
export const PutBucketOwnershipControlsRequest: Structure = structure('PutBucketOwnershipControlsRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  OwnershipControls: member(() => OwnershipControls, { required: true, xmlName: 'OwnershipControls', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
});

export interface PutBucketPolicyRequest {
  Bucket: string;
  Policy: string;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ConfirmRemoveSelfBucketAccess?: boolean | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutBucketPolicyRequest: Structure = structure('PutBucketPolicyRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Policy: member(string, { required: true, httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ConfirmRemoveSelfBucketAccess: member(boolean, { httpHeader: 'x-amz-confirm-remove-self-bucket-access' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutBucketTaggingRequest {
  Bucket: string;
  Tagging: Tagging;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutBucketTaggingRequest: Structure = structure('PutBucketTaggingRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Tagging: member(() => Tagging, { required: true, xmlName: 'Tagging', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutBucketVersioningRequest {
  Bucket: string;
  VersioningConfiguration: VersioningConfiguration;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  MFA?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutBucketVersioningRequest: Structure = structure('PutBucketVersioningRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  VersioningConfiguration: member(() => VersioningConfiguration, { required: true, xmlName: 'VersioningConfiguration', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  MFA: member(string, { httpHeader: 'x-amz-mfa' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutObjectAclOutput {
  RequestCharged?: string | undefined;
}
export const PutObjectAclOutput: Structure = structure('PutObjectAclOutput', {
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface PutObjectAclRequest {
  Bucket: string;
  Key: string;
  ACL?: string | undefined;
  AccessControlPolicy?: AccessControlPolicy | undefined;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  GrantFullControl?: string | undefined;
  GrantRead?: string | undefined;
  GrantReadACP?: string | undefined;
  GrantWrite?: string | undefined;
  GrantWriteACP?: string | undefined;
  RequestPayer?: string | undefined;
  VersionId?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutObjectAclRequest: Structure = structure('PutObjectAclRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  ACL: member(string, { httpHeader: 'x-amz-acl' }),
  AccessControlPolicy: member(() => AccessControlPolicy, { xmlName: 'AccessControlPolicy', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  GrantFullControl: member(string, { httpHeader: 'x-amz-grant-full-control' }),
  GrantRead: member(string, { httpHeader: 'x-amz-grant-read' }),
  GrantReadACP: member(string, { httpHeader: 'x-amz-grant-read-acp' }),
  GrantWrite: member(string, { httpHeader: 'x-amz-grant-write' }),
  GrantWriteACP: member(string, { httpHeader: 'x-amz-grant-write-acp' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutObjectLegalHoldOutput {
  RequestCharged?: string | undefined;
}
export const PutObjectLegalHoldOutput: Structure = structure('PutObjectLegalHoldOutput', {
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface PutObjectLegalHoldRequest {
  Bucket: string;
  Key: string;
  LegalHold?: ObjectLockLegalHold | undefined;
  RequestPayer?: string | undefined;
  VersionId?: string | undefined;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutObjectLegalHoldRequest: Structure = structure('PutObjectLegalHoldRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  LegalHold: member(() => ObjectLockLegalHold, { xmlName: 'LegalHold', httpPayload: true }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutObjectLockConfigurationOutput {
  RequestCharged?: string | undefined;
}
export const PutObjectLockConfigurationOutput: Structure = structure('PutObjectLockConfigurationOutput', {
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface PutObjectLockConfigurationRequest {
  Bucket: string;
  ObjectLockConfiguration?: ObjectLockConfiguration | undefined;
  RequestPayer?: string | undefined;
  Token?: string | undefined;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutObjectLockConfigurationRequest: Structure = structure('PutObjectLockConfigurationRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  ObjectLockConfiguration: member(() => ObjectLockConfiguration, { xmlName: 'ObjectLockConfiguration', httpPayload: true }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  Token: member(string, { httpHeader: 'x-amz-bucket-object-lock-token' }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutObjectOutput {
  Expiration?: string | undefined;
  ETag?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  ChecksumType?: string | undefined;
  ServerSideEncryption?: string | undefined;
  VersionId?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  SSEKMSEncryptionContext?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  Size?: number | undefined;
  RequestCharged?: string | undefined;
}
export const PutObjectOutput: Structure = structure('PutObjectOutput', {
  Expiration: member(string, { httpHeader: 'x-amz-expiration' }),
  ETag: member(string, { httpHeader: 'ETag' }),
  ChecksumCRC32: member(string, { httpHeader: 'x-amz-checksum-crc32' }),
  ChecksumCRC32C: member(string, { httpHeader: 'x-amz-checksum-crc32c' }),
  ChecksumCRC64NVME: member(string, { httpHeader: 'x-amz-checksum-crc64nvme' }),
  ChecksumSHA1: member(string, { httpHeader: 'x-amz-checksum-sha1' }),
  ChecksumSHA256: member(string, { httpHeader: 'x-amz-checksum-sha256' }),
  ChecksumSHA512: member(string, { httpHeader: 'x-amz-checksum-sha512' }),
  ChecksumMD5: member(string, { httpHeader: 'x-amz-checksum-md5' }),
  ChecksumXXHASH64: member(string, { httpHeader: 'x-amz-checksum-xxhash64' }),
  ChecksumXXHASH3: member(string, { httpHeader: 'x-amz-checksum-xxhash3' }),
  ChecksumXXHASH128: member(string, { httpHeader: 'x-amz-checksum-xxhash128' }),
  ChecksumType: member(string, { httpHeader: 'x-amz-checksum-type' }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  SSEKMSEncryptionContext: member(string, { httpHeader: 'x-amz-server-side-encryption-context' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  Size: member(integer, { httpHeader: 'x-amz-object-size' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface PutObjectRequest {
  Bucket: string;
  Key: string;
  ACL?: string | undefined;
  Body?: StoredBody | undefined;
  CacheControl?: string | undefined;
  ContentDisposition?: string | undefined;
  ContentEncoding?: string | undefined;
  ContentLanguage?: string | undefined;
  ContentLength?: number | undefined;
  ContentMD5?: string | undefined;
  ContentType?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  Expires?: string | undefined;
  IfMatch?: string | undefined;
  IfNoneMatch?: string | undefined;
  GrantFullControl?: string | undefined;
  GrantRead?: string | undefined;
  GrantReadACP?: string | undefined;
  GrantWriteACP?: string | undefined;
  WriteOffsetBytes?: number | undefined;
  Metadata?: Record<string, string> | undefined;
  ServerSideEncryption?: string | undefined;
  StorageClass?: string | undefined;
  WebsiteRedirectLocation?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  SSEKMSEncryptionContext?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  RequestPayer?: string | undefined;
  Tagging?: string | undefined;
  ObjectLockMode?: string | undefined;
  ObjectLockRetainUntilDate?: Date | undefined;
  ObjectLockLegalHoldStatus?: string | undefined;
  ObjectLockEventHold?: string | undefined;
  ObjectLockEventHoldDurationDays?: number | undefined;
  ObjectLockEventHoldDurationYears?: number | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutObjectRequest: Structure = structure('PutObjectRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  ACL: member(string, { httpHeader: 'x-amz-acl' }),
  Body: member(body, { httpPayload: true }),
  CacheControl: member(string, { httpHeader: 'Cache-Control' }),
  ContentDisposition: member(string, { httpHeader: 'Content-Disposition' }),
  ContentEncoding: member(string, { httpHeader: 'Content-Encoding' }),
  ContentLanguage: member(string, { httpHeader: 'Content-Language' }),
  ContentLength: member(integer, { httpHeader: 'Content-Length' }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ContentType: member(string, { httpHeader: 'Content-Type' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ChecksumCRC32: member(string, { httpHeader: 'x-amz-checksum-crc32' }),
  ChecksumCRC32C: member(string, { httpHeader: 'x-amz-checksum-crc32c' }),
  ChecksumCRC64NVME: member(string, { httpHeader: 'x-amz-checksum-crc64nvme' }),
  ChecksumSHA1: member(string, { httpHeader: 'x-amz-checksum-sha1' }),
  ChecksumSHA256: member(string, { httpHeader: 'x-amz-checksum-sha256' }),
  ChecksumSHA512: member(string, { httpHeader: 'x-amz-checksum-sha512' }),
  ChecksumMD5: member(string, { httpHeader: 'x-amz-checksum-md5' }),
  ChecksumXXHASH64: member(string, { httpHeader: 'x-amz-checksum-xxhash64' }),
  ChecksumXXHASH3: member(string, { httpHeader: 'x-amz-checksum-xxhash3' }),
  ChecksumXXHASH128: member(string, { httpHeader: 'x-amz-checksum-xxhash128' }),
  Expires: member(string, { httpHeader: 'Expires' }),
  IfMatch: member(string, { httpHeader: 'If-Match' }),
  IfNoneMatch: member(string, { httpHeader: 'If-None-Match' }),
  GrantFullControl: member(string, { httpHeader: 'x-amz-grant-full-control' }),
  GrantRead: member(string, { httpHeader: 'x-amz-grant-read' }),
  GrantReadACP: member(string, { httpHeader: 'x-amz-grant-read-acp' }),
  GrantWriteACP: member(string, { httpHeader: 'x-amz-grant-write-acp' }),
  WriteOffsetBytes: member(integer, { httpHeader: 'x-amz-write-offset-bytes' }),
  Metadata: member(map(string), { httpPrefixHeaders: 'x-amz-meta-' }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  StorageClass: member(string, { httpHeader: 'x-amz-storage-class' }),
  WebsiteRedirectLocation: member(string, { httpHeader: 'x-amz-website-redirect-location' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  SSEKMSEncryptionContext: member(string, { httpHeader: 'x-amz-server-side-encryption-context' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  Tagging: member(string, { httpHeader: 'x-amz-tagging' }),
  ObjectLockMode: member(string, { httpHeader: 'x-amz-object-lock-mode' }),
  ObjectLockRetainUntilDate: member(dateTime, { httpHeader: 'x-amz-object-lock-retain-until-date' }),
  ObjectLockLegalHoldStatus: member(string, { httpHeader: 'x-amz-object-lock-legal-hold' }),
  ObjectLockEventHold: member(string, { httpHeader: 'x-amz-object-lock-event-hold' }),
  ObjectLockEventHoldDurationDays: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-days' }),
  ObjectLockEventHoldDurationYears: member(integer, { httpHeader: 'x-amz-object-lock-event-hold-duration-years' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutObjectRetentionOutput {
  RequestCharged?: string | undefined;
}
export const PutObjectRetentionOutput: Structure = structure('PutObjectRetentionOutput', {
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface PutObjectRetentionRequest {
  Bucket: string;
  Key: string;
  Retention?: ObjectLockRetention | undefined;
  RequestPayer?: string | undefined;
  VersionId?: string | undefined;
  BypassGovernanceRetention?: boolean | undefined;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutObjectRetentionRequest: Structure = structure('PutObjectRetentionRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  Retention: member(() => ObjectLockRetention, { xmlName: 'Retention', httpPayload: true }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  BypassGovernanceRetention: member(boolean, { httpHeader: 'x-amz-bypass-governance-retention' }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface PutObjectTaggingOutput {
  VersionId?: string | undefined;
}
export const PutObjectTaggingOutput: Structure = structure('PutObjectTaggingOutput', {
  VersionId: member(string, { httpHeader: 'x-amz-version-id' }),
});

export interface PutObjectTaggingRequest {
  Bucket: string;
  Key: string;
  Tagging: Tagging;
  VersionId?: string | undefined;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  RequestPayer?: string | undefined;
}
export const PutObjectTaggingRequest: Structure = structure('PutObjectTaggingRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  Tagging: member(() => Tagging, { required: true, xmlName: 'Tagging', httpPayload: true }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
});

export interface PutPublicAccessBlockRequest {
  Bucket: string;
  PublicAccessBlockConfiguration: PublicAccessBlockConfiguration;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const PutPublicAccessBlockRequest: Structure = structure('PutPublicAccessBlockRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  PublicAccessBlockConfiguration: member(() => PublicAccessBlockConfiguration, { required: true, xmlName: 'PublicAccessBlockConfiguration', httpPayload: true }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface QueueConfiguration {
  Id?: string | undefined;
  QueueArn: string;
  Events: string[];
  Filter?: NotificationConfigurationFilter | undefined;
}
export const QueueConfiguration: Structure = structure('QueueConfiguration', {
  Id: string,
  QueueArn: member(string, { required: true, xmlName: 'Queue' }),
  Events: member(list(string), { required: true, xmlName: 'Event', xmlFlattened: true }),
  Filter: () => NotificationConfigurationFilter,
});

export interface Redirect {
  HostName?: string | undefined;
  HttpRedirectCode?: string | undefined;
  Protocol?: string | undefined;
  ReplaceKeyPrefixWith?: string | undefined;
  ReplaceKeyWith?: string | undefined;
}
export const Redirect: Structure = structure('Redirect', {
  HostName: string,
  HttpRedirectCode: string,
  Protocol: string,
  ReplaceKeyPrefixWith: string,
  ReplaceKeyWith: string,
});

export interface RedirectAllRequestsTo {
  HostName: string;
  Protocol?: string | undefined;
}
export const RedirectAllRequestsTo: Structure = structure('RedirectAllRequestsTo', {
  HostName: member(string, { required: true }),
  Protocol: string,
});

export interface ReplicaModifications {
  Status: string;
}
export const ReplicaModifications: Structure = structure('ReplicaModifications', {
  Status: member(string, { required: true }),
});

export interface ReplicationConfiguration {
  Role: string;
  Rules: ReplicationRule[];
}
export const ReplicationConfiguration: Structure = structure('ReplicationConfiguration', {
  Role: member(string, { required: true }),
  Rules: member(list(() => ReplicationRule), { required: true, xmlName: 'Rule', xmlFlattened: true }),
});

export interface ReplicationRule {
  Status: string;
  Destination: Destination;
  ID?: string | undefined;
  Priority?: number | undefined;
  Prefix?: string | undefined;
  Filter?: ReplicationRuleFilter | undefined;
  SourceSelectionCriteria?: SourceSelectionCriteria | undefined;
  ExistingObjectReplication?: ExistingObjectReplication | undefined;
  DeleteMarkerReplication?: DeleteMarkerReplication | undefined;
}
export const ReplicationRule: Structure = structure('ReplicationRule', {
  Status: member(string, { required: true }),
  Destination: member(() => Destination, { required: true }),
  ID: string,
  Priority: integer,
  Prefix: string,
  Filter: () => ReplicationRuleFilter,
  SourceSelectionCriteria: () => SourceSelectionCriteria,
  ExistingObjectReplication: () => ExistingObjectReplication,
  DeleteMarkerReplication: () => DeleteMarkerReplication,
});

export interface ReplicationRuleAndOperator {
  Prefix?: string | undefined;
  Tags?: Tag[] | undefined;
}
export const ReplicationRuleAndOperator: Structure = structure('ReplicationRuleAndOperator', {
  Prefix: string,
  Tags: member(list(() => Tag, 'Tag'), { xmlName: 'Tag', xmlFlattened: true }),
});

export interface ReplicationRuleFilter {
  Prefix?: string | undefined;
  Tag?: Tag | undefined;
  And?: ReplicationRuleAndOperator | undefined;
}
export const ReplicationRuleFilter: Structure = structure('ReplicationRuleFilter', {
  Prefix: string,
  Tag: () => Tag,
  And: () => ReplicationRuleAndOperator,
});

export interface ReplicationTime {
  Status: string;
  Time: ReplicationTimeValue;
}
export const ReplicationTime: Structure = structure('ReplicationTime', {
  Status: member(string, { required: true }),
  Time: member(() => ReplicationTimeValue, { required: true }),
});

export interface ReplicationTimeValue {
  Minutes?: number | undefined;
}
export const ReplicationTimeValue: Structure = structure('ReplicationTimeValue', {
  Minutes: integer,
});

export interface RestoreObjectOutput {
  RequestCharged?: string | undefined;
  RestoreOutputPath?: string | undefined;
}
export const RestoreObjectOutput: Structure = structure('RestoreObjectOutput', {
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
  RestoreOutputPath: member(string, { httpHeader: 'x-amz-restore-output-path' }),
});

export interface RestoreObjectRequest {
  Bucket: string;
  Key: string;
  VersionId?: string | undefined;
  RestoreRequest?: RestoreRequest | undefined;
  RequestPayer?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const RestoreObjectRequest: Structure = structure('RestoreObjectRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  VersionId: member(string, { httpQuery: 'versionId' }),
  RestoreRequest: member(() => RestoreRequest, { xmlName: 'RestoreRequest', httpPayload: true }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface RestoreRequest {
  Days?: number | undefined;
  GlacierJobParameters?: GlacierJobParameters | undefined;
  Type?: string | undefined;
  Tier?: string | undefined;
  Description?: string | undefined;
  SelectParameters?: SelectParameters | undefined;
  OutputLocation?: OutputLocation | undefined;
}
export const RestoreRequest: Structure = structure('RestoreRequest', {
  Days: integer,
  GlacierJobParameters: () => GlacierJobParameters,
  Type: string,
  Tier: string,
  Description: string,
  SelectParameters: () => SelectParameters,
  OutputLocation: () => OutputLocation,
});

export interface RestoreStatus {
  IsRestoreInProgress?: boolean | undefined;
  RestoreExpiryDate?: Date | undefined;
}
export const RestoreStatus: Structure = structure('RestoreStatus', {
  IsRestoreInProgress: boolean,
  RestoreExpiryDate: timestamp,
});

export interface RoutingRule {
  Redirect: Redirect;
  Condition?: Condition | undefined;
}
export const RoutingRule: Structure = structure('RoutingRule', {
  Redirect: member(() => Redirect, { required: true }),
  Condition: () => Condition,
});

export interface S3KeyFilter {
  FilterRules?: FilterRule[] | undefined;
}
export const S3KeyFilter: Structure = structure('S3KeyFilter', {
  FilterRules: member(list(() => FilterRule), { xmlName: 'FilterRule', xmlFlattened: true }),
});

export interface S3Location {
  BucketName: string;
  Prefix: string;
  Encryption?: Encryption | undefined;
  CannedACL?: string | undefined;
  AccessControlList?: Grant[] | undefined;
  Tagging?: Tagging | undefined;
  UserMetadata?: MetadataEntry[] | undefined;
  StorageClass?: string | undefined;
}
export const S3Location: Structure = structure('S3Location', {
  BucketName: member(string, { required: true }),
  Prefix: member(string, { required: true }),
  Encryption: () => Encryption,
  CannedACL: string,
  AccessControlList: list(() => Grant, 'Grant'),
  Tagging: () => Tagging,
  UserMetadata: list(() => MetadataEntry, 'MetadataEntry'),
  StorageClass: string,
});

export interface SelectParameters {
  InputSerialization: InputSerialization;
  ExpressionType: string;
  Expression: string;
  OutputSerialization: OutputSerialization;
}
export const SelectParameters: Structure = structure('SelectParameters', {
  InputSerialization: member(() => InputSerialization, { required: true }),
  ExpressionType: member(string, { required: true }),
  Expression: member(string, { required: true }),
  OutputSerialization: member(() => OutputSerialization, { required: true }),
});

export interface ServerSideEncryptionByDefault {
  SSEAlgorithm: string;
  KMSMasterKeyID?: string | undefined;
}
export const ServerSideEncryptionByDefault: Structure = structure('ServerSideEncryptionByDefault', {
  SSEAlgorithm: member(string, { required: true }),
  KMSMasterKeyID: string,
});

export interface ServerSideEncryptionConfiguration {
  Rules: ServerSideEncryptionRule[];
}
export const ServerSideEncryptionConfiguration: Structure = structure('ServerSideEncryptionConfiguration', {
  Rules: member(list(() => ServerSideEncryptionRule), { required: true, xmlName: 'Rule', xmlFlattened: true }),
});

export interface ServerSideEncryptionRule {
  ApplyServerSideEncryptionByDefault?: ServerSideEncryptionByDefault | undefined;
  BucketKeyEnabled?: boolean | undefined;
  BlockedEncryptionTypes?: BlockedEncryptionTypes | undefined;
}
export const ServerSideEncryptionRule: Structure = structure('ServerSideEncryptionRule', {
  ApplyServerSideEncryptionByDefault: () => ServerSideEncryptionByDefault,
  BucketKeyEnabled: boolean,
  BlockedEncryptionTypes: () => BlockedEncryptionTypes,
});

export interface SimplePrefix {
}
export const SimplePrefix: Structure = structure('SimplePrefix', {
}, 'SimplePrefix');

export interface SourceSelectionCriteria {
  SseKmsEncryptedObjects?: SseKmsEncryptedObjects | undefined;
  ReplicaModifications?: ReplicaModifications | undefined;
}
export const SourceSelectionCriteria: Structure = structure('SourceSelectionCriteria', {
  SseKmsEncryptedObjects: () => SseKmsEncryptedObjects,
  ReplicaModifications: () => ReplicaModifications,
});

export interface SseKmsEncryptedObjects {
  Status: string;
}
export const SseKmsEncryptedObjects: Structure = structure('SseKmsEncryptedObjects', {
  Status: member(string, { required: true }),
});

export interface Tag {
  Key: string;
  Value: string;
}
export const Tag: Structure = structure('Tag', {
  Key: member(string, { required: true }),
  Value: member(string, { required: true }),
});

export interface Tagging {
  TagSet: Tag[];
}
export const Tagging: Structure = structure('Tagging', {
  TagSet: member(list(() => Tag, 'Tag'), { required: true }),
});

export interface TargetGrant {
  Grantee?: Grantee | undefined;
  Permission?: string | undefined;
}
export const TargetGrant: Structure = structure('TargetGrant', {
  Grantee: member(() => Grantee, { xmlNamespace: ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'] }),
  Permission: string,
});

export interface TargetObjectKeyFormat {
  SimplePrefix?: SimplePrefix | undefined;
  PartitionedPrefix?: PartitionedPrefix | undefined;
}
export const TargetObjectKeyFormat: Structure = structure('TargetObjectKeyFormat', {
  SimplePrefix: member(() => SimplePrefix, { xmlName: 'SimplePrefix' }),
  PartitionedPrefix: member(() => PartitionedPrefix, { xmlName: 'PartitionedPrefix' }),
});

export interface TopicConfiguration {
  Id?: string | undefined;
  TopicArn: string;
  Events: string[];
  Filter?: NotificationConfigurationFilter | undefined;
}
export const TopicConfiguration: Structure = structure('TopicConfiguration', {
  Id: string,
  TopicArn: member(string, { required: true, xmlName: 'Topic' }),
  Events: member(list(string), { required: true, xmlName: 'Event', xmlFlattened: true }),
  Filter: () => NotificationConfigurationFilter,
});

export interface Transition {
  Date?: Date | undefined;
  Days?: number | undefined;
  StorageClass?: string | undefined;
}
export const Transition: Structure = structure('Transition', {
  Date: dateTime,
  Days: integer,
  StorageClass: string,
});

export interface UploadPartCopyOutput {
  CopySourceVersionId?: string | undefined;
  CopyPartResult?: CopyPartResult | undefined;
  ServerSideEncryption?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  RequestCharged?: string | undefined;
}
export const UploadPartCopyOutput: Structure = structure('UploadPartCopyOutput', {
  CopySourceVersionId: member(string, { httpHeader: 'x-amz-copy-source-version-id' }),
  CopyPartResult: member(() => CopyPartResult, { httpPayload: true }),
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface UploadPartCopyRequest {
  Bucket: string;
  CopySource: string;
  Key: string;
  PartNumber: number;
  UploadId: string;
  CopySourceIfMatch?: string | undefined;
  CopySourceIfModifiedSince?: Date | undefined;
  CopySourceIfNoneMatch?: string | undefined;
  CopySourceIfUnmodifiedSince?: Date | undefined;
  CopySourceRange?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  CopySourceSSECustomerAlgorithm?: string | undefined;
  CopySourceSSECustomerKey?: string | undefined;
  CopySourceSSECustomerKeyMD5?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
  ExpectedSourceBucketOwner?: string | undefined;
}
export const UploadPartCopyRequest: Structure = structure('UploadPartCopyRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  CopySource: member(string, { required: true, httpHeader: 'x-amz-copy-source' }),
  Key: member(string, { required: true, httpLabel: true }),
  PartNumber: member(integer, { required: true, httpQuery: 'partNumber' }),
  UploadId: member(string, { required: true, httpQuery: 'uploadId' }),
  CopySourceIfMatch: member(string, { httpHeader: 'x-amz-copy-source-if-match' }),
  CopySourceIfModifiedSince: member(timestamp, { httpHeader: 'x-amz-copy-source-if-modified-since' }),
  CopySourceIfNoneMatch: member(string, { httpHeader: 'x-amz-copy-source-if-none-match' }),
  CopySourceIfUnmodifiedSince: member(timestamp, { httpHeader: 'x-amz-copy-source-if-unmodified-since' }),
  CopySourceRange: member(string, { httpHeader: 'x-amz-copy-source-range' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  CopySourceSSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-copy-source-server-side-encryption-customer-algorithm' }),
  CopySourceSSECustomerKey: member(string, { httpHeader: 'x-amz-copy-source-server-side-encryption-customer-key' }),
  CopySourceSSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-copy-source-server-side-encryption-customer-key-MD5' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
  ExpectedSourceBucketOwner: member(string, { httpHeader: 'x-amz-source-expected-bucket-owner' }),
});

export interface UploadPartOutput {
  ServerSideEncryption?: string | undefined;
  ETag?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  SSEKMSKeyId?: string | undefined;
  BucketKeyEnabled?: boolean | undefined;
  RequestCharged?: string | undefined;
}
export const UploadPartOutput: Structure = structure('UploadPartOutput', {
  ServerSideEncryption: member(string, { httpHeader: 'x-amz-server-side-encryption' }),
  ETag: member(string, { httpHeader: 'ETag' }),
  ChecksumCRC32: member(string, { httpHeader: 'x-amz-checksum-crc32' }),
  ChecksumCRC32C: member(string, { httpHeader: 'x-amz-checksum-crc32c' }),
  ChecksumCRC64NVME: member(string, { httpHeader: 'x-amz-checksum-crc64nvme' }),
  ChecksumSHA1: member(string, { httpHeader: 'x-amz-checksum-sha1' }),
  ChecksumSHA256: member(string, { httpHeader: 'x-amz-checksum-sha256' }),
  ChecksumSHA512: member(string, { httpHeader: 'x-amz-checksum-sha512' }),
  ChecksumMD5: member(string, { httpHeader: 'x-amz-checksum-md5' }),
  ChecksumXXHASH64: member(string, { httpHeader: 'x-amz-checksum-xxhash64' }),
  ChecksumXXHASH3: member(string, { httpHeader: 'x-amz-checksum-xxhash3' }),
  ChecksumXXHASH128: member(string, { httpHeader: 'x-amz-checksum-xxhash128' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  SSEKMSKeyId: member(string, { httpHeader: 'x-amz-server-side-encryption-aws-kms-key-id' }),
  BucketKeyEnabled: member(boolean, { httpHeader: 'x-amz-server-side-encryption-bucket-key-enabled' }),
  RequestCharged: member(string, { httpHeader: 'x-amz-request-charged' }),
});

export interface UploadPartRequest {
  Bucket: string;
  Key: string;
  PartNumber: number;
  UploadId: string;
  Body?: StoredBody | undefined;
  ContentLength?: number | undefined;
  ContentMD5?: string | undefined;
  ChecksumAlgorithm?: string | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumCRC32C?: string | undefined;
  ChecksumCRC64NVME?: string | undefined;
  ChecksumSHA1?: string | undefined;
  ChecksumSHA256?: string | undefined;
  ChecksumSHA512?: string | undefined;
  ChecksumMD5?: string | undefined;
  ChecksumXXHASH64?: string | undefined;
  ChecksumXXHASH3?: string | undefined;
  ChecksumXXHASH128?: string | undefined;
  SSECustomerAlgorithm?: string | undefined;
  SSECustomerKey?: string | undefined;
  SSECustomerKeyMD5?: string | undefined;
  RequestPayer?: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}
export const UploadPartRequest: Structure = structure('UploadPartRequest', {
  Bucket: member(string, { required: true, httpLabel: true }),
  Key: member(string, { required: true, httpLabel: true }),
  PartNumber: member(integer, { required: true, httpQuery: 'partNumber' }),
  UploadId: member(string, { required: true, httpQuery: 'uploadId' }),
  Body: member(body, { httpPayload: true }),
  ContentLength: member(integer, { httpHeader: 'Content-Length' }),
  ContentMD5: member(string, { httpHeader: 'Content-MD5' }),
  ChecksumAlgorithm: member(string, { httpHeader: 'x-amz-sdk-checksum-algorithm' }),
  ChecksumCRC32: member(string, { httpHeader: 'x-amz-checksum-crc32' }),
  ChecksumCRC32C: member(string, { httpHeader: 'x-amz-checksum-crc32c' }),
  ChecksumCRC64NVME: member(string, { httpHeader: 'x-amz-checksum-crc64nvme' }),
  ChecksumSHA1: member(string, { httpHeader: 'x-amz-checksum-sha1' }),
  ChecksumSHA256: member(string, { httpHeader: 'x-amz-checksum-sha256' }),
  ChecksumSHA512: member(string, { httpHeader: 'x-amz-checksum-sha512' }),
  ChecksumMD5: member(string, { httpHeader: 'x-amz-checksum-md5' }),
  ChecksumXXHASH64: member(string, { httpHeader: 'x-amz-checksum-xxhash64' }),
  ChecksumXXHASH3: member(string, { httpHeader: 'x-amz-checksum-xxhash3' }),
  ChecksumXXHASH128: member(string, { httpHeader: 'x-amz-checksum-xxhash128' }),
  SSECustomerAlgorithm: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-algorithm' }),
  SSECustomerKey: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key' }),
  SSECustomerKeyMD5: member(string, { httpHeader: 'x-amz-server-side-encryption-customer-key-MD5' }),
  RequestPayer: member(string, { httpHeader: 'x-amz-request-payer' }),
  ExpectedBucketOwner: member(string, { httpHeader: 'x-amz-expected-bucket-owner' }),
});

export interface VersioningConfiguration {
  MFADelete?: string | undefined;
  Status?: string | undefined;
}
export const VersioningConfiguration: Structure = structure('VersioningConfiguration', {
  MFADelete: member(string, { xmlName: 'MfaDelete' }),
  Status: string,
});

export interface Operations {
  AbortMultipartUpload: { input: AbortMultipartUploadRequest; output: AbortMultipartUploadOutput };
  CompleteMultipartUpload: { input: CompleteMultipartUploadRequest; output: CompleteMultipartUploadOutput };
  CopyObject: { input: CopyObjectRequest; output: CopyObjectOutput };
  CreateBucket: { input: CreateBucketRequest; output: CreateBucketOutput };
  CreateMultipartUpload: { input: CreateMultipartUploadRequest; output: CreateMultipartUploadOutput };
  DeleteBucket: { input: DeleteBucketRequest; output: Unit };
  DeleteBucketCors: { input: DeleteBucketCorsRequest; output: Unit };
  DeleteBucketEncryption: { input: DeleteBucketEncryptionRequest; output: Unit };
  DeleteBucketOwnershipControls: { input: DeleteBucketOwnershipControlsRequest; output: Unit };
  DeleteBucketPolicy: { input: DeleteBucketPolicyRequest; output: Unit };
  DeleteBucketTagging: { input: DeleteBucketTaggingRequest; output: Unit };
  DeleteObject: { input: DeleteObjectRequest; output: DeleteObjectOutput };
  DeleteObjectTagging: { input: DeleteObjectTaggingRequest; output: DeleteObjectTaggingOutput };
  DeleteObjects: { input: DeleteObjectsRequest; output: DeleteObjectsOutput };
  DeletePublicAccessBlock: { input: DeletePublicAccessBlockRequest; output: Unit };
  GetBucketAccelerateConfiguration: { input: GetBucketAccelerateConfigurationRequest; output: GetBucketAccelerateConfigurationOutput };
  GetBucketAcl: { input: GetBucketAclRequest; output: GetBucketAclOutput };
  GetBucketCors: { input: GetBucketCorsRequest; output: GetBucketCorsOutput };
  GetBucketEncryption: { input: GetBucketEncryptionRequest; output: GetBucketEncryptionOutput };
  GetBucketLifecycleConfiguration: { input: GetBucketLifecycleConfigurationRequest; output: GetBucketLifecycleConfigurationOutput };
  GetBucketLocation: { input: GetBucketLocationRequest; output: GetBucketLocationOutput };
  GetBucketLogging: { input: GetBucketLoggingRequest; output: GetBucketLoggingOutput };
  GetBucketNotificationConfiguration: { input: GetBucketNotificationConfigurationRequest; output: NotificationConfiguration };
  GetBucketOwnershipControls: { input: GetBucketOwnershipControlsRequest; output: GetBucketOwnershipControlsOutput };
  GetBucketPolicy: { input: GetBucketPolicyRequest; output: GetBucketPolicyOutput };
  GetBucketPolicyStatus: { input: GetBucketPolicyStatusRequest; output: GetBucketPolicyStatusOutput };
  GetBucketReplication: { input: GetBucketReplicationRequest; output: GetBucketReplicationOutput };
  GetBucketRequestPayment: { input: GetBucketRequestPaymentRequest; output: GetBucketRequestPaymentOutput };
  GetBucketTagging: { input: GetBucketTaggingRequest; output: GetBucketTaggingOutput };
  GetBucketVersioning: { input: GetBucketVersioningRequest; output: GetBucketVersioningOutput };
  GetBucketWebsite: { input: GetBucketWebsiteRequest; output: GetBucketWebsiteOutput };
  GetObject: { input: GetObjectRequest; output: GetObjectOutput };
  GetObjectAcl: { input: GetObjectAclRequest; output: GetObjectAclOutput };
  GetObjectAttributes: { input: GetObjectAttributesRequest; output: GetObjectAttributesOutput };
  GetObjectLegalHold: { input: GetObjectLegalHoldRequest; output: GetObjectLegalHoldOutput };
  GetObjectLockConfiguration: { input: GetObjectLockConfigurationRequest; output: GetObjectLockConfigurationOutput };
  GetObjectRetention: { input: GetObjectRetentionRequest; output: GetObjectRetentionOutput };
  GetObjectTagging: { input: GetObjectTaggingRequest; output: GetObjectTaggingOutput };
  GetPublicAccessBlock: { input: GetPublicAccessBlockRequest; output: GetPublicAccessBlockOutput };
  HeadBucket: { input: HeadBucketRequest; output: HeadBucketOutput };
  HeadObject: { input: HeadObjectRequest; output: HeadObjectOutput };
  ListBuckets: { input: ListBucketsRequest; output: ListBucketsOutput };
  ListMultipartUploads: { input: ListMultipartUploadsRequest; output: ListMultipartUploadsOutput };
  ListObjectVersions: { input: ListObjectVersionsRequest; output: ListObjectVersionsOutput };
  ListObjects: { input: ListObjectsRequest; output: ListObjectsOutput };
  ListObjectsV2: { input: ListObjectsV2Request; output: ListObjectsV2Output };
  ListParts: { input: ListPartsRequest; output: ListPartsOutput };
  PutBucketAcl: { input: PutBucketAclRequest; output: Unit };
  PutBucketCors: { input: PutBucketCorsRequest; output: Unit };
  PutBucketEncryption: { input: PutBucketEncryptionRequest; output: Unit };
  PutBucketNotificationConfiguration: { input: PutBucketNotificationConfigurationRequest; output: Unit };
  PutBucketOwnershipControls: { input: PutBucketOwnershipControlsRequest; output: Unit };
  PutBucketPolicy: { input: PutBucketPolicyRequest; output: Unit };
  PutBucketTagging: { input: PutBucketTaggingRequest; output: Unit };
  PutBucketVersioning: { input: PutBucketVersioningRequest; output: Unit };
  PutObject: { input: PutObjectRequest; output: PutObjectOutput };
  PutObjectAcl: { input: PutObjectAclRequest; output: PutObjectAclOutput };
  PutObjectLegalHold: { input: PutObjectLegalHoldRequest; output: PutObjectLegalHoldOutput };
  PutObjectLockConfiguration: { input: PutObjectLockConfigurationRequest; output: PutObjectLockConfigurationOutput };
  PutObjectRetention: { input: PutObjectRetentionRequest; output: PutObjectRetentionOutput };
  PutObjectTagging: { input: PutObjectTaggingRequest; output: PutObjectTaggingOutput };
  PutPublicAccessBlock: { input: PutPublicAccessBlockRequest; output: Unit };
  RestoreObject: { input: RestoreObjectRequest; output: RestoreObjectOutput };
  UploadPart: { input: UploadPartRequest; output: UploadPartOutput };
  UploadPartCopy: { input: UploadPartCopyRequest; output: UploadPartCopyOutput };
}

export const operations = {
  AbortMultipartUpload: operation('AbortMultipartUpload', AbortMultipartUploadRequest, AbortMultipartUploadOutput, 204),
  CompleteMultipartUpload: operation('CompleteMultipartUpload', CompleteMultipartUploadRequest, CompleteMultipartUploadOutput),
  CopyObject: operation('CopyObject', CopyObjectRequest, CopyObjectOutput),
  CreateBucket: operation('CreateBucket', CreateBucketRequest, CreateBucketOutput),
  CreateMultipartUpload: operation('CreateMultipartUpload', CreateMultipartUploadRequest, CreateMultipartUploadOutput),
  DeleteBucket: operation('DeleteBucket', DeleteBucketRequest, unit, 204),
  DeleteBucketCors: operation('DeleteBucketCors', DeleteBucketCorsRequest, unit, 204),
  DeleteBucketEncryption: operation('DeleteBucketEncryption', DeleteBucketEncryptionRequest, unit, 204),
  DeleteBucketOwnershipControls: operation('DeleteBucketOwnershipControls', DeleteBucketOwnershipControlsRequest, unit, 204),
  DeleteBucketPolicy: operation('DeleteBucketPolicy', DeleteBucketPolicyRequest, unit, 204),
  DeleteBucketTagging: operation('DeleteBucketTagging', DeleteBucketTaggingRequest, unit, 204),
  DeleteObject: operation('DeleteObject', DeleteObjectRequest, DeleteObjectOutput, 204),
  DeleteObjectTagging: operation('DeleteObjectTagging', DeleteObjectTaggingRequest, DeleteObjectTaggingOutput, 204),
  DeleteObjects: operation('DeleteObjects', DeleteObjectsRequest, DeleteObjectsOutput),
  DeletePublicAccessBlock: operation('DeletePublicAccessBlock', DeletePublicAccessBlockRequest, unit, 204),
  GetBucketAccelerateConfiguration: operation('GetBucketAccelerateConfiguration', GetBucketAccelerateConfigurationRequest, GetBucketAccelerateConfigurationOutput),
  GetBucketAcl: operation('GetBucketAcl', GetBucketAclRequest, GetBucketAclOutput),
  GetBucketCors: operation('GetBucketCors', GetBucketCorsRequest, GetBucketCorsOutput),
  GetBucketEncryption: operation('GetBucketEncryption', GetBucketEncryptionRequest, GetBucketEncryptionOutput),
  GetBucketLifecycleConfiguration: operation('GetBucketLifecycleConfiguration', GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationOutput),
  GetBucketLocation: operation('GetBucketLocation', GetBucketLocationRequest, GetBucketLocationOutput),
  GetBucketLogging: operation('GetBucketLogging', GetBucketLoggingRequest, GetBucketLoggingOutput),
  GetBucketNotificationConfiguration: operation('GetBucketNotificationConfiguration', GetBucketNotificationConfigurationRequest, NotificationConfiguration),
  GetBucketOwnershipControls: operation('GetBucketOwnershipControls', GetBucketOwnershipControlsRequest, GetBucketOwnershipControlsOutput),
  GetBucketPolicy: operation('GetBucketPolicy', GetBucketPolicyRequest, GetBucketPolicyOutput),
  GetBucketPolicyStatus: operation('GetBucketPolicyStatus', GetBucketPolicyStatusRequest, GetBucketPolicyStatusOutput),
  GetBucketReplication: operation('GetBucketReplication', GetBucketReplicationRequest, GetBucketReplicationOutput),
  GetBucketRequestPayment: operation('GetBucketRequestPayment', GetBucketRequestPaymentRequest, GetBucketRequestPaymentOutput),
  GetBucketTagging: operation('GetBucketTagging', GetBucketTaggingRequest, GetBucketTaggingOutput),
  GetBucketVersioning: operation('GetBucketVersioning', GetBucketVersioningRequest, GetBucketVersioningOutput),
  GetBucketWebsite: operation('GetBucketWebsite', GetBucketWebsiteRequest, GetBucketWebsiteOutput),
  GetObject: operation('GetObject', GetObjectRequest, GetObjectOutput),
  GetObjectAcl: operation('GetObjectAcl', GetObjectAclRequest, GetObjectAclOutput),
  GetObjectAttributes: operation('GetObjectAttributes', GetObjectAttributesRequest, GetObjectAttributesOutput),
  GetObjectLegalHold: operation('GetObjectLegalHold', GetObjectLegalHoldRequest, GetObjectLegalHoldOutput),
  GetObjectLockConfiguration: operation('GetObjectLockConfiguration', GetObjectLockConfigurationRequest, GetObjectLockConfigurationOutput),
  GetObjectRetention: operation('GetObjectRetention', GetObjectRetentionRequest, GetObjectRetentionOutput),
  GetObjectTagging: operation('GetObjectTagging', GetObjectTaggingRequest, GetObjectTaggingOutput),
  GetPublicAccessBlock: operation('GetPublicAccessBlock', GetPublicAccessBlockRequest, GetPublicAccessBlockOutput),
  HeadBucket: operation('HeadBucket', HeadBucketRequest, HeadBucketOutput),
  HeadObject: operation('HeadObject', HeadObjectRequest, HeadObjectOutput),
  ListBuckets: operation('ListBuckets', ListBucketsRequest, ListBucketsOutput),
  ListMultipartUploads: operation('ListMultipartUploads', ListMultipartUploadsRequest, ListMultipartUploadsOutput),
  ListObjectVersions: operation('ListObjectVersions', ListObjectVersionsRequest, ListObjectVersionsOutput),
  ListObjects: operation('ListObjects', ListObjectsRequest, ListObjectsOutput),
  ListObjectsV2: operation('ListObjectsV2', ListObjectsV2Request, ListObjectsV2Output),
  ListParts: operation('ListParts', ListPartsRequest, ListPartsOutput),
  PutBucketAcl: operation('PutBucketAcl', PutBucketAclRequest, unit),
  PutBucketCors: operation('PutBucketCors', PutBucketCorsRequest, unit),
  PutBucketEncryption: operation('PutBucketEncryption', PutBucketEncryptionRequest, unit),
  PutBucketNotificationConfiguration: operation('PutBucketNotificationConfiguration', PutBucketNotificationConfigurationRequest, unit),
  PutBucketOwnershipControls: operation('PutBucketOwnershipControls', PutBucketOwnershipControlsRequest, unit),
  PutBucketPolicy: operation('PutBucketPolicy', PutBucketPolicyRequest, unit, 204),
  PutBucketTagging: operation('PutBucketTagging', PutBucketTaggingRequest, unit, 204),
  PutBucketVersioning: operation('PutBucketVersioning', PutBucketVersioningRequest, unit),
  PutObject: operation('PutObject', PutObjectRequest, PutObjectOutput),
  PutObjectAcl: operation('PutObjectAcl', PutObjectAclRequest, PutObjectAclOutput),
  PutObjectLegalHold: operation('PutObjectLegalHold', PutObjectLegalHoldRequest, PutObjectLegalHoldOutput),
  PutObjectLockConfiguration: operation('PutObjectLockConfiguration', PutObjectLockConfigurationRequest, PutObjectLockConfigurationOutput),
  PutObjectRetention: operation('PutObjectRetention', PutObjectRetentionRequest, PutObjectRetentionOutput),
  PutObjectTagging: operation('PutObjectTagging', PutObjectTaggingRequest, PutObjectTaggingOutput),
  PutPublicAccessBlock: operation('PutPublicAccessBlock', PutPublicAccessBlockRequest, unit),
  RestoreObject: operation('RestoreObject', RestoreObjectRequest, RestoreObjectOutput),
  UploadPart: operation('UploadPart', UploadPartRequest, UploadPartOutput),
  UploadPartCopy: operation('UploadPartCopy', UploadPartCopyRequest, UploadPartCopyOutput),
};

export const errors = {
  AccessDenied: { code: 'AccessDenied', status: 403, fault: 'client', message: 'message' },
  AnnotationLimitExceeded: { code: 'AnnotationLimitExceeded', status: 400, fault: 'client', message: 'message' },
  AnnotationNameTooLong: { code: 'AnnotationNameTooLong', status: 400, fault: 'client', message: 'message' },
  BucketAlreadyExists: { code: 'BucketAlreadyExists', status: 409, fault: 'client', message: 'message' },
  BucketAlreadyOwnedByYou: { code: 'BucketAlreadyOwnedByYou', status: 409, fault: 'client', message: 'message' },
  EncryptionTypeMismatch: { code: 'EncryptionTypeMismatch', status: 400, fault: 'client', message: 'message' },
  IdempotencyParameterMismatch: { code: 'IdempotencyParameterMismatch', status: 400, fault: 'client', message: 'message' },
  InvalidAnnotationName: { code: 'InvalidAnnotationName', status: 400, fault: 'client', message: 'message' },
  InvalidObjectState: { code: 'InvalidObjectState', status: 403, fault: 'client', message: 'message' },
  InvalidPrefix: { code: 'InvalidPrefix', status: 400, fault: 'client', message: 'message' },
  InvalidRequest: { code: 'InvalidRequest', status: 400, fault: 'client', message: 'message' },
  InvalidWriteOffset: { code: 'InvalidWriteOffset', status: 400, fault: 'client', message: 'message' },
  NoSuchAnnotation: { code: 'NoSuchAnnotation', status: 404, fault: 'client', message: 'message' },
  NoSuchBucket: { code: 'NoSuchBucket', status: 404, fault: 'client', message: 'message' },
  NoSuchKey: { code: 'NoSuchKey', status: 404, fault: 'client', message: 'message' },
  NoSuchUpload: { code: 'NoSuchUpload', status: 404, fault: 'client', message: 'message' },
  NotFound: { code: 'NotFound', status: 404, fault: 'client', message: 'message' },
  ObjectAlreadyInActiveTierError: { code: 'ObjectAlreadyInActiveTierError', status: 403, fault: 'client', message: 'message' },
  ObjectNotInActiveTierError: { code: 'ObjectNotInActiveTierError', status: 403, fault: 'client', message: 'message' },
  TooManyParts: { code: 'TooManyParts', status: 400, fault: 'client', message: 'message' },
  UnsupportedMediaType: { code: 'UnsupportedMediaType', status: 415, fault: 'client', message: 'message' },
} as const;

export const allOperations = {
  AbortMultipartUpload: 'DELETE /{Key+}?uploadId',
  CompleteMultipartUpload: 'POST /{Key+}?uploadId',
  CopyObject: 'PUT /{Key+} x-amz-copy-source',
  CreateBucket: 'PUT /',
  CreateBucketMetadataConfiguration: 'POST /?metadataConfiguration',
  CreateBucketMetadataTableConfiguration: 'POST /?metadataTable',
  CreateMultipartUpload: 'POST /{Key+}?uploads',
  CreateSession: 'GET /?session',
  DeleteBucket: 'DELETE /',
  DeleteBucketAnalyticsConfiguration: 'DELETE /?analytics&id',
  DeleteBucketCors: 'DELETE /?cors',
  DeleteBucketEncryption: 'DELETE /?encryption',
  DeleteBucketIntelligentTieringConfiguration: 'DELETE /?intelligent-tiering&id',
  DeleteBucketInventoryConfiguration: 'DELETE /?inventory&id',
  DeleteBucketLifecycle: 'DELETE /?lifecycle',
  DeleteBucketMetadataConfiguration: 'DELETE /?metadataConfiguration',
  DeleteBucketMetadataTableConfiguration: 'DELETE /?metadataTable',
  DeleteBucketMetricsConfiguration: 'DELETE /?metrics&id',
  DeleteBucketOwnershipControls: 'DELETE /?ownershipControls',
  DeleteBucketPolicy: 'DELETE /?policy',
  DeleteBucketReplication: 'DELETE /?replication',
  DeleteBucketTagging: 'DELETE /?tagging',
  DeleteBucketWebsite: 'DELETE /?website',
  DeleteObject: 'DELETE /{Key+}',
  DeleteObjectAnnotation: 'DELETE /{Key+}?annotation&annotationName',
  DeleteObjectTagging: 'DELETE /{Key+}?tagging',
  DeleteObjects: 'POST /?delete',
  DeletePublicAccessBlock: 'DELETE /?publicAccessBlock',
  GetBucketAbac: 'GET /?abac',
  GetBucketAccelerateConfiguration: 'GET /?accelerate',
  GetBucketAcl: 'GET /?acl',
  GetBucketAnalyticsConfiguration: 'GET /?analytics&id',
  GetBucketCors: 'GET /?cors',
  GetBucketEncryption: 'GET /?encryption',
  GetBucketIntelligentTieringConfiguration: 'GET /?intelligent-tiering&id',
  GetBucketInventoryConfiguration: 'GET /?inventory&id',
  GetBucketLifecycleConfiguration: 'GET /?lifecycle',
  GetBucketLocation: 'GET /?location',
  GetBucketLogging: 'GET /?logging',
  GetBucketMetadataConfiguration: 'GET /?metadataConfiguration',
  GetBucketMetadataTableConfiguration: 'GET /?metadataTable',
  GetBucketMetricsConfiguration: 'GET /?metrics&id',
  GetBucketNotificationConfiguration: 'GET /?notification',
  GetBucketOwnershipControls: 'GET /?ownershipControls',
  GetBucketPolicy: 'GET /?policy',
  GetBucketPolicyStatus: 'GET /?policyStatus',
  GetBucketReplication: 'GET /?replication',
  GetBucketRequestPayment: 'GET /?requestPayment',
  GetBucketTagging: 'GET /?tagging',
  GetBucketVersioning: 'GET /?versioning',
  GetBucketWebsite: 'GET /?website',
  GetObject: 'GET /{Key+}',
  GetObjectAcl: 'GET /{Key+}?acl',
  GetObjectAnnotation: 'GET /{Key+}?annotation&annotationName',
  GetObjectAttributes: 'GET /{Key+}?attributes',
  GetObjectLegalHold: 'GET /{Key+}?legal-hold',
  GetObjectLockConfiguration: 'GET /?object-lock',
  GetObjectRetention: 'GET /{Key+}?retention',
  GetObjectTagging: 'GET /{Key+}?tagging',
  GetObjectTorrent: 'GET /{Key+}?torrent',
  GetPublicAccessBlock: 'GET /?publicAccessBlock',
  HeadBucket: 'HEAD /',
  HeadObject: 'HEAD /{Key+}',
  ListBucketAnalyticsConfigurations: 'GET /?analytics',
  ListBucketIntelligentTieringConfigurations: 'GET /?intelligent-tiering',
  ListBucketInventoryConfigurations: 'GET /?inventory',
  ListBucketMetricsConfigurations: 'GET /?metrics',
  ListBuckets: 'GET /',
  ListDirectoryBuckets: 'GET /',
  ListMultipartUploads: 'GET /?uploads',
  ListObjectAnnotations: 'GET /{Key+}?annotation',
  ListObjectVersions: 'GET /?versions',
  ListObjects: 'GET /',
  ListObjectsV2: 'GET /?list-type=2',
  ListParts: 'GET /{Key+}?uploadId',
  PutBucketAbac: 'PUT /?abac',
  PutBucketAccelerateConfiguration: 'PUT /?accelerate',
  PutBucketAcl: 'PUT /?acl',
  PutBucketAnalyticsConfiguration: 'PUT /?analytics&id',
  PutBucketCors: 'PUT /?cors',
  PutBucketEncryption: 'PUT /?encryption',
  PutBucketIntelligentTieringConfiguration: 'PUT /?intelligent-tiering&id',
  PutBucketInventoryConfiguration: 'PUT /?inventory&id',
  PutBucketLifecycleConfiguration: 'PUT /?lifecycle',
  PutBucketLogging: 'PUT /?logging',
  PutBucketMetricsConfiguration: 'PUT /?metrics&id',
  PutBucketNotificationConfiguration: 'PUT /?notification',
  PutBucketOwnershipControls: 'PUT /?ownershipControls',
  PutBucketPolicy: 'PUT /?policy',
  PutBucketReplication: 'PUT /?replication',
  PutBucketRequestPayment: 'PUT /?requestPayment',
  PutBucketTagging: 'PUT /?tagging',
  PutBucketVersioning: 'PUT /?versioning',
  PutBucketWebsite: 'PUT /?website',
  PutObject: 'PUT /{Key+}',
  PutObjectAcl: 'PUT /{Key+}?acl',
  PutObjectAnnotation: 'PUT /{Key+}?annotation&annotationName',
  PutObjectLegalHold: 'PUT /{Key+}?legal-hold',
  PutObjectLockConfiguration: 'PUT /?object-lock',
  PutObjectRetention: 'PUT /{Key+}?retention',
  PutObjectTagging: 'PUT /{Key+}?tagging',
  PutPublicAccessBlock: 'PUT /?publicAccessBlock',
  RenameObject: 'PUT /{Key+}?renameObject',
  RestoreObject: 'POST /{Key+}?restore',
  SelectObjectContent: 'POST /{Key+}?select&select-type=2',
  UpdateBucketMetadataAnnotationTableConfiguration: 'PUT /?metadataAnnotationTable',
  UpdateBucketMetadataInventoryTableConfiguration: 'PUT /?metadataInventoryTable',
  UpdateBucketMetadataJournalTableConfiguration: 'PUT /?metadataJournalTable',
  UpdateObjectEncryption: 'PUT /{Key+}?encryption',
  UploadPart: 'PUT /{Key+}?partNumber&uploadId',
  UploadPartCopy: 'PUT /{Key+}?partNumber&uploadId x-amz-copy-source',
  WriteGetObjectResponse: 'POST /WriteGetObjectResponse',
} as const;
