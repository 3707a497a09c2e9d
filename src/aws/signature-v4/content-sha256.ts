import { s3Error } from './errors.ts';
import type { Credential, SignedRequest } from './signed-request.ts';
import { UNSIGNED_PAYLOAD } from './signed-request.ts';

/**
 * How S3 learns whether the body is the one that was signed, from `x-amz-content-sha256`: by a hash
 * of the whole, not at all, or chunk by chunk (see `createAwsChunkedDecoder`).
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export type PayloadIntegrity =
  | { readonly kind: 'hashed'; readonly sha256: string }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'chunked'; readonly signed: boolean; readonly trailer: boolean };

const LITERALS: Readonly<Record<string, PayloadIntegrity>> = {
  [UNSIGNED_PAYLOAD]: { kind: 'unsigned' },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { kind: 'chunked', signed: false, trailer: true },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { kind: 'chunked', signed: true, trailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { kind: 'chunked', signed: true, trailer: true },
};

const VERSION_4A = [
  'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD',
  'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER',
];

/**
 * The text that stands for the payload in S3's canonical request. The header must be there except
 * in a presigned URL, whose maker seldom knows the body.
 */
export function contentSha256(request: SignedRequest, location: Credential['location']): string {
  const value = request.headers['x-amz-content-sha256'];
  if (value !== undefined) return value;
  if (location === 'query') {
    return /(?:^|&)X-Amz-Content-Sha256=([^&]*)/.exec(request.rawQuery)?.[1] ?? UNSIGNED_PAYLOAD;
  }
  throw s3Error(
    'InvalidRequest',
    400,
    'Missing required header for this request: x-amz-content-sha256',
  );
}

/**
 * Throws InvalidArgument for an unknown value and NotImplemented for the chunks of Signature
 * Version 4A.
 */
export function parseContentSha256(value: string): PayloadIntegrity {
  const literal = Object.hasOwn(LITERALS, value) ? LITERALS[value] : undefined;
  if (literal) return literal;
  if (/^[0-9a-f]{64}$/.test(value)) return { kind: 'hashed', sha256: value };
  if (VERSION_4A.includes(value)) {
    throw s3Error(
      'NotImplemented',
      501,
      'A header you provided implies functionality that is not implemented',
      { Header: 'x-amz-content-sha256', additionalMessage: value },
    );
  }
  throw s3Error(
    'InvalidArgument',
    400,
    `x-amz-content-sha256 must be ${Object.keys(LITERALS).join(', ')}, or a valid sha256 value.`,
    { ArgumentName: 'x-amz-content-sha256', ArgumentValue: value },
  );
}

/** The body is not the one whose hash was signed. */
export const contentSha256Mismatch = (provided: string, computed: string) =>
  s3Error(
    'XAmzContentSHA256Mismatch',
    400,
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    { ClientComputedContentSHA256: provided, S3ComputedContentSHA256: computed },
  );
