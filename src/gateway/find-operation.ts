import { AwsError } from '../aws/error.ts';
import { targetOf } from '../aws/protocols/aws-json.ts';
import { actionOf } from '../aws/protocols/aws-query.ts';
import type { HttpRequest, Labels } from '../aws/protocols/http.ts';
import { createRestRouter } from '../aws/protocols/rest-router.ts';
import type { Operation, ProtocolName } from '../aws/protocols/shape.ts';
import { notImplementedError, unknownOperation } from '../services/dispatch.ts';
import { type Endpoint, lambdaEndpoint } from './endpoints.ts';
import type { Exchange } from './exchange.ts';
import type { Target } from './target.ts';

export interface FoundOperation {
  readonly operation: Operation;
  readonly request: HttpRequest;
  readonly labels: Labels;
}

/** What cannot be asked at the URL of one queue. */
const NOT_OF_A_QUEUE: ReadonlySet<string> = new Set(['CreateQueue', 'ListQueues']);

const lambdaRouter = createRestRouter(lambdaEndpoint.model);

/** Which operation of its service a request means; each protocol says so in another place. Throws AwsError. */
export function findOperation(
  exchange: Exchange,
  { endpoint, protocol }: Target,
  body: Uint8Array,
): FoundOperation {
  const { method, headers } = exchange;
  const request = httpRequest(exchange, body);
  switch (protocol.name) {
    case 'restJson1': {
      const { operation, labels } = lambdaRouter.match(request);
      return { operation: modelled(endpoint, operation, protocol.name), request, labels };
    }
    case 'awsQuery': {
      const { action = '' } = actionOf(request);
      if (action === '' && method === 'GET') throw noOperation();
      if (endpoint.service === 'sqs' && request.path !== '/' && NOT_OF_A_QUEUE.has(action))
        throw notImplementedError({ service: 'sqs', operation: action, protocol: 'awsQuery' });
      return { operation: modelled(endpoint, action, protocol.name), request, labels: {} };
    }
    default: {
      const { operation } = targetOf(headers['x-amz-target'] ?? '');
      if (method !== 'POST') throw unknownOperation(operation);
      return { operation: modelled(endpoint, operation, protocol.name), request, labels: {} };
    }
  }
}

/** A request as protocols read it. */
export const httpRequest = (
  { method, rawPath, rawQuery, headers }: Exchange,
  body: Uint8Array,
): HttpRequest => ({
  method,
  path: rawPath,
  query: new URLSearchParams(rawQuery),
  headers,
  body,
});

const noOperation = () => new AwsError('UnknownOperationException', '', { status: 404 });

/** Operations that AWS has and we do not, and names that nobody has, are refused alike. */
export function modelled(
  { model, service }: Endpoint,
  name: string,
  protocol: ProtocolName,
): Operation {
  const operation = Object.hasOwn(model.operations, name) ? model.operations[name] : undefined;
  if (!operation) throw notImplementedError({ service, operation: name, protocol });
  return operation;
}
