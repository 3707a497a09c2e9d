import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Headers } from '../aws/signature-v4/signed-request.ts';
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
}

/** Who asks, and in which region. */
export interface Authenticated {
  readonly caller: Caller;
  /** `NO_REGION` where the signature names none: that of version 2. */
  readonly region: string;
}

export const NO_REGION = '';

export function startExchange(
  request: IncomingMessage,
  response: ServerResponse,
  ids: { readonly requestId: string; readonly hostId: string },
): Exchange {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return {
    request,
    response,
    method: request.method ?? 'GET',
    rawPath: mark < 0 ? url : url.slice(0, mark),
    rawQuery: mark < 0 ? '' : url.slice(mark + 1),
    headers: request.headers as Headers,
    requestId: ids.requestId,
    hostId: ids.hostId,
    sourceIp: plainAddress(request.socket.remoteAddress ?? ''),
    endpoint: `http://${request.headers.host ?? ''}`,
  };
}

/** `::ffff:127.0.0.1` is IPv4 seen through an IPv6 socket. */
const plainAddress = (address: string) => address.replace(/^::ffff:/, '');
