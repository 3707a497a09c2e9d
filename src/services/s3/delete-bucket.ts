import type { DeleteBucketRequest } from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteBucketRow } from '../../storage/tables/buckets.ts';
import { keepConfiguration } from '../../storage/tables/notification-configurations.ts';
import { hasObjects } from '../../storage/tables/objects.ts';
import { deleteParts, deleteUploadRow, nextUpload } from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { digestOf } from '../stored-notification.ts';
import { discardBlobs } from './discard-bytes.ts';
import { bucketNotEmpty } from './errors.ts';
import { requireBucket } from './require-bucket.ts';

/**
 * DeleteBucket - only an empty bucket goes: no versions, no delete markers. Uploads in progress go
 * with it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html
 */
export function deleteBucket(input: DeleteBucketRequest, context: Context): Promise<Unit> {
  return context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    if (await hasObjects(tx, bucket.name))
      throw bucketNotEmpty(bucket.name, bucket.versioning !== '');
    for (;;) {
      const upload = await nextUpload(tx, bucket.name);
      if (!upload) break;
      discardBlobs(tx, context, await deleteParts(tx, upload.sequence));
      await deleteUploadRow(tx, upload);
    }
    await deleteBucketRow(tx, bucket.name);
    const { notification } = bucket;
    if (notification !== null)
      await keepConfiguration(tx, digestOf(notification), notification, context.clock.now());
    return {};
  });
}
