/**
 * What happened to one object, complete enough to make every form of its event: written in the
 * transaction that made the change, read when the event is delivered. Plain data.
 */
export interface S3Change {
  /** As records write it: `ObjectCreated:Put`. */
  readonly eventName: string;
  /** The call as EventBridge names it: `PutObject`, `POST Object`, `Lifecycle Expiration`. */
  readonly reason: string;
  /** When the change was made. */
  readonly atMs: number;
  /** The bucket's region. */
  readonly region: string;
  readonly bucket: string;
  /** The account, twelve digits, that owns the bucket. */
  readonly bucketOwnerAccount: string;
  /** The owner's customer id, kept by S3 for compatibility. */
  readonly ownerPrincipalId: string;
  /** As stored, not encoded. */
  readonly key: string;
  /** In bytes; left out for deletions. */
  readonly size?: number | undefined;
  /** Without quotes. */
  readonly etag?: string | undefined;
  /** Left out when the bucket has no versioning, and for the null version. */
  readonly versionId?: string | undefined;
  /** From `Ids.sequence()`: larger is later. */
  readonly sequence: number;
  /** Who did it, in the form of `userIdentity.principalId`: `AWS:AIDA...`. */
  readonly principalId: string;
  /** The account of the caller, or `s3.amazonaws.com` when S3 itself acted. */
  readonly requesterAccount: string;
  /** The caller's address; left out when S3 itself acted. */
  readonly sourceIp?: string | undefined;
  /** The `x-amz-request-id` and `x-amz-id-2` headers of the answer. */
  readonly requestId: string;
  readonly hostId: string;
  /** The object's storage class, where the event speaks of it (restores). */
  readonly storageClass?: string | undefined;
  /** Where a lifecycle transition moved it. */
  readonly destinationStorageClass?: string | undefined;
  readonly deletionType?: 'Permanently Deleted' | 'Delete Marker Created' | undefined;
  /** Until when a restored copy stays (`ObjectRestore:Completed`). */
  readonly restoreExpiryMs?: number | undefined;
  /** What a version's retention has become (`ObjectRetention:Put`). */
  readonly retention?: Retention | undefined;
}

/** Both are left out where the retention was taken away. */
export interface Retention {
  readonly mode?: string | undefined;
  readonly untilMs?: number | undefined;
}

/** What S3 is called where an event names an actor and no caller acted. */
export const S3_PRINCIPAL = 's3.amazonaws.com';
