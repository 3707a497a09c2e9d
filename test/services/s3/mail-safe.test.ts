import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mailSafe } from '../../../src/services/s3/mail-safe.ts';

const sent = (text: string) => Buffer.from(text).toString('latin1');

for (const [text, shown] of [
  ['plain = text_?', 'plain = text_?'],
  ['', ''],
  ['Hello Wörld_', '=?UTF-8?Q?Hello_W=C3=B6rld=5F?='],
  ['a=b? ü', '=?UTF-8?Q?a=3Db=3F_=C3=BC?='],
  ['日本', '=?UTF-8?Q?=E6=97=A5=E6=9C=AC?='],
  ['ü\u0084', '=?UTF-8?B?w7zChA==?='],
] as const)
  test(`${JSON.stringify(text)} is shown as ${shown}`, () => {
    assert.equal(mailSafe(sent(text)), shown);
  });

test('what is no UTF-8 is replaced', () => {
  assert.equal(mailSafe('\xe9'), '=?UTF-8?B?77+9?=');
});

test('every text becomes a header of printable ASCII, and can be read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const shown = mailSafe(sent(text));
      assert.match(shown, /^[\t\x20-\x7e]*$/);
      const word = /^=\?UTF-8\?([QB])\?(.*)\?=$/s.exec(shown);
      if (word === null || shown === text) return assert.equal(shown, text);
      const [, kind, encoded = ''] = word;
      const bytes =
        kind === 'B'
          ? Buffer.from(encoded, 'base64')
          : Buffer.from(decodeURIComponent(escaped(encoded)));
      assert.equal(bytes.toString(), text);
    }),
  );
});

const escaped = (quoted: string) =>
  quoted.replaceAll('%', '%25').replaceAll('_', ' ').replaceAll('=', '%');
