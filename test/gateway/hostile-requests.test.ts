import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { connectRaw, exchangeRaw, type RawRequest, signedHead } from '../support/raw-http.ts';
import { createWorld, eventually, type World } from '../support/world.ts';

const LARGE_BYTES = 300_000;

describe('a hostile request', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
    await world.s3.send(new CreateBucketCommand({ Bucket: 'pets' }));
  });
  after(() => world.close());

  const files = () =>
    readdirSync(join(world.dataDir, 'blobs'), { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.includes('/'),
    );
  const keys = async () => {
    const { Contents } = await world.s3.send(new ListObjectsV2Command({ Bucket: 'pets' }));
    return (Contents ?? []).map(({ Key }) => Key);
  };
  const put = (request: Partial<RawRequest> = {}): RawRequest => ({
    method: 'PUT',
    path: '/pets/tom.jpg',
    ...request,
  });
  const chunked = (bytes: number) => ({
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'x-amz-trailer': 'x-amz-checksum-crc32',
    'x-amz-decoded-content-length': String(bytes),
  });
  const unsigned = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  const large = 'x'.repeat(LARGE_BYTES);

  /** Each is sent whole; the server answers with an error of S3 and keeps nothing. */
  const refused: [what: string, request: RawRequest, body: string, status: number, code: string][] =
    [
      [
        'another body than was signed',
        put({ body: 'cat' }),
        'dog',
        400,
        'XAmzContentSHA256Mismatch',
      ],
      [
        'another large body',
        put({ body: large }),
        `${large.slice(1)}y`,
        400,
        'XAmzContentSHA256Mismatch',
      ],
      [
        'a wrong MD5',
        put({ body: 'cat', headers: { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' } }),
        'cat',
        400,
        'BadDigest',
      ],
      [
        'an MD5 that is none',
        put({ body: 'cat', headers: { 'content-md5': 'cat' } }),
        'cat',
        400,
        'InvalidDigest',
      ],
      [
        'a wrong checksum',
        put({ body: large, headers: { 'x-amz-checksum-crc32': 'AAAAAA==' } }),
        large,
        400,
        'BadDigest',
      ],
      [
        'more than S3 takes',
        put({ announced: 6 * 1024 ** 3, headers: unsigned }),
        '',
        400,
        'EntityTooLarge',
      ],
      [
        'a length beyond all numbers',
        put({ announced: '9'.repeat(16), headers: unsigned }),
        '',
        411,
        'MissingContentLength',
      ],
      [
        'a percent sign that encodes nothing',
        put({ path: '/pets/100%.jpg' }),
        '',
        400,
        'InvalidURI',
      ],
      ['bytes that are not UTF-8', put({ path: '/pets/%ff%fe' }), '', 400, 'InvalidURI'],
      ['a NUL in its key', put({ path: '/pets/a%00b' }), '', 400, 'InvalidURI'],
      ['too long a key', put({ path: `/pets/${'k'.repeat(1025)}` }), '', 400, 'KeyTooLongError'],
      [
        'chunks of rubbish',
        put({ headers: chunked(3), announced: 3 }),
        'cat',
        400,
        'IncompleteBody',
      ],
      [
        'chunks that end early',
        put({ headers: chunked(8), announced: 8 }),
        '8\r\ncat\r\n',
        400,
        'IncompleteBody',
      ],
      [
        'large chunks of rubbish',
        put({ headers: chunked(LARGE_BYTES), announced: LARGE_BYTES }),
        large,
        400,
        'IncompleteBody',
      ],
      [
        'an unknown storage class',
        put({ body: large, headers: { 'x-amz-storage-class': 'FROZEN' } }),
        large,
        400,
        'InvalidStorageClass',
      ],
      [
        'a bucket that is not there',
        put({ path: '/dogs/rex.jpg', body: large }),
        large,
        404,
        'NoSuchBucket',
      ],
      ['an operation that S3 has not', put({ method: 'PATCH' }), '', 405, 'MethodNotAllowed'],
      [
        'a document that is not XML',
        put({ path: '/pets', query: 'versioning', body: '<a' }),
        '<a',
        400,
        'MalformedXML',
      ],
      [
        'too large a document',
        put({ path: '/pets', query: 'versioning', announced: 5_000_000, headers: unsigned }),
        '',
        400,
        'EntityTooLarge',
      ],
    ];
  for (const [what, request, body, status, code] of refused) {
    it(`with ${what} is refused, and leaves nothing`, async () => {
      const answer = await exchangeRaw(world.url, signedHead(world.url, request) + body);
      assert.equal(answer.status, status, answer.text);
      assert.match(answer.text, new RegExp(`<Code>${code}</Code>`));
      const [, id = ''] = /x-amz-request-id: ([0-9A-F]{16})\r\n/.exec(answer.text) ?? [];
      assert.ok(answer.text.includes(`<RequestId>${id}</RequestId>`), answer.text);
      assert.deepEqual(await keys(), []);
      assert.deepEqual(files(), []);
    });
  }

  const malformed: [what: string, text: string, code: string][] = [
    ['is no HTTP', 'hello\r\n\r\n', 'BadRequest'],
    [
      'has a length that is none',
      'PUT /pets/a HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n',
      'BadRequest',
    ],
    [
      'has two lengths',
      'PUT /pets/a HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      'BadRequest',
    ],
    [
      'has a length and chunks',
      'PUT /pets/a HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      'BadRequest',
    ],
    [
      'has a flood of headers',
      `GET / HTTP/1.1\r\nhost: a\r\n${'a: b\r\n'.repeat(10_000)}\r\n`,
      'RequestHeaderSectionTooLarge',
    ],
    [
      'has one long header',
      `GET / HTTP/1.1\r\nhost: a\r\na: ${'b'.repeat(70_000)}\r\n\r\n`,
      'RequestHeaderSectionTooLarge',
    ],
  ];
  for (const [what, text, code] of malformed) {
    it(`that ${what} is refused, and the connection ends`, async () => {
      const answer = await exchangeRaw(world.url, text);
      assert.equal(answer.status, 400);
      assert.match(answer.text, new RegExp(`<Code>${code}</Code>`));
      assert.match(answer.text, /\r\nconnection: close\r\n/);
    });
  }

  for (const bytes of [100, LARGE_BYTES]) {
    it(`that breaks off in the middle of ${bytes} bytes leaves nothing`, async () => {
      const connection = await connectRaw(world.url);
      const body = 'x'.repeat(bytes);
      connection.send(signedHead(world.url, put({ body })) + body.slice(0, bytes / 2));
      // A large body is being written by now; a small one has at least been read.
      if (bytes === LARGE_BYTES) await eventually(async () => files().length > 0);
      connection.socket.destroy();
      await eventually(async () => files().length === 0);
      assert.deepEqual(await keys(), []);
    });
  }

  it('does not keep the connection from serving the next one', async () => {
    const connection = await connectRaw(world.url);
    connection.send(`${signedHead(world.url, put({ path: '/dogs/rex.jpg', body: 'rex' }))}rex`);
    await connection.until((text) => text.includes('NoSuchBucket') && text.endsWith('</Error>'));
    connection.send(signedHead(world.url, { method: 'GET', path: '/pets' }));
    await connection.until((text) => text.includes('<ListBucketResult'));
    connection.socket.destroy();
  });

  it('is told so before a large body has come', async () => {
    const connection = await connectRaw(world.url);
    const request = put({ announced: 1_000_000, headers: unsigned });
    connection.send(signedHead(world.url, request).replace(/Signature=\w+/, 'Signature=0'));
    const text = await connection.until((received) => received.endsWith('</Error>'));
    assert.match(text, /<Code>SignatureDoesNotMatch<\/Code>/);
    assert.match(text, /connection: close/i);
  });

  it('is told of a payload hash that is none rather than of its signature', async () => {
    const head = signedHead(world.url, put({ body: 'cat', headers: unsigned }));
    const wrong = head.replace('UNSIGNED-PAYLOAD', 'NO-PAYLOAD');
    const { status, text } = await exchangeRaw(world.url, `${wrong}cat`);
    assert.equal(status, 400);
    assert.match(text, /<Code>InvalidArgument<\/Code>/);
  });

  it('without permission is refused before a large body has come', async () => {
    const connection = await connectRaw(world.url);
    const head = signedHead(world.url, put({ announced: 1_000_000, headers: unsigned }));
    connection.send(head.replace(/authorization: .*\r\n/, ''));
    const text = await connection.until((received) => received.endsWith('</Error>'));
    assert.match(text, /<Code>AccessDenied<\/Code>/);
    assert.deepEqual(files(), []);
  });

  it('of an unknown client is refused before its body is read', async () => {
    const request: RawRequest = {
      method: 'POST',
      path: '/',
      service: 'sqs',
      announced: 5_000_000,
      headers: { 'x-amz-target': 'AmazonSQS.ListQueues' },
    };
    const head = signedHead(world.url, request);
    const unknown = await exchangeRaw(
      world.url,
      head.replace('Credential=test', 'Credential=nobody'),
    );
    assert.equal(unknown.status, 400);
    assert.match(unknown.text, /UnrecognizedClientException/);
    const nameless = await exchangeRaw(world.url, head.replace(/authorization: .*\r\n/, ''));
    assert.equal(nameless.status, 413);
  });

  it('has the address of its connection, whatever it says of others before it', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' };
    const policy = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::pets',
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.9/32' } },
      },
    };
    await exchangeRaw(
      world.url,
      signedHead(world.url, put({ path: '/pets', query: 'policy', body: JSON.stringify(policy) })) +
        JSON.stringify(policy),
    );
    const answer = await fetch(`${world.url}/pets`, { headers: forwarded });
    assert.equal(answer.status, 403);
  });

  it('with a faulty range or condition still gets the object', async () => {
    await world.s3.send(new PutObjectCommand({ Bucket: 'pets', Key: 'tom.jpg', Body: 'cat' }));
    const headers = { range: 'cats=1-2', 'if-modified-since': 'yesterday' };
    const request = { method: 'GET', path: '/pets/tom.jpg', headers };
    const answer = await exchangeRaw(world.url, signedHead(world.url, request));
    assert.equal(answer.status, 200);
    assert.ok(answer.text.endsWith('\r\n\r\ncat'));
  });
});
