import {
  isString,
  type JsonMember,
  type JsonNode,
  type JsonObjectNode,
  offsetAt,
} from '../json-node.ts';
import { PatternError } from '../pattern-error.ts';

/** What AWS says of a second key beside an operator. */
export const ONLY_ONE_KEY = 'Only one key allowed in match expression';
/** The same beside `numeric` and, in AWS's own words, beside `anything-but`. */
export const TOO_MANY_ELEMENTS = 'Too many elements in numeric expression';

/** The text that an operator needs; `name` is the operator that AWS's message names. */
export function textOperand(name: string, operand: JsonNode): string {
  if (!isString(operand)) {
    throw new PatternError(`${name} match pattern must be a string`, offsetAt(operand));
  }
  return operand.value;
}

/**
 * The one member of an object such as `{"equals-ignore-case": "a"}`; `none` and `several` are AWS's
 * messages.
 */
export function onlyMember(node: JsonObjectNode, none: string, several: string): JsonMember {
  const [member, second] = node.members;
  if (!member) throw new PatternError(none, node.end);
  if (second) throw new PatternError(several, offsetAt(second.value));
  return member;
}
