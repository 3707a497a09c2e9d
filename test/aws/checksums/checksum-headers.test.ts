import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkChecksum,
  parseChecksumHeaders,
} from '../../../src/aws/checksums/checksum-headers.ts';
import { checkContentMd5, parseContentMd5 } from '../../../src/aws/checksums/content-md5.ts';
import { checksumOf } from '../../../src/aws/checksums/hasher.ts';

const body = Buffer.from('123456789');
const CRC32 = checksumOf('CRC32', body).toString('base64');
const MD5 = checksumOf('MD5', body).toString('base64');

const understood: [headers: Record<string, string>, expected: unknown][] = [
  [{}, undefined],
  [{ 'x-amz-checksum-mode': 'ENABLED', 'x-amz-checksum-type': 'COMPOSITE' }, undefined],
  [{ 'x-amz-checksum-crc32': CRC32 }, { algorithm: 'CRC32', value: CRC32 }],
  [
    { 'x-amz-checksum-crc32': CRC32, 'x-amz-sdk-checksum-algorithm': 'CRC32' },
    { algorithm: 'CRC32', value: CRC32 },
  ],
  [
    { 'x-amz-trailer': 'x-amz-checksum-crc64nvme', 'x-amz-sdk-checksum-algorithm': 'CRC64NVME' },
    { algorithm: 'CRC64NVME', value: undefined },
  ],
];

for (const [headers, expected] of understood) {
  test(`${JSON.stringify(headers)} is understood`, () => {
    assert.deepEqual(parseChecksumHeaders(headers), expected);
  });
}

const several =
  'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.';
const unsupported =
  'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]';
const refused: [headers: Record<string, string>, message: string][] = [
  [{ 'x-amz-checksum-crc32': 'AAAA' }, 'Value for x-amz-checksum-crc32 header is invalid.'],
  [{ 'x-amz-checksum-crc32': '' }, 'Value for x-amz-checksum-crc32 header is invalid.'],
  [{ 'x-amz-checksum-sha256': '!' }, 'Value for x-amz-checksum-sha256 header is invalid.'],
  [
    { 'x-amz-checksum-crc32': CRC32.slice(0, -2) },
    'Value for x-amz-checksum-crc32 header is invalid.',
  ],
  [{ 'x-amz-checksum-crc32': CRC32, 'x-amz-checksum-crc32c': CRC32 }, several],
  [{ 'x-amz-checksum-crc32': CRC32, 'x-amz-trailer': 'x-amz-checksum-sha1' }, several],
  [{ 'x-amz-checksum-sha512': '' }, unsupported],
  [{ 'x-amz-sdk-checksum-algorithm': 'CRC16' }, unsupported],
  [{ 'x-amz-trailer': 'x-amz-checksum-crc16' }, unsupported],
  [
    { 'x-amz-trailer': 'x-other' },
    'The value specified in the x-amz-trailer header is not supported',
  ],
  [
    { 'x-amz-sdk-checksum-algorithm': 'CRC32' },
    'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
  ],
  [
    { 'x-amz-checksum-crc32': CRC32, 'x-amz-sdk-checksum-algorithm': 'SHA1' },
    'Value for x-amz-sdk-checksum-algorithm header is invalid.',
  ],
];

for (const [headers, message] of refused) {
  test(`${JSON.stringify(headers)} is refused`, () => {
    assert.throws(() => parseChecksumHeaders(headers), {
      code: 'InvalidRequest',
      status: 400,
      message,
    });
  });
}

test('a body is compared with its header or trailer', () => {
  const inHeader = { algorithm: 'CRC32', value: CRC32 } as const;
  const inTrailer = { algorithm: 'CRC32', value: undefined } as const;
  checkChecksum(inHeader, checksumOf('CRC32', body));
  checkChecksum(inTrailer, checksumOf('CRC32', body), { 'x-amz-checksum-crc32': CRC32 });

  const mismatch = {
    code: 'BadDigest',
    status: 400,
    message: 'The CRC32 you specified did not match the calculated checksum.',
  };
  const other = checksumOf('CRC32', Buffer.from('other'));
  assert.throws(() => checkChecksum(inHeader, other), mismatch);
  assert.throws(() => checkChecksum(inTrailer, other, { 'x-amz-checksum-crc32': CRC32 }), mismatch);
  assert.throws(() => checkChecksum(inTrailer, other, { 'x-amz-checksum-crc32': 'AA' }), {
    code: 'InvalidRequest',
    message: 'Value for x-amz-checksum-crc32 trailing header is invalid.',
  });
});

test('Content-MD5 is compared with the body', () => {
  const computed = checksumOf('MD5', body);
  checkContentMd5(parseContentMd5(MD5), computed);
  const other = checksumOf('MD5', Buffer.from('other'));
  assert.throws(() => checkContentMd5(other, computed), {
    code: 'BadDigest',
    status: 400,
    message: 'The Content-MD5 you specified did not match what we received.',
    members: { ExpectedDigest: other.toString('base64'), CalculatedDigest: MD5 },
  });
});

for (const header of ['', 'x', MD5.slice(0, -2), `${MD5}=`, computedHex()]) {
  test(`the Content-MD5 '${header}' is invalid`, () => {
    assert.throws(() => parseContentMd5(header), {
      code: 'InvalidDigest',
      status: 400,
      message: 'The Content-MD5 you specified was invalid.',
      members: { 'Content-MD5': header },
    });
  });
}

function computedHex() {
  return checksumOf('MD5', body).toString('hex');
}
