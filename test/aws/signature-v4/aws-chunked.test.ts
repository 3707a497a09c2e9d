import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import {
  createAwsChunkedDecoder,
  decodeAwsChunked,
} from '../../../src/aws/signature-v4/aws-chunked.ts';
import { parseTrailerNames } from '../../../src/aws/signature-v4/aws-chunked-trailer.ts';
import { chunkSignatures } from '../../../src/aws/signature-v4/chunk-signature.ts';
import type { Credential } from '../../../src/aws/signature-v4/signed-request.ts';
import { ACCESS_KEY, receiveRequest, verify } from './receive-request.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
const PAYLOAD = {
  seed: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
  chunks: [
    'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
    '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
    'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
  ],
} as const;
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
const TRAILER = {
  seed: '106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e',
  chunks: [
    'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
    '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
    '2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992',
  ],
  trailer: 'd81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435',
} as const;

const credential = (signature: string): Credential => ({
  location: 'header',
  accessKeyId: ACCESS_KEY.accessKeyId,
  scope: '20130524/us-east-1/s3/aws4_request',
  date: '20130524',
  region: 'us-east-1',
  service: 's3',
  signedHeaders: [],
  signature,
  requestTime: '20130524T000000Z',
  requestTimeMs: 0,
  sessionToken: undefined,
  expiresSeconds: undefined,
});

const [FIRST, SECOND] = ['a'.repeat(65536), 'a'.repeat(1024)];
const decodedLength = FIRST.length + SECOND.length;

const signed = (chunks: readonly string[], end: string) =>
  `10000;chunk-signature=${chunks[0]}\r\n${FIRST}\r\n` +
  `400;chunk-signature=${chunks[1]}\r\n${SECOND}\r\n` +
  `0;chunk-signature=${chunks[2]}\r\n${end}`;

interface Options {
  seed?: string;
  trailerNames?: string[];
  length?: number;
}

/** Decodes a body that arrives in pieces. */
function decode(body: string | Buffer, options: Options = {}, pieceBytes = Infinity) {
  const { seed, trailerNames = [], length = decodedLength } = options;
  const signatures = seed && chunkSignatures(credential(seed), ACCESS_KEY.secretAccessKey);
  const decoder = createAwsChunkedDecoder({
    decodedLength: length,
    trailerNames,
    signatures: signatures || undefined,
  });
  const bytes = Buffer.from(body);
  const payload: Buffer[] = [];
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    payload.push(...decoder.decode(bytes.subarray(offset, offset + pieceBytes)));
  }
  return { trailers: decoder.finish(), payload: Buffer.concat(payload).toString('latin1') };
}

const trailerNames = ['x-amz-checksum-crc32c'];
const checksum = 'x-amz-checksum-crc32c:sOO8/Q==';
const trailerEnd = `${checksum}\n\r\nx-amz-trailer-signature:${TRAILER.trailer}\r\n\r\n`;

for (const pieceBytes of [Infinity, 65536, 997, 1]) {
  test(`the documented signed bodies decode from pieces of ${pieceBytes} bytes`, () => {
    const payload = FIRST + SECOND;
    assert.deepEqual(decode(signed(PAYLOAD.chunks, '\r\n'), { seed: PAYLOAD.seed }, pieceBytes), {
      payload,
      trailers: {},
    });
    const options = { seed: TRAILER.seed, trailerNames };
    assert.deepEqual(decode(signed(TRAILER.chunks, trailerEnd), options, pieceBytes), {
      payload,
      trailers: { 'x-amz-checksum-crc32c': 'sOO8/Q==' },
    });
  });
}

test('what is signed cannot be changed', () => {
  const { seed } = PAYLOAD;
  const body = signed(PAYLOAD.chunks, '\r\n');
  const mismatch = { code: 'SignatureDoesNotMatch', status: 403 };
  assert.throws(() => decode(body.replace('aa\r', 'ab\r'), { seed }), mismatch);
  assert.throws(() => decode(body, { seed: TRAILER.seed }), mismatch);
  assert.throws(() => decode(body.replace(/b6c6/, 'b6c7'), { seed }), mismatch);
  const trailing = signed(TRAILER.chunks, trailerEnd.replace('sOO8', 'sOO9'));
  assert.throws(() => decode(trailing, { seed: TRAILER.seed, trailerNames }), mismatch);
});

