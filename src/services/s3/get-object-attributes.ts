import type {
  Checksum,
  GetObjectAttributesOutput,
  GetObjectAttributesParts,
  GetObjectAttributesRequest,
} from '../../aws/models/s3.ts';
import type { Reader } from '../../storage/storage.ts';
import type { ObjectRow } from '../../storage/tables/objects.ts';
import { countParts, listPartRows } from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { invalidArgument } from './errors.ts';
import { findVersion } from './find-version.ts';
import { pageSize } from './list-input.ts';
import { partNumberMarker } from './list-parts.ts';
import { checksumFromText, checksumMembers, type ObjectChecksum } from './object-checksum.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';
import { requireBucket } from './require-bucket.ts';
import { answeredVersion } from './write-version.ts';

const ATTRIBUTES = new Set(['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize']);

/**
 * GetObjectAttributes - what a client chooses to know about an object. The ETag comes without
 * quotes here.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html
 */
export function getObjectAttributes(
  input: GetObjectAttributesRequest,
  context: Context,
): Promise<GetObjectAttributesOutput> {
  refuseUnsupported(input);
  const asked = new Set(input.ObjectAttributes);
  for (const name of asked) {
    if (!ATTRIBUTES.has(name))
      throw invalidArgument('Invalid attribute name specified.', 'x-amz-object-attributes', name);
  }
  return context.storage.read(async (reader) => {
    const bucket = await requireBucket(reader, context, input);
    const row = await findVersion(reader, bucket.name, input.Key, input.VersionId, 'GET');
    const checksum = checksumFromText(row.checksum);
    const parts = asked.has('ObjectParts') && row.upload !== null;
    return {
      LastModified: new Date(row.modified_at),
      VersionId: answeredVersion(bucket, row),
      ETag: asked.has('ETag') ? row.etag : undefined,
      Checksum: asked.has('Checksum') && checksum ? shownChecksum(checksum) : undefined,
      ObjectParts: parts ? await describeParts(reader, input, row, checksum) : undefined,
      StorageClass: asked.has('StorageClass') ? row.storage_class : undefined,
      ObjectSize: asked.has('ObjectSize') ? row.size : undefined,
    };
  });
}

/** The number of parts that a composite checksum ends with is left out here. */
const shownChecksum = ({ algorithm, type, value }: ObjectChecksum): Checksum => ({
  [checksumMembers[algorithm]]: value.replace(/-\d+$/, ''),
  ChecksumType: type,
});

/** The parts themselves are told only where they have checksums of their own to show. */
async function describeParts(
  reader: Reader,
  input: GetObjectAttributesRequest,
  { upload }: ObjectRow,
  checksum: ObjectChecksum | undefined,
): Promise<GetObjectAttributesParts> {
  const sequence = upload ?? 0;
  const TotalPartsCount = await countParts(reader, sequence);
  if (checksum?.type !== 'COMPOSITE') return { TotalPartsCount };
  const max = pageSize(input.MaxParts, 'max-parts');
  const after = partNumberMarker(input.PartNumberMarker);
  const rows = await listPartRows(reader, sequence, after, max + 1);
  const page = rows.slice(0, max);
  return {
    TotalPartsCount,
    PartNumberMarker: String(after),
    NextPartNumberMarker: String(page.at(-1)?.number ?? 0),
    MaxParts: max,
    IsTruncated: max > 0 && rows.length > max,
    Parts: page.map((part) => ({
      PartNumber: part.number,
      Size: part.size,
      [checksumMembers[checksum.algorithm]]: part.checksum ?? undefined,
    })),
  };
}
