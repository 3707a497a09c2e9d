import { AwsError } from '../error.ts';
import { DecodeFault } from './decode-fault.ts';
import { readXml } from './decode-xml.ts';
import { writeXml } from './encode-xml.ts';
import type { AnswerIds, HttpResponse, Protocol } from './http.ts';
import type { BodyCodec } from './http-bindings.ts';
import { readRequest } from './read-request.ts';
import type { Model } from './shape.ts';
import { writeResponse } from './write-response.ts';
import { escapeXml } from './xml-text.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * S3's protocol: XML bodies, everything else in headers and queries.
 * https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function restXml({ service }: Model): Protocol {
  const codec: BodyCodec = {
    contentType: 'application/xml',
    read: (shape, rootName, bytes) => readXml(shape, rootName, bytes) as Record<string, unknown>,
    write: (shape, rootName, value) =>
      DECLARATION + writeXml(shape, rootName, value, service.xmlNamespace),
  };
  return {
    name: 'restXml',
    readInput(operation, request, labels) {
      try {
        return readRequest(operation.input, request, labels, codec);
      } catch (cause) {
        throw cause instanceof DecodeFault ? inputError(cause) : cause;
      }
    },
    writeOutput(operation, output, ids) {
      const response = writeResponse(operation.output, output, operation.status, codec);
      return { ...response, headers: { ...idHeaders(ids), ...response.headers } };
    },
    writeError,
  };
}

const idHeaders = ({ requestId, hostId }: AnswerIds) => ({
  'x-amz-request-id': requestId,
  'x-amz-id-2': hostId,
});

function inputError(fault: DecodeFault): AwsError {
  const { binding } = fault;
  if (fault.reason === 'empty')
    return new AwsError('MissingRequestBodyError', 'Request Body is empty', { cause: fault });
  if (!binding) {
    return new AwsError(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
      { cause: fault },
    );
  }
  if (binding.value === undefined) {
    return new AwsError(
      'InvalidRequest',
      `Missing required ${binding.place} for this request: ${binding.name}`,
      {
        cause: fault,
      },
    );
  }
  return new AwsError('InvalidArgument', argumentMessage(binding.name), {
    members: { ArgumentName: binding.name, ArgumentValue: binding.value },
    cause: fault,
  });
}

function argumentMessage(name: string): string {
  if (name === 'partNumber') return 'Part number must be an integer between 1 and 10000, inclusive';
  if (name.startsWith('max-')) return `Provided ${name} not an integer or within integer range`;
  return `The value of ${name} is invalid`;
}

/** 304 is an error to SDKs and has no body; HEAD's answers lose theirs on the way out. */
function writeError(error: AwsError, ids: AnswerIds): HttpResponse {
  const headers = { ...idHeaders(ids), ...error.headers };
  if (error.status === 304) return { status: error.status, headers, body: '' };
  const elements = Object.entries({
    Code: error.code,
    Message: error.message,
    ...error.members,
    RequestId: ids.requestId,
    HostId: ids.hostId,
  }).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  return {
    status: error.status,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: `${DECLARATION}<Error>${elements.join('')}</Error>`,
  };
}
