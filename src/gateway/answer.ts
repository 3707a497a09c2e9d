import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpResponse } from '../aws/protocols/http.ts';
import type { StoredBody } from '../aws/protocols/shape.ts';
import type { Blobs } from '../storage/blobs.ts';
import type { Exchange } from './exchange.ts';

/** Sends an answer. Bodies in files are streamed; a HEAD request gets the headers alone. */
export async function answer(
  exchange: Exchange,
  { status, headers, body }: HttpResponse,
  blobs: Pick<Blobs, 'read'>,
): Promise<void> {
  const { response, method } = exchange;
  if (typeof body === 'string' || body instanceof Uint8Array) {
    const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    // 204 and 304 carry no body and so no length.
    if (status !== 204 && status !== 304 && headers['content-length'] === undefined) {
      headers['content-length'] = String(length);
    }
    response.writeHead(status, ordered(headers));
    response.end(method === 'HEAD' ? undefined : body);
    return;
  }
  response.writeHead(status, ordered(headers));
  if (method === 'HEAD') response.end();
  else if (body.bytes) response.end(body.bytes);
  else await streamBody(response, body, blobs);
}

/** Behind a length Node takes a Content-Disposition for UTF-8, and breaks or refuses what is not. */
const ordered = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const { 'content-disposition': disposition } = headers;
  return disposition === undefined ? headers : { 'content-disposition': disposition, ...headers };
};

/** A client that takes nothing of a long answer for this long is gone, or wants to hold a file open. */
const SEND_IDLE_MS = 120_000;

/** During the answer, and before it. */
const CLIENT_GONE = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE']);

async function streamBody(response: ServerResponse, body: StoredBody, blobs: Pick<Blobs, 'read'>) {
  const stream = async function* () {
    for (const segment of body.segments ?? []) {
      if (segment.bytes) yield segment.bytes;
      else yield* blobs.read(segment.blob, segment);
    }
  };
  response.setTimeout(SEND_IDLE_MS, () => response.destroy());
  try {
    await pipeline(Readable.from(stream(), { objectMode: false }), response);
  } catch (error) {
    // A client that went away is its own affair; anything else is ours. Either way the status line is out already.
    response.destroy();
    if (!CLIENT_GONE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    response.setTimeout(0);
  }
}
