import type {
  GetObjectOutput,
  GetObjectRequest,
  HeadObjectOutput,
  HeadObjectRequest,
} from '../../aws/models/s3.ts';
import type { WithStatus } from '../../aws/protocols/write-response.ts';
import type { Reader } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { ObjectRow, ObjectWithBody } from '../../storage/tables/objects.ts';
import { countParts, getPart } from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { type ByteRange, contentRange, parseRange } from './byte-range.ts';
import { invalidObjectState, invalidPartNumber, invalidRequest, noSuchKey } from './errors.ts';
import { findVersion } from './find-version.ts';
import { objectBytes } from './object-bytes.ts';
import { checksumFromText, checksumToOutput } from './object-checksum.ts';
import { checkKey, headersToOutput } from './object-headers.ts';
import { lockToOutput } from './object-lock.ts';
import { checkReadConditions } from './read-conditions.ts';
import { refuseUnsupported, SERVER_SIDE_ENCRYPTION } from './refuse-unsupported.ts';
import { requireBucket } from './require-bucket.ts';
import { checkPartNumber } from './require-upload.ts';
import { overrides } from './response-overrides.ts';
import { isRestored, restoreHeader } from './restore-state.ts';
import { isArchive, shownStorageClass } from './storage-class.ts';
import { tagsFromJson } from './tags.ts';
import { quote } from './write-conditions.ts';
import { answeredVersion } from './write-version.ts';

/** How often a read starts over when the object is replaced under it. */
const READ_ATTEMPTS_MAX = 3;

/**
 * GetObject - the object, a range of it, or one of its parts.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 *
 * Less than everything is answered with 206. Several ranges in one header are answered with the
 * whole object, as S3 does.
 */
export function getObject(
  input: GetObjectRequest,
  context: Context,
): Promise<GetObjectOutput & WithStatus> {
  return context.storage.read(async (reader) => {
    for (let attempt = 1; attempt <= READ_ATTEMPTS_MAX; attempt++) {
      const found = await select(reader, input, context, 'GET');
      const { row, range } = found;
      if (isArchive(row.storage_class) && !isRestored(row, context.clock.now()))
        throw invalidObjectState(row.storage_class);
      const Body = await objectBytes(reader, row, range);
      if (Body) return { ...describe(found, input), Body };
    }
    throw noSuchKey(input.Key);
  });
}

/**
 * HeadObject - all that GetObject tells, without the bytes; of archived objects too.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export function headObject(
  input: HeadObjectRequest,
  context: Context,
): Promise<HeadObjectOutput & WithStatus> {
  return context.storage.read(async (reader) =>
    describe(await select(reader, input, context, 'HEAD'), input),
  );
}

interface Selection {
  readonly range: ByteRange;
  /** Whether the client asked for less than everything. */
  readonly partial: boolean;
  readonly partsCount?: number | undefined;
}

interface Found extends Selection {
  readonly bucket: BucketRow;
  readonly row: ObjectWithBody;
}

async function select(
  reader: Reader,
  input: GetObjectRequest,
  context: Context,
  method: string,
): Promise<Found> {
  checkKey(input.Key);
  refuseUnsupported(input);
  const overridden = Object.keys(overrides(input)).length > 0;
  if (overridden && context.caller.principal.kind === 'anonymous')
    throw invalidRequest(
      'Request specific response headers cannot be used for anonymous GET requests.',
    );
  if (input.Range !== undefined && input.PartNumber !== undefined)
    throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
  if (input.PartNumber !== undefined) checkPartNumber(input.PartNumber);
  const bucket = await requireBucket(reader, context, input);
  const row = await findVersion(reader, bucket.name, input.Key, input.VersionId, method);
  checkReadConditions(input, row, context.clock.now());
  const selection =
    input.PartNumber === undefined
      ? selectRange(input.Range, row.size)
      : await selectPart(reader, row, input.PartNumber);
  return { bucket, row, ...selection };
}

function selectRange(header: string | undefined, size: number): Selection {
  const range = header === undefined ? undefined : parseRange(header, size);
  return { range: range ?? { start: 0, end: size }, partial: range !== undefined };
}

/** An object that was not uploaded in parts is its own first part. */
async function selectPart(reader: Reader, row: ObjectRow, number: number): Promise<Selection> {
  const { size, upload } = row;
  if (upload === null) {
    if (number !== 1) throw invalidPartNumber(number, 1);
    return { range: { start: 0, end: size }, partial: size > 0 };
  }
  const part = await getPart(reader, upload, number);
  const partsCount = await countParts(reader, upload);
  if (!part || part.start === null) throw invalidPartNumber(number, partsCount);
  const range = { start: part.start, end: part.start + part.size };
  return { range, partial: size > 0, partsCount };
}

function describe({ bucket, row, range, partial, partsCount }: Found, input: GetObjectRequest) {
  const length = range.end - range.start;
  const checksum = input.ChecksumMode === 'ENABLED' && length === row.size;
  const tags = tagsFromJson(row.tags).length;
  return {
    ...headersToOutput(row.headers),
    ...overrides(input),
    ...(checksum && checksumToOutput(checksumFromText(row.checksum))),
    AcceptRanges: 'bytes',
    ContentLength: length,
    ...(partial && { $status: 206, ContentRange: contentRange(range, row.size) }),
    ETag: quote(row.etag),
    LastModified: new Date(row.modified_at),
    ...lockToOutput(row.object_lock),
    PartsCount: partsCount,
    Restore: restoreHeader(row),
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
    StorageClass: shownStorageClass(row.storage_class),
    TagCount: tags > 0 ? tags : undefined,
    VersionId: answeredVersion(bucket, row),
  };
}
