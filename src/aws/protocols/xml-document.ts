import { malformed } from './decode-fault.ts';

/**
 * A small XML reader for the bodies that AWS clients send: elements, attributes, text, CDATA, comments and the
 * predefined entities. Document types are refused, and with them everything that makes XML dangerous. Namespace
 * prefixes are dropped: no AWS body needs them to be understood.
 * https://www.w3.org/TR/xml/
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** All text directly inside, put together. */
  text: string;
}

/** S3's largest body, CompleteMultipartUpload with 10,000 parts and their checksums, stays well below. */
export const XML_CHARACTERS_MAX = 8 * 1024 * 1024;
export const XML_ELEMENTS_MAX = 200_000;
export const XML_DEPTH_MAX = 32;

/** The root element. Throws DecodeFault for anything that is not well-formed or passes a limit. */
export function parseXml(source: string): XmlElement {
  if (source.length > XML_CHARACTERS_MAX) throw malformed('the XML is too long');
  if (ILLEGAL_CHARACTER.test(source)) throw malformed('the XML holds control characters');
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return parseDocument(text.startsWith('\uFEFF') ? text.slice(1) : text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids.
const ILLEGAL_CHARACTER = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
const DECLARATION = /<\?xml\s[^?]*\?>/y;
const START_TAG = /<([A-Za-z_][\w.:-]*)/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const START_TAG_END = /\s*(\/?)>/y;
const END_TAG = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const COMMENT_START = '<!--';
const CDATA_START = '<![CDATA[';

function parseDocument(text: string): XmlElement {
  const document: XmlElement = { name: '', attributes: NO_ATTRIBUTES, children: [], text: '' };
  const open: Opened[] = [{ element: document, tag: '' }];
  let elements = 0;
  let at = 0;

  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };

  match(DECLARATION);
  while (at < text.length) {
    const { element, tag } = open[open.length - 1] as Opened;
    const markup = text.indexOf('<', at);
    if (markup < 0) {
      element.text += unescapeXml(text.slice(at));
      break;
    }
    if (markup > at) {
      element.text += unescapeXml(text.slice(at, markup));
      at = markup;
    }
    const start = match(START_TAG);
    if (start) {
      elements += 1;
      if (elements > XML_ELEMENTS_MAX) throw malformed('too many XML elements');
      if (open.length > XML_DEPTH_MAX) throw malformed('XML elements are nested too deeply');
      const child = readStartTag(start[1] as string, match);
      element.children.push(child.element);
      if (!child.empty) open.push({ element: child.element, tag: start[1] as string });
      continue;
    }
    const end = match(END_TAG);
    if (end) {
      if (open.length === 1 || end[1] !== tag) throw malformed(`</${end[1]}> has no start`);
      open.pop();
    } else if (text.startsWith(CDATA_START, at)) {
      const close = text.indexOf(']]>', at);
      if (close < 0) throw malformed('CDATA has no end');
      element.text += text.slice(at + CDATA_START.length, close);
      at = close + ']]>'.length;
    } else if (text.startsWith(COMMENT_START, at)) {
      const close = text.indexOf('--', at + COMMENT_START.length);
      if (close < 0 || text[close + 2] !== '>') throw malformed('a comment has no end');
      at = close + '-->'.length;
    } else {
      throw malformed(`unexpected markup at character ${at}`);
    }
  }
  const root = document.children[0];
  if (open.length > 1 || !root || document.children.length > 1 || document.text.trim() !== '') {
    throw malformed('the XML is not one element');
  }
  return root;
}

interface Opened {
  readonly element: XmlElement;
  /** As written, with its prefix: the end tag must repeat it. */
  readonly tag: string;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

function readStartTag(tag: string, match: (pattern: RegExp) => RegExpExecArray | null) {
  let attributes: Record<string, string> | undefined;
  for (let found = match(ATTRIBUTE); found; found = match(ATTRIBUTE)) {
    attributes ??= Object.create(null) as Record<string, string>;
    const name = found[1] as string;
    if (name in attributes) throw malformed(`attribute ${name} stands twice`);
    attributes[name] = unescapeXml(found[2] ?? found[3] ?? '');
  }
  const end = match(START_TAG_END);
  if (!end) throw malformed(`<${tag} has no end`);
  const element: XmlElement = {
    name: tag.slice(tag.indexOf(':') + 1),
    attributes: attributes ?? NO_ATTRIBUTES,
    children: [],
    text: '',
  };
  return { element, empty: end[1] === '/' };
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex, decimal, name) => {
    if (name !== undefined && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] as string;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const character = isScalar(code) ? String.fromCodePoint(code) : '';
    if (character === '') throw malformed('unknown entity');
    return character;
  });
}

/**
 * Deviation from AWS: characters that XML 1.0 forbids are taken when they are written as references, because S3
 * itself writes keys that hold them so, and clients send them back.
 */
const isScalar = (code: number) =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they can only be written as references.
const SPECIAL = /[&<>"\x00-\x08\x0B-\x1F\uFFFE\uFFFF]/;
const SPECIALS = new RegExp(SPECIAL, 'g');
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** For text and for attributes in double quotes. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(
    SPECIALS,
    (character) => ESCAPES[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}
