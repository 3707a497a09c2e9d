import { hash } from 'node:crypto';
import { AwsError } from '../aws/error.ts';
import { actionOf } from '../aws/protocols/aws-query.ts';
import { missingAuthentication } from '../aws/signature-v4/errors.ts';
import { parseAuthorization } from '../aws/signature-v4/parse-authorization.ts';
import { authenticate, findCredential } from './authenticate.ts';
import { confirmationPage } from './confirmation-page.ts';
import type { Exchange } from './exchange.ts';
import { findOperation, httpRequest } from './find-operation.ts';
import type { Gateway } from './gateway.ts';
import type { Prepared } from './prepared.ts';
import { readBody } from './read-body.ts';
import type { Target } from './target.ts';

/**
 * Lambda takes a package of 50 MB within its request, as base64; every other request is far smaller, and one that nobody signed is a form
 * of a few lines.
 */
const BODY_BYTES_MAX = {
  lambda: 70_167_211,
  other: 8 * 1024 * 1024,
  anonymous: 64 * 1024,
} as const;

/** Operations that a link in a mail or a subscriber's server calls without any signature. */
const ANONYMOUS: ReadonlySet<string> = new Set(['ConfirmSubscription', 'Unsubscribe']);

/**
 * A request to any service but S3: the signature covers the hash of the body, so the body (of bounded size, and only from somebody whom
 * we know) is read first, then the signature is verified, then the operation found and its input decoded.
 */
export async function prepareApiRequest(
  gateway: Gateway,
  exchange: Exchange,
  target: Target,
): Promise<Prepared> {
  const bytesMax = await bodyBytesMax(gateway, exchange, target);
  const body = await readBody(exchange, bytesMax, () => tooLarge(bytesMax));
  const authenticated = await authenticate(gateway, exchange, target, () => hash('sha256', body));
  if (!authenticated.signed && !isAnonymous(exchange, target, body))
    throw missingAuthentication(target.family);
  const { operation, request, labels } = findOperation(exchange, target, body);
  exchange.operation = operation.name;
  const input = target.protocol.readInput(operation, request, labels);
  const answer = authenticated.signed ? undefined : confirmationPage(operation.name, exchange);
  return { operation, input, authenticated, ...(answer && { answer }) };
}

/** Nobody is told which other operations there are before it is known who asks. */
function isAnonymous(exchange: Exchange, { family }: Target, body: Uint8Array): boolean {
  if (family !== 'query') return false;
  const { action } = actionOf(httpRequest(exchange, body));
  return action !== undefined && ANONYMOUS.has(action);
}

async function bodyBytesMax(
  gateway: Gateway,
  exchange: Exchange,
  { endpoint, family }: Target,
): Promise<number> {
  const signed = parseAuthorization(exchange, family);
  if (!signed) return BODY_BYTES_MAX.anonymous;
  await findCredential(gateway, signed, family);
  return endpoint.service === 'lambda' ? BODY_BYTES_MAX.lambda : BODY_BYTES_MAX.other;
}

const tooLarge = (bytesMax: number) =>
  new AwsError('RequestEntityTooLargeException', `Request must be smaller than ${bytesMax} bytes`, {
    status: 413,
  });
