import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DecodeFault } from '../../../src/aws/protocols/decode-fault.ts';
import { base64, readBase64, textReaders, textWriter } from '../../../src/aws/protocols/leaf.ts';
import { dateTime, httpDate, timestamp } from '../../../src/aws/protocols/shape.ts';

const READ: readonly [kind: keyof typeof textReaders, text: string, value: unknown][] = [
  ['string', '', ''],
  ['integer', '0', 0],
  ['integer', '-12', -12],
  ['integer', '+7', 7],
  ['double', '0.5', 0.5],
  ['double', '1e3', 1000],
  ['boolean', 'true', true],
  ['boolean', 'False', false],
  ['blob', '', new Uint8Array()],
  ['timestamp', '0', new Date(0)],
  ['timestamp', '1700000000.5', new Date(1_700_000_000_500)],
  ['timestamp', '1970-01-01T00:00:01Z', new Date(1000)],
  ['timestamp', '1970-01-01T00:00:01.250Z', new Date(1250)],
  ['timestamp', '1970-01-01T01:00:00+01:00', new Date(0)],
  ['timestamp', 'Thu, 01 Jan 1970 00:00:01 GMT', new Date(1000)],
  ['timestamp', 'Thursday, 01-Jan-70 00:00:01 GMT', new Date(1000)],
];

const REFUSED: readonly [kind: keyof typeof textReaders, text: string][] = [
  ['integer', ''],
  ['integer', ' 1'],
  ['integer', '1.5'],
  ['integer', '0x10'],
  ['integer', '9007199254740993'],
  ['double', 'NaN'],
  ['double', 'Infinity'],
  ['double', '1.'],
  ['boolean', '1'],
  ['boolean', 'TRUE'],
  ['blob', 'a'],
  ['blob', 'YQ'],
  ['blob', 'Y*=='],
  ['blob', 'Y\nQ='],
  ['timestamp', ''],
  ['timestamp', '1'.repeat(30)],
  ['timestamp', 'tomorrow'],
  ['timestamp', '1970-01-01'],
  ['timestamp', '1970-13-01T00:00:00Z'],
  ['timestamp', '1970-01-01T00:00:00'],
];

describe('leaves out of text', () => {
  for (const [kind, text, value] of READ) {
    test(`${kind} ${JSON.stringify(text)}`, () => {
      const read = textReaders[kind](text);
      assert.deepEqual(read instanceof Uint8Array ? new Uint8Array(read) : read, value);
    });
  }
  for (const [kind, text] of REFUSED) {
    test(`no ${kind}: ${JSON.stringify(text)}`, () => {
      assert.throws(() => textReaders[kind](text), DecodeFault);
    });
  }
});

test('base64 is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      assert.deepEqual(new Uint8Array(readBase64(base64(bytes))), bytes);
    }),
  );
});

test('a timestamp is written in its own format, else in the protocol’s', () => {
  const second = new Date(1000) as never;
  assert.equal(textWriter(timestamp, 'date-time')(second), '1970-01-01T00:00:01.000Z');
  assert.equal(textWriter(timestamp, 'epoch-seconds')(second), '1');
  assert.equal(textWriter(httpDate, 'date-time')(second), 'Thu, 01 Jan 1970 00:00:01 GMT');
  assert.equal(textWriter(dateTime, 'http-date')(second), '1970-01-01T00:00:01.000Z');
});
