import { invalidArgument, notImplementedHeader } from './errors.ts';

/** What a write may ask for and this store cannot keep: it is refused, never dropped. */
export interface WriteOptions {
  readonly ServerSideEncryption?: string | undefined;
  readonly SSEKMSKeyId?: string | undefined;
  readonly SSEKMSEncryptionContext?: string | undefined;
  readonly BucketKeyEnabled?: boolean | undefined;
  readonly SSECustomerAlgorithm?: string | undefined;
  readonly SSECustomerKey?: string | undefined;
  readonly SSECustomerKeyMD5?: string | undefined;
  readonly ObjectLockEventHold?: string | undefined;
  readonly ObjectLockEventHoldDurationDays?: number | undefined;
  readonly ObjectLockEventHoldDurationYears?: number | undefined;
  readonly WriteOffsetBytes?: number | undefined;
  readonly AnnotationDirective?: string | undefined;
}

/**
 * Deviation from AWS: objects show the AES256 that S3 always answers, while encryption at rest is
 * left to the disk.
 */
export const SERVER_SIDE_ENCRYPTION = 'AES256';

const NOT_IMPLEMENTED: Partial<Record<keyof WriteOptions, string>> = {
  SSEKMSKeyId: 'x-amz-server-side-encryption-aws-kms-key-id',
  SSEKMSEncryptionContext: 'x-amz-server-side-encryption-context',
  SSECustomerAlgorithm: 'x-amz-server-side-encryption-customer-algorithm',
  SSECustomerKey: 'x-amz-server-side-encryption-customer-key',
  SSECustomerKeyMD5: 'x-amz-server-side-encryption-customer-key-MD5',
  WriteOffsetBytes: 'x-amz-write-offset-bytes',
  ObjectLockEventHold: 'x-amz-object-lock-event-hold',
  ObjectLockEventHoldDurationDays: 'x-amz-object-lock-event-hold-duration-days',
  ObjectLockEventHoldDurationYears: 'x-amz-object-lock-event-hold-duration-years',
};

/**
 * Refuses keys of one's own (SSE-KMS, SSE-C), appends and retention that hangs on an event, with
 * NotImplemented.
 */
export function refuseUnsupported(input: WriteOptions): void {
  const encryption = input.ServerSideEncryption;
  if (encryption !== undefined && encryption !== SERVER_SIDE_ENCRYPTION) {
    if (!encryption.startsWith('aws:'))
      throw invalidArgument(
        'The encryption method specified is not supported',
        'x-amz-server-side-encryption',
        encryption,
      );
    throw notImplementedHeader('x-amz-server-side-encryption');
  }
  for (const [member, header] of Object.entries(NOT_IMPLEMENTED)) {
    if (input[member as keyof WriteOptions] !== undefined) throw notImplementedHeader(header);
  }
  if (input.BucketKeyEnabled === true)
    throw notImplementedHeader('x-amz-server-side-encryption-bucket-key-enabled');
}
