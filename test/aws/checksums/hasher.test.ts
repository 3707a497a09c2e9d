import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHECKSUM_ALGORITHMS, CHECKSUM_BYTES } from '../../../src/aws/checksums/algorithm.ts';
import { checksumOf, createChecksumHasher } from '../../../src/aws/checksums/hasher.ts';

// The check values of the catalogues: of the digits 1 to 9, and of nothing.
const vectors = [
  ['CRC32', '123456789', 'cbf43926'],
  ['CRC32C', '123456789', 'e3069283'],
  ['CRC64NVME', '123456789', 'ae8b14860a799888'],
  ['SHA1', '123456789', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
  ['SHA256', '123456789', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
  ['MD5', '123456789', '25f9e794323b453885f5181f1b624d0b'],
  ['CRC32', '', '00000000'],
  ['CRC32C', '', '00000000'],
  ['CRC64NVME', '', '0000000000000000'],
  ['MD5', '', 'd41d8cd98f00b204e9800998ecf8427e'],
] as const;

for (const [algorithm, text, hex] of vectors) {
  test(`${algorithm} of '${text}'`, () => {
    assert.equal(checksumOf(algorithm, Buffer.from(text)).toString('hex'), hex);
  });
}

test('streams of one algorithm do not disturb each other', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...CHECKSUM_ALGORITHMS), pieces, pieces, (algorithm, a, b) => {
      const one = createChecksumHasher(algorithm);
      const other = createChecksumHasher(algorithm);
      for (let i = 0; i < Math.max(a.length, b.length); i++) {
        one.update(a[i] ?? Buffer.alloc(0));
        other.update(b[i] ?? Buffer.alloc(0));
      }
      assert.deepEqual(one.digest(), checksumOf(algorithm, Buffer.concat(a)));
      assert.deepEqual(other.digest(), checksumOf(algorithm, Buffer.concat(b)));
      assert.equal(checksumOf(algorithm, Buffer.concat(a)).length, CHECKSUM_BYTES[algorithm]);
    }),
  );
});
