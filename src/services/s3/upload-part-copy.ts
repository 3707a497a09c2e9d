import type { ChecksumAlgorithm } from '../../aws/checksums/algorithm.ts';
import type { UploadPartCopyOutput, UploadPartCopyRequest } from '../../aws/models/s3.ts';
import type { Context } from '../context.ts';
import type { ByteRange } from './byte-range.ts';
import { copyBytes, discardingOnFailure } from './copy-bytes.ts';
import { sourceKeys } from './copy-object.ts';
import { entityTooLarge, invalidArgument } from './errors.ts';
import { checksumMembers, DEFAULT_CHECKSUM_ALGORITHM } from './object-checksum.ts';
import { PUT_BYTES_MAX } from './put-object.ts';
import { readSource } from './read-source.ts';
import { refuseUnsupported, SERVER_SIDE_ENCRYPTION } from './refuse-unsupported.ts';
import { checkPartNumber, requireUpload } from './require-upload.ts';
import { putPart } from './upload-part.ts';
import { quote } from './write-conditions.ts';

/**
 * UploadPartCopy - a part with bytes of an object that is there already.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
export async function uploadPartCopy(
  input: UploadPartCopyRequest,
  context: Context,
): Promise<UploadPartCopyOutput> {
  checkPartNumber(input.PartNumber);
  refuseUnsupported(input);
  refuseUnsupported(sourceKeys(input));
  const { upload } = await context.storage.read((reader) => requireUpload(reader, context, input));
  const source = await readSource(context, input, (size) =>
    sourceRange(input.CopySourceRange, size),
  );
  const chosen = upload.checksum_algorithm as ChecksumAlgorithm | null;
  const body = await copyBytes(context, source.body, chosen ?? DEFAULT_CHECKSUM_ALGORITHM);
  const part = await discardingOnFailure(context, body, () =>
    context.storage.transaction(async (tx) => {
      const current = await requireUpload(tx, context, input);
      return putPart(tx, context, current.upload, input.PartNumber, body);
    }),
  );
  return {
    CopySourceVersionId: source.versionId,
    CopyPartResult: {
      ETag: quote(part.etag),
      LastModified: new Date(part.modified_at),
      ...(chosen && { [checksumMembers[chosen]]: part.checksum ?? undefined }),
    },
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  };
}

const RANGE = /^bytes=(\d{1,15})-(\d{1,15})$/;

/**
 * Unlike a GET's, this range must name both ends and lie within the object. Throws InvalidArgument,
 * EntityTooLarge.
 */
export function sourceRange(header: string | undefined, size: number): ByteRange {
  const range = header === undefined ? { start: 0, end: size } : parse(header, size);
  const length = range.end - range.start;
  if (length > PUT_BYTES_MAX) throw entityTooLarge(length, PUT_BYTES_MAX);
  return range;
}

function parse(header: string, size: number): ByteRange {
  const [, first, last] = RANGE.exec(header) ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first))
    throw invalidArgument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      'x-amz-copy-source-range',
      header,
    );
  if (Number(last) >= size)
    throw invalidArgument(
      `Range specified is not valid for source object of size: ${size}`,
      'x-amz-copy-source-range',
      header,
    );
  return { start: Number(first), end: Number(last) + 1 };
}
