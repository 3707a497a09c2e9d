import type { KeyObject } from 'node:crypto';
import { createHmac, hash } from 'node:crypto';
import type { Headers, SignedRequest } from './signed-request.ts';
import { ALGORITHM } from './signed-request.ts';
import { encodePathAgain, reencodePath, reencodeQuery } from './uri-encoding.ts';

/**
 * The text of a request that all signers agree about.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 *
 * S3 encodes the path once and takes it literally, because a key may hold `//` or `..`; every other
 * service normalises it and encodes it a second time. `payloadHash` is lower-case hex or one of the
 * literals that stand for a payload that is not hashed as a whole (`UNSIGNED-PAYLOAD`,
 * `STREAMING-...`).
 */
export function canonicalRequest(
  request: SignedRequest,
  signedHeaders: readonly string[],
  service: string,
  payloadHash: string,
): string {
  const path = service === 's3' ? reencodePath(request.rawPath) : doubleEncoded(request.rawPath);
  return [
    request.method,
    path || '/',
    canonicalQuery(request.rawQuery),
    canonicalHeaders(request.headers, signedHeaders),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

export const stringToSign = (requestTime: string, scope: string, canonical: string) =>
  `${ALGORITHM}\n${requestTime}\n${scope}\n${hash('sha256', Buffer.from(canonical, 'latin1'), 'hex')}`;

/** Lower-case hex. */
export const sign = (key: KeyObject, text: string) =>
  createHmac('sha256', key).update(text).digest('hex');

function doubleEncoded(rawPath: string): string {
  if (rawPath === '/') return rawPath;
  const segments: string[] = [];
  for (const segment of rawPath.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const trailing = segments.length > 0 && rawPath.endsWith('/') ? '/' : '';
  return encodePathAgain(`/${segments.join('/')}${trailing}`);
}

/** Parameters re-encoded, sorted by name and then value, without the signature itself. */
function canonicalQuery(rawQuery: string): string {
  if (rawQuery === '') return '';
  const parameters: [name: string, value: string][] = [];
  for (const part of rawQuery.split('&')) {
    if (part === '' || part.startsWith('X-Amz-Signature=')) continue;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? '' : part.slice(equals + 1);
    parameters.push([reencodeQuery(name), reencodeQuery(value)]);
  }
  parameters.sort(
    ([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB),
  );
  return parameters.map(([name, value]) => `${name}=${value}`).join('&');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

// Not `\s`: it includes the byte A0, which UTF-8 uses inside characters.
const UNTIDY = /^[ \t]|[ \t]$|[ \t]{2}|\t/;
const tidy = (value: string) => value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '');

function canonicalHeaders(headers: Headers, names: readonly string[]): string {
  let text = '';
  for (const name of names) {
    const value = Object.hasOwn(headers, name) ? (headers[name] ?? '') : '';
    text += `${name}:${UNTIDY.test(value) ? tidy(value) : value}\n`;
  }
  return text;
}
