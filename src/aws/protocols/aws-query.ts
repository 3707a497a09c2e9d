import { AwsError } from '../error.ts';
import { DecodeFault } from './decode-fault.ts';
import { readForm } from './decode-form.ts';
import { writeXml } from './encode-xml.ts';
import { type Form, formParameters, parseForm } from './form.ts';
import type { AnswerIds, HttpRequest, HttpResponse, Protocol } from './http.ts';
import { readUtf8 } from './leaf.ts';
import { type Model, type Service, unit } from './shape.ts';
import { missingMemberError } from './validation-error.ts';
import { escapeXml } from './xml-text.ts';

const CONTENT_TYPE = 'text/xml';

/**
 * The protocol of SNS, IAM, STS and of older SQS clients: parameters in a form or a query, answers in XML.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function awsQuery(model: Model): Protocol {
  const { service } = model;
  const attributes = ` xmlns="${escapeXml(service.xmlNamespace ?? '')}"`;
  return {
    name: 'awsQuery',
    readInput(operation, request) {
      try {
        return readForm(operation.input, withQueueUrl(service, request, formOf(request)));
      } catch (cause) {
        throw cause instanceof DecodeFault ? inputError(service, cause) : cause;
      }
    },
    writeOutput({ name, output: shape, status }, output, ids) {
      const result = shape === unit ? '' : writeXml(shape, `${name}Result`, output);
      const metadata = `<ResponseMetadata><RequestId>${ids.requestId}</RequestId></ResponseMetadata>`;
      return {
        status,
        headers: headersOf(ids),
        body: readable(`<${name}Response${attributes}>${result}${metadata}</${name}Response>`),
      };
    },
    writeError: (error, ids) => writeError(model, attributes, error, ids),
  };
}

/**
 * No XML parser takes a reference to a character that XML 1.0 forbids, and an answer that repeats what it was sent may hold some; S3
 * alone has names made of them.
 */
const readable = (xml: string) => xml.replace(FORBIDDEN_REFERENCE, '\ufffd');
const FORBIDDEN_REFERENCE = /&#x(?!d;)[0-9a-f]+;/g;

const headersOf = ({ requestId }: AnswerIds) => ({
  'content-type': CONTENT_TYPE,
  'x-amzn-requestid': requestId,
});

const forms = new WeakMap<HttpRequest, Form>();

/**
 * The request's parameters, those of the query and those of the form in its body. Parsed once: whoever chooses the
 * operation needs `Action` and `Version` before the operation reads the rest. Throws DecodeFault.
 */
function formOf(request: HttpRequest): Form {
  const known = forms.get(request);
  if (known) return known;
  const { body } = request;
  if (!(body instanceof Uint8Array)) throw new Error('a body that is decoded must be in memory');
  const text = readUtf8(body);
  if (text === undefined) throw new DecodeFault('malformed', 'the form is not UTF-8');
  const form = parseForm([...request.query, ...formParameters(text)]);
  forms.set(request, form);
  return form;
}

/** What a request asks for, by its parameters `Action` and `Version`. Throws AwsError when it cannot be read. */
export function actionOf(request: HttpRequest): {
  readonly action: string | undefined;
  readonly version: string | undefined;
} {
  try {
    const { Action: action, Version: version } = formOf(request);
    return {
      action: typeof action === 'string' ? action : undefined,
      version: typeof version === 'string' ? version : undefined,
    };
  } catch (cause) {
    throw cause instanceof DecodeFault ? malformedQueryString(cause) : cause;
  }
}

/** Older SQS clients send their requests to the queue's own URL and leave out the parameter. */
function withQueueUrl({ signingName }: Service, { path, headers }: HttpRequest, form: Form): Form {
  if (signingName !== 'sqs' || form.QueueUrl !== undefined || path === '/') return form;
  return Object.assign(form, { QueueUrl: `http://${headers.host ?? ''}${path}` });
}

function inputError(service: Service, fault: DecodeFault): AwsError {
  if (fault.reason === 'missing') return missingMemberError(service, fault);
  if (fault.reason === 'malformed') return malformedQueryString(fault);
  if (service.signingName !== 'sqs')
    return new AwsError('MalformedInput', fault.message, { cause: fault });
  const name = fault.path.findLast((step) => typeof step === 'string');
  return new AwsError(
    'InvalidParameterValueException',
    `The value for parameter ${name} is invalid. Reason: ${fault.message}.`,
    { cause: fault },
  );
}

const malformedQueryString = (cause: DecodeFault) =>
  new AwsError('MalformedQueryString', `The query string is malformed: ${cause.message}`, {
    cause,
  });

/** SQS alone adds an empty `Detail`. A request that names no operation is refused with an element that says nothing. */
function writeError(
  { service, errors }: Model,
  attributes: string,
  error: AwsError,
  ids: AnswerIds,
): HttpResponse {
  if (error.code === 'UnknownOperationException' && error.status === 404)
    return { status: error.status, headers: headersOf(ids), body: `<${error.code}/>` };
  const code = errors[error.code]?.code ?? error.code;
  const type = error.fault === 'client' ? 'Sender' : 'Receiver';
  const detail = service.signingName === 'sqs' ? '<Detail/>' : '';
  const content = `<Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(error.message)}</Message>${detail}`;
  return {
    status: error.status,
    headers: { ...error.headers, ...headersOf(ids) },
    body: readable(
      `<ErrorResponse${attributes}><Error>${content}</Error><RequestId>${ids.requestId}</RequestId></ErrorResponse>`,
    ),
  };
}
