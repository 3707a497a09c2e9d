import type { JsonLeaf } from './json-node.ts';

/** One compiled member of a pattern's list, such as `"a"` or `{"prefix": "a"}`. */
export interface Matcher {
  /** What it asks for, in words that complete "does not match ...": `prefix "uploads/"`. */
  readonly words: string;
  readonly test: (value: JsonLeaf) => boolean;
  /** Set by `{"exists": false}`: satisfied when the field has no value anywhere in the event. */
  readonly wantsAbsence?: true;
  /** The wildcard texts within, for services that limit them. */
  readonly wildcards?: readonly Wildcards[];
  /** The numbers that it compares with, for services that limit their range. */
  readonly numbers?: readonly number[];
}

export interface Wildcards {
  readonly count: number;
  /** Inside `anything-but`. */
  readonly negated: boolean;
}

/** The words for a value: JSON, cut when long. */
export function quote(value: JsonLeaf): string {
  const text = JSON.stringify(value);
  return text.length > QUOTED_CHARACTERS_MAX ? `${text.slice(0, QUOTED_CHARACTERS_MAX)}...` : text;
}

const QUOTED_CHARACTERS_MAX = 120;

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