const incomplete = 'IncompleteBody';
const malformed: [what: string, body: string, code: string, options?: Options][] = [
  ['nothing', '', incomplete],
  ['a size that is no number', 'x\r\n', incomplete],
  ['a negative size', '-1\r\n', incomplete],
  ['a size without end', '0'.repeat(300), incomplete],
  ['a size beyond all bodies', `${'f'.repeat(13)}\r\n`, incomplete],
  ['a line ended by LF alone', '3\nabc\r\n0\r\n\r\n', incomplete],
  ['more payload than announced', '4\r\nabcd\r\n0\r\n\r\n', incomplete],
  ['less payload than announced', '2\r\nab\r\n0\r\n\r\n', incomplete],
  ['a chunk longer than its size', '3\r\nabcd\r\n0\r\n\r\n', incomplete],
  ['a missing last chunk', '3\r\nabc\r\n', incomplete],
  ['a missing end', '3\r\nabc\r\n0\r\n', incomplete],
  ['bytes after the end', '3\r\nabc\r\n0\r\n\r\nx', incomplete],
  ['an unexpected signature', `3;chunk-signature=${'0'.repeat(64)}\r\nabc\r\n`, incomplete],
  ['a missing signature', '3\r\nabc\r\n', incomplete, { seed: PAYLOAD.seed, length: 3 }],
  ['an extension', '3;name=value\r\nabc\r\n', incomplete],
  ['a small chunk before another', '1\r\na\r\n2\r\nbc\r\n0\r\n\r\n', 'InvalidChunkSizeError'],
  ['an unannounced trailer', '3\r\nabc\r\n0\r\na:b\r\n\r\n', 'MalformedTrailerError'],
  ['an absent trailer', '3\r\nabc\r\n0\r\n\r\n', 'MalformedTrailerError', { trailerNames: ['a'] }],
  [
    'a repeated trailer',
    '3\r\nabc\r\n0\r\na:b\r\na:b\r\n\r\n',
    'MalformedTrailerError',
    { trailerNames: ['a'] },
  ],
  [
    'a trailer without a value',
    '3\r\nabc\r\n0\r\na\r\n\r\n',
    'MalformedTrailerError',
    { trailerNames: ['a'] },
  ],
  ['trailers without end', `3\r\nabc\r\n0\r\n${'a:b\r\n'.repeat(2000)}`, incomplete],
];

for (const [what, body, code, options] of malformed) {
  test(`${what} is refused`, () => {
    assert.throws(() => decode(body, { length: 3, ...options }), { code });
    assert.throws(() => decode(body, { length: 3, ...options }, 1), { code });
  });
}

test('a signed trailer needs its signature', () => {
  const body = signed(TRAILER.chunks, `${checksum}\r\n\r\n`);
  assert.throws(() => decode(body, { seed: TRAILER.seed, trailerNames }), {
    code: 'MalformedTrailerError',
  });
});

test('a small chunk is named with its size', () => {
  assert.throws(() => decode('3\r\nabc\r\n1\r\nd\r\n', { length: 4 }), {
    code: 'InvalidChunkSizeError',
    status: 403,
    message: 'Only the last chunk is allowed to have a size less than 8192 bytes',
    members: { Chunk: '2', BadChunkSize: '3' },
  });
});

test('any payload survives any division into chunks and pieces', () => {
  const sizes = fc.array(fc.integer({ min: 8192, max: 20_000 }), { maxLength: 3 });
  const last = fc.integer({ min: 1, max: 9000 });
  fc.assert(
    fc.property(sizes, last, fc.integer({ min: 1, max: 30_000 }), (full, rest, pieceBytes) => {
      const chunks = [...full, rest].map((size, i) => String.fromCharCode(97 + i).repeat(size));
      const payload = chunks.join('');
      const framed = chunks.map((data) => `${data.length.toString(16)}\r\n${data}\r\n`).join('');
      const body = `${framed}0\r\n\r\n`;
      assert.equal(decode(body, { length: payload.length }, pieceBytes).payload, payload);
      const truncated = body.slice(0, -pieceBytes % body.length || -1);
      assert.throws(() => decode(truncated, { length: payload.length }, pieceBytes), {
        code: 'IncompleteBody',
      });
    }),
    { numRuns: 50 },
  );
});

test('the official client streams with a trailer', async () => {
  const received = await receiveRequest((endpoint) =>
    new S3Client({ endpoint, region: 'us-east-1', credentials: ACCESS_KEY, maxAttempts: 1 }).send(
      new PutObjectCommand({
        Bucket: 'b',
        Key: 'k',
        Body: Readable.from([Buffer.alloc(70_000, 'x'), Buffer.alloc(10, 'y')]),
        ContentLength: 70_010,
      }),
    ),
  );
  verify(received, 's3');
  const decoder = createAwsChunkedDecoder({
    decodedLength: Number(received.headers['x-amz-decoded-content-length']),
    trailerNames: parseTrailerNames(received.headers['x-amz-trailer']),
  });
  const pieces = await Readable.from(
    decodeAwsChunked(Readable.from([received.body]), decoder),
  ).toArray();
  assert.equal(Buffer.concat(pieces).toString(), 'x'.repeat(70_000) + 'y'.repeat(10));
  assert.deepEqual(Object.keys(decoder.finish()), ['x-amz-checksum-crc32']);
});

test('trailers are announced by a list', () => {
  assert.deepEqual(parseTrailerNames(undefined), []);
  assert.deepEqual(parseTrailerNames('X-Amz-A, b'), ['x-amz-a', 'b']);
  for (const header of ['', 'a,,b', 'a,'.repeat(20)]) {
    assert.throws(() => parseTrailerNames(header), { code: 'MalformedTrailerError', status: 400 });
  }
});
