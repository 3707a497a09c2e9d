import { AwsError } from '../aws/error.ts';
import type { PutObjectOutput } from '../aws/models/s3.ts';
import type { HttpRequest } from '../aws/protocols/http.ts';
import type { StoredBody } from '../aws/protocols/shape.ts';
import { parseVersion2Form, verifyVersion2Form } from '../aws/signature-v2/post-form.ts';
import { checkCredentialScope } from '../aws/signature-v4/credential-scope.ts';
import { parseFormCredential, verifyForm } from '../aws/signature-v4/post-form.ts';
import {
  checkContentLength,
  type FormFields,
  type PostPolicy,
} from '../aws/signature-v4/post-policy.ts';
import type { Headers } from '../aws/signature-v4/signed-request.ts';
import { POST_FORM_PROTOCOL } from '../services/s3/put-object.ts';
import { storeBody } from '../storage/store-body.ts';
import { findCredential } from './authenticate.ts';
import { type CheckedDigests, createBodyDigests } from './body-digests.ts';
import { checkPermission } from './call-of.ts';
import { anonymousCaller, callerOf } from './callers.ts';
import { discardBody } from './discard-body.ts';
import { type Authenticated, type Exchange, NO_REGION } from './exchange.ts';
import { modelled } from './find-operation.ts';
import { headersOfForm } from './form-headers.ts';
import type { Gateway } from './gateway.ts';
import { readMultipartForm } from './multipart-form.ts';
import { answerOfForm } from './post-object-answer.ts';
import type { Prepared } from './prepared.ts';
import { bodyChunks } from './read-body.ts';
import { entityTooLarge, OBJECT_BYTES_MAX } from './receive-object.ts';
import type { Target } from './target.ts';

/** A browser's form upload is a POST to a bucket itself. */
export const isFormPost = ({ method, rawQuery }: Exchange, key: string | undefined) =>
  method === 'POST' && key === undefined && rawQuery === '';

/**
 * POST Object: a browser uploads a file with a form, whose fields are the headers of a PutObject and whose signed policy says what they
 * may hold. The fields come first, so that all of it is checked before the file is stored. A form without a policy is an anonymous
 * request. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export async function preparePostObject(
  gateway: Gateway,
  exchange: Exchange,
  target: Target,
  bucket: string,
): Promise<Prepared> {
  exchange.operation = 'PostObject';
  const chunks = bodyChunks(exchange);
  try {
    const form = await readMultipartForm(exchange.headers['content-type'] ?? '', chunks);
    const { fields } = form;
    const { authenticated, policy } = await authenticateForm(gateway, exchange, fields, bucket);
    const key = fields.get('key');
    if (!key) throw missingKey();
    const headers = headersOfForm(fields);
    const posted = { authenticated, bucket, key, fields, headers };
    await checkPermission(gateway, exchange, target, putOf(target, posted, NO_BODY));
    const body = await receiveFile(gateway, form.file, headers, policy);
    return preparePut(gateway, exchange, target, posted, body);
  } finally {
    await chunks.return(undefined);
  }
}

/** Stores the file, which must have the size that the policy allows; one that is too large is not awaited. */
async function receiveFile(
  { blobs }: Gateway,
  chunks: AsyncIterable<Buffer>,
  headers: Headers,
  policy: PostPolicy | undefined,
): Promise<StoredBody> {
  const bytesMax = Math.min(OBJECT_BYTES_MAX, policy?.contentLength?.bytesMax ?? OBJECT_BYTES_MAX);
  const digests = createBodyDigests(headers, { kind: 'unsigned' });
  let checked: CheckedDigests | undefined;
  const file = async function* () {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > bytesMax) throw entityTooLarge(size, bytesMax);
      digests.update(chunk);
      yield chunk;
    }
    if (policy) checkContentLength(policy, size);
    checked = digests.finish(undefined);
  };
  const stored = await storeBody(blobs, file());
  return { ...stored, ...checked };
}

interface PostedForm {
  readonly authenticated: Authenticated;
  readonly bucket: string;
  readonly key: string;
  readonly fields: FormFields;
  readonly headers: Headers;
}

const NO_BODY = new Uint8Array();

/** The PutObject that the form stands for. */
function putOf(
  { endpoint, protocol }: Target,
  { authenticated, bucket, key, headers }: PostedForm,
  body: HttpRequest['body'],
): Prepared {
  const operation = modelled(endpoint, 'PutObject', protocol.name);
  const request = { method: 'PUT', path: '', query: new URLSearchParams(), headers, body };
  const input = protocol.readInput(operation, request, { Bucket: bucket, Key: key });
  return { operation, input, authenticated, protocol: POST_FORM_PROTOCOL };
}

async function preparePut(
  { blobs }: Gateway,
  exchange: Exchange,
  target: Target,
  posted: PostedForm,
  body: StoredBody,
): Promise<Prepared> {
  const discard = () => discardBody(blobs, body);
  try {
    const put = putOf(target, posted, body);
    return {
      ...put,
      discard,
      answer(output: PutObjectOutput) {
        const answer = target.protocol.writeOutput(put.operation, output, exchange);
        return answerOfForm(answer, { ...posted, etag: output.ETag ?? '' }, exchange);
      },
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function authenticateForm(
  gateway: Gateway,
  exchange: Exchange,
  fields: FormFields,
  bucket: string,
): Promise<{ authenticated: Authenticated; policy: PostPolicy | undefined }> {
  const older = parseVersion2Form(fields);
  if (older) {
    const credential = await findCredential(gateway, older, 's3');
    const { secretAccessKey } = credential;
    const policy = verifyVersion2Form(fields, bucket, older, secretAccessKey, gateway.clock.now());
    const caller = callerOf(credential, older.accessKeyId, exchange);
    return { authenticated: { caller, region: NO_REGION }, policy };
  }
  const signed = parseFormCredential(fields);
  if (!signed) {
    const caller = anonymousCaller(exchange);
    return { authenticated: { caller, region: gateway.region }, policy: undefined };
  }
  checkCredentialScope({ ...signed, location: 'query' }, { service: 's3' }, 's3');
  const credential = await findCredential(gateway, signed, 's3');
  const { secretAccessKey } = credential;
  const policy = verifyForm(fields, bucket, signed, secretAccessKey, gateway.clock.now());
  const caller = callerOf(credential, signed.accessKeyId, exchange);
  return { authenticated: { caller, region: signed.region }, policy };
}

const missingKey = () =>
  new AwsError(
    'InvalidArgument',
    "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
    { members: { ArgumentName: 'key', ArgumentValue: '' } },
  );
