import type {
  ListMultipartUploadsOutput,
  ListMultipartUploadsRequest,
  MultipartUpload,
} from '../../aws/models/s3.ts';
import { listUploads, type UploadRow } from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './canonical-user.ts';
import { invalidArgument } from './errors.ts';
import { keyEncoding, pageSize, unlessEmpty } from './list-input.ts';
import { readOpaqueId } from './opaque-id.ts';
import { requireBucket } from './require-bucket.ts';
import { type Position, startAt, walkKeys } from './walk-keys.ts';

/**
 * ListMultipartUploads - uploads in progress by key, the oldest of a key first.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html
 */
export async function listMultipartUploads(
  input: ListMultipartUploadsRequest,
  context: Context,
): Promise<ListMultipartUploadsOutput> {
  const { Bucket, Prefix = '', Delimiter = '', KeyMarker = '', UploadIdMarker = '' } = input;
  const encode = keyEncoding(input.EncodingType);
  const max = pageSize(input.MaxUploads, 'max-uploads');
  const marker = markerOf(Bucket, KeyMarker, UploadIdMarker);
  const page = await context.storage.read(async (reader) => {
    const bucket = await requireBucket(reader, context, input);
    return walkKeys<UploadRow>({
      prefix: Prefix,
      delimiter: Delimiter,
      max,
      start: startAt(Prefix, marker),
      told: (common) => KeyMarker.startsWith(common),
      fetch: (position, end, limit) => listUploads(reader, bucket.name, position, end, limit),
      after: (row) => ({ key: row.key, inclusive: false, sequence: row.sequence }),
    });
  });
  const { last } = page;
  const lastKey = typeof last === 'string' ? last : last?.key;
  return {
    Bucket,
    KeyMarker: encode(KeyMarker),
    UploadIdMarker: KeyMarker === '' ? '' : UploadIdMarker,
    NextKeyMarker: encode(lastKey ?? ''),
    NextUploadIdMarker: typeof last === 'object' ? last.id : '',
    Prefix: unlessEmpty(encode(Prefix)),
    Delimiter: unlessEmpty(encode(Delimiter)),
    MaxUploads: max,
    IsTruncated: page.truncated,
    Uploads: page.rows.map((row) => describe(row, encode)),
    CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
    EncodingType: input.EncodingType,
  };
}

/** Without a key the marker of an upload means nothing, as in S3. */
function markerOf(bucket: string, key: string, uploadId: string): Position | undefined {
  if (key === '') return undefined;
  if (uploadId === '') return { key, inclusive: false };
  const sequence = readOpaqueId(uploadId, bucket);
  if (sequence === undefined)
    throw invalidArgument('Invalid uploadId marker', 'upload-id-marker', uploadId);
  return { key, inclusive: false, sequence };
}

const describe = (row: UploadRow, encode: (key: string) => string): MultipartUpload => ({
  UploadId: row.id,
  Key: encode(row.key),
  Initiated: new Date(row.initiated_at),
  StorageClass: row.storage_class,
  Owner: ownerOf(row.owner),
  Initiator: { ID: row.initiator },
  ChecksumAlgorithm: row.checksum_algorithm ?? undefined,
  ChecksumType: row.checksum_type ?? undefined,
});
