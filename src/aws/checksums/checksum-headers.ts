import type { AwsError } from '../error.ts';
import type { ChecksumAlgorithm } from './algorithm.ts';
import { CHECKSUM_BYTES, checksumHeader, parseChecksumAlgorithm } from './algorithm.ts';
import { badDigest, invalidRequest } from './errors.ts';

/** The checksum a client announces for a body. */
export interface AnnouncedChecksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64. `undefined` when it follows the body, as a trailer. */
  readonly value: string | undefined;
}

const PREFIX = 'x-amz-checksum-';
/** Headers of that prefix that are settings, not values. */
const SETTINGS = new Set([
  'x-amz-checksum-algorithm',
  'x-amz-checksum-mode',
  'x-amz-checksum-type',
]);

/**
 * The checksum in the headers of an upload (lower-case names), if any: one
 * `x-amz-checksum-<algorithm>` with its value, or its name in `x-amz-trailer`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 *
 * Throws InvalidRequest: several, unknown or malformed ones, or another than
 * `x-amz-sdk-checksum-algorithm` names.
 */
export function parseChecksumHeaders(
  headers: Readonly<Record<string, string | undefined>>,
): AnnouncedChecksum | undefined {
  const announced: AnnouncedChecksum[] = [];
  for (const name in headers) {
    if (!name.startsWith(PREFIX) || SETTINGS.has(name)) continue;
    const algorithm = parseChecksumAlgorithm(name.slice(PREFIX.length));
    const value = headers[name] ?? '';
    if (!isChecksum(algorithm, value)) throw invalidChecksum(algorithm, 'header');
    announced.push({ algorithm, value });
  }
  for (const trailer of headers['x-amz-trailer']?.split(',') ?? []) {
    const name = trailer.trim().toLowerCase();
    if (!name.startsWith(PREFIX)) {
      throw invalidRequest('The value specified in the x-amz-trailer header is not supported');
    }
    announced.push({
      algorithm: parseChecksumAlgorithm(name.slice(PREFIX.length)),
      value: undefined,
    });
  }
  if (announced.length > 1) throw multipleChecksums();
  checkSdkAlgorithm(headers['x-amz-sdk-checksum-algorithm'], announced[0]);
  return announced[0];
}

/** Whether text is the base64 of as many bytes as the algorithm yields. */
export function isChecksum(algorithm: ChecksumAlgorithm, text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === CHECKSUM_BYTES[algorithm] && bytes.toString('base64') === text;
}

/**
 * Compares what was announced, in a header or by now in a trailer, with what was computed (raw
 * bytes). Throws BadDigest, and InvalidRequest for a trailer that is no checksum.
 */
export function checkChecksum(
  { algorithm, value }: AnnouncedChecksum,
  computed: Buffer,
  trailers: Readonly<Record<string, string>> = {},
): void {
  const expected = value ?? trailers[checksumHeader(algorithm)] ?? '';
  if (!isChecksum(algorithm, expected)) throw invalidChecksum(algorithm, 'trailing header');
  if (expected !== computed.toString('base64')) {
    throw badDigest(`The ${algorithm} you specified did not match the calculated checksum.`);
  }
}

export const multipleChecksums = () =>
  invalidRequest(
    'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
  );

export const invalidChecksum = (algorithm: ChecksumAlgorithm, where: string): AwsError =>
  invalidRequest(`Value for ${checksumHeader(algorithm)} ${where} is invalid.`);

/** SDKs name the algorithm they chose, so that a value lost on the way does not go unnoticed. */
function checkSdkAlgorithm(name: string | undefined, announced: AnnouncedChecksum | undefined) {
  if (name === undefined) return;
  const algorithm = parseChecksumAlgorithm(name);
  if (!announced) {
    throw invalidRequest(
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  }
  if (announced.algorithm !== algorithm) {
    throw invalidRequest('Value for x-amz-sdk-checksum-algorithm header is invalid.');
  }
}
