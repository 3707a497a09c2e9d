import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '../lib/clock.ts';

/** What came of a POST: the status that the server answered with, or why it answered nothing. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** From the connection to the end of the answer. */
export const POST_TIMEOUT_MS = 15_000;
/** Of the answer; nobody reads it, but a server may not like to be cut off. */
const ANSWER_BYTES_MAX = 64 * 1024;

/**
 * Sends one POST, over a connection of its own, and follows no redirects. User and password of the
 * URL are sent as basic authentication.
 */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  clock: Clock,
): Promise<Posted> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const request = send(new URL(url), {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  });
  const cancel = clock.at(clock.now() + POST_TIMEOUT_MS, () =>
    request.destroy(new Error(`no answer within ${POST_TIMEOUT_MS / 1000} seconds`)),
  );
  request.end(body);
  try {
    const response = await answerTo(request);
    await drain(response);
    return { kind: 'answered', status: response.statusCode ?? 0 };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    cancel();
    request.destroy();
  }
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // Stays for as long as the request: an error after the answer must not go unheard.
    request.on('error', reject);
    request.once('response', resolve);
  });
}

/**
 * Resolves when the answer has ended, however it did: its status is known, and that is all that
 * counts.
 */
function drain(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  return new Promise((resolve) => {
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > ANSWER_BYTES_MAX) response.destroy();
    });
    response.on('error', () => resolve());
    response.once('close', resolve);
  });
}
