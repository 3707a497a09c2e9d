import { timingSafeEqual } from 'node:crypto';
import { canonicalRequest, sign, stringToSign } from './canonical-request.ts';
import type { ErrorFamily } from './errors.ts';
import {
  invalidSignature,
  malformedAuthorization,
  requestTimeTooSkewed,
  s3Error,
  signatureDoesNotMatch,
} from './errors.ts';
import { formatRequestTime, formatServerTime } from './request-time.ts';
import type { Credential, Headers, SignedRequest } from './signed-request.ts';
import { CLOCK_SKEW_MS_MAX } from './signed-request.ts';
import { signingKey } from './signing-key.ts';

/** A request together with the hash of its payload, as it goes into the canonical request. */
export interface VerifiableRequest extends SignedRequest {
  /**
   * Lower-case hex SHA-256 of the body; for S3 the value of `x-amz-content-sha256` (see
   * `contentSha256`).
   */
  readonly payloadHash: string;
}

/**
 * Proves that the owner of `secretAccessKey` signed this very request, recently. Takes about 20 us.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 *
 * `nowMs` is the wall clock, also where the rest of the platform runs on a virtual one: clients
 * sign with real time. Throws `AwsError`: SignatureDoesNotMatch, RequestTimeTooSkewed, AccessDenied
 * (expired, unsigned headers) and AuthorizationHeaderMalformed in S3; InvalidSignatureException or
 * SignatureDoesNotMatch elsewhere.
 */
export function verifySignature(
  request: VerifiableRequest,
  credential: Credential,
  secretAccessKey: string,
  nowMs: number,
  family: ErrorFamily,
): void {
  checkTime(credential, nowMs, family);
  checkScopeDate(credential, family);
  checkSignedHeaders(request.headers, credential.signedHeaders, family);

  const { accessKeyId, signedHeaders, service, scope, requestTime, signature } = credential;
  const canonical = canonicalRequest(request, signedHeaders, service, request.payloadHash);
  const text = stringToSign(requestTime, scope, canonical);
  const key = signingKey(accessKeyId, secretAccessKey, scope);
  if (!sameSignature(sign(key, text), signature)) {
    throw signatureDoesNotMatch(family, {
      accessKeyId,
      signature,
      stringToSign: text,
      canonicalRequest: canonical,
    });
  }
}

/** Compares in a time that does not depend on where the two differ. */
export function sameSignature(computed: string, provided: string): boolean {
  return (
    computed.length === provided.length &&
    timingSafeEqual(Buffer.from(computed, 'latin1'), Buffer.from(provided, 'latin1'))
  );
}

function checkTime(credential: Credential, nowMs: number, family: ErrorFamily): void {
  const { requestTime, requestTimeMs, expiresSeconds } = credential;
  const early = requestTimeMs - nowMs > CLOCK_SKEW_MS_MAX;
  const lifeMs = expiresSeconds === undefined ? CLOCK_SKEW_MS_MAX : expiresSeconds * 1000;
  const late = nowMs - requestTimeMs > lifeMs;
  if (!early && !late) return;

  if (family !== 's3')
    throw invalidSignature(
      family,
      skewMessage(requestTime, nowMs, early ? -CLOCK_SKEW_MS_MAX : lifeMs),
    );
  if (expiresSeconds === undefined) throw requestTimeTooSkewed(requestTime, nowMs);
  const serverTime = formatServerTime(nowMs);
  throw early
    ? s3Error('AccessDenied', 403, 'Request is not yet valid', {
        'X-Amz-Date': requestTime,
        ServerTime: serverTime,
      })
    : s3Error('AccessDenied', 403, 'Request has expired', {
        'X-Amz-Expires': String(expiresSeconds),
        Expires: formatServerTime(requestTimeMs + lifeMs),
        ServerTime: serverTime,
      });
}

function skewMessage(requestTime: string, nowMs: number, allowedMs: number): string {
  const now = formatRequestTime(nowMs);
  const limit = formatRequestTime(nowMs - allowedMs);
  const minutes = Math.abs(allowedMs) / 60_000;
  return allowedMs < 0
    ? `Signature not yet current: ${requestTime} is still later than ${limit} (${now} + ${minutes} min.)`
    : `Signature expired: ${requestTime} is now earlier than ${limit} (${now} - ${minutes} min.)`;
}

function checkScopeDate({ date, requestTime, location }: Credential, family: ErrorFamily): void {
  if (requestTime.startsWith(date)) return;
  const day = requestTime.slice(0, date.length);
  if (family === 's3') {
    throw malformedAuthorization(
      location,
      `Invalid credential date "${date}". This date is not the same as X-Amz-Date: "${day}".`,
    );
  }
  throw invalidSignature(
    family,
    `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${day}', from '${requestTime}'.`,
  );
}

/**
 * `host` must be signed everywhere, in S3 every `x-amz-` header as well: they change what a request
 * means.
 */
function checkSignedHeaders(
  headers: Headers,
  signedHeaders: readonly string[],
  family: ErrorFamily,
): void {
  if (family !== 's3') {
    if (signedHeaders.includes('host')) return;
    throw invalidSignature(
      family,
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    );
  }
  const unsigned = signedHeaders.includes('host') ? [] : ['host'];
  for (const name in headers) {
    if (name.startsWith('x-amz-') && !signedHeaders.includes(name)) unsigned.push(name);
  }
  if (unsigned.length === 0) return;
  throw s3Error(
    'AccessDenied',
    403,
    'There were headers present in the request which were not signed',
    { HeadersNotSigned: unsigned.join(', ') },
  );
}
