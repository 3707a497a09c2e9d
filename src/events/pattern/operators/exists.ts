import { type JsonNode, offsetAt } from '../json-node.ts';
import type { Matcher } from '../matcher.ts';
import { PatternError } from '../pattern-error.ts';

/**
 * `{"exists": true}` matches any value (null too), `{"exists": false}` a field that has none
 * anywhere in the event. It speaks of leaves: an object, or an empty list, counts as no value.
 */
export function exists(operand: JsonNode): Matcher {
  if (operand.kind !== 'leaf' || typeof operand.value !== 'boolean') {
    throw new PatternError('exists match pattern must be either true or false.', offsetAt(operand));
  }
  return operand.value
    ? { words: '{"exists": true}', test: () => true }
    : { words: '{"exists": false}', test: () => false, wantsAbsence: true };
}
