import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeEventKey, encodeEventKey } from '../../../src/events/s3/index.ts';

describe('keys in S3 records', () => {
  const cases: [key: string, encoded: string][] = [
    ['red flower.jpg', 'red+flower.jpg'],
    ['a@b', 'a%40b'],
    ['testupload/dir1/testfile.txt', 'testupload/dir1/testfile.txt'],
    ['a+b', 'a%2Bb'],
    ['100%', '100%25'],
    ['é', '%C3%A9'],
    ['🐈', '%F0%9F%90%88'],
    ["!'()~", '%21%27%28%29%7E'],
    ['A-Z_a.z*0', 'A-Z_a.z*0'],
    ['a=b&c:d', 'a%3Db%26c%3Ad'],
    ['\n', '%0A'],
    ['', ''],
  ];
  for (const [key, encoded] of cases) {
    it(`${JSON.stringify(key)} is ${encoded || 'empty'}`, () => {
      assert.equal(encodeEventKey(key), encoded);
      assert.equal(decodeEventKey(encoded), key);
    });
  }

  it('are decoded by what consumers use', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        const encoded = encodeEventKey(key);
        assert.equal(new URLSearchParams(`k=${encoded}`).get('k'), key);
        assert.equal(decodeEventKey(encoded), key);
        assert.match(encoded, /^(?:[A-Za-z0-9._*+/-]|%[0-9A-F]{2})*$/);
      }),
    );
  });

  it('do not fail on half a surrogate pair', () => {
    assert.equal(encodeEventKey('a\ud800'), 'a%EF%BF%BD');
  });

  for (const text of ['a b', 'é', '100%', '%zz', '%C3', 'a@b', '~']) {
    it(`${text} is not encoded text`, () => assert.equal(decodeEventKey(text), undefined));
  }
});
