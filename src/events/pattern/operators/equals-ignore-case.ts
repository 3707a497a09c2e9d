import type { JsonNode } from '../json-node.ts';
import { type Matcher, quote } from '../matcher.ts';
import { textOperand } from './operand.ts';

/** `{"equals-ignore-case": "a"}`: the same text but for case; strings only. */
export function equalsIgnoreCase(operand: JsonNode): Matcher {
  const text = textOperand('equals-ignore-case', operand);
  const lower = text.toLowerCase();
  return {
    words: `${quote(text)} in any case`,
    test: (value) => typeof value === 'string' && value.toLowerCase() === lower,
  };
}
