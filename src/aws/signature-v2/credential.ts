import { s3Error } from '../signature-v4/errors.ts';
import type { SignedRequest } from '../signature-v4/signed-request.ts';

/** What a request of Signature Version 2 says about who signed it. Not verified yet. */
export interface Version2Credential {
  readonly location: 'header' | 'query';
  readonly accessKeyId: string;
  /** Base64. */
  readonly signature: string;
  /** When the URL ends, in seconds since the epoch, as it is written there. Headers are dated otherwise. */
  readonly expires: string;
  readonly sessionToken: string | undefined;
}

const QUERY = ['Signature', 'Expires', 'AWSAccessKeyId'] as const;
const VERSION_4 = /(?:^|&)X-Amz-(?:Algorithm|Credential|Signature|Date|SignedHeaders|Expires)=/;
const VERSION_2 = /(?:^|&)(?:AWSAccessKeyId|Signature)=/;

/**
 * Reads the credential of a request that is signed with Signature Version 2, S3's older one, in
 * which boto3 and the AWS CLI still presign URLs unless told otherwise. `undefined` for any other.
 * Throws AccessDenied and InvalidArgument for half a credential.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html
 */
export function parseVersion2(request: SignedRequest): Version2Credential | undefined {
  const { authorization } = request.headers;
  const { rawQuery } = request;
  if (VERSION_2.test(rawQuery) && !VERSION_4.test(rawQuery))
    return authorization === undefined ? parseQuery(rawQuery) : undefined;
  if (!authorization?.startsWith('AWS ') || VERSION_4.test(rawQuery)) return undefined;
  return parseHeader(authorization, request.headers['x-amz-security-token']);
}

function parseQuery(rawQuery: string): Version2Credential {
  const parameters = new URLSearchParams(rawQuery);
  const [signature, expires, accessKeyId] = QUERY.map((name) => parameters.get(name) ?? '');
  if (!signature || !expires || !accessKeyId)
    throw s3Error(
      'AccessDenied',
      403,
      `Query-string authentication requires the ${QUERY[0]}, ${QUERY[1]} and ${QUERY[2]} parameters`,
    );
  const sessionToken = parameters.get('x-amz-security-token') ?? undefined;
  return { location: 'query', accessKeyId, signature, expires, sessionToken };
}

function parseHeader(authorization: string, sessionToken: string | undefined): Version2Credential {
  const [, accessKeyId, signature] = /^AWS ([^:\s]+):(\S+)$/.exec(authorization) ?? [];
  if (!accessKeyId || !signature)
    throw s3Error(
      'InvalidArgument',
      400,
      'AWS authorization header is invalid.  Expected AwsAccessKeyId:signature',
      { ArgumentName: 'Authorization', ArgumentValue: authorization },
    );
  return { location: 'header', accessKeyId, signature, expires: '', sessionToken };
}
