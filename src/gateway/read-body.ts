import type { IncomingMessage } from 'node:http';
import { AwsError } from '../aws/error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Exchange } from './exchange.ts';

/** How long a client may pause in the middle of a body before the request is given up, as S3 does. */
export const BODY_IDLE_MS = 30_000;
/** A body must come at this rate on the whole: whoever sends a byte now and then only holds a connection. */
const BODY_BYTES_PER_MS_MIN = 1;

type Reading = Pick<Exchange, 'request' | 'response'> & { readonly clock: Pick<Clock, 'now'> };

/**
 * The chunks of a body as they arrive. Throws RequestTimeout when the client pauses too long and IncompleteBody when it goes away. The
 * connection stays as it is, so that whoever stops in the middle can still answer.
 */
export async function* bodyChunks({ request, response, clock }: Reading): AsyncGenerator<Buffer> {
  let news = Promise.withResolvers<void>();
  let idle = false;
  const onNews = () => news.resolve();
  const onIdle = () => {
    idle = true;
    news.resolve();
  };
  request.on('readable', onNews).on('end', onNews).on('error', onNews).on('close', onNews);
  request.setTimeout(BODY_IDLE_MS, onIdle);
  // Who asks whether to send a body at all has waited until now, when nothing speaks against it.
  if (asksToContinue(request)) response.writeContinue();
  let lateAt = clock.now() + BODY_IDLE_MS;
  try {
    for (;;) {
      const chunk: Buffer | null = request.read();
      if (chunk) {
        lateAt += chunk.length / BODY_BYTES_PER_MS_MIN;
        if (clock.now() > lateAt) throw requestTimeout();
        yield chunk;
      } else if (request.readableEnded) return;
      else if (idle) throw requestTimeout();
      else if (request.destroyed) throw incompleteBody();
      else {
        await news.promise;
        news = Promise.withResolvers();
      }
    }
  } finally {
    request.off('readable', onNews).off('end', onNews).off('error', onNews).off('close', onNews);
    request.setTimeout(0).off('timeout', onIdle);
  }
}

/** Whether the client waits for an answer before it sends the body. */
export const asksToContinue = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.expect?.toLowerCase() === '100-continue';

/** Reads a whole body into memory, up to `bytesMax`. Throws `tooLarge()` as soon as more is announced or arrives, and as `bodyChunks` does. */
export async function readBody(
  exchange: Reading,
  bytesMax: number,
  tooLarge: () => AwsError,
): Promise<Buffer> {
  const { request } = exchange;
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > bytesMax) throw tooLarge();
  // Most bodies have come along with their headers: all there is to do is to take them.
  const chunked = request.headers['transfer-encoding'] !== undefined;
  if (!chunked && request.readableLength === announced) return request.read() ?? EMPTY;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(exchange)) {
    size += chunk.length;
    if (size > bytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size);
}

const EMPTY = Buffer.alloc(0);

export const incompleteBody = () =>
  new AwsError(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );

const requestTimeout = () =>
  new AwsError(
    'RequestTimeout',
    'Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.',
    { headers: { connection: 'close' } },
  );
