import { parseMultipartChecksum } from '../../aws/checksums/multipart-checksum.ts';
import type {
  CreateMultipartUploadOutput,
  CreateMultipartUploadRequest,
} from '../../aws/models/s3.ts';
import { getLiveObject } from '../../storage/tables/objects.ts';
import { insertUpload } from '../../storage/tables/uploads.ts';
import { callerArn } from '../caller.ts';
import type { Context } from '../context.ts';
import { canonicalUserId } from './canonical-user.ts';
import { objectAclFromRequest } from './object-grants.ts';
import { checkKey, headersToJson } from './object-headers.ts';
import { lockFromHeaders, lockInBucket, lockToJson } from './object-lock.ts';
import { createOpaqueId } from './opaque-id.ts';
import { refuseUnsupported, SERVER_SIDE_ENCRYPTION } from './refuse-unsupported.ts';
import { requireBucket } from './require-bucket.ts';
import { checkStorageClass } from './storage-class.ts';
import { tagsFromHeader, tagsToJson } from './tags.ts';
import { wholeSeconds } from './write-version.ts';

/**
 * CreateMultipartUpload - begins an object that is sent in parts; everything but its bytes is said
 * here.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
 */
export async function createMultipartUpload(
  input: CreateMultipartUploadRequest,
  context: Context,
): Promise<CreateMultipartUploadOutput> {
  const { Bucket, Key } = input;
  checkKey(Key);
  refuseUnsupported(input);
  const checksum = parseMultipartChecksum(input.ChecksumAlgorithm, input.ChecksumType);
  const upload = {
    key: Key,
    initiated_at: wholeSeconds(context.clock.now()),
    initiator: initiatorOf(context),
    storage_class: checkStorageClass(input.StorageClass),
    checksum_algorithm: checksum?.algorithm ?? null,
    checksum_type: checksum?.type ?? null,
    headers: headersToJson(input),
    tags: tagsToJson(tagsFromHeader(input.Tagging)),
  };
  const lock = lockFromHeaders(input, context.clock.now());
  const UploadId = await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const { owner, acl } = objectAclFromRequest(bucket, context.account, input);
    // A default retention is counted from the object's beginning, which is the upload's end.
    lockInBucket(bucket, lock, context.clock.now());
    const live = await getLiveObject(tx, bucket.name, Key);
    const sequence = context.ids.sequence();
    const id = createOpaqueId(context.ids, bucket.name, sequence);
    const object_existed = live ? 1 : 0;
    await insertUpload(tx, {
      ...upload,
      bucket: bucket.name,
      sequence,
      id,
      owner,
      acl,
      object_existed,
      object_lock: lockToJson(lock),
    });
    return id;
  });
  return {
    Bucket,
    Key,
    UploadId,
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
    ChecksumAlgorithm: checksum?.algorithm,
    ChecksumType: checksum?.type,
  };
}

/** The root user is known by its canonical id, everybody else by their ARN. */
const initiatorOf = ({ account, caller }: Context): string =>
  caller.principal.kind === 'root' ? canonicalUserId(account) : callerArn(caller);
