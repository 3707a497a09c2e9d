/**
 * `UriEncode` of Signature Version 4: every byte but `A-Z a-z 0-9 - . _ ~` becomes `%XX` in upper
 * case.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 *
 * A server meets text that is already encoded, by clients that disagree about what to encode.
 * `reencode*` bring it into the one canonical form without decoding it first, so bytes that are not
 * UTF-8 survive. Raw text holds one byte per character, as `node:http` delivers it.
 */

const RESERVED = /[^A-Za-z0-9\-._~]/;
const RESERVED_IN_PATH = /[^A-Za-z0-9\-._~/]/;

/** The canonical form of a raw path: encoded once, slashes kept. */
export const reencodePath = (rawPath: string) =>
  RESERVED_IN_PATH.test(rawPath)
    ? rawPath.replace(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~/]/g, reencodePathPart)
    : rawPath;

/**
 * The canonical form of a raw query name or value. A literal `+` is a space there, as in HTML
 * forms.
 */
export const reencodeQuery = (raw: string) =>
  RESERVED.test(raw) ? raw.replace(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~]/g, reencodeQueryPart) : raw;

/** Encodes a raw path as if it were plain text: its `%` becomes `%25`. */
export const encodePathAgain = (rawPath: string) =>
  RESERVED_IN_PATH.test(rawPath) ? rawPath.replace(/[^A-Za-z0-9\-._~/]/g, encodeByte) : rawPath;

/** Encodes any text as UTF-8. */
export const encodeText = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, encodeByte);

/** Decodes a raw query name or value; what is no valid encoding stays as it is. */
export function decodeQuery(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return raw;
  }
}

const reencodeQueryPart = (part: string) => (part === '+' ? '%20' : reencodePart(part));

const reencodePathPart = (part: string) => (/^%2f$/i.test(part) ? '/' : reencodePart(part));

function reencodePart(part: string): string {
  if (part.length === 1) return encodeByte(part);
  const char = String.fromCharCode(Number.parseInt(part.slice(1), 16));
  return RESERVED.test(char) ? part.toUpperCase() : char;
}

const encodeByte = (char: string) =>
  `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
