import type { ChecksumAlgorithm } from './algorithm.ts';
import { parseChecksumAlgorithm } from './algorithm.ts';
import type { CrcPart } from './crc-combine.ts';
import { combineCrcs, isCrc } from './crc-combine.ts';
import { invalidRequest } from './errors.ts';
import { checksumOf } from './hasher.ts';

/**
 * How the checksum of a multipart object relates to those of its parts: of the whole object, as if
 * it had been put at once, or of the list of part checksums.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

export interface MultipartChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly type: ChecksumType;
}

export const isChecksumType = (text: string): text is ChecksumType =>
  text === 'FULL_OBJECT' || text === 'COMPOSITE';

/**
 * What `x-amz-checksum-algorithm` and `x-amz-checksum-type` of CreateMultipartUpload mean together;
 * `undefined` when neither is given. Throws InvalidRequest for values or combinations S3 does not
 * have.
 */
export function parseMultipartChecksum(
  algorithmName: string | undefined,
  typeName: string | undefined,
): MultipartChecksum | undefined {
  if (typeName !== undefined && !isChecksumType(typeName))
    throw invalidRequest('Value for x-amz-checksum-type header is invalid.');
  if (algorithmName === undefined) {
    if (typeName === undefined) return undefined;
    throw invalidRequest(
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  const algorithm = parseChecksumAlgorithm(algorithmName);
  const type = typeName ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  const possible = type === 'FULL_OBJECT' ? isCrc(algorithm) : algorithm !== 'CRC64NVME';
  if (!possible) {
    throw invalidRequest(
      `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
  return { algorithm, type };
}

/**
 * The value of `x-amz-checksum-<algorithm>` of the completed object: base64, `-<parts>` appended to
 * a composite.
 */
export function combineChecksums(
  { algorithm, type }: MultipartChecksum,
  parts: readonly CrcPart[],
): string {
  if (type === 'FULL_OBJECT' && isCrc(algorithm)) {
    return combineCrcs(algorithm, parts).toString('base64');
  }
  const checksums = Buffer.concat(parts.map(({ crc }) => crc));
  return `${checksumOf(algorithm, checksums).toString('base64')}-${parts.length}`;
}
