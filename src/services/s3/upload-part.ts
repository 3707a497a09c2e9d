import type { UploadPartOutput, UploadPartRequest } from '../../aws/models/s3.ts';
import type { StoredBody } from '../../aws/protocols/shape.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertBody } from '../../storage/tables/bodies.ts';
import {
  deletePart,
  getPart,
  insertPart,
  type PartRow,
  type UploadRow,
} from '../../storage/tables/uploads.ts';
import type { Context } from '../context.ts';
import { discardBlobs } from './discard-bytes.ts';
import { entityTooLarge, invalidRequest } from './errors.ts';
import {
  checksumMembers,
  checksumOf,
  DEFAULT_CHECKSUM_ALGORITHM,
  etagOf,
} from './object-checksum.ts';
import { PUT_BYTES_MAX } from './put-object.ts';
import { refuseUnsupported, SERVER_SIDE_ENCRYPTION } from './refuse-unsupported.ts';
import { checkPartNumber, requireUpload } from './require-upload.ts';
import { quote } from './write-conditions.ts';
import { blobOf, wholeSeconds } from './write-version.ts';

/**
 * UploadPart - one part of an upload; sent again under the same number it replaces the first.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
 */
export async function uploadPart(
  input: UploadPartRequest,
  context: Context,
): Promise<UploadPartOutput> {
  const { Body, PartNumber } = input;
  const size = Body?.size ?? 0;
  checkPartNumber(PartNumber);
  refuseUnsupported(input);
  if (size > PUT_BYTES_MAX) throw entityTooLarge(size, PUT_BYTES_MAX);
  await context.storage.transaction(async (tx) => {
    const { upload } = await requireUpload(tx, context, input);
    checkAlgorithm(upload, Body);
    await putPart(tx, context, upload, PartNumber, Body);
  });
  const checksum = checksumOf(Body);
  return {
    ETag: quote(etagOf(Body)),
    ...(checksum && { [checksumMembers[checksum.algorithm]]: checksum.value }),
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  };
}

/** Parts carry the checksum that the upload was begun with; where it named none, any. */
function checkAlgorithm(upload: UploadRow, body: StoredBody | undefined): void {
  const expected = upload.checksum_algorithm?.toLowerCase();
  const actual = body?.checksumAlgorithm ?? 'null';
  if (expected !== undefined && expected !== actual)
    throw invalidRequest(
      `Checksum Type mismatch occurred, expected checksum Type: ${expected}, actual checksum Type: ${actual}`,
    );
}

/** Stores a part in the place of an earlier one with its number. */
export async function putPart(
  tx: Transaction,
  context: Context,
  upload: UploadRow,
  number: number,
  body: StoredBody | undefined,
): Promise<Omit<PartRow, 'start'>> {
  const earlier = await getPart(tx, upload.sequence, number);
  if (earlier) {
    await deletePart(tx, earlier);
    if (earlier.blob !== null) discardBlobs(tx, context, [earlier.blob]);
  }
  const algorithm = upload.checksum_algorithm ?? DEFAULT_CHECKSUM_ALGORITHM;
  const part = {
    upload: upload.sequence,
    number,
    size: body?.size ?? 0,
    etag: etagOf(body),
    modified_at: wholeSeconds(context.clock.now()),
    checksum: body?.checksums?.[algorithm.toLowerCase()] ?? null,
    blob: blobOf(body) ?? null,
    body: context.ids.sequence(),
  };
  await insertPart(tx, part);
  if (part.blob === null && part.size > 0) await insertBody(tx, part.body, body?.bytes ?? NOTHING);
  return part;
}

const NOTHING = new Uint8Array();
