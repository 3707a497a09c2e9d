import { hasQueryAuthorization } from '../aws/signature-v4/parse-query-authorization.ts';
import type { Headers } from '../aws/signature-v4/signed-request.ts';
import type { Exchange } from './exchange.ts';

/** Parameters that may stand for headers; boto3 puts the last two there, with Signature Version 2. */
const HEADER = /^(?:x-amz-.+|content-type|content-md5)$/;
/**
 * S3 takes no notice of these in a URL: whoever presigns it rarely knows the body, and the SDK for
 * JavaScript then announces the checksum of none at all.
 */
const UNNOTICED = /^x-amz-(?:checksum-(?!mode$)|sdk-checksum-algorithm$|tagging$)/;

/**
 * The headers of a request as its operation sees them. Presigned URLs may hold headers as
 * parameters, so that whoever uses them need not know of them: SDKs put `x-amz-meta-...` and
 * `x-amz-acl` there. The headers that are sent win.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function presignedHeaders(
  { headers, rawQuery }: Pick<Exchange, 'headers' | 'rawQuery'>,
  query: URLSearchParams,
): Headers {
  if (!hasQueryAuthorization(rawQuery)) return headers;
  const all: Record<string, string | undefined> = { ...headers };
  for (const [parameter, value] of query) {
    const name = parameter.toLowerCase();
    if (HEADER.test(name) && !UNNOTICED.test(name))
      all[name] ??= Buffer.from(value).toString('latin1');
  }
  return all;
}
