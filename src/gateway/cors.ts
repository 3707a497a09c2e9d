import { answer } from './answer.ts';
import { bucketAndKey } from './bucket-and-key.ts';
import { anonymousCaller } from './callers.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';

type CorsHeaders = Readonly<Record<string, string>>;

/**
 * Answers a browser that asks beforehand whether a page of another origin may make a request (OPTIONS with Origin). The bucket's CORS rules
 * decide. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html
 */
export async function corsPreflight(gateway: Gateway, exchange: Exchange): Promise<boolean> {
  const { method, headers } = exchange;
  const wanted = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || headers.origin === undefined || wanted === undefined) return false;
  const asked = headers['access-control-request-headers'];
  const allowed = await matching(
    gateway,
    exchange,
    wanted,
    asked === undefined ? [] : asked.split(','),
  );
  const refusal = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessForbidden</Code><Message>CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.</Message><Method>${wanted.replaceAll(/[^A-Z]/g, '')}</Method><ResourceType>BUCKET</ResourceType><RequestId>${exchange.requestId}</RequestId><HostId>${exchange.hostId}</HostId></Error>`;
  await answer(
    exchange,
    allowed
      ? { status: 200, headers: { ...allowed }, body: '' }
      : { status: 403, headers: { 'content-type': 'application/xml' }, body: refusal },
    gateway.blobs,
  );
  return true;
}

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
