import { AwsError } from '../../aws/error.ts';
import type { StoredBody } from '../../aws/protocols/shape.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { ObjectWithBody } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import type { ByteRange } from './byte-range.ts';
import { parseCopySource } from './copy-source.ts';
import { invalidRequest, noSuchKey, preconditionFailed } from './errors.ts';
import { findVersion } from './find-version.ts';
import { objectBytes } from './object-bytes.ts';
import { type ConditionName, failedCondition } from './read-conditions.ts';
import { requireBucketAnywhere } from './require-bucket.ts';
import { isRestored } from './restore-state.ts';
import { isArchive } from './storage-class.ts';
import { shownVersion } from './write-version.ts';

/** The members by which CopyObject and UploadPartCopy name what they copy. */
export interface CopySourceInput {
  readonly CopySource: string;
  readonly CopySourceIfMatch?: string | undefined;
  readonly CopySourceIfNoneMatch?: string | undefined;
  readonly CopySourceIfModifiedSince?: Date | undefined;
  readonly CopySourceIfUnmodifiedSince?: Date | undefined;
  readonly ExpectedSourceBucketOwner?: string | undefined;
}

export interface Source {
  readonly bucket: BucketRow;
  readonly row: ObjectWithBody;
  readonly body: StoredBody;
  /** `x-amz-copy-source-version-id` */
  readonly versionId: string | undefined;
}

const CONDITION_HEADERS: Readonly<Record<ConditionName, string>> = {
  IfMatch: 'x-amz-copy-source-If-Match',
  IfNoneMatch: 'x-amz-copy-source-If-None-Match',
  IfModifiedSince: 'x-amz-copy-source-If-Modified-Since',
  IfUnmodifiedSince: 'x-amz-copy-source-If-Unmodified-Since',
};

/**
 * Finds what is to be copied, in whatever region it is, and checks that it may be: conditions, no
 * delete marker, not in an archive. `rangeOf` says which of its bytes.
 */
export function readSource(
  context: Context,
  input: CopySourceInput,
  rangeOf: (size: number) => ByteRange,
): Promise<Source> {
  const { bucket: Bucket, key, versionId } = parseCopySource(input.CopySource);
  return context.storage.read(async (reader) => {
    const ExpectedBucketOwner = input.ExpectedSourceBucketOwner;
    const bucket = await requireBucketAnywhere(reader, { Bucket, ExpectedBucketOwner });
    const row = await findVersion(reader, bucket.name, key, versionId, 'GET').catch(sourceError);
    checkConditions(input, row, context.clock.now());
    if (isArchive(row.storage_class) && !isRestored(row, context.clock.now()))
      throw archivedSource(row.storage_class);
    const body = await objectBytes(reader, row, rangeOf(row.size));
    if (!body) throw noSuchKey(key);
    return { bucket, row, body, versionId: shownVersion(row) };
  });
}

function checkConditions(input: CopySourceInput, row: ObjectWithBody, now: number): void {
  const conditions = {
    IfMatch: input.CopySourceIfMatch,
    IfNoneMatch: input.CopySourceIfNoneMatch,
    IfModifiedSince: input.CopySourceIfModifiedSince,
    IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
  };
  const failed = failedCondition(conditions, row.etag, row.modified_at, now);
  if (failed) throw preconditionFailed(CONDITION_HEADERS[failed]);
}

function sourceError(error: unknown): never {
  if (error instanceof AwsError && error.code === 'MethodNotAllowed')
    throw invalidRequest(
      'The source of a copy request may not specifically refer to a delete marker by version id.',
    );
  throw error;
}

const archivedSource = (StorageClass: string) =>
  new AwsError(
    'InvalidObjectState',
    "Operation is not valid for the source object's storage class",
    {
      status: 403,
      members: { StorageClass },
    },
  );
