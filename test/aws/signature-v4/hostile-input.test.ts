import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AwsError } from '../../../src/aws/error.ts';
import { createAwsChunkedDecoder } from '../../../src/aws/signature-v4/aws-chunked.ts';
import type { ErrorFamily } from '../../../src/aws/signature-v4/errors.ts';
import { parseFormCredential } from '../../../src/aws/signature-v4/post-form.ts';
import { parsePostPolicy } from '../../../src/aws/signature-v4/post-policy.ts';
import { verify } from './receive-request.ts';

/** Runs something that may succeed or refuse with an error of AWS, but do nothing else. */
function refusesAtMost(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof AwsError, String(error));
    assert.ok(error.status < 500 || error.code === 'NotImplemented', error.code);
  }
}

const families = fc.constantFrom<ErrorFamily>('s3', 'json', 'rest-json', 'query');
/** Text made of the pieces that parsers look for, and of anything else. */
const jumble = (...pieces: string[]) =>
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 12 });

test('no Authorization header does more than be refused', () => {
  const header = jumble(
    'AWS4-HMAC-SHA256 ',
    'Credential=',
    'A/20260102/us-east-1/s3/aws4_request',
    ', ',
    'SignedHeaders=',
    'host;__proto__;constructor',
    'Signature=',
    '=',
    'AWS ',
  );
  const date = fc.oneof(fc.constant('20260102T030405Z'), fc.string());
  fc.assert(
    fc.property(header, date, families, (parts, amzDate, family) => {
      const authorization = parts.join('');
      // An empty one is none.
      fc.pre(authorization !== '');
      const headers = { authorization, 'x-amz-date': amzDate, host: 'h' };
      const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5);
      const request = { method: 'GET', rawPath: '/', rawQuery: '', headers };
      refusesAtMost(() => verify(request, family, nowMs));
    }),
    { numRuns: 1000 },
  );
});

test('no query string does more than be refused', () => {
  const query = jumble(
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&',
    'X-Amz-Credential=A%2F20260102%2Fus-east-1%2Fs3%2Faws4_request&',
    'X-Amz-Date=20260102T030405Z&',
    'X-Amz-Expires=60&',
    'X-Amz-SignedHeaders=host&',
    'X-Amz-Signature=0&',
    '%',
    '&',
    '=',
  );
  fc.assert(
    fc.property(query, families, (parts, family) => {
      const rawQuery = `X-Amz-Date=&${parts.join('')}`;
      const request = { method: 'GET', rawPath: '/%', rawQuery, headers: { host: 'h' } };
      refusesAtMost(() => verify(request, family, Date.UTC(2026, 0, 2, 3, 4, 5)));
    }),
    { numRuns: 1000 },
  );
});

test('no chunked body does more than be refused, or yields more than announced', () => {
  const body = jumble('3\r\nabc\r\n', '0\r\n', '\r\n', 'x-amz-checksum-crc32:AAAAAA==\r\n', ';');
  fc.assert(
    fc.property(body, fc.boolean(), (parts, trailer) => {
      const decoder = createAwsChunkedDecoder({
        decodedLength: 3,
        trailerNames: trailer ? ['x-amz-checksum-crc32'] : [],
      });
      refusesAtMost(() => {
        for (const part of parts) {
          const bytes = Buffer.concat(decoder.decode(Buffer.from(part))).length;
          assert.ok(bytes <= 3);
        }
        decoder.finish();
      });
    }),
    { numRuns: 1000 },
  );
});

test('no form does more than be refused', () => {
  const names = fc.constantFrom('policy', 'x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x');
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string())), fc.json(), (fields, policy) => {
      refusesAtMost(() => parseFormCredential(new Map(fields)));
      refusesAtMost(() => parsePostPolicy(policy));
    }),
  );
});
