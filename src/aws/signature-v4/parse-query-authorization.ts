import { parseCredentialScope } from './credential-scope.ts';
import type { ErrorFamily } from './errors.ts';
import { incompleteSignature, malformedAuthorization, s3Error } from './errors.ts';
import { parseRequestTime } from './request-time.ts';
import type { Credential } from './signed-request.ts';
import { ALGORITHM, CLOCK_SKEW_MS_MAX, EXPIRES_SECONDS_MAX } from './signed-request.ts';
import { decodeQuery } from './uri-encoding.ts';

const REQUIRED = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
] as const;

/**
 * Whether a query string carries any part of a signature (`X-Amz-...`, or `AWSAccessKeyId` of
 * version 2).
 */
export const hasQueryAuthorization = (rawQuery: string) =>
  rawQuery !== '' &&
  /(?:^|&)(?:X-Amz-(?:Algorithm|Credential|Signature|Date|SignedHeaders|Expires)|AWSAccessKeyId|Signature)=/.test(
    rawQuery,
  );

/**
 * Reads the credential of a presigned URL.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function parseQueryAuthorization(rawQuery: string, family: ErrorFamily): Credential {
  const parameters = parseParameters(rawQuery);
  if (!REQUIRED.some((name) => parameters.has(name))) throw version2(family);

  const missing = REQUIRED.filter(
    (name) => !parameters.get(name) && !(name === 'X-Amz-Expires' && family !== 's3'),
  );
  if (missing.length > 0) throw missingParameters(missing, family);
  const get = (name: (typeof REQUIRED)[number]) => parameters.get(name) ?? '';

  if (get('X-Amz-Algorithm') !== ALGORITHM) {
    throw malformed(
      family,
      `X-Amz-Algorithm only supports "${ALGORITHM} and AWS4-ECDSA-P256-SHA256"`,
    );
  }
  const requestTime = get('X-Amz-Date');
  const requestTimeMs = parseRequestTime(requestTime);
  if (requestTimeMs === undefined) {
    throw malformed(
      family,
      "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
    );
  }
  return {
    location: 'query',
    ...parseCredentialScope(get('X-Amz-Credential'), 'query', family),
    signedHeaders: get('X-Amz-SignedHeaders').split(';'),
    signature: get('X-Amz-Signature'),
    requestTime,
    requestTimeMs,
    sessionToken: parameters.get('X-Amz-Security-Token'),
    expiresSeconds: parseExpires(parameters.get('X-Amz-Expires'), family),
  };
}

/**
 * Services other than S3 may leave the expiry out: then the tolerance for clocks is the life of the
 * URL.
 */
function parseExpires(text: string | undefined, family: ErrorFamily): number {
  if (text === undefined) return CLOCK_SKEW_MS_MAX / 1000;
  if (!/^-?\d{1,15}$/.test(text)) throw malformed(family, 'X-Amz-Expires should be a number');
  const seconds = Number(text);
  if (seconds < 0) throw malformed(family, 'X-Amz-Expires must be non-negative');
  if (seconds > EXPIRES_SECONDS_MAX) {
    throw malformed(
      family,
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${EXPIRES_SECONDS_MAX} seconds`,
    );
  }
  return seconds;
}

/** The first value of each parameter, decoded. */
function parseParameters(rawQuery: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const part of rawQuery.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? '' : decodeQuery(part.slice(equals + 1));
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

const malformed = (family: ErrorFamily, message: string) =>
  family === 's3' ? malformedAuthorization('query', message) : incompleteSignature(family, message);

function missingParameters(missing: readonly string[], family: ErrorFamily) {
  if (family !== 's3') {
    return incompleteSignature(
      family,
      `AWS query-string parameters must include ${missing.map((name) => `'${name}'`).join(', ')}. Re-examine the query-string parameters.`,
    );
  }
  const required = `${REQUIRED.slice(0, -1).join(', ')}, and ${REQUIRED.at(-1)}`;
  return malformedAuthorization(
    'query',
    `Query-string authentication version 4 requires the ${required} parameters.`,
  );
}

/** Half a credential of Signature Version 2, or one for a service that never knew it. */
const version2 = (family: ErrorFamily) =>
  family === 's3'
    ? s3Error(
        'AccessDenied',
        403,
        'Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters',
      )
    : incompleteSignature(family, `Only ${ALGORITHM} signatures are supported.`);
