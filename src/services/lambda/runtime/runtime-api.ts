import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RESPONSE_BYTES_MAX } from './limits.ts';

/** What the runtime inside the process says, in the order in which it says it. */
export type RuntimeMessage =
  | { readonly kind: 'next' }
  | { readonly kind: 'response'; readonly payload: Uint8Array }
  | { readonly kind: 'responseTooLarge' }
  | { readonly kind: 'error'; readonly payload: Uint8Array }
  | { readonly kind: 'initError'; readonly payload: Uint8Array; readonly errorType: string };

/** One event for the runtime. */
export interface RuntimeEvent {
  readonly requestId: string;
  readonly payload: Uint8Array;
  readonly deadlineMs: number;
  readonly invokedFunctionArn: string;
  readonly traceHeader?: string | undefined;
  readonly clientContext?: string | undefined;
}

export interface RuntimeApi {
  /** `AWS_LAMBDA_RUNTIME_API`: host and port. */
  readonly address: string;
  /** Hands over an event, to be called once after each `next` message. */
  deliver(event: RuntimeEvent): void;
  close(): void;
}

/**
 * The Lambda Runtime API for one process, on a loopback port of its own: AWS_LAMBDA_RUNTIME_API has no room for
 * anything but host and port, so the port is what tells environments apart. An answer must name the random
 * request id of the event in hand, so no other process can answer for this one.
 *
 * The runtime goes around `starting -> idle -> running -> answered -> idle`; a call out of turn gets 403 and
 * changes nothing, so `receive` sees a `next`, then one answer, then a `next` again.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function openRuntimeApi(
  receive: (message: RuntimeMessage) => void,
): Promise<RuntimeApi> {
  let state: 'starting' | 'idle' | 'running' | 'answered' = 'starting';
  let waiting: ServerResponse | undefined;
  let event: RuntimeEvent | undefined;
  let requestId: string | undefined;

  const next = (response: ServerResponse) => {
    if (waiting || (state === 'running' && !event))
      return refuseTransition(response, state, 'Ready');
    waiting = response;
    response.on('close', () => {
      if (waiting === response) waiting = undefined;
    });
    if (event) return hand();
    const asksAgain = state === 'idle';
    state = 'idle';
    if (!asksAgain) receive({ kind: 'next' });
  };

  const hand = () => {
    if (!waiting || !event) return;
    waiting.writeHead(200, eventHeaders(event)).end(event.payload);
    waiting = undefined;
    event = undefined;
  };

  const initError = async (request: IncomingMessage, response: ServerResponse) => {
    if (state !== 'starting') return refuseTransition(response, state, 'InitError');
    state = 'answered';
    const payload = await readBody(request);
    accept(response);
    const errorType = errorTypeOf(request) ?? 'Runtime.Unknown';
    receive({ kind: 'initError', payload: payload ?? emptyError(errorType), errorType });
  };

  const answer = async (
    id: string,
    kind: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    if (id !== requestId)
      return reply(response, 400, error('InvalidRequestID', 'Invalid request ID'));
    if (state !== 'running') return refuseTransition(response, state, 'InvocationResponse');
    state = 'answered';
    const payload = await readBody(request);
    if (!payload) {
      reply(response, 413, TOO_LARGE);
      return receive({ kind: 'responseTooLarge' });
    }
    accept(response);
    receive(
      kind === 'error'
        ? { kind, payload }
        : (streamedError(request) ?? { kind: 'response', payload }),
    );
  };

  const server = createServer(NO_TIMEOUTS, (request, response) => {
    const call = `${request.method} ${request.url}`;
    const [, id, kind] = INVOCATION_ANSWER.exec(call) ?? [];
    const handled = async () => {
      // A browser always names the page that it speaks for; a runtime never does.
      if (request.headers.origin) return reply(response, 403, error('Forbidden', 'Not a runtime'));
      if (id && kind) return answer(id, kind, request, response);
      if (call === `GET ${VERSION}/runtime/invocation/next`) return next(response);
      if (call === `POST ${VERSION}/runtime/init/error`) return initError(request, response);
      return reply(response, 404, error('ResourceNotFound', `No such call: ${call}`));
    };
    // Reading fails only when the process hangs up half-way: its exit or the time limit tells the rest.
    handled().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliver(nextEvent) {
      state = 'running';
      requestId = nextEvent.requestId;
      event = nextEvent;
      hand();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An idle runtime waits for its next event for as long as it takes. */
const NO_TIMEOUTS = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 };

const VERSION = '/2018-06-01';
const INVOCATION_ANSWER = /^POST \/2018-06-01\/runtime\/invocation\/([^/]+)\/(response|error)$/;

function eventHeaders(event: RuntimeEvent): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': String(event.payload.length),
    'Lambda-Runtime-Aws-Request-Id': event.requestId,
    'Lambda-Runtime-Deadline-Ms': String(event.deadlineMs),
    'Lambda-Runtime-Invoked-Function-Arn': event.invokedFunctionArn,
    ...(event.traceHeader && { 'Lambda-Runtime-Trace-Id': event.traceHeader }),
    ...(event.clientContext && { 'Lambda-Runtime-Client-Context': toAscii(event.clientContext) }),
  };
}

/** Headers are ASCII: the other characters of a JSON text can always be written as escapes. */
const toAscii = (json: string) =>
  json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The body, or undefined when it is larger than a response may be (then it is read to its end and dropped). */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= RESPONSE_BYTES_MAX) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes <= RESPONSE_BYTES_MAX ? Buffer.concat(chunks) : undefined;
}

const errorTypeOf = (request: IncomingMessage) =>
  request.headers['lambda-runtime-function-error-type'] as string | undefined;

/** A response that is streamed may end with an error: its trailers then carry type and body (base64). */
function streamedError(request: IncomingMessage): RuntimeMessage | undefined {
  const errorType = request.trailers['lambda-runtime-function-error-type'];
  if (!errorType) return undefined;
  const body = request.trailers['lambda-runtime-function-error-body'];
  return { kind: 'error', payload: body ? Buffer.from(body, 'base64') : emptyError(errorType) };
}

const emptyError = (errorType: string) => Buffer.from(JSON.stringify(error(errorType, '')));

const error = (errorType: string, errorMessage: string) => ({ errorMessage, errorType });

const TOO_LARGE = error(
  'RequestEntityTooLarge',
  `Exceeded maximum allowed payload size (${RESPONSE_BYTES_MAX} bytes).`,
);

const accept = (response: ServerResponse) => reply(response, 202, { status: 'OK' });

const refuseTransition = (response: ServerResponse, from: string, to: string) =>
  reply(
    response,
    403,
    error('InvalidStateTransition', `State transition from ${from} to ${to} is not allowed`),
  );

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
