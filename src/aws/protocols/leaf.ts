import { invalid } from './decode-fault.ts';
import type { Leaf, LeafKind, TimestampFormat } from './shape.ts';

/** A leaf's value out of text: an XML element, a form parameter, a header. Throws DecodeFault. */
export const textReaders: Readonly<Record<Exclude<LeafKind, 'body'>, (text: string) => unknown>> = {
  string: (text) => text,
  integer: (text) => (/^[+-]?\d+$/.test(text) ? wholeNumber(Number(text)) : notA('number', text)),
  double: (text) => (DECIMAL.test(text) ? Number(text) : notA('number', text)),
  boolean: readBoolean,
  blob: readBase64,
  timestamp: (text) => (DECIMAL.test(text) ? fromSeconds(Number(text)) : readDate(text)),
};

const DECIMAL = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** ISO 8601 with a time zone, or one of the HTTP dates. `Date` alone would accept far more. */
const DATE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)|[A-Z][a-z]+, ?\d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT)$/;

export function wholeNumber(value: number): number {
  return Number.isSafeInteger(value) ? value : notA('whole number', value);
}

/** Python's spelling, `True`, is taken as well. */
function readBoolean(text: string): boolean {
  if (text === 'true' || text === 'True') return true;
  if (text === 'false' || text === 'False') return false;
  return notA('boolean', text);
}

/** Node skips what is not base64, so a shorter result tells. */
export function readBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0 || bytes.length !== (text.length / 4) * 3 - padding) {
    return notA('base64 text', text);
  }
  return bytes;
}

export function readDate(text: string): Date {
  const date = new Date(text);
  return DATE.test(text) && !Number.isNaN(date.getTime()) ? date : notA('timestamp', text);
}

export function fromSeconds(seconds: number): Date {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? notA('timestamp', seconds) : date;
}

function notA(type: string, value: unknown): never {
  throw invalid(`${String(value).slice(0, SHOWN_CHARACTERS_MAX)} is not a ${type}`);
}

const SHOWN_CHARACTERS_MAX = 100;

/** A leaf's value as text, timestamps in `format` unless the shape has one of its own. */
export function textWriter(leaf: Leaf, format: TimestampFormat): (value: never) => string {
  switch (leaf.kind) {
    case 'string':
      return (value: string) => value;
    case 'blob':
      return (value: Uint8Array) => base64(value);
    case 'timestamp': {
      const chosen = leaf.timestampFormat ?? format;
      return (value: Date) => String(writeTimestamp(value, chosen));
    }
    default:
      return String;
  }
}

export function writeTimestamp(date: Date, format: TimestampFormat): string | number {
  if (format === 'epoch-seconds') return date.getTime() / 1000;
  return format === 'http-date' ? date.toUTCString() : date.toISOString();
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `undefined` when the bytes are no UTF-8. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
