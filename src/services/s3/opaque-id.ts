import { crc32 } from 'node:zlib';
import type { Ids } from '../../lib/ids.ts';

/**
 * Version ids and upload ids: 32 URL-safe characters that mean nothing to clients. Inside are 12
 * random bytes, the row's sequence and a check value over both and the bucket, so that a row is
 * found by its key alone, and an id that this bucket never gave out is told from one whose version
 * is gone, as S3 does.
 */
export function createOpaqueId(ids: Ids, bucket: string, sequence: number): string {
  const id = Buffer.alloc(ID_BYTES);
  id.set(ids.bytes(RANDOM_BYTES));
  id.writeBigUInt64BE(BigInt(sequence), RANDOM_BYTES);
  id.writeUInt32BE(checkValue(id, bucket), CHECKED_BYTES);
  return id.toString('base64url');
}

/** The sequence in the id; `undefined` when the bucket never gave out this id. */
export function readOpaqueId(text: string, bucket: string): number | undefined {
  if (!OPAQUE_ID.test(text)) return undefined;
  const id = Buffer.from(text, 'base64url');
  if (id.readUInt32BE(CHECKED_BYTES) !== checkValue(id, bucket)) return undefined;
  return Number(id.readBigUInt64BE(RANDOM_BYTES));
}

const ID_BYTES = 24;
const RANDOM_BYTES = 12;
const CHECKED_BYTES = 20;
const OPAQUE_ID = /^[A-Za-z0-9_-]{32}$/;

const checkValue = (id: Buffer, bucket: string) =>
  crc32(id.subarray(0, CHECKED_BYTES), crc32(bucket));
