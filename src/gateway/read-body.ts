import type { IncomingMessage } from 'node:http';
import { AwsError } from '../aws/error.ts';

/** How long a client may pause in the middle of a body before the request is given up, as S3 does. */
export const BODY_IDLE_MS = 30_000;

/**
 * Reads a whole body into memory, up to `bytesMax`. Throws `tooLarge()` as soon as more is announced or arrives, RequestTimeout when
 * the client pauses in the middle and IncompleteBody when it goes away.
 */
export function readBody(
  request: IncomingMessage,
  bytesMax: number,
  tooLarge: () => AwsError,
): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > bytesMax) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let idle = false;
    const settle = (act: () => void) => {
      request.off('data', onData).off('end', onEnd).off('error', onCut).off('close', onCut);
      request.setTimeout(0).off('timeout', onIdle);
      act();
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesMax) settle(() => reject(tooLarge()));
      else chunks.push(chunk);
    };
    const onEnd = () =>
      settle(() =>
        resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size)),
      );
    const onCut = () => settle(() => reject(idle ? requestTimeout() : incompleteBody()));
    const onIdle = () => {
      idle = true;
      settle(() => reject(requestTimeout()));
    };
    request.on('data', onData).on('end', onEnd).on('error', onCut).on('close', onCut);
    request.setTimeout(BODY_IDLE_MS).on('timeout', onIdle);
  });
}

/** The chunks of a body as they arrive; throws RequestTimeout and IncompleteBody as `readBody` does. */
export async function* withIdleLimit(request: IncomingMessage): AsyncGenerator<Buffer> {
  let idle = false;
  request.setTimeout(BODY_IDLE_MS, () => {
    idle = true;
    request.destroy();
  });
  try {
    yield* request as AsyncIterable<Buffer>;
  } catch {
    // The only way this stream fails: the socket ended early, by the client's doing or by the limit above.
    throw idle ? requestTimeout() : incompleteBody();
  } finally {
    request.setTimeout(0);
  }
}

export const incompleteBody = () =>
  new AwsError(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );

const requestTimeout = () =>
  new AwsError(
    'RequestTimeout',
    'Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.',
  );
