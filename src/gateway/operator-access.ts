import { hash, timingSafeEqual } from 'node:crypto';
import { AwsError } from '../aws/error.ts';
import { isLoopback } from '../lib/config.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';

/**
 * Who may use the pages of the operator. On a server that listens on loopback only: whoever can
 * reach it, as long as no web page does so through a browser, either under a name that it made
 * point here or from its own origin. On any other server: whoever shows the root credentials as
 * HTTP Basic. Throws AwsError.
 */
export async function checkOperatorAccess(gateway: Gateway, exchange: Exchange): Promise<void> {
  if (!isSameOrigin(exchange))
    throw refused(
      'This page answers to pages of its own origin and to programs, not to other web pages.',
    );
  if (!gateway.loopback) return checkRootCredentials(gateway, exchange);
  if (!isLocalName(exchange.headers.host ?? ''))
    throw refused('This page is reached as localhost or 127.0.0.1 only.');
}

/**
 * Who may load the console itself: its files tell nothing, so that links to it work from anywhere.
 * Asking for the root credentials here makes a browser give them with every call that follows.
 */
export async function checkConsoleAccess(gateway: Gateway, exchange: Exchange): Promise<void> {
  if (!gateway.loopback) await checkRootCredentials(gateway, exchange);
}

/** Browsers say where a request comes from, programs do not. */
function isSameOrigin({ headers }: Exchange): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || authorityOf(headers.origin) === headers.host;
}

const authorityOf = (origin: string) => origin.slice(origin.indexOf('//') + 2);

const isLocalName = (host: string): boolean => {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isLoopback(name) || name.endsWith('.localhost');
};

async function checkRootCredentials(gateway: Gateway, { headers }: Exchange): Promise<void> {
  const [, encoded = ''] = /^Basic (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  const credential = colon > 0 ? await gateway.credentials.find(text.slice(0, colon)) : undefined;
  const isRoot = credential?.principal.kind === 'root' && credential.sessionToken === undefined;
  if (!isRoot || !isSame(text.slice(colon + 1), credential.secretAccessKey)) throw unauthorized();
}

const isSame = (given: string, secret: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', secret, 'buffer'));

const refused = (message: string) => new AwsError('AccessDenied', message, { status: 403 });

const unauthorized = () =>
  new AwsError(
    'AccessDenied',
    'Give the access key and secret key of the root user of this server.',
    { status: 401, headers: { 'www-authenticate': 'Basic realm="Spillway", charset="UTF-8"' } },
  );
