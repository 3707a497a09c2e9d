import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DecodeFault } from '../../../src/aws/protocols/decode-fault.ts';
import {
  parseXml,
  XML_DEPTH_MAX,
  type XmlElement,
} from '../../../src/aws/protocols/xml-document.ts';
import { escapeXml } from '../../../src/aws/protocols/xml-text.ts';

/** `a(b=text)`: names with their text, children in parentheses. */
function outline({ name, text, children, attributes }: XmlElement): string {
  const own = Object.entries(attributes).map(([key, value]) => `@${key}=${value}`);
  const inner = [...own, ...children.map(outline)].join(' ');
  return `${name}${inner === '' ? '' : `(${inner})`}${text === '' ? '' : `=${text}`}`;
}

const READ: readonly [source: string, outline: string][] = [
  ['<a/>', 'a'],
  ['<a></a>', 'a'],
  ['<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n', 'a'],
  ['\uFEFF<a/>', 'a'],
  ['<a>one<!-- two -->three</a>', 'a=onethree'],
  ['<a><b>1</b><b>2</b></a>', 'a(b=1 b=2)'],
  ['<s3:a xmlns:s3="u"><s3:b/></s3:a>', 'a(@xmlns:s3=u b)'],
  ['<a b="1" c = \'"2"\' />', 'a(@b=1 @c="2")'],
  ['<a b=">"/>', 'a(@b=>)'],
  ['<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>', 'a=<>&"\'A😀'],
  ['<a>&amp;lt;</a>', 'a=&lt;'],
  ['<a>&#1;</a>', 'a=\u0001'],
  ['<a>x\r\ny\rz&#13;</a>', 'a=x\ny\nz\r'],
  ['<a><![CDATA[<b>&amp;]]></a>', 'a=<b>&amp;'],
  ['<a></a >', 'a'],
];

const REFUSED: readonly string[] = [
  '',
  'text',
  '<a>',
  '</a>',
  '<a></b>',
  '<a><b></a></b>',
  '<x:a></y:a>',
  '<a/><b/>',
  '<a/>text',
  'text<a/>',
  '<a',
  '<a b/>',
  '<a b=1/>',
  '<a b="1" b="2"/>',
  '<a b="<"/>',
  '< a/>',
  '<1a/>',
  '<a>&unknown;</a>',
  '<a>&</a>',
  '<a>&constructor;</a>',
  '<a>&#0;</a>',
  '<a>&#xD800;</a>',
  '<a>&#x110000;</a>',
  '<a>\u0000</a>',
  '<a>\u001b</a>',
  '<a><![CDATA[x</a>',
  '<a><!-- x</a>',
  '<a><!-- x -- y --></a>',
  '<!DOCTYPE a><a/>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a><!ENTITY x "y"></a>',
  '<a><?php echo 1 ?></a>',
  ' <?xml version="1.0"?><a/>',
  '<a>'.repeat(XML_DEPTH_MAX + 1) + '</a>'.repeat(XML_DEPTH_MAX + 1),
  `<a>${'<b/>'.repeat(200_000)}</a>`,
  `<a>${' '.repeat(8 * 1024 * 1024)}</a>`,
];

describe('XML that is read', () => {
  for (const [source, expected] of READ) {
    test(JSON.stringify(source), () => assert.equal(outline(parseXml(source)), expected));
  }
  test('as deep as is allowed', () => {
    const source = '<a>'.repeat(XML_DEPTH_MAX) + '</a>'.repeat(XML_DEPTH_MAX);
    assert.equal(outline(parseXml(source)).match(/a/g)?.length, XML_DEPTH_MAX);
  });
});

describe('XML that is refused', () => {
  for (const source of REFUSED) {
    test(JSON.stringify(source).slice(0, 80), () => {
      assert.throws(() => parseXml(source), DecodeFault);
    });
  }
});

test('whatever is escaped is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('\0'));
      const { text: inText, attributes } = parseXml(
        `<a b="${escapeXml(text)}">${escapeXml(text)}</a>`,
      );
      assert.equal(inText, text);
      assert.equal(attributes.b, text);
    }),
  );
});

test('no input makes the reader throw anything but a fault', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<a',
    '/>',
    '&',
    '&lt;',
    '"',
    '=',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    'x',
    ' ',
    '<?xml ?>',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      try {
        parseXml(pieces.join(''));
      } catch (cause) {
        assert.ok(cause instanceof DecodeFault, String(cause));
      }
    }),
  );
});
