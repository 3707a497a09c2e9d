import type { SignedRequest } from '../signature-v4/signed-request.ts';
import { decodeQuery } from '../signature-v4/uri-encoding.ts';

/** Parameters that change what a request is about; all others are not signed. */
const SIGNED_PARAMETERS: ReadonlySet<string> = new Set([
  'accelerate',
  'acl',
  'analytics',
  'cors',
  'defaultObjectAcl',
  'delete',
  'inventory',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'partNumber',
  'policy',
  'replication',
  'requestPayment',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
  'restore',
  'select',
  'select-type',
  'storageClass',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
]);

/**
 * What Signature Version 2 signs of a request. `resource` is its raw path with the bucket in front,
 * wherever the bucket was named. `expires` replaces the date in presigned URLs; there headers may be
 * parameters.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html#ConstructingTheAuthenticationHeader
 */
export function stringToSign(request: SignedRequest, resource: string, expires: string): string {
  const parameters = parametersOf(request.rawQuery);
  const headers = new Map(Object.entries(request.headers));
  if (expires !== '')
    for (const { name, value } of parameters) {
      if (isHeader(name) && !headers.has(name)) headers.set(name, value);
    }
  const date = headers.has('x-amz-date') ? '' : (headers.get('date') ?? '');
  const lines = [
    request.method,
    headers.get('content-md5') ?? '',
    headers.get('content-type') ?? '',
    expires === '' ? date : expires,
  ];
  for (const name of [...headers.keys()].filter(isAmzHeader).sort())
    lines.push(`${name}:${headers.get(name)?.trim()}`);
  return `${lines.join('\n')}\n${resource}${signedQuery(parameters)}`;
}

const isAmzHeader = (name: string) => name.startsWith('x-amz-');
const isHeader = (name: string) =>
  isAmzHeader(name) || name === 'content-md5' || name === 'content-type';

interface Parameter {
  readonly name: string;
  readonly value: string;
  /** Without a value `?acl` and `?acl=` are signed as they are written. */
  readonly equals: boolean;
}

function parametersOf(rawQuery: string): Parameter[] {
  return rawQuery.split('&').map((part) => {
    const equals = part.indexOf('=');
    return {
      name: equals < 0 ? part : part.slice(0, equals),
      value: equals < 0 ? '' : bytesOf(decodeQuery(part.slice(equals + 1))),
      equals: equals >= 0,
    };
  });
}

/** One character for each byte, as headers come. */
const bytesOf = (text: string) => Buffer.from(text).toString('latin1');

function signedQuery(parameters: readonly Parameter[]): string {
  const signed = parameters
    .filter(({ name }) => SIGNED_PARAMETERS.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value, equals }) => (equals ? `${name}=${value}` : name));
  return signed.length === 0 ? '' : `?${signed.join('&')}`;
}
