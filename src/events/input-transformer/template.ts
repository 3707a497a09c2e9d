/**
 * An `InputTemplate`, cut at its placeholders `<name>`. Text in quotes by itself is a string
 * template, anything else has to become JSON once it is filled in.
 */
export interface Template {
  readonly kind: 'string' | 'json';
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart = string | Placeholder;

export interface Placeholder {
  readonly name: string;
  /** Stands between quotes. */
  readonly quoted: boolean;
}

const PLACEHOLDER = /<([A-Za-z0-9._-]+)>/;

export function parseTemplate(text: string): Template {
  const kind = text.trimStart().startsWith('"') ? 'string' : 'json';
  const parts: TemplatePart[] = [];
  let quoted = false;
  // Splitting by a pattern with one group gives text and names in turn.
  for (const [at, piece] of text.split(PLACEHOLDER).entries()) {
    if (at % 2 === 1) parts.push({ name: piece, quoted });
    else {
      parts.push(piece);
      if (countQuotes(piece) % 2 === 1) quoted = !quoted;
    }
  }
  return { kind, parts };
}

export const placeholders = ({ parts }: Template): Placeholder[] =>
  parts.filter((part) => typeof part !== 'string');

/** Quotes that are not escaped. */
const countQuotes = (text: string) => text.replace(/\\./gs, '').split('"').length - 1;

/** The filled-in template, or why it cannot be delivered. `undefined` values are missing ones. */
export type Filled = { readonly text: string } | { readonly fault: string };

export function fillTemplate(template: Template, lookUp: (name: string) => unknown): Filled {
  const { kind, parts } = template;
  const text = parts
    .map((part) => (typeof part === 'string' ? part : fill(kind, part, lookUp(part.name))))
    .join('');
  const fault = kind === 'string' ? stringFault(text) : jsonFault(text);
  return fault === undefined ? { text } : { fault };
}

/**
 * Between quotes a string goes in as it is, unescaped, as AWS does; an object or list goes in as
 * JSON, which breaks the string in a JSON template and loses its quotes in a string template.
 */
function fill(kind: Template['kind'], { quoted }: Placeholder, value: unknown): string {
  if (value === undefined) return quoted ? '' : '""';
  if (!quoted) return JSON.stringify(value);
  if (typeof value === 'string') return value;
  const json = JSON.stringify(value);
  return kind === 'string' ? json.replaceAll('"', '') : json;
}

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the filled-in InputTemplate is not JSON: ${reason}`;
  }
}

/** A string template may have several lines, each in quotes of its own. */
function stringFault(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.endsWith('"')
    ? undefined
    : 'the filled-in InputTemplate begins with a quote but does not end with one';
}
