import { AwsError } from '../error.ts';
import { formatServerTime } from './request-time.ts';
import type { Credential } from './signed-request.ts';
import { ALGORITHM, CLOCK_SKEW_MS_MAX } from './signed-request.ts';

/**
 * The same refusal has another code, status and wording in each family of services: S3 its own, the
 * JSON protocols names that end in `Exception`, over REST with 403 (Lambda) and otherwise with 400
 * (EventBridge), the query protocol (SNS, IAM, STS, SQS) names without it and 403.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export type ErrorFamily = 's3' | 'json' | 'rest-json' | 'query';

/** Nobody knows this access key id. */
export const unknownAccessKey = (family: ErrorFamily, accessKeyId: string) =>
  family === 's3'
    ? s3Error(
        'InvalidAccessKeyId',
        403,
        'The AWS Access Key Id you provided does not exist in our records.',
        {
          AWSAccessKeyId: accessKeyId,
        },
      )
    : invalidToken(family);

/** The session token is not one of ours or belongs to another access key. */
export const invalidToken = (family: ErrorFamily) =>
  family === 's3'
    ? s3Error('InvalidToken', 400, 'The provided token is malformed or otherwise invalid.')
    : familyError(
        family,
        { json: 'UnrecognizedClientException', query: 'InvalidClientTokenId' },
        'The security token included in the request is invalid.',
      );

/** Temporary credentials beyond their expiration. */
export const expiredToken = (family: ErrorFamily) =>
  family === 's3'
    ? s3Error('ExpiredToken', 400, 'The provided token has expired.')
    : familyError(
        family,
        { json: 'ExpiredTokenException', query: 'ExpiredToken' },
        'The security token included in the request is expired',
      );

/** A request without any credential, to an operation that does not serve anonymous callers. */
export const missingAuthentication = (family: ErrorFamily) =>
  family === 's3'
    ? s3Error('AccessDenied', 403, 'Access Denied')
    : familyError(
        family,
        { json: 'MissingAuthenticationTokenException', query: 'MissingAuthenticationToken' },
        family === 'query'
          ? 'Request is missing Authentication Token'
          : 'Missing Authentication Token',
      );

/** What the server computed and what the client sent, for the client to compare. */
export interface Mismatch {
  readonly accessKeyId: string;
  readonly signature: string;
  readonly stringToSign: string;
  /** Left out for chunks and forms, which have none. */
  readonly canonicalRequest?: string;
}

export function signatureDoesNotMatch(family: ErrorFamily, mismatch: Mismatch): AwsError {
  const { canonicalRequest, stringToSign } = mismatch;
  if (family === 's3') {
    return s3Error(
      'SignatureDoesNotMatch',
      403,
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      {
        AWSAccessKeyId: mismatch.accessKeyId,
        StringToSign: stringToSign,
        SignatureProvided: mismatch.signature,
        StringToSignBytes: bytesOf(stringToSign),
        ...(canonicalRequest !== undefined && {
          CanonicalRequest: canonicalRequest,
          CanonicalRequestBytes: bytesOf(canonicalRequest),
        }),
      },
    );
  }
  return invalidSignature(
    family,
    'The request signature we calculated does not match the signature you provided. ' +
      'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\n' +
      `The Canonical String for this request should have been\n'${canonicalRequest}'\n\n` +
      `The String-to-Sign should have been\n'${stringToSign}'\n`,
  );
}

/**
 * A signature that cannot hold, with the reason in words. Not for S3, whose codes differ by reason.
 */
export const invalidSignature = (family: Exclude<ErrorFamily, 's3'>, message: string) =>
  familyError(
    family,
    { json: 'InvalidSignatureException', query: 'SignatureDoesNotMatch' },
    message,
  );

/** A credential that lacks a part or holds a malformed one, in services other than S3. */
export const incompleteSignature = (family: Exclude<ErrorFamily, 's3'>, message: string) =>
  familyError(
    family,
    { json: 'IncompleteSignatureException', query: 'IncompleteSignature' },
    message,
  );

/** The same in S3, which tells header and presigned URL apart. */
export const malformedAuthorization = (
  location: Credential['location'],
  reason: string,
  members?: Record<string, string>,
  headers?: Record<string, string>,
) =>
  location === 'header'
    ? new AwsError(
        'AuthorizationHeaderMalformed',
        `The authorization header is malformed; ${reason}`,
        { members, headers },
      )
    : new AwsError('AuthorizationQueryParametersError', reason, { members, headers });

/** A credential that cannot be read, or is for something else. */
export const malformedCredential = (
  location: Credential['location'],
  reason: string,
  members?: Record<string, string>,
  headers?: Record<string, string>,
) =>
  malformedAuthorization(
    location,
    location === 'query' ? `Error parsing the X-Amz-Credential parameter; ${reason}` : reason,
    members,
    headers,
  );

/** Of Signature Version 4A, which only multi-region access points need. */
export const unsupportedVersion = () =>
  s3Error(
    'InvalidRequest',
    400,
    `The authorization mechanism you have provided is not supported. Please use ${ALGORITHM}.`,
  );

/** S3's answer to a clock that is more than 15 minutes off. */
export const requestTimeTooSkewed = (requestTime: string, nowMs: number) =>
  s3Error(
    'RequestTimeTooSkewed',
    403,
    'The difference between the request time and the current time is too large.',
    {
      RequestTime: requestTime,
      ServerTime: formatServerTime(nowMs),
      MaxAllowedSkewMilliseconds: String(CLOCK_SKEW_MS_MAX),
    },
  );

/** A body that ends early, or does not hold what its headers announced. */
export const incompleteBody = (expectedBytes: number, providedBytes: number) =>
  s3Error(
    'IncompleteBody',
    400,
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
    {
      NumberBytesExpected: String(expectedBytes),
      NumberBytesProvided: String(providedBytes),
    },
  );

export const s3Error = (
  code: string,
  status: number,
  message: string,
  members?: Record<string, string>,
) => new AwsError(code, message, { status, members });

const STATUS = { json: 400, 'rest-json': 403, query: 403 } as const;

function familyError(
  family: Exclude<ErrorFamily, 's3'>,
  codes: { readonly json: string; readonly query: string },
  message: string,
) {
  const code = family === 'query' ? codes.query : codes.json;
  return new AwsError(code, message, { status: STATUS[family] });
}

/** Space-separated hex, as S3 shows text whose invisible characters may matter. */
const bytesOf = (text: string) =>
  Buffer.from(text, 'latin1')
    .toString('hex')
    .replace(/..(?=.)/g, '$& ');
