import { createHash, createHmac } from 'node:crypto';

/**
 * Signature Version 4 as the documentation spells it out, step by step, for each request anew: the verification that a bare server has that does
 * not keep signing keys.
 */
export function plainSignatureHolds(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  payloadHash: string,
  secretAccessKey: string,
): boolean {
  const fields = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(
    headers.authorization ?? '',
  );
  if (!fields) return false;
  const [, credential = '', signedHeaders = '', signature = ''] = fields;
  const [, date = '', region = '', service = ''] = credential.split('/');
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const canonicalHeaders = signedHeaders
    .split(';')
    .map((name) => `${name}:${headers[name]?.trim()}\n`)
    .join('');
  const canonical = [method, pathname, query, canonicalHeaders, signedHeaders, payloadHash];
  const toSign = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    `${date}/${region}/${service}/aws4_request`,
    createHash('sha256').update(canonical.join('\n')).digest('hex'),
  ].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === signature;
}
