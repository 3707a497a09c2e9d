import type { ChecksumAlgorithm } from '../../aws/checksums/algorithm.ts';
import type { ChecksumType } from '../../aws/checksums/multipart-checksum.ts';
import type { StoredBody } from '../../aws/protocols/shape.ts';

/**
 * The additional checksum of an object: one algorithm, base64, over the whole object or over the
 * checksums of its parts (then with `-N` behind it).
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
export interface ObjectChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly type: ChecksumType;
  readonly value: string;
}

/** Each algorithm's member in requests and answers. */
export const checksumMembers = {
  CRC32: 'ChecksumCRC32',
  CRC32C: 'ChecksumCRC32C',
  CRC64NVME: 'ChecksumCRC64NVME',
  SHA1: 'ChecksumSHA1',
  SHA256: 'ChecksumSHA256',
} as const satisfies Record<ChecksumAlgorithm, string>;

/** What S3 computes when the client names nothing. */
export const DEFAULT_CHECKSUM_ALGORITHM: ChecksumAlgorithm = 'CRC64NVME';

const isChecksumAlgorithm = (name: string): name is ChecksumAlgorithm =>
  Object.hasOwn(checksumMembers, name);

/** MD5 of nothing: the ETag of empty objects and of delete markers. */
export const EMPTY_ETAG = 'd41d8cd98f00b204e9800998ecf8427e';

/** The ETag of a body that was uploaded in one piece: its MD5 in hex. */
export function etagOf(body: StoredBody | undefined): string {
  if (!body || body.size === 0) return EMPTY_ETAG;
  const md5 = body.checksums?.md5;
  if (md5 === undefined) throw new Error('the body came without its md5');
  return Buffer.from(md5, 'base64').toString('hex');
}

/**
 * The checksum to keep: by the algorithm that the client chose, else by S3's own, where the gateway
 * computed it.
 */
export function checksumOf(body: StoredBody | undefined): ObjectChecksum | undefined {
  const algorithm = (body?.checksumAlgorithm ?? DEFAULT_CHECKSUM_ALGORITHM).toUpperCase();
  const value = body?.checksums?.[algorithm.toLowerCase()];
  if (value === undefined || !isChecksumAlgorithm(algorithm)) return undefined;
  return { algorithm, type: 'FULL_OBJECT', value };
}

/**
 * As it is stored, `CRC64NVME AAAAAAAAAAA=`: short, because a listing reads it with every key. The
 * number of parts at its end tells a composite one.
 */
export const checksumToText = (checksum: ObjectChecksum | undefined): string | null =>
  checksum ? `${checksum.algorithm} ${checksum.value}` : null;

export function checksumFromText(text: string | null): ObjectChecksum | undefined {
  if (text === null) return undefined;
  const space = text.indexOf(' ');
  const value = text.slice(space + 1);
  return {
    algorithm: text.slice(0, space) as ChecksumAlgorithm,
    type: value.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT',
    value,
  };
}

/** The members of an answer that show a checksum. */
export function checksumToOutput(checksum: ObjectChecksum | undefined) {
  if (!checksum) return {};
  return { [checksumMembers[checksum.algorithm]]: checksum.value, ChecksumType: checksum.type };
}
