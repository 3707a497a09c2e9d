import type { PutObjectOutput, PutObjectRequest } from '../../aws/models/s3.ts';
import { getLiveObject } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { entityTooLarge } from './errors.ts';
import { checksumOf, checksumToOutput, checksumToText, etagOf } from './object-checksum.ts';
import { objectAclFromRequest } from './object-grants.ts';
import { checkKey, headersToJson } from './object-headers.ts';
import {
  checkLockedBody,
  lockFromHeaders,
  lockInBucket,
  lockToJson,
  refuseLockOfNobody,
} from './object-lock.ts';
import { raiseEvent } from './raise-event.ts';
import { refuseUnsupported, SERVER_SIDE_ENCRYPTION } from './refuse-unsupported.ts';
import { requireBucket } from './require-bucket.ts';
import { checkStorageClass } from './storage-class.ts';
import { tagsFromHeader, tagsToJson } from './tags.ts';
import { checkWriteConditions, quote } from './write-conditions.ts';
import { shownVersion, writeVersion } from './write-version.ts';

/** 5 GiB: larger objects go up in parts. */
export const PUT_BYTES_MAX = 5 * 1024 ** 3;

/**
 * `Context.protocol` of a browser's form upload, which is a PutObject in all but the name of its
 * event.
 */
export const POST_FORM_PROTOCOL = 'post-form';

/**
 * PutObject - stores an object, its event and what the event is owed to in one transaction.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 *
 * The body has been read, hashed and verified before, and a large one is on disk: here it only gets
 * its row.
 */
export async function putObject(
  input: PutObjectRequest,
  context: Context,
): Promise<PutObjectOutput> {
  const { Body, Key } = input;
  const size = Body?.size ?? 0;
  checkKey(Key);
  refuseUnsupported(input);
  if (size > PUT_BYTES_MAX) throw entityTooLarge(size, PUT_BYTES_MAX);
  const asked = lockFromHeaders(input, context.clock.now());
  if (context.caller.principal.kind === 'anonymous') refuseLockOfNobody(asked);
  const announced = input.ContentMD5 !== undefined || Body?.checksumAlgorithm !== undefined;
  const etag = etagOf(Body);
  const checksum = checksumOf(Body);
  const version = {
    key: Key,
    size,
    etag,
    storage_class: checkStorageClass(input.StorageClass),
    checksum: checksumToText(checksum),
    headers: headersToJson(input),
    tags: tagsToJson(tagsFromHeader(input.Tagging)),
    body: Body,
  };

  const row = await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const ownership = objectAclFromRequest(bucket, context.account, input);
    const lock = lockInBucket(bucket, asked, context.clock.now());
    checkLockedBody(lock, announced);
    const live = await getLiveObject(tx, bucket.name, Key);
    checkWriteConditions(input, live);
    const written = await writeVersion(tx, context, bucket, live, {
      ...version,
      ...ownership,
      object_lock: lockToJson(lock),
    });
    await raiseEvent(tx, context, bucket, {
      ...(context.protocol === POST_FORM_PROTOCOL ? FORM_POST : PUT),
      key: Key,
      sequence: written.sequence,
      atMs: context.clock.now(),
      size,
      etag,
      versionId: shownVersion(written),
    });
    return written;
  });

  return {
    ETag: quote(etag),
    ...checksumToOutput(checksum),
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
    VersionId: shownVersion(row),
  };
}

const PUT = { eventName: 'ObjectCreated:Put', reason: 'PutObject' };
const FORM_POST = { eventName: 'ObjectCreated:Post', reason: 'POST Object' };
