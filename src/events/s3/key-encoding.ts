/**
 * An object key as it stands in an S3 record: form-encoded UTF-8 (a space is `+`, hex digits are
 * upper case) with `/` left alone, so that consumers decode it as a form value (`unquote_plus`).
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function encodeEventKey(key: string): string {
  if (UNCHANGED.test(key)) return key;
  return encodeURIComponent(key.toWellFormed())
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}

/** Most keys are of these characters only. */
const UNCHANGED = /^[A-Za-z0-9._*/-]*$/;

/** The key that an encoded text stands for; `undefined` when it is not in that encoding. */
export function decodeEventKey(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9._*+/-]|%[0-9A-Fa-f]{2})*$/.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return undefined; // bytes that are not UTF-8
  }
}
