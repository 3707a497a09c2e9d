import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DecodeFault } from '../../../src/aws/protocols/decode-fault.ts';
import { readJson, writeJson } from '../../../src/aws/protocols/json.ts';
import type { Structure } from '../../../src/aws/protocols/shape.ts';
import {
  blob,
  boolean,
  double,
  integer,
  list,
  map,
  member,
  string,
  structure,
  timestamp,
} from '../../../src/aws/protocols/shape.ts';

const Item: Structure = structure('Item', {
  Id: member(string, { required: true }),
  Count: integer,
  Next: () => Item,
});
const Everything = structure('Everything', {
  Text: string,
  Whole: integer,
  Part: double,
  Flag: boolean,
  Bytes: blob,
  When: timestamp,
  Items: list(() => Item),
  Names: map(string),
  renamed: member(string, { jsonName: 'onTheWire' }),
});

const bytes = (text: string) => Buffer.from(text);

const REFUSED: readonly [body: string, reason: string, path: string, message?: string][] = [
  ['{', 'malformed', ''],
  ['{"Text":"a"} x', 'malformed', ''],
  ['"a"', 'invalid', '', 'STRING_VALUE found where a structure or map was expected'],
  ['[]', 'invalid', '', 'Start of list found where not expected'],
  ['{"Text":1}', 'invalid', 'Text', 'NUMBER_VALUE cannot be converted to String'],
  ['{"Text":true}', 'invalid', 'Text', 'TRUE_VALUE cannot be converted to String'],
  ['{"Text":{}}', 'invalid', 'Text', 'Start of structure or map found where not expected.'],
  ['{"Whole":"1"}', 'invalid', 'Whole', 'STRING_VALUE cannot be converted to Integer'],
  ['{"Whole":1.5}', 'invalid', 'Whole', '1.5 is not a whole number'],
  ['{"Part":"1"}', 'invalid', 'Part'],
  ['{"Flag":"true"}', 'invalid', 'Flag', 'STRING_VALUE cannot be converted to Boolean'],
  ['{"Bytes":"*"}', 'invalid', 'Bytes'],
  ['{"Bytes":[1]}', 'invalid', 'Bytes', 'Start of list found where not expected'],
  ['{"When":"soon"}', 'invalid', 'When'],
  ['{"When":1e300}', 'invalid', 'When'],
  ['{"Items":{}}', 'invalid', 'Items', 'Start of structure or map found where not expected.'],
  ['{"Items":[null]}', 'missing', 'Items.1.member'],
  ['{"Items":[{"Id":"a"},{}]}', 'missing', 'Items.2.Id'],
  ['{"Items":[{"Id":null}]}', 'missing', 'Items.1.Id'],
  ['{"Items":[{"Id":"a","Next":{"Id":7}}]}', 'invalid', 'Items.1.Next.Id'],
  ['{"Names":[]}', 'invalid', 'Names'],
  ['{"Names":{"a":1}}', 'invalid', 'Names.a'],
  ['{"Names":{"a":null}}', 'missing', 'Names.a.member'],
  [JSON.stringify({ Items: Array(10_001).fill({ Id: 'a' }) }), 'malformed', 'Items'],
];

describe('JSON that is refused', () => {
  for (const [body, reason, path, message] of REFUSED) {
    test(body.slice(0, 60), () => {
      assert.throws(
        () => readJson(Everything, bytes(body)),
        (fault: DecodeFault) => {
          assert.ok(fault instanceof DecodeFault);
          assert.equal(fault.reason, reason);
          assert.equal(fault.path.join('.'), path);
          if (message !== undefined) assert.equal(fault.message, message);
          return true;
        },
      );
    });
  }

  test('bytes that are no UTF-8', () => {
    assert.throws(() => readJson(Everything, Uint8Array.of(0x22, 0xff, 0x22)), DecodeFault);
  });
});

describe('JSON that is read', () => {
  test('nothing is an empty object', () => {
    assert.deepEqual(readJson(Everything, new Uint8Array()), {});
  });
  test('null is absence, and unknown members are skipped', () => {
    assert.deepEqual(readJson(Everything, bytes('{"Text":null,"Other":[1]}')), {});
  });
  test('wire names differ from member names', () => {
    assert.deepEqual(readJson(Everything, bytes('{"onTheWire":"a","renamed":"b"}')), {
      renamed: 'a',
    });
  });
  test('keys of a map are never members of Object', () => {
    const { Names } = readJson(Everything, bytes('{"Names":{"__proto__":"a","constructor":"b"}}'));
    assert.deepEqual(Object.entries(Names as object), [
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    assert.equal(Object.getPrototypeOf(Names), null);
  });
  test('shapes that hold themselves', () => {
    const text = '{"Items":[{"Id":"a","Next":{"Id":"b","Count":3}}]}';
    assert.equal(writeJson(Everything, readJson(Everything, bytes(text))), text);
  });
});

describe('JSON that is written', () => {
  test('only declared members leave the server', () => {
    const value = { Text: 'a', secret: 'b', Items: [{ Id: 'c', secret: 'd' }], Whole: undefined };
    assert.equal(writeJson(Everything, value), '{"Text":"a","Items":[{"Id":"c"}]}');
  });
  test('timestamps are seconds, blobs base64', () => {
    const value = { When: new Date(1500), Bytes: Uint8Array.of(1, 2), renamed: 'x' };
    assert.equal(writeJson(Everything, value), '{"Bytes":"AQI=","When":1.5,"onTheWire":"x"}');
  });
});
