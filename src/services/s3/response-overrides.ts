import type { GetObjectRequest } from '../../aws/models/s3.ts';
import { invalidArgument } from './errors.ts';
import type { ObjectHeaders } from './object-headers.ts';

/**
 * `response-content-type=...` and its like replace what is stored, for this answer. Throws
 * InvalidArgument.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestParameters
 */
export function overrides(input: GetObjectRequest) {
  return {
    ...override('CacheControl', 'response-cache-control', input.ResponseCacheControl),
    ...override(
      'ContentDisposition',
      'response-content-disposition',
      input.ResponseContentDisposition,
    ),
    ...override('ContentEncoding', 'response-content-encoding', input.ResponseContentEncoding),
    ...override('ContentLanguage', 'response-content-language', input.ResponseContentLanguage),
    ...override('ContentType', 'response-content-type', input.ResponseContentType),
    ...override('Expires', 'response-expires', input.ResponseExpires),
  };
}

/** What a header cannot hold is refused, line ends above all. */
function override(member: keyof ObjectHeaders, parameter: string, value: string | undefined) {
  if (value === undefined) return undefined;
  if (!HEADER_TEXT.test(value))
    throw invalidArgument('Header value cannot be represented using ISO-8859-1.', parameter, value);
  return { [member]: value };
}

const HEADER_TEXT = /^[\t\x20-\x7e\x80-\xff]*$/;
