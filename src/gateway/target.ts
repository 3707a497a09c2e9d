import { AwsError } from '../aws/error.ts';
import type { Protocol } from '../aws/protocols/http.ts';
import type { ErrorFamily } from '../aws/signature-v4/errors.ts';
import {
  type Endpoint,
  endpointBySigningName,
  endpointByTarget,
  endpointByVersion,
  s3Endpoint,
} from './endpoints.ts';
import type { Exchange } from './exchange.ts';

/**
 * Which service a request is for, and by which protocol, found before its body is read. All services share one port, so this goes by what
 * only one of them sends: the target header (awsJson), a dated path (Lambda), a form (awsQuery), the service name in the signature.
 * What fits nothing else is S3.
 */
export interface Target {
  readonly endpoint: Endpoint;
  readonly protocol: Protocol;
  readonly family: ErrorFamily;
}

const DATED_PATH = /^\/20\d\d-\d\d-\d\d\//;
const FORM = 'application/x-www-form-urlencoded';
const SCOPE_SERVICE = /\/([a-z0-9-]+)\/aws4_request/;
const QUERY_SCOPE_SERVICE = /(?:%2F|\/)([a-z0-9-]+)(?:%2F|\/)aws4_request/i;

/** For what fits nothing else. */
export const s3Target: Target = found(s3Endpoint, 'restXml');
const jsonTarget: Target = found(endpointBySigningName('events'), 'awsJson1_1');
const queryTarget: Target = found(endpointBySigningName('sns'), 'awsQuery');
const restJsonTarget: Target = found(endpointBySigningName('lambda'), 'restJson1');

/** In whose form an error is told when the service is not known: that of the protocol which the request looks like. */
export function targetOfErrors(exchange: Exchange): Target {
  if (exchange.headers['x-amz-target'] !== undefined) return jsonTarget;
  if (isForm(exchange)) return queryTarget;
  const signedFor = signingNameOf(exchange);
  return signedFor === undefined || signedFor === 's3' ? s3Target : restJsonTarget;
}

export function findTarget(exchange: Exchange): Target {
  const { headers, rawPath, rawQuery } = exchange;
  const target = headers['x-amz-target'];
  if (target !== undefined) return awsJson(target);

  const signedFor = signingNameOf(exchange);
  if (signedFor === 's3') return s3Target;
  if (signedFor === 'lambda') return restJsonTarget;
  const form = isForm(exchange) || /(?:^|&)Action=/.test(rawQuery);
  if (signedFor !== undefined) {
    const endpoint = endpointBySigningName(signedFor);
    if (!endpoint) throw unknownService(signedFor);
    if ((form || exchange.method === 'GET') && endpoint.protocols.awsQuery)
      return found(endpoint, 'awsQuery');
    return found(endpoint, endpoint.model.service.protocols[0] ?? 'restXml');
  }
  if (DATED_PATH.test(rawPath)) return restJsonTarget;
  if (!form) return s3Target;
  const version = /(?:^|&)Version=([\d-]+)/.exec(rawQuery)?.[1];
  const endpoint = endpointByVersion(version);
  return endpoint?.protocols.awsQuery ? found(endpoint, 'awsQuery') : queryTarget;
}

const isForm = ({ method, headers }: Exchange) =>
  method === 'POST' && headers['content-type']?.startsWith(FORM) === true;

/** The service that the request is signed for. */
const signingNameOf = ({ headers, rawQuery }: Exchange): string | undefined =>
  SCOPE_SERVICE.exec(headers.authorization ?? '')?.[1] ??
  (rawQuery === '' ? undefined : QUERY_SCOPE_SERVICE.exec(rawQuery)?.[1]);

function awsJson(target: string): Target {
  const endpoint = endpointByTarget(target.slice(0, target.lastIndexOf('.')));
  if (!endpoint) throw unknownService(target);
  const name = endpoint.model.service.protocols.find((protocol) => protocol.startsWith('awsJson'));
  return found(endpoint, name ?? 'awsJson1_1');
}

function found(endpoint: Endpoint | undefined, name: keyof Endpoint['protocols']): Target {
  const protocol = endpoint?.protocols[name];
  if (!endpoint || !protocol) throw unknownService(name);
  const family: ErrorFamily =
    name === 'restXml'
      ? 's3'
      : name === 'restJson1'
        ? 'rest-json'
        : name === 'awsQuery'
          ? 'query'
          : 'json';
  return { endpoint, protocol, family };
}

const unknownService = (name: string) =>
  new AwsError(
    'UnknownOperationException',
    `Spillway does not offer the service of ${JSON.stringify(name)}.`,
  );
