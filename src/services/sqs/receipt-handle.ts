import { crc32 } from 'node:zlib';
import type { ReceivedMessage } from '../../storage/tables/receive-messages.ts';
import type { Receipt } from '../../storage/tables/settle-messages.ts';
import { errors } from './errors.ts';

/**
 * A receipt handle is opaque to clients. Ours holds the message's row and the number of the receive, eight bytes each,
 * and a checksum that tells a handle from other text.
 */
const NUMBERS_BYTES = 16;
const HANDLE_BYTES = NUMBERS_BYTES + 4;

export function receiptHandle({ id, receipt }: Pick<ReceivedMessage, 'id' | 'receipt'>): string {
  const bytes = Buffer.alloc(HANDLE_BYTES);
  bytes.writeBigUInt64BE(BigInt(id), 0);
  bytes.writeBigUInt64BE(BigInt(receipt), 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, NUMBERS_BYTES)), NUMBERS_BYTES);
  return bytes.toString('base64');
}

/** Throws ReceiptHandleIsInvalid when the text is no handle. */
export function parseReceiptHandle(handle: string): Receipt {
  const bytes = Buffer.from(handle, 'base64');
  if (
    bytes.length !== HANDLE_BYTES ||
    bytes.toString('base64') !== handle ||
    bytes.readUInt32BE(NUMBERS_BYTES) !== crc32(bytes.subarray(0, NUMBERS_BYTES))
  )
    throw errors.ReceiptHandleIsInvalid(
      `The input receipt handle "${handle}" is not a valid receipt handle.`,
    );
  return {
    messageRow: Number(bytes.readBigUInt64BE(0)),
    receipt: Number(bytes.readBigUInt64BE(8)),
  };
}
