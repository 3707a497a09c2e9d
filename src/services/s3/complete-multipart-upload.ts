import type {
  CompleteMultipartUploadOutput,
  CompleteMultipartUploadRequest,
} from '../../aws/models/s3.ts';
import type { Reader, Transaction } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { getLiveObject, type ObjectRow } from '../../storage/tables/objects.ts';
import {
  deletePart,
  deleteUploadRow,
  listPartRows,
  type PartRow,
  type UploadRow,
  updatePartStarts,
} from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import {
  checkObjectSize,
  multipartChecksum,
  multipartEtag,
  selectParts,
} from './completed-parts.ts';
import { discardBlobs } from './discard-bytes.ts';
import { conditionalRequestConflict, noSuchUpload } from './errors.ts';
import { checksumFromText, checksumToOutput, checksumToText } from './object-checksum.ts';
import { lockFromJson, lockInBucket, lockToJson } from './object-lock.ts';
import { readOpaqueId } from './opaque-id.ts';
import { raiseEvent } from './raise-event.ts';
import { refuseUnsupported, SERVER_SIDE_ENCRYPTION } from './refuse-unsupported.ts';
import { requireBucket } from './require-bucket.ts';
import { findUpload, PART_NUMBER_MAX } from './require-upload.ts';
import { checkWriteConditions, quote } from './write-conditions.ts';
import { shownVersion, writeVersion } from './write-version.ts';

/**
 * CompleteMultipartUpload - makes an object of the parts. They stay where they are: nothing is
 * copied however large it is.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 *
 * A client that got no answer asks again: as long as the object is still the one that this upload
 * made, it is told the same.
 */
export async function completeMultipartUpload(
  input: CompleteMultipartUploadRequest,
  context: Context,
): Promise<CompleteMultipartUploadOutput> {
  const { Bucket, Key, UploadId } = input;
  refuseUnsupported(input);
  const row = await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const upload = await findUpload(tx, bucket.name, Key, UploadId);
    const live = await getLiveObject(tx, bucket.name, Key);
    if (upload) return complete(tx, context, input, { bucket, upload, live });
    const sequence = readOpaqueId(UploadId, bucket.name);
    if (!live || live.upload !== sequence || !(await namesItsParts(tx, input, live)))
      throw noSuchUpload(UploadId);
    return live;
  });
  return {
    Location: `${context.endpoint}/${Bucket}/${encodeURIComponent(Key)}`,
    Bucket,
    Key,
    ETag: quote(row.etag),
    ...checksumToOutput(checksumFromText(row.checksum)),
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
    VersionId: shownVersion(row),
  };
}

interface Completion {
  readonly bucket: BucketRow;
  readonly upload: UploadRow;
  readonly live: ObjectRow | undefined;
}

async function complete(
  tx: Transaction,
  context: Context,
  input: CompleteMultipartUploadRequest,
  { bucket, upload, live }: Completion,
): Promise<ObjectRow> {
  const uploaded = await listPartRows(tx, upload.sequence, 0, PART_NUMBER_MAX);
  const parts = selectParts(input, upload, uploaded);
  const checksum = multipartChecksum(input, upload, parts);
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  checkObjectSize(input.MpuObjectSize, size);
  checkWriteConditions(input, live);
  // The object that the client wanted not to overwrite has been there, and went away meanwhile.
  if (input.IfNoneMatch !== undefined && upload.object_existed === 1)
    throw conditionalRequestConflict('If-None-Match', upload.key);
  // It is the wanted object, but written since the upload began.
  if (input.IfMatch !== undefined && live && live.sequence > upload.sequence)
    throw conditionalRequestConflict('If-Match', upload.key);

  await discardOthers(tx, context, uploaded, parts);
  await updatePartStarts(tx, upload.sequence);
  await deleteUploadRow(tx, upload);
  const { key, storage_class, owner, headers, tags, acl } = upload;
  const now = context.clock.now();
  const row = await writeVersion(tx, context, bucket, live, {
    key,
    size,
    etag: multipartEtag(parts),
    storage_class,
    owner,
    checksum: checksumToText(checksum),
    headers,
    tags,
    acl,
    upload: upload.sequence,
    object_lock: lockToJson(lockInBucket(bucket, lockFromJson(upload.object_lock), now)),
  });
  await raiseEvent(tx, context, bucket, {
    eventName: 'ObjectCreated:CompleteMultipartUpload',
    reason: 'CompleteMultipartUpload',
    key,
    sequence: row.sequence,
    atMs: now,
    size,
    etag: row.etag,
    versionId: shownVersion(row),
  });
  return row;
}

/** Parts that were uploaded but are not named do not belong to the object. */
async function discardOthers(
  tx: Transaction,
  context: Context,
  uploaded: readonly PartRow[],
  parts: readonly PartRow[],
): Promise<void> {
  const kept = new Set(parts.map((part) => part.number));
  const others = uploaded.filter((part) => !kept.has(part.number));
  for (const part of others) await deletePart(tx, part);
  discardBlobs(
    tx,
    context,
    others.flatMap((part) => part.blob ?? []),
  );
}

async function namesItsParts(
  reader: Reader,
  input: CompleteMultipartUploadRequest,
  { upload }: ObjectRow,
): Promise<boolean> {
  const parts = await listPartRows(reader, upload ?? 0, 0, PART_NUMBER_MAX);
  const named = input.MultipartUpload?.Parts ?? [];
  return (
    named.length === parts.length &&
    named.every(({ PartNumber }, index) => PartNumber === parts[index]?.number)
  );
}
