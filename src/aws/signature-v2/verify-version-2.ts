import { createHmac } from 'node:crypto';
import { requestTimeTooSkewed, s3Error, signatureDoesNotMatch } from '../signature-v4/errors.ts';
import { formatServerTime, parseHttpDate } from '../signature-v4/request-time.ts';
import { CLOCK_SKEW_MS_MAX, type SignedRequest } from '../signature-v4/signed-request.ts';
import { sameSignature } from '../signature-v4/verify-signature.ts';
import type { Version2Credential } from './credential.ts';
import { stringToSign } from './string-to-sign.ts';

/**
 * Proves that the owner of `secretAccessKey` signed this request, recently or for a URL that has
 * not ended. `resource` as `stringToSign` takes it. Throws SignatureDoesNotMatch,
 * RequestTimeTooSkewed and AccessDenied.
 */
export function verifyVersion2(
  request: SignedRequest,
  resource: string,
  credential: Version2Credential,
  secretAccessKey: string,
  nowMs: number,
): void {
  const { accessKeyId, signature, expires } = credential;
  if (credential.location === 'query') checkExpiry(expires, nowMs);
  else checkDate(request.headers['x-amz-date'] ?? request.headers.date ?? '', nowMs);
  const text = stringToSign(request, resource, expires);
  const holds = (signed: string) => sameSignature(signVersion2(secretAccessKey, signed), signature);
  if (holds(text)) return;
  // Clients sign a bucket's path with a slash behind it, whether they send that or not.
  const isBucket = !resource.includes('/', 1);
  if (!isBucket || !holds(stringToSign(request, `${resource}/`, expires)))
    throw signatureDoesNotMatch('s3', { accessKeyId, signature, stringToSign: text });
}

/** Base64. `text` holds one byte per character. */
export const signVersion2 = (secretAccessKey: string, text: string): string =>
  createHmac('sha1', secretAccessKey).update(text, 'latin1').digest('base64');

function checkExpiry(expires: string, nowMs: number): void {
  if (!/^\d{1,13}$/.test(expires))
    throw s3Error('AccessDenied', 403, `Invalid date (should be seconds since epoch): ${expires}`);
  const endMs = Number(expires) * 1000;
  if (nowMs <= endMs) return;
  throw s3Error('AccessDenied', 403, 'Request has expired', {
    Expires: formatServerTime(endMs),
    ServerTime: formatServerTime(nowMs),
  });
}

function checkDate(date: string, nowMs: number): void {
  // `GMT` as in HTTP, or `+0000` as in mail.
  const dateMs = parseHttpDate(date.replace(/ \+0000$/, ' GMT'));
  // S3 knows no time before 1970.
  if (dateMs === undefined || dateMs < 0)
    throw s3Error(
      'AccessDenied',
      403,
      'AWS authentication requires a valid Date or x-amz-date header',
    );
  if (Math.abs(nowMs - dateMs) > CLOCK_SKEW_MS_MAX) throw requestTimeTooSkewed(date, nowMs);
}
