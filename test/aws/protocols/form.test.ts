import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DecodeFault } from '../../../src/aws/protocols/decode-fault.ts';
import { readForm } from '../../../src/aws/protocols/decode-form.ts';
import { formParameters, parseForm } from '../../../src/aws/protocols/form.ts';
import type { Structure } from '../../../src/aws/protocols/shape.ts';
import {
  blob,
  boolean,
  integer,
  list,
  map,
  member,
  string,
  structure,
} from '../../../src/aws/protocols/shape.ts';

const Item = structure('Item', { Id: member(string, { required: true }), Bytes: blob });
const Everything: Structure = structure('Everything', {
  Text: string,
  Whole: integer,
  Flag: boolean,
  Items: list(() => Item),
  Flat: member(list(string), { xmlName: 'One', xmlFlattened: true }),
  Names: map(string),
  FlatNames: member(
    map(() => Item, 'Name', 'Value'),
    { xmlName: 'Attr', xmlFlattened: true },
  ),
});

const read = (text: string) => readForm(Everything, parseForm(formParameters(text)));
/** Values with prototypes, for comparison. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

const READ: readonly [text: string, value: object][] = [
  ['', {}],
  ['&&', {}],
  ['Action=Do&Version=1', {}],
  ['Text=a+b%2Bc%26%C3%A9', { Text: 'a b+c&é' }],
  ['Text', { Text: '' }],
  ['Text=a=b', { Text: 'a=b' }],
  ['Text=a&Text=b', { Text: 'b' }],
  ['Whole=3&Flag=true', { Whole: 3, Flag: true }],
  ['Items.member.1.Id=a&Items.member.2.Id=b', { Items: [{ Id: 'a' }, { Id: 'b' }] }],
  ['Items.member.10.Id=b&Items.member.9.Id=a', { Items: [{ Id: 'a' }, { Id: 'b' }] }],
  ['Items=', { Items: [] }],
  ['One.1=a&One.3=b', { Flat: ['a', 'b'] }],
  ['Names.entry.1.key=a.b&Names.entry.1.value=c', { Names: { 'a.b': 'c' } }],
  [
    'Attr.1.Name=a&Attr.1.Value.Id=b&Attr.1.Value.Bytes=AQI%3D',
    { FlatNames: { a: { Id: 'b', Bytes: { type: 'Buffer', data: [1, 2] } } } },
  ],
];

const REFUSED: readonly [text: string, reason: string, path: string][] = [
  ['Text=%', 'malformed', ''],
  ['Text=%ff', 'malformed', ''],
  ['One=a&One.1=b', 'malformed', ''],
  ['One.1=b&One=a', 'malformed', ''],
  ['One.1.a=b&One.1=a', 'malformed', ''],
  [`${'a.'.repeat(16)}a=1`, 'malformed', ''],
  ['a=1&'.repeat(20_001), 'malformed', ''],
  ['Text.1=a', 'invalid', 'Text'],
  ['Whole=three', 'invalid', 'Whole'],
  ['Flag=yes', 'invalid', 'Flag'],
  ['Items=a', 'invalid', 'Items'],
  ['Items.member.1=a', 'invalid', 'Items.1'],
  ['Items.member.2.Bytes=AQI%3D', 'missing', 'Items.1.Id'],
  ['One.x=a', 'invalid', 'Flat'],
  ['One.0=a', 'invalid', 'Flat'],
  ['One.01=a', 'invalid', 'Flat'],
  ['One.__proto__=a', 'invalid', 'Flat'],
  ['Names.entry.1.value=c', 'missing', 'Names.key'],
  ['Names.entry.1.key=c', 'missing', 'Names.value'],
  ['Names.entry.1=c', 'invalid', 'Names'],
  ['Attr.1.Name=a&Attr.1.Value.Bytes=AQI%3D', 'missing', 'FlatNames.a.member.Id'],
];

describe('forms that are read', () => {
  for (const [text, value] of READ) test(text, () => assert.deepEqual(plain(read(text)), value));

  test('keys of a map are never members of Object', () => {
    const { Names } = read('Names.entry.1.key=__proto__&Names.entry.1.value=x');
    assert.deepEqual(Object.entries(Names as object), [['__proto__', 'x']]);
  });
});

describe('forms that are refused', () => {
  for (const [text, reason, path] of REFUSED) {
    test(text.slice(0, 60), () => {
      assert.throws(
        () => read(text),
        (fault) =>
          fault instanceof DecodeFault && fault.reason === reason && fault.path.join('.') === path,
      );
    });
  }
});
