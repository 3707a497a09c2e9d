import { AwsError } from '../aws/error.ts';
import type { HttpResponse } from '../aws/protocols/http.ts';
import { bucketAndKey } from './bucket-and-key.ts';
import { anonymousCaller } from './callers.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';

type CorsHeaders = Readonly<Record<string, string>>;

/**
 * Answers a browser that asks beforehand whether a page of another origin may make a request (OPTIONS). The bucket's CORS rules decide.
 * Throws BadRequest and AccessForbidden. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html
 */
export async function corsPreflight(gateway: Gateway, exchange: Exchange): Promise<HttpResponse> {
  exchange.operation = 'Preflight';
  const { origin } = exchange.headers;
  const method = exchange.headers['access-control-request-method'];
  const asked = exchange.headers['access-control-request-headers'];
  if (origin === undefined)
    throw badRequest('Insufficient information. Origin request header needed.');
  if (!METHODS.has(method ?? ''))
    throw badRequest(`Invalid Access-Control-Request-Method: ${method ?? null}`);
  const allowed = await matching(gateway, exchange, method as string, asked?.split(',') ?? []);
  if (!allowed) throw forbidden(exchange, method as string);
  return { status: 200, headers: { ...allowed }, body: '' };
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE']);

const badRequest = (message: string) => new AwsError('BadRequest', message);

const forbidden = ({ rawPath, headers }: Exchange, method: string) =>
  new AwsError(
    'AccessForbidden',
    "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    {
      status: 403,
      members: {
        Method: method,
        ResourceType: bucketAndKey(rawPath, headers.host).key === undefined ? 'BUCKET' : 'OBJECT',
      },
    },
  );

/** The headers that let a page of another origin read this answer; none when the bucket's rules do not. */
export const corsHeaders = async (gateway: Gateway, exchange: Exchange): Promise<CorsHeaders> =>
  (await matching(gateway, exchange, exchange.method, undefined)) ?? {};

function matching(
  gateway: Gateway,
  exchange: Exchange,
  method: string,
  requestHeaders: string[] | undefined,
): Promise<CorsHeaders | undefined> {
  const { bucket } = bucketAndKey(exchange.rawPath, exchange.headers.host);
  return gateway.engine.call({
    service: 'spillway',
    operation: 'MatchCors',
    input: { bucket, origin: exchange.headers.origin, method, requestHeaders },
    caller: anonymousCaller(exchange),
    region: gateway.region,
    requestId: exchange.requestId,
    hostId: exchange.hostId,
    endpoint: exchange.endpoint,
    trace: undefined,
    protocol: 'http',
  }) as Promise<CorsHeaders | undefined>;
}
