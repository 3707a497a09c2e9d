import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './node-sha256.ts';
import { ACCESS_KEY, receiveRequest, verify } from './receive-request.ts';

const KEYS = [
  'plain.txt',
  'a b.txt',
  'plus+plus',
  '100%',
  '%20 %2F',
  'ünïcödé/日本/🐈',
  '//double//slash//',
  '/leading',
  'trailing/',
  "!'()*;:@&=$,?#[]",
  'dots/../and/./more',
  '~tilde-._',
  'line\nbreak',
  'a&b=c',
];

const config = (endpoint: string) => ({
  endpoint,
  region: 'eu-central-1',
  credentials: { ...ACCESS_KEY, sessionToken: 'token+/=' },
  maxAttempts: 1,
});
const s3 = (endpoint: string) => new S3Client({ ...config(endpoint), forcePathStyle: true });

for (const Key of KEYS) {
  test(`S3 requests for the key ${JSON.stringify(Key)} verify`, async () => {
    const put = await receiveRequest((endpoint) =>
      s3(endpoint).send(
        new PutObjectCommand({
          Bucket: 'pets',
          Key,
          Body: 'woof',
          Metadata: { note: 'two  spaces', empty: '' },
        }),
      ),
    );
    const credential = verify(put, 's3');
    assert.equal(credential.accessKeyId, ACCESS_KEY.accessKeyId);
    assert.equal(credential.region, 'eu-central-1');
    assert.equal(credential.service, 's3');
    assert.equal(credential.sessionToken, 'token+/=');

    const url = new URL(
      await getSignedUrl(s3('http://127.0.0.1:1'), new GetObjectCommand({ Bucket: 'pets', Key })),
    );
    const presigned = {
      method: 'GET',
      rawPath: url.pathname,
      rawQuery: url.search.slice(1),
      headers: { host: url.host },
    };
    // A URL library resolves dot segments, so such a presigned URL does not survive any client.
    if (!Key.includes('..')) assert.equal(verify(presigned, 's3').expiresSeconds, 900);
  });

  test(`a list with the prefix ${JSON.stringify(Key)} verifies`, async () => {
    const list = await receiveRequest((endpoint) =>
      s3(endpoint).send(
        new ListObjectsV2Command({ Bucket: 'pets', Prefix: Key, Delimiter: '/', StartAfter: Key }),
      ),
    );
    verify(list, 's3');
    verify({ ...list, rawQuery: list.rawQuery.split('&').reverse().join('&&') }, 's3');
  });
}

test('a presigned URL covers hoisted and signed headers', async () => {
  const command = new PutObjectCommand({
    Bucket: 'b',
    Key: 'k',
    ContentType: 'image/png',
    ACL: 'private',
  });
  const url = new URL(
    await getSignedUrl(s3('http://127.0.0.1:1'), command, {
      expiresIn: 60,
      signableHeaders: new Set(['content-type']),
    }),
  );
  const headers = { host: url.host, 'content-type': 'image/png' };
  const put = { method: 'PUT', rawPath: url.pathname, rawQuery: url.search.slice(1), headers };
  assert.equal(verify(put, 's3').expiresSeconds, 60);
  assert.throws(
    () => verify({ ...put, headers: { ...headers, 'content-type': 'text/html' } }, 's3'),
    {
      code: 'SignatureDoesNotMatch',
    },
  );
});

test('HEAD, JSON, query and REST JSON requests verify', async () => {
  const head = await receiveRequest((endpoint) =>
    s3(endpoint).send(new HeadObjectCommand({ Bucket: 'b', Key: 'k', VersionId: 'a+b/c=' })),
  );
  verify(head, 's3');
  const send = await receiveRequest((endpoint) =>
    new SQSClient(config(endpoint)).send(
      new SendMessageCommand({ QueueUrl: `${endpoint}/123456789012/q`, MessageBody: 'é' }),
    ),
  );
  verify(send, 'json');
  const publish = await receiveRequest((endpoint) =>
    new SNSClient(config(endpoint)).send(
      new PublishCommand({ TopicArn: 'arn:aws:sns:::t', Message: 'é' }),
    ),
  );
  verify(publish, 'query');
  const putEvents = await receiveRequest((endpoint) =>
    new EventBridgeClient(config(endpoint)).send(
      new PutEventsCommand({ Entries: [{ Detail: '{}' }] }),
    ),
  );
  verify(putEvents, 'json');
});

test('services other than S3 sign an encoded path twice', async () => {
  const FunctionName = 'arn:aws:lambda:us-east-1:123456789012:function:f';
  const get = await receiveRequest((endpoint) =>
    new LambdaClient(config(endpoint)).send(
      new GetFunctionCommand({ FunctionName, Qualifier: '$LATEST' }),
    ),
  );
  assert.match(get.rawPath, /arn%3Aaws/);
  verify(get, 'rest-json');
});

test('what was not signed does not verify', async () => {
  const put = await receiveRequest((endpoint) =>
    s3(endpoint).send(
      new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: 'x', ContentType: 'a/b' }),
    ),
  );
  verify(put, 's3');
  const mismatch = { code: 'SignatureDoesNotMatch', status: 403 };
  const changes = [
    { method: 'GET' },
    { rawPath: '/b/l' },
    { rawPath: '/b//k' },
    { rawQuery: `${put.rawQuery}&acl` },
    { rawQuery: '' },
    { headers: { ...put.headers, host: 'elsewhere' } },
    { headers: { ...put.headers, 'content-type': 'a/c' } },
    { headers: { ...put.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } },
  ];
  for (const change of changes) assert.throws(() => verify({ ...put, ...change }, 's3'), mismatch);
  assert.throws(() => verify(put, 's3', Date.now(), 'another secret'), mismatch);
  const { 'content-type': _, ...without } = put.headers;
  assert.throws(() => verify({ ...put, headers: without }, 's3'), mismatch);
  verify({ ...put, headers: { ...put.headers, 'user-agent': 'a proxy' } }, 's3');
});

test('header values verify as bytes, however they are spaced and repeated', async () => {
  const sent = await receiveRequest(async (endpoint) => {
    const { host, hostname, port } = new URL(endpoint);
    const signer = new SignatureV4({
      credentials: ACCESS_KEY,
      region: 'us-east-1',
      service: 's3',
      uriEscapePath: false,
      sha256: Sha256,
    });
    const signed = await signer.sign({
      method: 'GET',
      protocol: 'http:',
      hostname,
      path: '/b/k',
      query: { b: ['2', '10', '1'], 'a-b': '', a: '~ +/' },
      headers: {
        host,
        'x-amz-meta-a': '  a   b\tc  ',
        'x-amz-meta-b': 'é à',
        'x-amz-meta-c': '1,2',
      },
    });
    const bytes = Buffer.from(signed.headers['x-amz-meta-b'] ?? '').toString('latin1');
    await new Promise((resolve, reject) => {
      const headers = { ...signed.headers, 'x-amz-meta-b': bytes, 'x-amz-meta-c': ['1', '2'] };
      const path = '/b/k?b=2&b=10&a=~%20%2b/&a-b&b=1';
      request({ hostname, port, path, headers }, resolve).on('error', reject).end();
    });
  });
  verify(sent, 's3');
});
