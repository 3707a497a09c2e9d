import { AwsError } from '../error.ts';
import { DecodeFault } from './decode-fault.ts';
import type { AnswerIds, HttpResponse, Protocol } from './http.ts';
import type { BodyCodec } from './http-bindings.ts';
import { readJson, writeJson } from './json.ts';
import { readRequest } from './read-request.ts';
import type { Model, Service } from './shape.ts';
import { missingMemberError } from './validation-error.ts';
import { writeResponse } from './write-response.ts';

const CONTENT_TYPE = 'application/json';

const codec: BodyCodec = {
  contentType: CONTENT_TYPE,
  read: (shape, _, bytes) => readJson(shape, bytes),
  write: (shape, _, value) => writeJson(shape, value),
};

/**
 * Lambda's protocol: JSON bodies, resources in the path.
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export function restJson({ service, errors }: Model): Protocol {
  return {
    name: 'restJson1',
    readInput(operation, request, labels) {
      try {
        return readRequest(operation.input, request, labels, codec);
      } catch (cause) {
        throw cause instanceof DecodeFault ? inputError(service, cause) : cause;
      }
    },
    writeOutput(operation, output, ids) {
      const response = writeResponse(operation.output, output, operation.status, codec);
      return { ...response, headers: { ...idHeaders(ids), ...response.headers } };
    },
    writeError: (error, ids) => writeError(errors, error, ids),
  };
}

const idHeaders = ({ requestId }: AnswerIds) => ({ 'x-amzn-requestid': requestId });

function inputError(service: Service, fault: DecodeFault): AwsError {
  if (fault.reason === 'missing' || fault.reason === 'empty')
    return missingMemberError(service, fault);
  return new AwsError('SerializationException', fault.message, { cause: fault });
}

/** Errors of the model carry a `Type`, those of AWS's front door only a message. */
function writeError(modelled: Model['errors'], error: AwsError, ids: AnswerIds): HttpResponse {
  const model = modelled[error.code];
  const type = error.fault === 'client' ? 'User' : 'Service';
  return {
    status: error.status,
    headers: {
      ...idHeaders(ids),
      ...error.headers,
      'content-type': CONTENT_TYPE,
      'x-amzn-errortype': error.code,
    },
    body: JSON.stringify({
      ...(model && { Type: type }),
      [model?.message ?? 'message']: error.message,
      ...error.members,
    }),
  };
}
