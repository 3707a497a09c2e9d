import type { JsonNode } from '../json-node.ts';
import { type Matcher, quote } from '../matcher.ts';
import { PatternError } from '../pattern-error.ts';
import { textOperand } from './operand.ts';

/**
 * `{"wildcard": "a*b"}`: `*` stands for any run of characters, none included; `\*` and `\\` for
 * themselves. Strings only. Two `*` side by side are refused, and texts that AWS calls too complex.
 */
export function wildcard(operand: JsonNode): Matcher {
  const text = textOperand('wildcard', operand);
  const { test, count } = compileWildcard(text, operand.end);
  return {
    words: `wildcard ${quote(text)}`,
    test: (value) => typeof value === 'string' && test(value),
    wildcards: [{ count, negated: false }],
  };
}

export interface CompiledWildcard {
  readonly test: (value: string) => boolean;
  /** How many `*` it has. */
  readonly count: number;
}

/** `offset` is where to say that an error lies. */
export function compileWildcard(text: string, offset: number): CompiledWildcard {
  const literals = readLiterals(text, offset);
  if (complexity(literals) > COMPLEXITY_MAX) {
    throw new PatternError(
      'Rule is too complex - try using fewer wildcard characters or fewer repeating character ' +
        'sequences after a wildcard character',
    );
  }
  return { test: (value) => matchesLiterals(value, literals), count: literals.length - 1 };
}

/** The literal runs between the `*`, escapes undone: `a*b\*` is `['a', 'b*']`. */
function readLiterals(text: string, offset: number): string[] {
  const literals = [''];
  for (let at = 0; at < text.length; at++) {
    let character = text.charAt(at);
    if (character === '*') {
      if (text[at + 1] === '*') {
        throw new PatternError(
          `Consecutive wildcard characters at pos ${bytePosition(text, at)}`,
          offset,
        );
      }
      literals.push('');
      continue;
    }
    if (character === '\\') {
      character = text.charAt(at + 1);
      if (character !== '*' && character !== '\\') {
        throw new PatternError(`Invalid escape character at pos ${bytePosition(text, at)}`, offset);
      }
      at += 1;
    }
    literals[literals.length - 1] += character;
  }
  return literals;
}

/** AWS counts the bytes of the text in its quotes. */
const bytePosition = (text: string, at: number) => 1 + Buffer.byteLength(text.slice(0, at));

/**
 * AWS refuses texts that would keep its state machine in too many states at once, by a measure that
 * it does not publish; the known example is `*:*:*:*:*:event-bus/*`.
 * Deviation from AWS: this counts the `*` that are followed by the same character and allows four,
 * which refuses that example and leaves ordinary paths alone. Matching here is linear in any case.
 */
const COMPLEXITY_MAX = 4;

function complexity(literals: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const literal of literals.slice(1)) {
    if (literal !== '') counts.set(literal.charAt(0), (counts.get(literal.charAt(0)) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/**
 * The first literal must begin the value and the last one end it; those between are found from left
 * to right.
 */
function matchesLiterals(value: string, literals: readonly string[]): boolean {
  const first = literals[0] ?? '';
  const last = literals.at(-1) ?? '';
  if (literals.length === 1) return value === first;
  if (!value.startsWith(first) || !value.endsWith(last)) return false;
  const end = value.length - last.length;
  let at = first.length;
  for (let index = 1; index < literals.length - 1; index++) {
    const literal = literals[index] ?? '';
    const found = value.indexOf(literal, at);
    if (found === -1) return false;
    at = found + literal.length;
  }
  return at <= end;
}
