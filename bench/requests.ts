import { hash } from 'node:crypto';
import { signRequest } from '../src/aws/signature-v4/sign-request.ts';

/** Whole HTTP messages, signed beforehand, so that a load generator has only to write them. */
export interface RequestSpec {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly body?: Buffer;
  readonly headers?: Record<string, string>;
  readonly service?: string;
}

const EMPTY = Buffer.alloc(0);

export function signedMessage(port: number, spec: RequestSpec): Buffer {
  const { method, path, query = '', body = EMPTY, service = 's3' } = spec;
  const headers = signRequest(
    {
      method,
      rawPath: path,
      rawQuery: query,
      headers: { host: `127.0.0.1:${port}`, ...spec.headers },
      payloadHash: hashOf(body),
    },
    {
      key: { accessKeyId: 'test', secretAccessKey: 'test' },
      region: 'us-east-1',
      service,
      nowMs: Date.now(),
    },
  );
  const lines = Object.entries({ ...headers, 'content-length': String(body.length) });
  const head = `${method} ${path}${query === '' ? '' : `?${query}`} HTTP/1.1\r\n${lines
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

const hashes = new WeakMap<Buffer, string>();

function hashOf(body: Buffer): string {
  const known = hashes.get(body) ?? hash('sha256', body);
  hashes.set(body, known);
  return known;
}
