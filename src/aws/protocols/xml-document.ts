import { malformed } from './decode-fault.ts';
import { unescapeXml } from './xml-text.ts';

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

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids.
const ILLEGAL_CHARACTER = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
const DECLARATION = /\uFEFF?(?:<\?xml\s[^?]*\?>)?/y;
const TEXT = /[^<]+/y;
const START_TAG = /<([A-Za-z_][\w.:-]*)/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const START_TAG_END = /\s*(\/?)>/y;
const END_TAG = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const CDATA = /<!\[CDATA\[/y;
const COMMENT = /<!--/y;

/** The root element. Throws DecodeFault for anything that is not well-formed or passes a limit. */
export function parseXml(source: string): XmlElement {
  if (source.length > XML_CHARACTERS_MAX) throw malformed('the XML is too long');
  if (ILLEGAL_CHARACTER.test(source)) throw malformed('the XML holds control characters');
  const scanner = createScanner(source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source);
  scanner.take(DECLARATION);
  const document: XmlElement = { name: '', attributes: NO_ATTRIBUTES, children: [], text: '' };
  readContent(scanner, document);
  const [root, ...others] = document.children;
  if (!root || others.length > 0 || document.text.trim() !== '') {
    throw malformed('the XML is not one element');
  }
  return root;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

interface Scanner {
  /** Steps over what the sticky pattern matches here, if it does. */
  take(pattern: RegExp): RegExpExecArray | null;
  /** Steps past the next `end`, and gives the text before it. */
  through(end: string): string;
  isAtEnd(): boolean;
}

function createScanner(text: string): Scanner {
  let at = 0;
  return {
    take(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found) at = pattern.lastIndex;
      return found;
    },
    through(end) {
      const found = text.indexOf(end, at);
      if (found < 0) throw malformed(`${end} is missing`);
      const before = text.slice(at, found);
      at = found + end.length;
      return before;
    },
    isAtEnd: () => at >= text.length,
  };
}

interface OpenElement {
  readonly element: XmlElement;
  /** As written, with its prefix: the end tag must repeat it. */
  readonly tag: string;
}

function readContent(scanner: Scanner, document: XmlElement): void {
  const open: OpenElement[] = [{ element: document, tag: '' }];
  let elements = 0;
  while (!scanner.isAtEnd()) {
    const { element, tag } = open[open.length - 1] as OpenElement;
    const text = scanner.take(TEXT)?.[0];
    if (text !== undefined) element.text += unescapeXml(text);
    const start = scanner.take(START_TAG)?.[1];
    if (start !== undefined) {
      elements += 1;
      if (elements > XML_ELEMENTS_MAX) throw malformed('too many XML elements');
      if (open.length > XML_DEPTH_MAX) throw malformed('XML elements are nested too deeply');
      const child = readStartTag(scanner, start);
      element.children.push(child.element);
      if (!child.isEmpty) open.push({ element: child.element, tag: start });
      continue;
    }
    const end = scanner.take(END_TAG)?.[1];
    if (end !== undefined) {
      if (open.length === 1 || end !== tag) throw malformed(`</${end}> has no start`);
      open.pop();
    } else if (scanner.take(CDATA)) {
      element.text += scanner.through(']]>');
    } else if (scanner.take(COMMENT)) {
      scanner.through('--');
      if (scanner.through('>') !== '') throw malformed('a comment holds --');
    } else if (!scanner.isAtEnd()) {
      throw malformed('unexpected markup');
    }
  }
  if (open.length > 1) throw malformed(`<${open.at(-1)?.tag}> has no end`);
}

function readStartTag(scanner: Scanner, tag: string) {
  let attributes: Record<string, string> | undefined;
  for (let found = scanner.take(ATTRIBUTE); found; found = scanner.take(ATTRIBUTE)) {
    attributes ??= Object.create(null) as Record<string, string>;
    const [, name = '', quoted, apostrophed] = found;
    if (name in attributes) throw malformed(`attribute ${name} stands twice`);
    attributes[name] = unescapeXml(quoted ?? apostrophed ?? '');
  }
  const end = scanner.take(START_TAG_END);
  if (!end) throw malformed(`<${tag} has no end`);
  const element: XmlElement = {
    name: tag.slice(tag.indexOf(':') + 1),
    attributes: attributes ?? NO_ATTRIBUTES,
    children: [],
    text: '',
  };
  return { element, isEmpty: end[1] === '/' };
}
