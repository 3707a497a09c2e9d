import { invalidRedirectLocation, invalidUri, keyTooLong, metadataTooLarge } from './errors.ts';
import { mailSafe } from './mail-safe.ts';

/**
 * What a client says about an object, kept as it came and given back on GET and HEAD. Stored as
 * JSON.
 */
export interface ObjectHeaders {
  readonly ContentType?: string | undefined;
  readonly CacheControl?: string | undefined;
  readonly ContentDisposition?: string | undefined;
  readonly ContentEncoding?: string | undefined;
  readonly ContentLanguage?: string | undefined;
  readonly Expires?: string | undefined;
  readonly WebsiteRedirectLocation?: string | undefined;
  readonly Metadata?: Readonly<Record<string, string>> | undefined;
}

export const KEY_BYTES_MAX = 1024;
/** Of all user metadata together, names and values. */
export const METADATA_BYTES_MAX = 2048;

export const DEFAULT_CONTENT_TYPE = 'binary/octet-stream';

/** Throws KeyTooLongError, or InvalidURI for a NUL, which neither XML nor SQL text can hold. */
export function checkKey(key: string): void {
  const size = Buffer.byteLength(key);
  if (size > KEY_BYTES_MAX) throw keyTooLong(size, KEY_BYTES_MAX);
  if (key.includes('\0')) throw invalidUri(encodeURIComponent(key));
}

/**
 * The JSON to store; `null` when there is nothing to keep. Throws MetadataTooLarge and
 * InvalidRedirectLocation.
 */
export function headersToJson(input: ObjectHeaders): string | null {
  let size = 0;
  let some = false;
  for (const [name, value] of Object.entries(input.Metadata ?? {})) {
    size += Buffer.byteLength(name) + Buffer.byteLength(value);
    some = true;
  }
  if (size > METADATA_BYTES_MAX) throw metadataTooLarge(size, METADATA_BYTES_MAX);
  const redirect = input.WebsiteRedirectLocation;
  if (redirect !== undefined && !/^(\/|https?:\/\/)/.test(redirect))
    throw invalidRedirectLocation();
  const headers: ObjectHeaders = {
    ContentType: input.ContentType,
    CacheControl: input.CacheControl,
    ContentDisposition: input.ContentDisposition,
    ContentEncoding: contentEncoding(input.ContentEncoding),
    ContentLanguage: input.ContentLanguage,
    Expires: input.Expires,
    WebsiteRedirectLocation: redirect,
    Metadata: some ? input.Metadata : undefined,
  };
  const json = JSON.stringify(headers);
  return json === '{}' ? null : json;
}

/** `aws-chunked` was how the body travelled, and is no property of the object. */
function contentEncoding(header: string | undefined): string | undefined {
  if (!header?.includes('aws-chunked')) return header;
  const rest = header.split(',').filter((encoding) => encoding.trim() !== 'aws-chunked');
  return rest.length === 0 ? undefined : rest.join(',').trim();
}

export const headersFromJson = (json: string | null): ObjectHeaders =>
  json === null ? {} : JSON.parse(json);

/** As GET and HEAD show them. */
export function headersToOutput(json: string | null) {
  const { ContentType, Metadata = {}, ...headers } = headersFromJson(json);
  const metadata = Object.entries(Metadata).map(([name, value]) => [name, mailSafe(value)]);
  return {
    ...headers,
    ContentType: ContentType || DEFAULT_CONTENT_TYPE,
    Metadata: Object.fromEntries(metadata),
  };
}
