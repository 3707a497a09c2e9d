import { AwsError } from '../aws/error.ts';
import type { ServiceName } from '../services/context.ts';
import type { Page } from '../services/spillway/page.ts';
import { answer } from './answer.ts';
import { bucketOfHost } from './bucket-and-key.ts';
import { anonymousCaller } from './callers.ts';
import { findConsoleFile, sendConsoleFile } from './console-files.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { metricsPage } from './metrics-page.ts';
import { checkOperatorAccess } from './operator-access.ts';
import { type FoundRoute, findRoute } from './operator-routes.ts';
import { readBody } from './read-body.ts';
import { streamNews } from './stream-news.ts';

/**
 * Everything that is not AWS lives under `/_spillway/`, a name that no bucket can have: the files of the console, and pages that are
 * operations of the service `spillway` in the engine, whose answers are sent as they are.
 */
const PREFIX = '/_spillway/';

/** A JSON body, in bytes. */
const BODY_BYTES_MAX = 64 * 1024;

export const isOperatorPage = (exchange: Exchange): boolean =>
  exchange.rawPath.startsWith(PREFIX) || isAtTheDoor(exchange);

/** The page's address without its last slash; and a browser at the server's bare address, which AWS leads to a page of its own as well. */
function isAtTheDoor({ method, rawPath, rawQuery, headers }: Exchange): boolean {
  if (rawPath === PREFIX.slice(0, -1)) return true;
  return (
    method === 'GET' &&
    rawPath === '/' &&
    rawQuery === '' &&
    headers.authorization === undefined &&
    headers.accept?.includes('text/html') === true &&
    bucketOfHost(headers.host) === undefined
  );
}

export async function operatorPage(gateway: Gateway, exchange: Exchange): Promise<void> {
  if (isAtTheDoor(exchange)) {
    const toConsole = { status: 307, headers: { location: PREFIX }, body: '' };
    return answer(exchange, toConsole, gateway.blobs);
  }
  try {
    const file = findConsoleFile(exchange.method, exchange.rawPath.slice(PREFIX.length));
    if (file) return await sendConsoleFile(gateway, exchange, file);
    const route = routeOf(exchange);
    if (route.access === 'operator') await checkOperatorAccess(gateway, exchange);
    const input = await readInput(exchange, route);
    const ask = (more: object = {}) => callPage(gateway, exchange, route, { ...input, ...more });
    if (route.stream && exchange.headers.accept?.includes('text/event-stream'))
      await streamNews(exchange, ask);
    else if (route.operation === 'Metrics') await answerMetrics(gateway, exchange, await ask());
    else await answerPage(gateway, exchange, await ask());
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    exchange.request.resume();
    await answerPage(gateway, exchange, errorPage(error), error.headers);
  }
}

function routeOf({ method, rawPath }: Exchange): FoundRoute {
  const found = findRoute(method === 'HEAD' ? 'GET' : method, rawPath.slice(PREFIX.length));
  if (!found) throw new AwsError('NotFound', 'There is no such page.', { status: 404 });
  return found;
}

/** What the query, the JSON body and the path say; what the path says counts most. */
async function readInput(exchange: Exchange, { named }: FoundRoute): Promise<object> {
  const query = Object.fromEntries(new URLSearchParams(exchange.rawQuery));
  const body = exchange.method === 'POST' ? await readJson(exchange) : {};
  return { ...query, ...body, ...named };
}

async function readJson(exchange: Exchange): Promise<object> {
  const bytes = await readBody(
    exchange,
    BODY_BYTES_MAX,
    () => new AwsError('RequestTooLarge', `A body has ${BODY_BYTES_MAX} bytes at most.`),
  );
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch (cause) {
    throw new AwsError('InvalidJson', 'The body is not JSON.', { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new AwsError('InvalidJson', 'The body is not a JSON object.');
}

const callPage = async (
  gateway: Gateway,
  exchange: Exchange,
  { operation }: FoundRoute,
  input: object,
): Promise<Page> =>
  (await gateway.engine.call({
    service: 'spillway' satisfies ServiceName,
    operation,
    input,
    caller: anonymousCaller(exchange),
    region: gateway.region,
    requestId: exchange.requestId,
    hostId: exchange.hostId,
    endpoint: exchange.endpoint,
    trace: undefined,
    protocol: 'http',
  })) as Page;

const answerMetrics = async (gateway: Gateway, exchange: Exchange, page: Page) =>
  answerPage(gateway, exchange, { ...page, body: await metricsPage(String(page.body)) });

async function answerPage(
  gateway: Gateway,
  exchange: Exchange,
  { status = 200, contentType, body }: Page,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const headers: Record<string, string> = {
    'content-type': contentType,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...more,
  };
  if (typeof body !== 'string') headers['content-length'] = String(body.size);
  await answer(exchange, { status, headers, body }, gateway.blobs);
}

const errorPage = ({ code, message, status }: AwsError): Page => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify({ code, message }),
});
