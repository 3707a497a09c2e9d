import { parseCredentialScope } from './credential-scope.ts';
import type { ErrorFamily } from './errors.ts';
import {
  incompleteSignature,
  malformedAuthorization,
  s3Error,
  unsupportedVersion,
} from './errors.ts';
import { hasQueryAuthorization, parseQueryAuthorization } from './parse-query-authorization.ts';
import { formatRequestTime, parseHttpDate, parseRequestTime } from './request-time.ts';
import type { Credential, Headers, SignedRequest } from './signed-request.ts';
import { ALGORITHM } from './signed-request.ts';

/**
 * Reads who claims to have signed a request, from its `Authorization` header or its query string.
 * `undefined` is an anonymous request, whose header may be there and be empty. Nothing is verified
 * yet but the form.
 *
 * Throws `AwsError`: AuthorizationHeaderMalformed, AuthorizationQueryParametersError,
 * InvalidRequest (Signature Version 4A), InvalidArgument and AccessDenied in S3,
 * IncompleteSignature(Exception) elsewhere.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html
 */
export function parseAuthorization(
  request: SignedRequest,
  family: ErrorFamily,
): Credential | undefined {
  const { authorization } = request.headers;
  if (hasQueryAuthorization(request.rawQuery)) {
    if (authorization && family === 's3') throw twoMechanisms(authorization);
    return parseQueryAuthorization(request.rawQuery, family);
  }
  if (!authorization) return undefined;
  return parseAuthorizationHeader(authorization, request.headers, family);
}

function parseAuthorizationHeader(
  authorization: string,
  headers: Headers,
  family: ErrorFamily,
): Credential {
  const space = authorization.indexOf(' ');
  const algorithm = space < 0 ? authorization : authorization.slice(0, space);
  if (algorithm !== ALGORITHM) throw unsupportedAlgorithm(authorization, algorithm, family);

  const parts = new Map<string, string>();
  for (const part of authorization.slice(algorithm.length).split(',')) {
    const equals = part.indexOf('=');
    if (equals >= 0) parts.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  const credential = parts.get('Credential');
  const signedHeaders = parts.get('SignedHeaders');
  const signature = parts.get('Signature');
  if (!credential || !signedHeaders || !signature) throw missingPart(parts, family);
  return {
    location: 'header',
    ...parseCredentialScope(credential, 'header', family),
    signedHeaders: signedHeaders.split(';'),
    signature,
    ...parseDate(headers, family),
    sessionToken: headers['x-amz-security-token'],
    expiresSeconds: undefined,
  };
}

/**
 * `x-amz-date` is in the basic ISO form; `Date`, used where the other is absent, in that of HTTP
 * too.
 */
function parseDate(headers: Headers, family: ErrorFamily) {
  const { 'x-amz-date': amzDate, date } = headers;
  const text = amzDate ?? date ?? '';
  const basicMs = parseRequestTime(text);
  // S3 knows no time before 1970.
  if (basicMs !== undefined && (basicMs >= 0 || family !== 's3'))
    return { requestTime: text, requestTimeMs: basicMs };
  const httpMs = parseHttpDate(amzDate === undefined ? date : undefined);
  if (httpMs !== undefined)
    return { requestTime: formatRequestTime(httpMs), requestTimeMs: httpMs };
  if (family === 's3') {
    throw s3Error(
      'AccessDenied',
      403,
      'AWS authentication requires a valid Date or x-amz-date header',
    );
  }
  throw incompleteSignature(
    family,
    text === ''
      ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
      : `Date must be in ISO-8601 'basic format'. Got '${text}'. See http://en.wikipedia.org/wiki/ISO_8601`,
  );
}

function missingPart(parts: ReadonlyMap<string, string>, family: ErrorFamily) {
  if (family === 's3') {
    return malformedAuthorization(
      'header',
      'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
    );
  }
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parts.get(name));
  const sentences = missing.map((name) => `Authorization header requires '${name}' parameter. `);
  return incompleteSignature(family, `${sentences.join('')}Authorization=${ALGORITHM}`);
}

function unsupportedAlgorithm(authorization: string, algorithm: string, family: ErrorFamily) {
  if (family !== 's3') {
    return incompleteSignature(
      family,
      `Unsupported AWS 'algorithm': '${algorithm}' (only ${ALGORITHM} for now). `,
    );
  }
  // `AWS4-ECDSA-P256-SHA256` is Version 4A.
  if (algorithm.startsWith('AWS4-')) return unsupportedVersion();
  return s3Error('InvalidArgument', 400, 'Unsupported Authorization Type', {
    ArgumentName: 'Authorization',
    ArgumentValue: authorization,
  });
}

const twoMechanisms = (authorization: string) =>
  s3Error(
    'InvalidArgument',
    400,
    'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    { ArgumentName: 'Authorization', ArgumentValue: authorization },
  );
