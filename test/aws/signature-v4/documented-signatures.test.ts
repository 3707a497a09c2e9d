import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { presignUrl, signRequest } from '../../../src/aws/signature-v4/sign-request.ts';
import { ACCESS_KEY, verify } from './receive-request.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and
// sigv4-query-string-auth.html
const nowMs = Date.UTC(2013, 4, 24);
const options = { key: ACCESS_KEY, region: 'us-east-1', service: 's3', nowMs };
const host = 'examplebucket.s3.amazonaws.com';

const documented = [
  {
    what: 'a GET of a range',
    request: { method: 'GET', rawPath: '/test.txt', rawQuery: '', headers: { range: 'bytes=0-9' } },
    signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  {
    what: 'a PUT of a key with a dollar sign',
    request: {
      method: 'PUT',
      rawPath: '/test$file.text',
      rawQuery: '',
      headers: {
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      },
    },
    body: 'Welcome to Amazon S3.',
    signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  },
  {
    what: 'a sub-resource',
    request: { method: 'GET', rawPath: '/', rawQuery: 'lifecycle', headers: {} },
    signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  {
    what: 'a list',
    request: { method: 'GET', rawPath: '/', rawQuery: 'max-keys=2&prefix=J', headers: {} },
    signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
];

for (const { what, request, body = '', signature } of documented) {
  test(`${what} is signed as documented`, () => {
    const payloadHash = hash('sha256', body, 'hex');
    const toSign = { ...request, headers: { host, ...request.headers }, payloadHash };
    const headers = signRequest(toSign, options);
    assert.equal(headers.authorization?.split('Signature=')[1], signature);
    verify({ ...request, headers }, 's3', nowMs);
  });
}

test('a URL is presigned as documented', () => {
  const url = presignUrl({
    ...options,
    method: 'GET',
    endpoint: `https://${host}`,
    rawPath: '/test.txt',
    expiresSeconds: 86400,
  });
  assert.equal(
    url,
    'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256' +
      '&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
      '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
      '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
});

test('what is signed with a session token verifies and carries it', () => {
  const key = { ...ACCESS_KEY, sessionToken: 'a/b+c=' };
  const request = { method: 'GET', rawPath: '/k%20', rawQuery: 'versionId=1', headers: { host } };
  const headers = signRequest({ ...request, payloadHash: 'UNSIGNED-PAYLOAD' }, { ...options, key });
  assert.equal(verify({ ...request, headers }, 's3', nowMs).sessionToken, 'a/b+c=');

  const url = presignUrl({
    ...options,
    key,
    method: 'PUT',
    endpoint: 'http://127.0.0.1:4566',
    rawPath: '/b/k',
    rawQuery: 'partNumber=1',
    headers: { 'content-type': 'text/plain' },
    expiresSeconds: 5,
  });
  const rawQuery = url.split('?')[1] ?? '';
  const presigned = {
    method: 'PUT',
    rawPath: '/b/k',
    rawQuery,
    headers: { host: '127.0.0.1:4566', 'content-type': 'text/plain' },
  };
  assert.equal(verify(presigned, 's3', nowMs + 5000).sessionToken, 'a/b+c=');
});
