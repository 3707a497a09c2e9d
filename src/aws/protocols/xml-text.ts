import { malformed } from './decode-fault.ts';

/** Text as XML writes it, and back: the five predefined entities and references to characters by number. */
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Throws DecodeFault for an `&` that begins nothing known. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex, decimal, name) => {
    if (name !== undefined && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] as string;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (!isCharacter(code)) throw malformed('unknown entity');
    return String.fromCodePoint(code);
  });
}

/**
 * Deviation from AWS: characters that XML 1.0 forbids are taken when they are written as references, because S3
 * itself writes keys that hold them so, and clients send them back.
 */
const isCharacter = (code: number) =>
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
