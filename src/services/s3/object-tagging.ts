import { AwsError } from '../../aws/error.ts';
import type {
  DeleteObjectTaggingOutput,
  DeleteObjectTaggingRequest,
  GetObjectTaggingOutput,
  GetObjectTaggingRequest,
  PutObjectTaggingOutput,
  PutObjectTaggingRequest,
} from '../../aws/models/s3.ts';
import { updateObjectColumn } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { noSuchKey } from './errors.ts';
import { findDescribed } from './find-version.ts';
import { raiseEvent } from './raise-event.ts';
import { requireBucket } from './require-bucket.ts';
import { checkTags, OBJECT_TAGS_MAX, tagsFromJson, tagsToJson } from './tags.ts';
import { answeredVersion, shownVersion } from './write-version.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export async function putObjectTagging(
  input: PutObjectTaggingRequest,
  context: Context,
): Promise<PutObjectTaggingOutput> {
  const tags = input.Tagging.TagSet;
  checkTags(tags, OBJECT_TAGS_MAX);
  return changeTags(input, context, 'PUT', tagsToJson(tags), {
    eventName: 'ObjectTagging:Put',
    reason: 'PutObjectTagging',
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export function deleteObjectTagging(
  input: DeleteObjectTaggingRequest,
  context: Context,
): Promise<DeleteObjectTaggingOutput> {
  return changeTags(input, context, 'DELETE', null, {
    eventName: 'ObjectTagging:Delete',
    reason: 'DeleteObjectTagging',
  });
}

/**
 * GetObjectTagging. S3 names a key that is not there together with its bucket, here alone.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html
 */
export function getObjectTagging(
  input: GetObjectTaggingRequest,
  context: Context,
): Promise<GetObjectTaggingOutput> {
  return context.storage.read(async (reader) => {
    const bucket = await requireBucket(reader, context, input);
    const row = await findDescribed(reader, bucket.name, input.Key, input.VersionId, 'GET').catch(
      (error: unknown) => {
        const missing = error instanceof AwsError && error.code === 'NoSuchKey';
        throw missing ? noSuchKey(`${bucket.name}/${input.Key}`) : error;
      },
    );
    const VersionId = answeredVersion(bucket, row);
    return { TagSet: tagsFromJson(row.tags), VersionId };
  });
}

function changeTags(
  input: DeleteObjectTaggingRequest,
  context: Context,
  method: string,
  tags: string | null,
  event: { eventName: string; reason: string },
): Promise<{ VersionId?: string | undefined }> {
  return context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const row = await findDescribed(tx, bucket.name, input.Key, input.VersionId, method);
    await updateObjectColumn(tx, row, 'tags', tags);
    await raiseEvent(tx, context, bucket, {
      ...event,
      key: row.key,
      sequence: context.ids.sequence(),
      atMs: context.clock.now(),
      etag: row.etag,
      versionId: shownVersion(row),
    });

    return { VersionId: answeredVersion(bucket, row) };
  });
}
