import type { JsonLeafNode, JsonMember, JsonNode } from './json-node.ts';
import { type DescribeLocation, PatternError, quotedLocation } from './pattern-error.ts';

/**
 * How deeply objects and lists may nest: the limit of AWS's reader, and what keeps recursion safe
 * here.
 */
const DEPTH_MAX = 1000;

const WHITESPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}\p{N}_$]+/uy;
const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/**
 * Reads JSON and keeps what `JSON.parse` loses and AWS's messages need: where each value stands,
 * and repeated keys. Throws `PatternError` with the words of Jackson, the reader that AWS uses.
 */
export function readJson(
  text: string,
  describe: DescribeLocation = quotedLocation,
  readNumber: (digits: string) => number = Number,
): JsonNode {
  let position = 0;
  let depth = 0;

  const refuse = (reason: string, offset: number): never => {
    throw new PatternError(reason, offset, { kind: 'json' });
  };
  const take = (token: RegExp): string | undefined => {
    token.lastIndex = position;
    const found = token.exec(text)?.[0];
    if (found !== undefined) position += found.length;
    return found;
  };
  const next = (): string | undefined => {
    take(WHITESPACE);
    return text[position];
  };
  const unexpected = (expected: string, offset = position + 1): never => {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    return refuse(
      `Unexpected character ('${character}' (code ${codeOf(character)})): ${expected}`,
      offset,
    );
  };
  const endOfInput = (type: 'Object' | 'Array', start: number): never =>
    refuse(
      `Unexpected end-of-input: expected close marker for ${type} ` +
        `(start marker at ${describe(text, start)})`,
      text.length,
    );

  function readString(): string {
    const start = position;
    const token = take(STRING);
    return token === undefined ? refuse(...stringFault(text, start)) : JSON.parse(token);
  }

  function readLeaf(start: number): JsonLeafNode {
    const leaf = (value: JsonLeafNode['value']): JsonLeafNode => ({
      kind: 'leaf',
      value,
      start,
      end: position,
    });
    if (text[start] === '"') return leaf(readString());
    const number = take(NUMBER);
    if (number !== undefined) return leaf(readNumber(number));
    const word = take(WORD);
    if (word === undefined) return unexpected(`expected a valid value ${VALUES}`);
    if (word === 'true' || word === 'false') return leaf(word === 'true');
    if (word === 'null') return leaf(null);
    return refuse(`Unrecognized token '${word}': was expecting ${VALUES}`, position);
  }

  /** Reads what stands between brackets and commas, and the closing bracket. */
  function readEntries(type: 'Object' | 'Array', close: string, readEntry: () => void): void {
    const start = position;
    if (++depth > DEPTH_MAX)
      refuse(`Document nesting depth (${depth}) exceeds the maximum allowed`, start);
    position += 1;
    if (next() === close) position += 1;
    else
      for (;;) {
        readEntry();
        const separator = next();
        if (separator === undefined) endOfInput(type, start);
        if (separator !== ',' && separator !== close)
          unexpected(`was expecting comma to separate ${type} entries`);
        position += 1;
        if (separator === close) break;
      }
    depth -= 1;
  }

  function readMember(objectStart: number): JsonMember {
    const first = next();
    if (first === undefined) endOfInput('Object', objectStart);
    if (first !== '"') unexpected('was expecting double-quote to start field name', position);
    const key = readString();
    const colon = next();
    if (colon === undefined) endOfInput('Object', objectStart);
    if (colon !== ':') unexpected('was expecting a colon to separate field name and value');
    position += 1;
    if (next() === undefined) endOfInput('Object', objectStart);
    return { key, value: readValue() };
  }

  function readValue(): JsonNode {
    const start = position;
    if (text[start] === '{') {
      const members: JsonMember[] = [];
      readEntries('Object', '}', () => members.push(readMember(start)));
      return { kind: 'object', members, start, end: position };
    }
    if (text[start] === '[') {
      const items: JsonNode[] = [];
      readEntries('Array', ']', () => {
        if (next() === undefined) endOfInput('Array', start);
        items.push(readValue());
      });
      return { kind: 'array', items, start, end: position };
    }
    return readLeaf(start);
  }

  if (next() === undefined) refuse('No content to map due to end-of-input', position);
  const root = readValue();
  if (next() !== undefined) unexpected('expected nothing after the value');
  return root;
}

const codeOf = (character: string) => character.codePointAt(0);

/** What is wrong with the string that starts at `start`, and where its reader noticed. */
function stringFault(text: string, start: number): [reason: string, offset: number] {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      at += 1;
      const escaped = text.charAt(at);
      if (escaped === 'u' && /^[0-9a-fA-F]{4}/.test(text.slice(at + 1))) continue;
      if (escaped === 'u')
        return ['Unexpected character: expected a hex-digit for character escape sequence', at + 1];
      if (escaped !== '' && !'"\\/bfnrt'.includes(escaped))
        return [`Unrecognized character escape '${escaped}' (code ${codeOf(escaped)})`, at + 1];
    } else if (character < ' ')
      return [
        `Illegal unquoted character ((CTRL-CHAR, code ${codeOf(character)})): ` +
          'has to be escaped using backslash to be included in string value',
        at + 1,
      ];
  }
  return ['Unexpected end-of-input: was expecting closing quote for a string value', text.length];
}
