import * as cloudwatchLogs from '../aws/models/cloudwatch-logs.ts';
import * as eventbridge from '../aws/models/eventbridge.ts';
import * as iam from '../aws/models/iam.ts';
import * as lambda from '../aws/models/lambda.ts';
import * as rekognition from '../aws/models/rekognition.ts';
import * as s3 from '../aws/models/s3.ts';
import * as sns from '../aws/models/sns.ts';
import * as sqs from '../aws/models/sqs.ts';
import * as sts from '../aws/models/sts.ts';
import type { Protocol } from '../aws/protocols/http.ts';
import { createProtocol } from '../aws/protocols/protocol.ts';
import type { Model, ProtocolName } from '../aws/protocols/shape.ts';
import type { ServiceName } from '../services/context.ts';

/** A service as it stands on the wire: its model, and every protocol it speaks. */
export interface Endpoint {
  readonly service: ServiceName;
  readonly model: Model;
  readonly protocols: Partial<Readonly<Record<ProtocolName, Protocol>>>;
}

function endpoint(service: ServiceName, model: Model): Endpoint {
  const protocols = model.service.protocols.map((name) => [name, createProtocol(model, name)]);
  return { service, model, protocols: Object.fromEntries(protocols) };
}

export const s3Endpoint = endpoint('s3', s3);
export const lambdaEndpoint = endpoint('lambda', lambda);

export const endpoints: readonly Endpoint[] = [
  s3Endpoint,
  endpoint('sqs', sqs),
  endpoint('sns', sns),
  endpoint('eventbridge', eventbridge),
  lambdaEndpoint,
  endpoint('iam', iam),
  endpoint('sts', sts),
  endpoint('rekognition', rekognition),
  endpoint('cloudwatch-logs', cloudwatchLogs),
];

const indexBy = (key: (endpoint: Endpoint) => string | undefined) => {
  const index = new Map(endpoints.map((each) => [key(each), each]));
  return (name: string | undefined) => (name === undefined ? undefined : index.get(name));
};

export const endpointBySigningName = indexBy(({ model }) => model.service.signingName);
export const endpointByTarget = indexBy(({ model }) => model.service.targetPrefix);
export const endpointByVersion = indexBy(({ model }) => model.service.apiVersion);
