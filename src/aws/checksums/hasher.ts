import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { IHasher } from 'hash-wasm';
import { createCRC32, createCRC64 } from 'hash-wasm';
import type { ChecksumAlgorithm } from './algorithm.ts';

/** Computes a checksum as bytes stream by. `digest` ends it. */
export interface ChecksumHasher {
  update(bytes: Uint8Array): void;
  /** The raw bytes, big-endian. */
  digest(): Buffer;
}

/** MD5 is no checksum algorithm of S3's headers here, but of `Content-MD5` and ETags. */
export type HashAlgorithm = ChecksumAlgorithm | 'MD5';

const CASTAGNOLI = 0x82f63b78;
const NVME = '9a6c9329ac4bc9b5';
const crc32c = await createCRC32(CASTAGNOLI);
const crc64Nvme = await createCRC64(NVME);

export function createChecksumHasher(algorithm: HashAlgorithm): ChecksumHasher {
  switch (algorithm) {
    case 'CRC32':
      return crc32Hasher();
    case 'CRC32C':
      return sharedHasher(crc32c);
    case 'CRC64NVME':
      return sharedHasher(crc64Nvme);
    default:
      return createHash(algorithm);
  }
}

/** The checksum of bytes that are all there. */
export function checksumOf(algorithm: HashAlgorithm, bytes: Uint8Array): Buffer {
  switch (algorithm) {
    case 'CRC32':
      return bigEndian(crc32(bytes));
    case 'CRC32C':
      return Buffer.from(crc32c.init().update(bytes).digest('binary'));
    case 'CRC64NVME':
      return Buffer.from(crc64Nvme.init().update(bytes).digest('binary'));
    default:
      return hash(algorithm, bytes, 'buffer');
  }
}

function crc32Hasher(): ChecksumHasher {
  let value = 0;
  return {
    update(bytes) {
      value = crc32(bytes, value);
    },
    digest: () => bigEndian(value),
  };
}

function bigEndian(value: number): Buffer {
  const digest = Buffer.alloc(4);
  digest.writeUInt32BE(value);
  return digest;
}

/**
 * All streams of an algorithm share its one WebAssembly instance and bring their state along, which
 * is a few bytes: an instance each would cost 80 us and a memory of its own.
 */
function sharedHasher(shared: IHasher): ChecksumHasher {
  let state = shared.init().save();
  return {
    update(bytes) {
      state = shared.load(state).update(bytes).save();
    },
    digest: () => Buffer.from(shared.load(state).digest('binary')),
  };
}
