import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CrcAlgorithm } from '../../../src/aws/checksums/crc-combine.ts';
import { combineCrcs } from '../../../src/aws/checksums/crc-combine.ts';
import { checksumOf } from '../../../src/aws/checksums/hasher.ts';
import {
  combineChecksums,
  parseMultipartChecksum,
} from '../../../src/aws/checksums/multipart-checksum.ts';

const CRCS: CrcAlgorithm[] = ['CRC32', 'CRC32C', 'CRC64NVME'];

test('the CRC of a whole follows from those of its parts', () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...CRCS), parts, (algorithm, pieces) => {
      const crcs = pieces.map((piece) => ({
        crc: checksumOf(algorithm, piece),
        bytes: piece.length,
      }));
      assert.deepEqual(combineCrcs(algorithm, crcs), checksumOf(algorithm, Buffer.concat(pieces)));
    }),
  );
});

test('parts may be of any size', () => {
  const part = Buffer.alloc(5 * 1024 * 1024, 'spillway');
  for (const algorithm of CRCS) {
    const crc = checksumOf(algorithm, part);
    const whole = checksumOf(algorithm, Buffer.concat([part, part]));
    const parts = [crc, crc].map((each) => ({ crc: each, bytes: part.length }));
    assert.deepEqual(combineCrcs(algorithm, parts), whole);
    assert.equal(
      combineChecksums({ algorithm, type: 'FULL_OBJECT' }, parts),
      whole.toString('base64'),
    );
  }
});

test('a composite is the checksum of the checksums and the number of parts', () => {
  const parts = ['a', 'b', 'c'].map((text) => ({
    crc: checksumOf('SHA256', Buffer.from(text)),
    bytes: 1,
  }));
  const ofParts = hash('sha256', Buffer.concat(parts.map(({ crc }) => crc)), 'base64');
  assert.equal(combineChecksums({ algorithm: 'SHA256', type: 'COMPOSITE' }, parts), `${ofParts}-3`);
});

const accepted = [
  [undefined, undefined, undefined],
  ['CRC32', undefined, { algorithm: 'CRC32', type: 'COMPOSITE' }],
  ['crc32c', 'FULL_OBJECT', { algorithm: 'CRC32C', type: 'FULL_OBJECT' }],
  ['CRC64NVME', undefined, { algorithm: 'CRC64NVME', type: 'FULL_OBJECT' }],
  ['SHA1', undefined, { algorithm: 'SHA1', type: 'COMPOSITE' }],
  ['SHA256', 'COMPOSITE', { algorithm: 'SHA256', type: 'COMPOSITE' }],
] as const;

for (const [algorithm, type, expected] of accepted) {
  test(`algorithm ${algorithm} and type ${type} go together`, () => {
    assert.deepEqual(parseMultipartChecksum(algorithm, type), expected);
  });
}

const refused = [
  [
    'SHA1',
    'FULL_OBJECT',
    'The FULL_OBJECT checksum type cannot be used with the sha1 checksum algorithm.',
  ],
  [
    'CRC64NVME',
    'COMPOSITE',
    'The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.',
  ],
  [
    undefined,
    'COMPOSITE',
    'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
  ],
  [
    'MD5',
    undefined,
    'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
  ],
  ['CRC32', 'PARTIAL', 'Value for x-amz-checksum-type header is invalid.'],
] as const;

for (const [algorithm, type, message] of refused) {
  test(`algorithm ${algorithm} and type ${type} do not go together`, () => {
    assert.throws(() => parseMultipartChecksum(algorithm, type), {
      code: 'InvalidRequest',
      status: 400,
      message,
    });
  });
}
