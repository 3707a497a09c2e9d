import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DecodeFault } from '../../../src/aws/protocols/decode-fault.ts';
import { readXml } from '../../../src/aws/protocols/decode-xml.ts';
import { writeXml } from '../../../src/aws/protocols/encode-xml.ts';
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
  timestamp,
} from '../../../src/aws/protocols/shape.ts';

const Grantee = structure('Grantee', {
  Type: member(string, { required: true, xmlName: 'xsi:type', xmlAttribute: true }),
  ID: string,
});
const Everything: Structure = structure('Everything', {
  Text: string,
  Whole: integer,
  Flag: boolean,
  Bytes: blob,
  When: timestamp,
  Items: list(string, 'Item'),
  Flat: member(
    list(() => Everything),
    { xmlName: 'One', xmlFlattened: true },
  ),
  Names: map(string),
  FlatNames: member(map(integer, 'K', 'V'), { xmlName: 'Name', xmlFlattened: true }),
  Grantee: member(() => Grantee, {
    xmlNamespace: ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  }),
});

const read = (inner: string) => readXml(Everything, 'E', Buffer.from(`<E>${inner}</E>`));

const SAME: readonly [inner: string, value: object][] = [
  ['', {}],
  ['<Text> a &amp; b </Text>', { Text: ' a & b ' }],
  ['<Text/>', { Text: '' }],
  ['<Whole>3</Whole><Flag>true</Flag>', { Whole: 3, Flag: true }],
  ['<When>1970-01-01T00:00:01.000Z</When>', { When: new Date(1000) }],
  ['<Items><Item>a</Item><Item>b</Item></Items>', { Items: ['a', 'b'] }],
  ['<Items/>', { Items: [] }],
  ['<One><Whole>1</Whole></One><One/>', { Flat: [{ Whole: 1 }, {}] }],
  [
    '<Names><entry><key>a</key><value>1</value></entry></Names>',
    { Names: Object.assign(Object.create(null), { a: '1' }) },
  ],
  [
    '<Name><K>a</K><V>1</V></Name><Name><K>b</K><V>2</V></Name>',
    { FlatNames: Object.assign(Object.create(null), { a: 1, b: 2 }) },
  ],
  [
    '<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>i</ID></Grantee>',
    { Grantee: { Type: 'CanonicalUser', ID: 'i' } },
  ],
];

const REFUSED: readonly [inner: string, path: string][] = [
  ['text', ''],
  ['<Unknown/>', ''],
  ['<text>wrong case</text>', ''],
  ['<Text><b/></Text>', 'Text'],
  ['<Text>a</Text><Text>b</Text>', ''],
  ['<Whole/>', 'Whole'],
  ['<Whole>1.5</Whole>', 'Whole'],
  ['<Flag>yes</Flag>', 'Flag'],
  ['<Items>a</Items>', 'Items'],
  ['<Items><Other>a</Other></Items>', 'Items'],
  ['<One><Whole>1</Whole></One><One><Whole>x</Whole></One>', 'Flat.2.Whole'],
  ['<Names><other/></Names>', 'Names'],
  ['<Name><K>a</K></Name>', ''],
  ['<Name><V>1</V><K>a</K></Name>', ''],
  ['<Name><K>a</K><V>1</V><V>2</V></Name>', ''],
  ['<Grantee><ID>i</ID></Grantee>', 'Grantee.Type'],
  [`<Items>${'<Item/>'.repeat(10_001)}</Items>`, 'Items'],
  ['<One/>'.repeat(10_001), ''],
];

describe('XML that is read and written alike', () => {
  for (const [inner, value] of SAME) {
    test(inner, () => {
      assert.deepEqual(read(inner), value);
      const written = inner === '' ? '<E/>' : `<E>${inner}</E>`;
      assert.equal(writeXml(Everything, 'E', value), written);
    });
  }
});

describe('XML that does not validate', () => {
  for (const [inner, path] of REFUSED) {
    test(inner.slice(0, 60), () => {
      assert.throws(
        () => read(inner),
        (fault) => fault instanceof DecodeFault && fault.path.join('.') === path,
      );
    });
  }
  test('another root element', () => {
    assert.throws(() => readXml(Everything, 'E', Buffer.from('<F/>')), DecodeFault);
  });
  test('bytes that are no UTF-8', () => {
    assert.throws(() => readXml(Everything, 'E', Uint8Array.of(0x3c, 0xff)), DecodeFault);
  });
});

test('white space between elements means nothing', () => {
  assert.deepEqual(read('\n  <Whole> 3 </Whole>\n  <Items>\n <Item>a</Item></Items>\n'), {
    Whole: 3,
    Items: ['a'],
  });
});

test('only declared members are written', () => {
  const value = { Text: 'a', secret: 'b', Whole: undefined };
  assert.equal(
    writeXml(Everything, 'E', value, 'http://n/'),
    '<E xmlns="http://n/"><Text>a</Text></E>',
  );
});
