import { type JsonArrayNode, type JsonNode, offsetAt } from './json-node.ts';
import type { Matcher } from './matcher.ts';
import { affix } from './operators/affix.ts';
import { anythingBut } from './operators/anything-but.ts';
import { cidr } from './operators/cidr.ts';
import { equalsIgnoreCase } from './operators/equals-ignore-case.ts';
import { exact } from './operators/exact.ts';
import { exists } from './operators/exists.ts';
import { numeric } from './operators/numeric.ts';
import { ONLY_ONE_KEY, TOO_MANY_ELEMENTS } from './operators/operand.ts';
import { wildcard } from './operators/wildcard.ts';
import { PatternError } from './pattern-error.ts';

/** Every operator of the language, by the name that it has in a pattern. */
export const OPERATORS: ReadonlyMap<string, (operand: JsonNode) => Matcher> = new Map([
  ['prefix', (operand: JsonNode) => affix('prefix', operand)],
  ['suffix', (operand: JsonNode) => affix('suffix', operand)],
  ['equals-ignore-case', equalsIgnoreCase],
  ['anything-but', anythingBut],
  ['numeric', numeric],
  ['cidr', cidr],
  ['exists', exists],
  ['wildcard', wildcard],
]);

/** Compiles the list at a leaf of a pattern. The field matches when one of its members does. */
export function compileMatchers(list: JsonArrayNode): Matcher[] {
  if (list.items.length === 0) throw new PatternError('Empty arrays are not allowed', list.end);
  return list.items.map(compileMatcher);
}

function compileMatcher(node: JsonNode): Matcher {
  if (node.kind === 'leaf') return exact(node);
  if (node.kind === 'array') {
    throw new PatternError(
      'Match value must be String, number, true, false, or null',
      offsetAt(node),
    );
  }
  const [expression, superfluous] = node.members;
  if (!expression) throw new PatternError('Match expression name not found', node.end);
  const { key: name, value: operand } = expression;
  const operator = OPERATORS.get(name);
  if (!operator) throw new PatternError(`Unrecognized match type ${name}`, offsetAt(operand));
  const matcher = operator(operand);
  if (superfluous) {
    const reason = name === 'numeric' || name === 'anything-but' ? TOO_MANY_ELEMENTS : ONLY_ONE_KEY;
    throw new PatternError(reason, offsetAt(superfluous.value));
  }
  return matcher;
}
