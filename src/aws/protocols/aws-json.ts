import { AwsError } from '../error.ts';
import { DecodeFault } from './decode-fault.ts';
import type { AnswerIds, HttpResponse, Protocol } from './http.ts';
import { readJson, writeJson } from './json.ts';
import type { Model, Service } from './shape.ts';
import { missingMemberError } from './validation-error.ts';

/** Both versions are alike on the wire but for their content type. */
export type AwsJsonName = 'awsJson1_0' | 'awsJson1_1';

const CONTENT_TYPES: Readonly<Record<AwsJsonName, string>> = {
  awsJson1_0: 'application/x-amz-json-1.0',
  awsJson1_1: 'application/x-amz-json-1.1',
};

/**
 * The protocol of SQS, EventBridge and Rekognition: one JSON object each way, the operation in `x-amz-target`.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export function awsJson(model: Model, name: AwsJsonName): Protocol {
  const contentType = CONTENT_TYPES[name];
  return {
    name,
    readInput(operation, { body }) {
      if (!(body instanceof Uint8Array))
        throw new Error('a body that is decoded must be in memory');
      try {
        return readJson(operation.input, body);
      } catch (cause) {
        throw cause instanceof DecodeFault ? inputError(model.service, cause) : cause;
      }
    },
    writeOutput: (operation, output, { requestId }) => ({
      status: operation.status,
      headers: { 'content-type': contentType, 'x-amzn-requestid': requestId },
      body: writeJson(operation.output, output),
    }),
    writeError: (error, ids) => writeError(model, contentType, error, ids),
  };
}

function inputError(service: Service, fault: DecodeFault): AwsError {
  if (fault.reason === 'missing') return missingMemberError(service, fault);
  return new AwsError('SerializationException', fault.message, { cause: fault });
}

function writeError(
  { service, errors }: Model,
  contentType: string,
  error: AwsError,
  { requestId }: AnswerIds,
): HttpResponse {
  const headers: Record<string, string> = {
    ...error.headers,
    'content-type': contentType,
    'x-amzn-requestid': requestId,
  };
  if (service.protocols.includes('awsQuery')) {
    // SDKs show this code in place of the shape's name, as they did when SQS spoke only awsQuery.
    const fault = error.fault === 'client' ? 'Sender' : 'Receiver';
    headers['x-amzn-query-error'] = `${errors[error.code]?.code ?? error.code};${fault}`;
  }
  const body = { ...errorBody(service, error, requestId), ...error.members };
  return { status: error.status, headers, body: JSON.stringify(body) };
}

function errorBody(service: Service, { code, message }: AwsError, requestId: string) {
  if (OF_THE_FRAMEWORK.has(code)) return { __type: `com.amazon.coral.service#${code}`, message };
  switch (service.signingName) {
    case 'sqs':
      return { __type: `${service.shapeNamespace}#${code}`, message };
    case 'rekognition':
      return { __type: code, Code: code, Logref: requestId, Message: message };
    default:
      return { __type: code, message };
  }
}

/** Errors that every service has come from the framework underneath them all. */
const OF_THE_FRAMEWORK: ReadonlySet<string> = new Set([
  'SerializationException',
  'UnknownOperationException',
]);

/** `AmazonSQS.SendMessage` is operation SendMessage of the service whose target prefix is AmazonSQS. */
export function targetOf(header: string): { readonly prefix: string; readonly operation: string } {
  const dot = header.lastIndexOf('.');
  return { prefix: header.slice(0, Math.max(dot, 0)), operation: header.slice(dot + 1) };
}
