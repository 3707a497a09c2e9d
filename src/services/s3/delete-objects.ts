import { AwsError } from '../../aws/error.ts';
import type {
  DeletedObject,
  DeleteObjectOutput,
  DeleteObjectsOutput,
  DeleteObjectsRequest,
  ObjectIdentifier,
  S3Error,
} from '../../aws/models/s3.ts';
import type { Context } from '../context.ts';
import { type DeleteOutcome, raiseDeleted } from './delete-object.ts';
import { malformedXml, noSuchVersion } from './errors.ts';
import { requireBucket } from './require-bucket.ts';

/** Keys in one request. */
export const DELETE_KEYS_MAX = 1000;

/**
 * DeleteObjects - a DeleteObject for each key, with its own permission, event and outcome. Always
 * 200; what failed is in `Errors`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 *
 * Deviation from AWS: whoever would bypass GOVERNANCE in a bucket without Object Lock is not refused,
 * because there is nothing to bypass and cleaners ask for it everywhere.
 *
 * The keys are transactions of their own that share a commit; a crash may leave some deleted, as in
 * S3.
 */
export async function deleteObjects(
  input: DeleteObjectsRequest,
  context: Context,
): Promise<DeleteObjectsOutput> {
  const { Objects, Quiet } = input.Delete;
  if (Objects.length === 0 || Objects.length > DELETE_KEYS_MAX) throw malformedXml();
  if (Objects.some(({ Key }) => Key === '')) throw malformedXml();
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  const bypass = bucket.object_lock === null ? undefined : input.BypassGovernanceRetention;
  const outcomes = await Promise.all(
    Objects.map((object) => deleteOne(bucket.name, bypass, object, context)),
  );
  return {
    Deleted: Quiet ? [] : outcomes.flatMap(({ deleted }) => deleted ?? []),
    Errors: outcomes.flatMap(({ error }) => error ?? []),
  };
}

interface Outcome {
  readonly deleted?: DeletedObject;
  readonly error?: S3Error;
}

async function deleteOne(
  Bucket: string,
  BypassGovernanceRetention: boolean | undefined,
  { Key, VersionId, ETag, Size, LastModifiedTime }: ObjectIdentifier,
  context: Context,
): Promise<Outcome> {
  try {
    const answer = (await context.call('s3', 'DeleteObject', {
      Bucket,
      Key,
      VersionId,
      BypassGovernanceRetention,
      IfMatch: ETag,
      IfMatchSize: Size,
      IfMatchLastModifiedTime: LastModifiedTime,
    })) as DeleteOutcome;
    if (answer.$missing) await tellOfMissing(Bucket, Key, context);
    return { deleted: describe(Key, VersionId, answer) };
  } catch (error) {
    if (!(error instanceof AwsError) || error.fault === 'server') throw error;
    return { error: { Key, VersionId, ...codeOf(error, Key, VersionId) } };
  }
}

/** A marker that was added is told by its version; one that was deleted by both. */
function describe(
  Key: string,
  named: string | undefined,
  { DeleteMarker, VersionId }: DeleteObjectOutput,
): DeletedObject {
  if (DeleteMarker !== true) return { Key, VersionId };
  return { Key, VersionId: named, DeleteMarker: true, DeleteMarkerVersionId: VersionId };
}

/** S3 has an event for keys that are not there, if they are deleted by this operation. */
const tellOfMissing = (Bucket: string, key: string, context: Context): Promise<void> =>
  context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, { Bucket });
    await raiseDeleted(tx, context, bucket, key, undefined);
  });

/** An id that the bucket never gave out is a missing version here, other than in DeleteObject. */
function codeOf(error: AwsError, key: string, versionId: string | undefined) {
  const invalidVersion =
    error.code === 'InvalidArgument' && error.members.ArgumentName === 'versionId';
  const { code, message } = invalidVersion ? noSuchVersion(key, versionId ?? '') : error;
  return { Code: code, Message: message };
}
