import { parseChecksumAlgorithm } from '../../aws/checksums/algorithm.ts';
import type { CopyObjectOutput, CopyObjectRequest } from '../../aws/models/s3.ts';
import type { StoredBody } from '../../aws/protocols/shape.ts';
import { getLiveObject, type ObjectRow } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { copyBytes, discardingOnFailure } from './copy-bytes.ts';
import { parseCopySource } from './copy-source.ts';
import { invalidArgument, invalidRequest } from './errors.ts';
import {
  checksumFromText,
  checksumOf,
  checksumToOutput,
  checksumToText,
  DEFAULT_CHECKSUM_ALGORITHM,
  etagOf,
} from './object-checksum.ts';
import { objectAclFromRequest } from './object-grants.ts';
import { checkKey, headersFromJson, headersToJson } from './object-headers.ts';
import { lockFromHeaders, lockInBucket, lockToJson, type ObjectLock } from './object-lock.ts';
import { PUT_BYTES_MAX } from './put-object.ts';
import { raiseEvent } from './raise-event.ts';
import { readSource, type Source } from './read-source.ts';
import { refuseUnsupported, SERVER_SIDE_ENCRYPTION } from './refuse-unsupported.ts';
import { requireBucket } from './require-bucket.ts';
import { checkStorageClass } from './storage-class.ts';
import { tagsFromHeader, tagsToJson } from './tags.ts';
import { checkWriteConditions, quote } from './write-conditions.ts';
import { shownVersion, writeVersion } from './write-version.ts';

/**
 * CopyObject - a new object with the bytes of another, of up to 5 GiB; what is said about it is
 * copied or given anew.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 *
 * The storage class and what keeps the source from being deleted are never copied. A copy of an object that was uploaded in parts is one piece:
 * its ETag is an MD5 again.
 */
export async function copyObject(
  input: CopyObjectRequest,
  context: Context,
): Promise<CopyObjectOutput> {
  checkKey(input.Key);
  refuseUnsupported(input);
  refuseUnsupported(sourceKeys(input));
  const replaceHeaders = isReplace(input.MetadataDirective, 'metadata');
  const replaceTags = isReplace(input.TaggingDirective, 'tagging');
  const storage_class = checkStorageClass(input.StorageClass);
  const givenTags = tagsToJson(tagsFromHeader(input.Tagging));
  const lock = lockFromHeaders(input, context.clock.now());
  const source = await readSource(context, input, wholeSource);
  refuseNoChange(input, source, replaceHeaders);

  const { WebsiteRedirectLocation } = input;
  const kept = { ...headersFromJson(source.row.headers), WebsiteRedirectLocation };
  const headers = headersToJson(replaceHeaders ? input : kept);
  const tags = replaceTags ? givenTags : source.row.tags;
  const body = await copyOf(context, source, input.ChecksumAlgorithm);
  const row = await discardingOnFailure(context, body, () =>
    commit(input, context, body, lock, { storage_class, headers, tags }),
  );
  return {
    CopyObjectResult: {
      ETag: quote(row.etag),
      LastModified: new Date(row.modified_at),
      ...checksumToOutput(checksumFromText(row.checksum)),
    },
    CopySourceVersionId: source.versionId,
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
    VersionId: shownVersion(row),
  };
}

function commit(
  input: CopyObjectRequest,
  context: Context,
  body: StoredBody,
  lock: ObjectLock,
  about: Pick<ObjectRow, 'storage_class' | 'headers' | 'tags'>,
): Promise<ObjectRow> {
  const { Key: key } = input;
  return context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const ownership = objectAclFromRequest(bucket, context.account, input);
    const live = await getLiveObject(tx, bucket.name, key);
    checkWriteConditions(input, live);
    const row = await writeVersion(tx, context, bucket, live, {
      key,
      size: body.size,
      etag: etagOf(body),
      checksum: checksumToText(checksumOf(body)),
      body,
      ...about,
      ...ownership,
      object_lock: lockToJson(lockInBucket(bucket, lock, context.clock.now())),
    });
    await raiseEvent(tx, context, bucket, {
      eventName: 'ObjectCreated:Copy',
      reason: 'CopyObject',
      key,
      sequence: row.sequence,
      atMs: context.clock.now(),
      size: row.size,
      etag: row.etag,
      versionId: shownVersion(row),
    });
    return row;
  });
}

function wholeSource(size: number) {
  if (size > PUT_BYTES_MAX)
    throw invalidRequest(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${PUT_BYTES_MAX}`,
    );
  return { start: 0, end: size };
}

/** A file whose hashes are known gets a second name; anything else is read and hashed. */
async function copyOf(
  context: Context,
  { row, body }: Source,
  algorithmName: string | undefined,
): Promise<StoredBody> {
  const known = checksumFromText(row.checksum);
  const algorithm =
    algorithmName === undefined
      ? (known?.algorithm ?? DEFAULT_CHECKSUM_ALGORITHM)
      : parseChecksumAlgorithm(algorithmName);
  if (row.blob === null || known?.type !== 'FULL_OBJECT' || known.algorithm !== algorithm)
    return copyBytes(context, body, algorithm);
  const name = algorithm.toLowerCase();
  return {
    size: row.size,
    segments: [{ blob: await context.blobs.copy(row.blob), start: 0, end: row.size }],
    checksums: { md5: Buffer.from(row.etag, 'hex').toString('base64'), [name]: known.value },
    checksumAlgorithm: name,
  };
}

function isReplace(directive: string | undefined, what: 'metadata' | 'tagging'): boolean {
  if (directive === undefined || directive === 'COPY') return false;
  if (directive === 'REPLACE') return true;
  throw invalidArgument(`Unknown ${what} directive.`, `x-amz-${what}-directive`, directive);
}

/**
 * An object may be copied onto itself only to change something about it, or as a version that is
 * named: so an older one is brought back.
 */
function refuseNoChange(
  input: CopyObjectRequest,
  { bucket, row }: Source,
  replaceHeaders: boolean,
): void {
  const changes =
    replaceHeaders ||
    row.restore_expiry !== null ||
    input.StorageClass !== undefined ||
    input.ServerSideEncryption !== undefined ||
    input.WebsiteRedirectLocation !== undefined;
  const { versionId } = parseCopySource(input.CopySource);
  const itself = row.bucket === input.Bucket && row.key === input.Key;
  const named = versionId !== undefined && bucket.versioning !== '';
  if (itself && !named && !changes)
    throw invalidRequest(
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
}

/** The customer's keys of the source are refused like any others. */
export const sourceKeys = (input: {
  readonly CopySourceSSECustomerAlgorithm?: string | undefined;
  readonly CopySourceSSECustomerKey?: string | undefined;
  readonly CopySourceSSECustomerKeyMD5?: string | undefined;
}) => ({
  SSECustomerAlgorithm: input.CopySourceSSECustomerAlgorithm,
  SSECustomerKey: input.CopySourceSSECustomerKey,
  SSECustomerKeyMD5: input.CopySourceSSECustomerKeyMD5,
});
