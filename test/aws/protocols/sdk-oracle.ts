import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import type { HttpRequest, HttpResponse, Protocol } from '../../../src/aws/protocols/http.ts';

/**
 * An official SDK client whose network is a function: what it sends is what every SDK sends, and what it makes of
 * an answer is what every application sees.
 */
export interface SdkClient {
  send(operation: string, input: object, answer: Answer): Promise<Record<string, unknown>>;
}

export type Answer = (request: HttpRequest) => HttpResponse;

interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

interface Sendable {
  send(command: object): Promise<Record<string, unknown>>;
}

const require = createRequire(import.meta.url);

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Answers that say what the SDK would refuse: checks of our answers' digests are not what is tested here. */
const QUIET = {
  md5: false,
  useQueueUrlAsEndpoint: false,
  forcePathStyle: true,
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
  maxAttempts: 1,
};

/** SQS clients before 2023 spoke awsQuery; today's still can. */
const AS_QUERY = {
  protocol: require('@aws-sdk/core/protocols').AwsQueryProtocol,
  protocolSettings: {
    defaultNamespace: 'com.amazonaws.sqs',
    version: '2012-11-05',
    xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
  },
};

export function sdkClient(service: string, protocol: Protocol['name']): SdkClient {
  const sdk = require(`@aws-sdk/client-${service}`);
  const clientName = Object.keys(sdk).find((name) => /^[A-Z]\w*Client$/.test(name)) as string;
  let answer: Answer;
  const client: Sendable = new sdk[clientName]({
    region: 'us-east-1',
    endpoint: 'http://localhost:4566',
    credentials: CREDENTIALS,
    requestHandler: {
      handle: async (request: SdkRequest) => ({
        response: sdkResponse(answer(ourRequest(request))),
      }),
    },
    ...QUIET,
    ...(service === 'sqs' && protocol === 'awsQuery' && AS_QUERY),
  });
  return {
    send(operation, input, answerNow) {
      answer = answerNow;
      return client.send(new sdk[`${operation}Command`](input));
    },
  };
}

function ourRequest({ method, path, query, headers, body }: SdkRequest): HttpRequest {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) parameters.append(name, item ?? '');
  }
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method,
    path,
    query: parameters,
    headers: Object.fromEntries(lowerCase),
    body: body === undefined ? new Uint8Array() : Buffer.from(body),
  };
}

function sdkResponse({ status, headers, body }: HttpResponse) {
  const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : (body.bytes ?? '');
  return { statusCode: status, headers, body: Readable.from([Buffer.from(bytes)]) };
}
