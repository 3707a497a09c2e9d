import { hash } from 'node:crypto';
import type { ChecksumAlgorithm } from '../../aws/checksums/algorithm.ts';
import {
  invalidChecksum,
  isChecksum,
  multipleChecksums,
} from '../../aws/checksums/checksum-headers.ts';
import { badDigest } from '../../aws/checksums/errors.ts';
import type { ChecksumType } from '../../aws/checksums/multipart-checksum.ts';
import { combineChecksums, isChecksumType } from '../../aws/checksums/multipart-checksum.ts';
import type { CompletedPart, CompleteMultipartUploadRequest } from '../../aws/models/s3.ts';
import type { PartRow, UploadRow } from '../../storage/tables/uploads.ts';
import { invalidArgument, invalidRequest, malformedXml } from './errors.ts';
import { invalidPart, invalidPartOrder, partTooSmall } from './multipart-errors.ts';
import {
  checksumMembers,
  DEFAULT_CHECKSUM_ALGORITHM,
  type ObjectChecksum,
} from './object-checksum.ts';
import { PART_NUMBER_MAX } from './require-upload.ts';
import { unquote } from './write-conditions.ts';

/** 5 MiB: every part but the last has at least so many bytes. */
export const PART_BYTES_MIN = 5 * 1024 ** 2;

/**
 * The parts that a CompleteMultipartUpload names, in order, of those that were uploaded. Throws
 * InvalidRequest, MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall.
 */
export function selectParts(
  input: CompleteMultipartUploadRequest,
  upload: UploadRow,
  uploaded: readonly PartRow[],
): PartRow[] {
  if (!input.MultipartUpload) throw invalidRequest('You must specify at least one part');
  const named = input.MultipartUpload.Parts ?? [];
  if (named.length === 0 || named.length > PART_NUMBER_MAX) throw malformedXml();
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  let previous = 0;
  const parts = named.map((part) => {
    const { PartNumber: number, ETag } = part;
    if (number === undefined || ETag === undefined) throw malformedXml();
    if (number < 1) throw invalidArgument('PartNumber must be >= 1', 'PartNumber', String(number));
    if (number <= previous) throw invalidPartOrder(input.UploadId);
    previous = number;
    const found = byNumber.get(number);
    const etag = unquote(ETag);
    if (!found || found.etag !== etag) throw invalidPart(etag, number, input.UploadId);
    checkPartChecksum(part, found, upload, input.UploadId);
    return found;
  });
  for (const part of parts.slice(0, -1)) {
    if (part.size < PART_BYTES_MIN)
      throw partTooSmall(part.etag, part.number, part.size, PART_BYTES_MIN);
  }
  return parts;
}

/**
 * A composite checksum is made of the parts' own, so each must be named; elsewhere it is compared
 * where it is.
 */
function checkPartChecksum(
  named: CompletedPart,
  part: PartRow,
  upload: UploadRow,
  uploadId: string,
): void {
  const algorithm = upload.checksum_algorithm as ChecksumAlgorithm | null;
  if (algorithm === null) return;
  const value = named[checksumMembers[algorithm]];
  if (value === undefined && upload.checksum_type === 'COMPOSITE')
    throw invalidRequest(
      `The upload was created using a ${algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${part.number} in the request.`,
    );
  if (value !== undefined && value !== part.checksum)
    throw invalidPart(part.etag, part.number, uploadId);
}

/** MD5 of the parts' MD5s, with how many they are: no MD5 of the object. */
export function multipartEtag(parts: readonly PartRow[]): string {
  const digests = Buffer.from(parts.map((part) => part.etag).join(''), 'hex');
  return `${hash('md5', digests)}-${parts.length}`;
}

/**
 * The object's checksum out of those of its parts, `undefined` when some part has none. Throws
 * InvalidRequest and BadDigest where the client says otherwise.
 */
export function multipartChecksum(
  input: CompleteMultipartUploadRequest,
  upload: UploadRow,
  parts: readonly PartRow[],
): ObjectChecksum | undefined {
  const algorithm = (upload.checksum_algorithm ?? DEFAULT_CHECKSUM_ALGORITHM) as ChecksumAlgorithm;
  const type = (upload.checksum_type ?? 'FULL_OBJECT') as ChecksumType;
  const announced = announcedChecksum(input);
  if (input.ChecksumType !== undefined && !isChecksumType(input.ChecksumType))
    throw invalidRequest('Value for x-amz-checksum-type header is invalid.');
  if (input.ChecksumType !== undefined && input.ChecksumType !== type)
    throw invalidRequest(
      `The upload was created using the ${type} checksum mode. The complete request must use the same checksum mode.`,
    );
  const pieces = parts.flatMap(({ checksum, size }) =>
    checksum === null ? [] : { crc: Buffer.from(checksum, 'base64'), bytes: size },
  );
  if (pieces.length < parts.length) return undefined;
  const value = combineChecksums({ algorithm, type }, pieces);
  const expected = announced?.algorithm === algorithm ? announced.value : undefined;
  if (expected !== undefined && expected !== value && `${expected}-${parts.length}` !== value)
    throw badDigest(`The ${algorithm} you specified did not match the calculated checksum.`);
  return { algorithm, type, value };
}

/**
 * The checksum that the client expects the object to have; a composite one may say of how many
 * parts. Throws InvalidRequest for several, and for what is none.
 */
function announcedChecksum(input: CompleteMultipartUploadRequest) {
  const [announced, ...more] = Object.entries(checksumMembers).flatMap(([name, member]) => {
    const value = input[member];
    return value === undefined ? [] : { algorithm: name as ChecksumAlgorithm, value };
  });
  if (more.length > 0) throw multipleChecksums();
  if (announced && !isChecksum(announced.algorithm, announced.value.replace(/-\d+$/, '')))
    throw invalidChecksum(announced.algorithm, 'header');
  return announced;
}

/** Throws InvalidRequest when the client counted other than what has arrived. */
export function checkObjectSize(announced: number | undefined, size: number): void {
  if (announced === undefined || announced === size) return;
  if (announced < 0)
    throw invalidRequest(`Value for x-amz-mp-object-size header is less than zero: '${announced}'`);
  throw invalidRequest(
    `The provided 'x-amz-mp-object-size' header value ${announced} does not match what was computed: ${size}`,
  );
}
