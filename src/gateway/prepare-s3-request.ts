import { AwsError } from '../aws/error.ts';
import type { HttpRequest } from '../aws/protocols/http.ts';
import { createS3Router } from '../aws/protocols/s3-router.ts';
import type { Operation } from '../aws/protocols/shape.ts';
import {
  contentSha256,
  type PayloadIntegrity,
  parseContentSha256,
} from '../aws/signature-v4/content-sha256.ts';
import type { Headers } from '../aws/signature-v4/signed-request.ts';
import { authenticate, type Verified } from './authenticate.ts';
import { bucketAndKey } from './bucket-and-key.ts';
import { checkPermission } from './call-of.ts';
import { discardBody } from './discard-body.ts';
import { s3Endpoint } from './endpoints.ts';
import type { Exchange } from './exchange.ts';
import { modelled } from './find-operation.ts';
import type { Gateway } from './gateway.ts';
import { isFormPost, preparePostObject } from './prepare-post-object.ts';
import type { Prepared } from './prepared.ts';
import { presignedHeaders } from './presigned-headers.ts';
import { readDocument, receiveObject } from './receive-object.ts';
import type { Target } from './target.ts';

const router = createS3Router(s3Endpoint.model);
const NO_QUERY = new URLSearchParams();
const NO_BODY = new Uint8Array();

/**
 * A request to S3: the signature covers what the headers say of the body, so it is verified first, and the body is then read, hashed
 * and stored as it arrives. An object of 5 GiB never is in memory.
 */
export async function prepareS3Request(
  gateway: Gateway,
  exchange: Exchange,
  target: Target,
): Promise<Prepared> {
  const { method, rawPath, rawQuery } = exchange;
  const { bucket, key } = bucketAndKey(rawPath, exchange.headers.host);
  if (bucket !== undefined && isFormPost(exchange, key))
    return preparePostObject(gateway, exchange, target, bucket);

  const query = rawQuery === '' ? NO_QUERY : new URLSearchParams(rawQuery);
  const headers = presignedHeaders(exchange, query);
  const { operation: name, labels } = router.match({ method, query, headers }, bucket, key);
  const operation = modelled(target.endpoint, name, target.protocol.name);
  exchange.operation = name;
  const authenticated = await authenticate(gateway, exchange, target, (location) => {
    const value = contentSha256(exchange, location);
    // What cannot be meant is told as such, rather than as a signature that does not match.
    parseContentSha256(value);
    return value;
  });
  const integrity = integrityOf(exchange, authenticated);
  const inputWith = (body: HttpRequest['body']) =>
    target.protocol.readInput(operation, { method, path: rawPath, query, headers, body }, labels);
  const body = takesObject(operation)
    ? await receiveObject(gateway, exchange, authenticated, integrity, {
        withDefault: operation.name === 'UploadPart',
        beforeReceiving() {
          const input = inputWith(NO_BODY);
          return checkPermission(gateway, exchange, target, { operation, input, authenticated });
        },
      })
    : await readDocument(
        exchange,
        authenticated,
        integrity,
        documentHeaders(operation, exchange.headers),
      );
  const discard = () => discardBody(gateway.blobs, body);
  try {
    return { operation, input: inputWith(body), authenticated, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/**
 * The headers that announce what the document hashes to. DeleteObjects must bring one; in
 * CompleteMultipartUpload the checksum is that of the object, which the operation compares.
 */
function documentHeaders(operation: Operation, headers: Headers): Headers {
  if (!DIGESTED_DOCUMENTS.has(operation.name)) return headers;
  const entries = Object.entries(headers);
  if (operation.name === 'CompleteMultipartUpload')
    return Object.fromEntries(entries.filter(([name]) => !name.startsWith('x-amz-checksum-')));
  const announced = ([name]: readonly [string, unknown]) =>
    name === 'content-md5' || name === 'x-amz-trailer' || name.startsWith('x-amz-checksum-');
  if (!entries.some(announced))
    throw new AwsError(
      'InvalidRequest',
      'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    );
  return headers;
}

const DIGESTED_DOCUMENTS: ReadonlySet<string> = new Set([
  'CompleteMultipartUpload',
  'DeleteObjects',
]);

/** Anonymous requests may still say how their body is sent. */
function integrityOf(exchange: Exchange, { signed }: Verified): PayloadIntegrity {
  if (!signed) {
    const value = exchange.headers['x-amz-content-sha256'];
    return value === undefined ? { kind: 'unsigned' } : parseContentSha256(value);
  }
  return parseContentSha256(contentSha256(exchange, signed.location));
}

const streaming = new WeakMap<Operation, boolean>();

/** PutObject and UploadPart: what they carry is data to be stored, not a document to be understood. */
function takesObject(operation: Operation): boolean {
  let takes = streaming.get(operation);
  if (takes === undefined) {
    takes = operation.input.members.some(({ shape }) => shape.kind === 'body');
    streaming.set(operation, takes);
  }
  return takes;
}
