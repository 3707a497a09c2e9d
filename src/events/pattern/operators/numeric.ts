import { isNumber, isString, type JsonArrayNode, type JsonNode, offsetAt } from '../json-node.ts';
import { type Matcher, quote } from '../matcher.ts';
import { PatternError } from '../pattern-error.ts';

type Comparison = '=' | '<' | '<=' | '>' | '>=';

const COMPARE: Readonly<Record<Comparison, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/**
 * `{"numeric": [">", 0, "<=", 5]}`: one comparison, or a lower bound and then an upper one. Numbers
 * only (a number in quotes is a string), as IEEE doubles, so integers are exact within 2^53.
 */
export function numeric(operand: JsonNode): Matcher {
  if (operand.kind !== 'array') {
    throw new PatternError('Value of numeric must be an array.', offsetAt(operand));
  }
  const bounds = readBounds(operand);
  return {
    words: `numeric ${bounds.map(([comparison, bound]) => `${comparison} ${bound}`).join(' and ')}`,
    test: (value) =>
      typeof value === 'number' &&
      bounds.every(([comparison, bound]) => COMPARE[comparison](value, bound)),
    numbers: bounds.map(([, bound]) => bound),
  };
}

type Bound = readonly [comparison: Comparison, value: number];

function readBounds(list: JsonArrayNode): Bound[] {
  const [operator, operand, secondOperator, secondOperand, more] = list.items;
  const first = readFirst(list, operator, operand);
  if (!secondOperator) return [first];
  if (!first[0].startsWith('>')) {
    throw new PatternError('Too many elements in numeric expression', offsetAt(secondOperator));
  }
  const second = readSecond(list, secondOperator, secondOperand);
  if (more) throw new PatternError('Too many terms in numeric range expression', offsetAt(more));
  if (first[1] >= second[1]) throw new PatternError('Bottom must be less than top', list.end);
  return [first, second];
}

function readFirst(
  list: JsonArrayNode,
  operator: JsonNode | undefined,
  operand: JsonNode | undefined,
): Bound {
  if (!isString(operator)) {
    throw new PatternError(
      `Invalid member in numeric match: ${tokenText(operator)}`,
      tokenOffset(list, operator),
    );
  }
  const comparison = operator.value;
  if (!isComparison(comparison)) {
    throw new PatternError(
      `Unrecognized numeric range operator: ${comparison}`,
      tokenOffset(list, operand),
    );
  }
  return [comparison, number(list, comparison === '=' ? 'equals' : comparison, operand)];
}

function readSecond(list: JsonArrayNode, operator: JsonNode, operand: JsonNode | undefined): Bound {
  if (!isString(operator)) {
    throw new PatternError(
      `Bad value in numeric range: ${tokenText(operator)}`,
      offsetAt(operator),
    );
  }
  const comparison = operator.value;
  if (comparison !== '<' && comparison !== '<=') {
    throw new PatternError(`Bad numeric range operator: ${comparison}`, operator.end);
  }
  return [comparison, number(list, comparison, operand)];
}

function number(list: JsonArrayNode, name: string, operand: JsonNode | undefined): number {
  if (!isNumber(operand)) {
    throw new PatternError(`Value of ${name} must be numeric`, tokenOffset(list, operand));
  }
  return operand.value;
}

const isComparison = (text: string): text is Comparison => Object.hasOwn(COMPARE, text);

/** Where the reader stands at an element, or behind the list when there is none. */
const tokenOffset = (list: JsonArrayNode, node: JsonNode | undefined) =>
  node ? offsetAt(node) : list.end;

function tokenText(node: JsonNode | undefined): string {
  if (!node) return ']';
  if (node.kind === 'leaf') return quote(node.value);
  return node.kind === 'array' ? '[' : '{';
}
