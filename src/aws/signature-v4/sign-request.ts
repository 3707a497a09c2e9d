import { canonicalRequest, sign, stringToSign } from './canonical-request.ts';
import { formatRequestTime } from './request-time.ts';
import type { AccessKey, SignedRequest } from './signed-request.ts';
import { ALGORITHM, SCOPE_TERMINATOR, UNSIGNED_PAYLOAD } from './signed-request.ts';
import { signingKey } from './signing-key.ts';
import { encodeText } from './uri-encoding.ts';

export interface SigningOptions {
  readonly key: AccessKey;
  readonly region: string;
  readonly service: string;
  readonly nowMs: number;
}

/**
 * The headers of a request, completed by those that sign it. All given headers are signed; `host`
 * must be among them. `payloadHash` as in `verifySignature`.
 */
export function signRequest(
  request: SignedRequest & { readonly payloadHash: string },
  { key, region, service, nowMs }: SigningOptions,
): Record<string, string> {
  const requestTime = formatRequestTime(nowMs);
  const headers: Record<string, string> = { 'x-amz-date': requestTime };
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = value;
  }
  if (service === 's3') headers['x-amz-content-sha256'] = request.payloadHash;
  if (key.sessionToken !== undefined) headers['x-amz-security-token'] = key.sessionToken;

  const scope = scopeOf(requestTime, region, service);
  const names = Object.keys(headers).sort();
  const canonical = canonicalRequest({ ...request, headers }, names, service, request.payloadHash);
  const signature = signWith(key, requestTime, scope, canonical);
  headers.authorization = `${ALGORITHM} Credential=${key.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return headers;
}

export interface PresignOptions extends SigningOptions {
  readonly method: string;
  /** `http://host:port` */
  readonly endpoint: string;
  /** Already percent-encoded. */
  readonly rawPath: string;
  readonly rawQuery?: string;
  /** Headers the holder of the URL will have to send. */
  readonly headers?: Readonly<Record<string, string>>;
  /** 1 to 604800. */
  readonly expiresSeconds: number;
}

/**
 * A URL that carries its signature: whoever holds it may make this one request until it expires.
 */
export function presignUrl(options: PresignOptions): string {
  const { key, region, service, method, endpoint, rawPath, expiresSeconds } = options;
  const requestTime = formatRequestTime(options.nowMs);
  const scope = scopeOf(requestTime, region, service);
  const headers = { ...options.headers, host: new URL(endpoint).host };
  const names = Object.keys(headers).sort();
  const parameters = [
    ...(options.rawQuery ? [options.rawQuery] : []),
    `X-Amz-Algorithm=${ALGORITHM}`,
    `X-Amz-Credential=${encodeText(`${key.accessKeyId}/${scope}`)}`,
    `X-Amz-Date=${requestTime}`,
    `X-Amz-Expires=${expiresSeconds}`,
    ...(key.sessionToken === undefined
      ? []
      : [`X-Amz-Security-Token=${encodeText(key.sessionToken)}`]),
    `X-Amz-SignedHeaders=${encodeText(names.join(';'))}`,
  ];
  const rawQuery = parameters.join('&');
  const canonical = canonicalRequest(
    { method, rawPath, rawQuery, headers },
    names,
    service,
    UNSIGNED_PAYLOAD,
  );
  const signature = signWith(key, requestTime, scope, canonical);
  return `${endpoint}${rawPath}?${rawQuery}&X-Amz-Signature=${signature}`;
}

const scopeOf = (requestTime: string, region: string, service: string) =>
  `${requestTime.slice(0, 8)}/${region}/${service}/${SCOPE_TERMINATOR}`;

const signWith = (key: AccessKey, requestTime: string, scope: string, canonical: string) =>
  sign(
    signingKey(key.accessKeyId, key.secretAccessKey, scope),
    stringToSign(requestTime, scope, canonical),
  );
