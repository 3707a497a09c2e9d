import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contentSha256,
  contentSha256Mismatch,
  parseContentSha256,
} from '../../../src/aws/signature-v4/content-sha256.ts';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const cases = [
  ['UNSIGNED-PAYLOAD', { kind: 'unsigned' }],
  [sha256, { kind: 'hashed', sha256 }],
  ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', { kind: 'chunked', signed: false, trailer: true }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { kind: 'chunked', signed: true, trailer: false }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', { kind: 'chunked', signed: true, trailer: true }],
] as const;

for (const [value, expected] of cases) {
  test(`${value} is understood`, () => assert.deepEqual(parseContentSha256(value), expected));
}

test('the chunks of Signature Version 4A are not implemented', () => {
  for (const suffix of ['', '-TRAILER']) {
    const value = `STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD${suffix}`;
    assert.throws(() => parseContentSha256(value), { code: 'NotImplemented', status: 501 });
  }
});

for (const value of ['', 'toString', 'unsigned-payload', sha256.toUpperCase(), `${sha256}0`]) {
  test(`'${value}' is refused`, () => {
    assert.throws(() => parseContentSha256(value), {
      code: 'InvalidArgument',
      status: 400,
      message: /^x-amz-content-sha256 must be UNSIGNED-PAYLOAD, .*, or a valid sha256 value\.$/,
    });
  });
}

test('a presigned URL need not name the hash of its payload', () => {
  const request = { method: 'PUT', rawPath: '/', rawQuery: '', headers: {} };
  assert.equal(contentSha256(request, 'query'), 'UNSIGNED-PAYLOAD');
  const rawQuery = `a=b&X-Amz-Content-Sha256=${sha256}`;
  assert.equal(contentSha256({ ...request, rawQuery }, 'query'), sha256);
  const headers = { 'x-amz-content-sha256': 'of the header' };
  assert.equal(contentSha256({ ...request, rawQuery, headers }, 'query'), 'of the header');
});

test('a body that was changed is told apart by both hashes', () => {
  const error = contentSha256Mismatch('a', 'b');
  assert.equal(error.code, 'XAmzContentSHA256Mismatch');
  assert.deepEqual(error.members, {
    ClientComputedContentSHA256: 'a',
    S3ComputedContentSHA256: 'b',
  });
});
