import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Headers } from '../aws/signature-v4/signed-request.ts';
import type { Clock } from '../lib/clock.ts';
import type { Caller } from '../services/caller.ts';

/** One HTTP request on its way through the gateway, and what has been found out about it so far. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** As received, percent-encoded. */
  readonly rawPath: string;
  /** As received, without the `?`. */
  readonly rawQuery: string;
  /** Lower-case names. */
  readonly headers: Headers;
  /** 16 upper-case hex digits for S3, a UUID for everything else. */
  requestId: string;
  /** S3's `x-amz-id-2`. */
  readonly hostId: string;
  readonly sourceIp: string;
  /** Scheme and authority that the client used. */
  readonly endpoint: string;
  /** The wall clock. */
  readonly clock: Clock;
  readonly startedAtMs: number;
  /** Once it is known: `PutObject`. */
  operation: string | undefined;
}

/** Who asks, and in which region. */
export interface Authenticated {
  readonly caller: Caller;
  /** `NO_REGION` where the signature names none: that of version 2. */
  readonly region: string;
  /** The signature came in the URL. */
  readonly presigned?: boolean;
}

export const NO_REGION = '';

export function startExchange(
  request: IncomingMessage,
  response: ServerResponse,
  random: Uint8Array,
  clock: Clock,
): Exchange {
  const id = Buffer.from(random.buffer, random.byteOffset, random.length);
  const url = originForm(request.url ?? '/');
  const mark = url.indexOf('?');
  return {
    request,
    response,
    method: request.method ?? 'GET',
    rawPath: mark < 0 ? url : url.slice(0, mark),
    rawQuery: mark < 0 ? '' : url.slice(mark + 1),
    headers: headersOf(request),
    requestId: id.toString('hex', 0, REQUEST_ID_BYTES).toUpperCase(),
    hostId: id.toString('base64', REQUEST_ID_BYTES),
    sourceIp: plainAddress(request.socket.remoteAddress ?? ''),
    endpoint: `http://${request.headers.host ?? ''}`,
    clock,
    startedAtMs: clock.now(),
    operation: undefined,
  };
}

/**
 * The target of a request without the origin that clients may put in front, as they do for proxies.
 * https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const [origin = ''] = /^https?:\/\/[^/?]*/i.exec(target) ?? [];
  const rest = target.slice(origin.length);
  return origin !== '' && !rest.startsWith('/') ? `/${rest}` : rest;
}

/**
 * A header that is sent several times is one with a list. Signers put no space behind its commas,
 * where Node does; S3 keeps metadata so, too.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html#UserMetadata
 */
function headersOf(request: IncomingMessage): Headers {
  const received = request.headers as Headers;
  if (request.rawHeaders.length === 2 * Object.keys(received).length) return received;
  // Made on demand, so not taken out of the request before it is needed.
  const lists = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    values.length > 1 && received[name] === values.join(', ') ? [[name, values.join(',')]] : [],
  );
  return { ...received, ...Object.fromEntries(lists) };
}

const REQUEST_ID_BYTES = 8;
const HOST_ID_BYTES = 48;
/** Random bytes that name a request. */
export const EXCHANGE_ID_BYTES = REQUEST_ID_BYTES + HOST_ID_BYTES;

/** All services but S3 name requests by UUID; the random bytes are there already. */
export function nameByUuid(exchange: Exchange): void {
  const { requestId, hostId } = exchange;
  const hex = `${requestId}${Buffer.from(hostId, 'base64').toString('hex')}`.toLowerCase();
  exchange.requestId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `::ffff:127.0.0.1` is IPv4 seen through an IPv6 socket. */
const plainAddress = (address: string) => address.replace(/^::ffff:/, '');
