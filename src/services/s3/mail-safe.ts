/** Printable ASCII goes as it is; `=`, `?` and `_` mean something in an encoded word. */
const PLAIN = /^[\t\x20-\x7e]*$/;
const KEPT = /[\t!-<>@-^`-~]/;
/** Controls, and U+FFFD for what is no UTF-8. */
const UNPRINTABLE = /[\p{C}\ufffd]/u;

/**
 * User metadata as GET and HEAD show it: header values are ASCII, so any other text becomes an
 * encoded word of mail (RFC 2047), readable where that makes sense. `header` is the value as it
 * was sent, one character for each byte, which are UTF-8.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html#UserMetadata
 */
export function mailSafe(header: string): string {
  if (PLAIN.test(header)) return header;
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString();
  if (UNPRINTABLE.test(text)) return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
  return `=?UTF-8?Q?${Array.from(bytes, quoted).join('')}?=`;
}

function quoted(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === ' ') return '_';
  if (KEPT.test(character)) return character;
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
