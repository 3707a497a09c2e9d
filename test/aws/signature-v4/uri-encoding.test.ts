import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  decodeQuery,
  encodePathAgain,
  encodeText,
  reencodePath,
  reencodeQuery,
} from '../../../src/aws/signature-v4/uri-encoding.ts';

const paths = [
  ['/plain/path-._~', '/plain/path-._~'],
  ['/a b', '/a%20b'],
  ['/a+b', '/a%2Bb'],
  ['/%41%7e', '/A~'],
  ['/%c3%a9', '/%C3%A9'],
  ['/Ã©', '/%C3%A9'],
  ['/a%2Fb%2f', '/a/b/'],
  ['/100%', '/100%25'],
  ['/%zz', '/%25zz'],
  ['/%ff', '/%FF'],
  ["/!'()*", '/%21%27%28%29%2A'],
] as const;

for (const [raw, canonical] of paths) {
  test(`the path ${raw} is ${canonical}`, () => assert.equal(reencodePath(raw), canonical));
}

test('a plus is a space in a query and a plus in a path', () => {
  assert.equal(reencodeQuery('a+b/c%2b'), 'a%20b%2Fc%2B');
  assert.equal(decodeQuery('a+b%2B%C3%A9'), 'a b+é');
  assert.equal(decodeQuery('%ff+'), '%ff+');
});

test('encoding again encodes the percent sign', () => {
  assert.equal(encodePathAgain('/arn%3Aaws:s3/~'), '/arn%253Aaws%3As3/~');
});

test('however text is encoded, its canonical form is the same', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, (value) => {
      const canonical = encodeText(value);
      const bytes = Buffer.from(value);
      const every = bytes.toString('hex').replace(/../g, '%$&');
      const bare = bytes.toString('latin1').replaceAll('%', '%25').replaceAll('+', '%2B');
      for (const raw of [canonical, every, bare]) assert.equal(reencodeQuery(raw), canonical);
      assert.equal(decodeQuery(canonical), value);
      assert.equal(reencodePath(every), canonical.replaceAll('%2F', '/'));
    }),
  );
});
