import type {
  GetObjectLegalHoldOutput,
  GetObjectLegalHoldRequest,
  PutObjectLegalHoldOutput,
  PutObjectLegalHoldRequest,
} from '../../aws/models/s3.ts';
import { updateObjectColumn } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { malformedXml, noObjectLock } from './errors.ts';
import { isHoldStatus, lockFromJson, lockToJson } from './object-lock.ts';
import { requireLockable } from './object-retention.ts';

/**
 * PutObjectLegalHold - keeps a version from being deleted until the hold is taken off again, by
 * nobody to be bypassed. S3 has no event for it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLegalHold.html
 */
export async function putObjectLegalHold(
  input: PutObjectLegalHoldRequest,
  context: Context,
): Promise<PutObjectLegalHoldOutput> {
  const hold = input.LegalHold?.Status;
  if (!isHoldStatus(hold)) throw malformedXml();
  await context.storage.transaction(async (tx) => {
    const { row } = await requireLockable(tx, context, input, 'PUT');
    const lock = { ...lockFromJson(row.object_lock), hold };
    await updateObjectColumn(tx, row, 'object_lock', lockToJson(lock));
  });
  return {};
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLegalHold.html */
export async function getObjectLegalHold(
  input: GetObjectLegalHoldRequest,
  context: Context,
): Promise<GetObjectLegalHoldOutput> {
  const { row } = await context.storage.read((reader) =>
    requireLockable(reader, context, input, 'GET'),
  );
  const { hold } = lockFromJson(row.object_lock);
  if (hold === undefined) throw noObjectLock(input.Key);
  return { LegalHold: { Status: hold } };
}
