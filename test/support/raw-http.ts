import { hash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { signRequest } from '../../src/aws/signature-v4/sign-request.ts';

/** What a server sent on a connection that it then closed, or that went quiet. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

export interface RawConnection {
  readonly socket: Socket;
  send(text: string | Uint8Array): void;
  /** The text received so far, once `isEnough` says so; fails when the connection ends before. */
  until(isEnough: (text: string) => boolean): Promise<string>;
}

/** A connection to a server on this machine, for requests that no client would send. */
export async function connectRaw(url: string): Promise<RawConnection> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let received = '';
  let ended = false;
  let check: () => void = () => undefined;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
    check();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    ended = true;
    check();
  });
  return {
    socket,
    send: (text) => {
      socket.write(text);
    },
    until: (isEnough) =>
      new Promise((resolve, reject) => {
        check = () => {
          if (isEnough(received)) resolve(received);
          else if (ended)
            reject(new Error(`the connection ended after ${JSON.stringify(received)}`));
        };
        check();
      }),
  };
}

/** Sends one request and answers what came back: the first answer with its body. */
export async function exchangeRaw(url: string, request: string | Uint8Array): Promise<RawAnswer> {
  const connection = await connectRaw(url);
  connection.send(request);
  const text = await connection.until(isWholeAnswer);
  connection.socket.destroy();
  return { status: Number(text.slice(9, 12)), text };
}

export function isWholeAnswer(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end + 2))?.[1] ?? 0);
  return text.length >= end + 4 + length;
}

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly service?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is signed; `announced` is the Content-Length that is claimed, where it differs. */
  readonly body?: string | Uint8Array;
  readonly announced?: number | string;
}

/** The head of a request, properly signed; the body is for the caller to send. */
export function signedHead(url: string, request: RawRequest): string {
  const { method, path, query = '', service = 's3', body = '', headers = {} } = request;
  const signed = signRequest(
    {
      method,
      rawPath: path,
      rawQuery: query,
      headers: { host: new URL(url).host, ...headers },
      payloadHash: headers['x-amz-content-sha256'] ?? hash('sha256', body),
    },
    {
      key: { accessKeyId: 'test', secretAccessKey: 'test' },
      region: 'us-east-1',
      service,
      nowMs: Date.now(),
    },
  );
  const length = request.announced ?? Buffer.byteLength(body);
  const lines = Object.entries({ ...signed, 'content-length': String(length) });
  const head = `${method} ${path}${query === '' ? '' : `?${query}`} HTTP/1.1\r\n`;
  return `${head}${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}
