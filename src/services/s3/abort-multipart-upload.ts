import type {
  AbortMultipartUploadOutput,
  AbortMultipartUploadRequest,
} from '../../aws/models/s3.ts';
import { deleteParts, deleteUploadRow } from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { discardBlobs } from './discard-bytes.ts';
import { notImplementedHeader } from './errors.ts';
import { requireUpload } from './require-upload.ts';

/**
 * AbortMultipartUpload - gives up an upload and all its parts.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
 */
export function abortMultipartUpload(
  input: AbortMultipartUploadRequest,
  context: Context,
): Promise<AbortMultipartUploadOutput> {
  if (input.IfMatchInitiatedTime) throw notImplementedHeader('x-amz-if-match-initiated-time');
  return context.storage.transaction(async (tx) => {
    const { upload } = await requireUpload(tx, context, input);
    discardBlobs(tx, context, await deleteParts(tx, upload.sequence));
    await deleteUploadRow(tx, upload);
    return {};
  });
}
