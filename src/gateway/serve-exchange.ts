import { AwsError } from '../aws/error.ts';
import type { HttpResponse } from '../aws/protocols/http.ts';
import { answer } from './answer.ts';
import { callOf } from './call-of.ts';
import { corsHeaders, corsPreflight } from './cors.ts';
import { type Exchange, nameByUuid } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { isOperatorPage, operatorPage } from './operator-page.ts';
import { prepareApiRequest } from './prepare-api-request.ts';
import { prepareS3Request } from './prepare-s3-request.ts';
import { asksToContinue } from './read-body.ts';
import { recordRequest } from './request-metrics.ts';
import { findTarget, s3Target, type Target, targetOfErrors } from './target.ts';

/**
 * The path of every request, from the first header to the last byte of the answer:
 *
 * 1. our own pages, under `/_spillway/`
 * 2. a browser's question whether it may (CORS)
 * 3. which service, which protocol
 * 4. signature, operation, body, input: S3 verifies before it reads, the others read before they verify
 * 5. the operation, in the engine: permissions, work, commit
 * 6. the answer, or the error, in the protocol's own form
 */
export async function serveExchange(gateway: Gateway, exchange: Exchange): Promise<void> {
  if (isOperatorPage(exchange)) return operatorPage(gateway, exchange);
  const { service, response } = await respond(gateway, exchange);
  await answer(exchange, response, gateway.blobs);
  recordRequest(gateway, exchange, service);
}

interface Responded {
  readonly service: string;
  readonly response: HttpResponse;
}

async function respond(gateway: Gateway, exchange: Exchange): Promise<Responded> {
  let target: Target | undefined;
  let response: HttpResponse;
  try {
    if (exchange.method === 'OPTIONS') response = await corsPreflight(gateway, exchange);
    else {
      target = findTarget(exchange);
      nameExchange(exchange, target);
      response = await run(gateway, exchange, target);
    }
  } catch (error) {
    if (!target) {
      target = targetOfErrors(exchange);
      nameExchange(exchange, target);
    }
    response = target.protocol.writeError(toAwsError(gateway, exchange, error), exchange);
    refuseRest(exchange, response);
  }
  if (exchange.headers.origin !== undefined && target === s3Target)
    Object.assign(response.headers, await corsHeaders(gateway, exchange));
  return { service: (target ?? s3Target).endpoint.service, response };
}

const nameExchange = (exchange: Exchange, { family }: Target) => {
  if (family !== 's3') nameByUuid(exchange);
};

/** What is no AwsError is a fault of ours: logged, and told without its inside. */
function toAwsError(
  { log }: Gateway,
  { requestId, operation }: Exchange,
  error: unknown,
): AwsError {
  if (error instanceof AwsError) return error;
  log.error({ err: error, requestId, operation }, 'a request failed unexpectedly');
  const message = 'We encountered an internal error. Please try again.';
  return new AwsError('InternalError', message, { status: 500, cause: error });
}

async function run(gateway: Gateway, exchange: Exchange, target: Target): Promise<HttpResponse> {
  const s3 = target.family === 's3';
  const prepared = await (s3 ? prepareS3Request : prepareApiRequest)(gateway, exchange, target);
  try {
    const output = (await gateway.engine.call(callOf(exchange, target, prepared))) as object;
    if (target.endpoint.service === 'iam') gateway.credentials.forget();
    return (
      prepared.answer?.(output) ?? target.protocol.writeOutput(prepared.operation, output, exchange)
    );
  } catch (error) {
    await prepared.discard?.();
    throw error;
  }
}

/** After an early refusal the rest of a body is not worth reading: a short one is let through, for a long one the connection ends. */
const REST_BYTES_MAX = 256 * 1024;

function refuseRest({ request }: Exchange, { headers }: HttpResponse): void {
  if (request.complete) return;
  const rest = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  // Who asked whether to send the body takes the refusal for an answer, and may or may not send it.
  if (rest > REST_BYTES_MAX || asksToContinue(request)) headers.connection = 'close';
  request.resume();
}
