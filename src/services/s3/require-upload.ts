import type { Reader } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { getUpload, type UploadRow } from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { invalidArgument, noSuchUpload } from './errors.ts';
import { readOpaqueId } from './opaque-id.ts';
import { type BucketInput, requireBucket } from './require-bucket.ts';

export interface UploadInput extends BucketInput {
  readonly Key: string;
  readonly UploadId: string;
}

export const PART_NUMBER_MAX = 10_000;

/**
 * The multipart upload that a request is about, and its bucket. Throws what `requireBucket` throws,
 * and NoSuchUpload.
 */
export async function requireUpload(
  reader: Reader,
  context: Context,
  input: UploadInput,
): Promise<{ bucket: BucketRow; upload: UploadRow }> {
  const bucket = await requireBucket(reader, context, input);
  const upload = await findUpload(reader, bucket.name, input.Key, input.UploadId);
  if (!upload) throw noSuchUpload(input.UploadId);
  return { bucket, upload };
}

export async function findUpload(
  reader: Reader,
  bucket: string,
  key: string,
  uploadId: string,
): Promise<UploadRow | undefined> {
  const sequence = readOpaqueId(uploadId, bucket);
  const upload =
    sequence === undefined ? undefined : await getUpload(reader, bucket, key, sequence);
  return upload?.id === uploadId ? upload : undefined;
}

export function checkPartNumber(number: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= PART_NUMBER_MAX) return;
  throw invalidArgument(
    `Part number must be an integer between 1 and ${PART_NUMBER_MAX}, inclusive`,
    'partNumber',
    String(number),
  );
}
