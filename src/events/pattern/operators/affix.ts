import { type JsonNode, offsetAt } from '../json-node.ts';
import { type Matcher, quote } from '../matcher.ts';
import { PatternError } from '../pattern-error.ts';
import { ONLY_ONE_KEY, onlyMember, textOperand } from './operand.ts';

/** Which end of the text an operator looks at. */
export type Affix = 'prefix' | 'suffix';

/**
 * `{"prefix": "a"}`, `{"suffix": "a"}` and both with `{"equals-ignore-case": "a"}` in place of the
 * text. They match strings only; the empty text matches every string.
 */
export function affix(kind: Affix, operand: JsonNode): Matcher {
  if (operand.kind !== 'object') {
    const text = textOperand(kind, operand);
    return {
      words: `${kind} ${quote(text)}`,
      test: (value) => typeof value === 'string' && hasAffix(kind, value, text),
    };
  }
  const title = kind === 'prefix' ? 'Prefix' : 'Suffix';
  const { key, value: nested } = onlyMember(
    operand,
    `${title} expression name not found`,
    ONLY_ONE_KEY,
  );
  if (key !== 'equals-ignore-case') {
    throw new PatternError(`Unsupported ${kind} pattern: ${key}`, offsetAt(nested));
  }
  const text = textOperand(key, nested);
  const lower = text.toLowerCase();
  return {
    words: `${kind} ${quote(text)} in any case`,
    test: (value) => typeof value === 'string' && hasAffix(kind, value.toLowerCase(), lower),
  };
}

export const hasAffix = (kind: Affix, value: string, text: string): boolean =>
  kind === 'prefix' ? value.startsWith(text) : value.endsWith(text);
