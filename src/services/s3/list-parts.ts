import type { ChecksumAlgorithm } from '../../aws/checksums/algorithm.ts';
import type { ListPartsOutput, ListPartsRequest, Part } from '../../aws/models/s3.ts';
import { listPartRows, type PartRow } from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './canonical-user.ts';
import { invalidArgument } from './errors.ts';
import { pageSize } from './list-input.ts';
import { checksumMembers } from './object-checksum.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';
import { requireUpload } from './require-upload.ts';
import { quote } from './write-conditions.ts';

/**
 * ListParts - the parts of an upload in progress, by number.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
 */
export async function listParts(
  input: ListPartsRequest,
  context: Context,
): Promise<ListPartsOutput> {
  refuseUnsupported(input);
  const max = pageSize(input.MaxParts, 'max-parts');
  const after = partNumberMarker(input.PartNumberMarker);
  const { upload, rows } = await context.storage.read(async (reader) => {
    const found = await requireUpload(reader, context, input);
    return { ...found, rows: await listPartRows(reader, found.upload.sequence, after, max + 1) };
  });
  const page = rows.slice(0, max);
  const algorithm = upload.checksum_algorithm as ChecksumAlgorithm | null;
  return {
    Bucket: input.Bucket,
    Key: input.Key,
    UploadId: input.UploadId,
    PartNumberMarker: String(after),
    NextPartNumberMarker: String(page.at(-1)?.number ?? 0),
    MaxParts: max,
    IsTruncated: max > 0 && rows.length > max,
    Parts: page.map((part) => describe(part, algorithm)),
    Initiator: { ID: upload.initiator },
    Owner: ownerOf(upload.owner),
    StorageClass: upload.storage_class,
    ChecksumAlgorithm: algorithm ?? undefined,
    ChecksumType: upload.checksum_type ?? undefined,
  };
}

/** The number behind which a page of parts begins. Throws InvalidArgument. */
export function partNumberMarker(text: string | undefined): number {
  const number = Number(text ?? 0);
  if (Number.isInteger(number) && number >= 0) return number;
  throw invalidArgument(
    'Provided part-number-marker not an integer or within integer range',
    'part-number-marker',
    text ?? '',
  );
}

const describe = (part: PartRow, algorithm: ChecksumAlgorithm | null): Part => ({
  PartNumber: part.number,
  LastModified: new Date(part.modified_at),
  ETag: quote(part.etag),
  Size: part.size,
  ...(algorithm && { [checksumMembers[algorithm]]: part.checksum ?? undefined }),
});
