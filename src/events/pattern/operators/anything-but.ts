import { isNumber, isString, type JsonLeaf, type JsonNode, offsetAt } from '../json-node.ts';
import { type Matcher, oneOf, quote, type Wildcards } from '../matcher.ts';
import { PatternError } from '../pattern-error.ts';
import { type Affix, hasAffix } from './affix.ts';
import { onlyMember, TOO_MANY_ELEMENTS } from './operand.ts';
import { compileWildcard } from './wildcard.ts';

/**
 * `{"anything-but": x}`: any value except x, where x is a string, a number, a list of either, or
 * `{"prefix" | "suffix" | "wildcard" | "equals-ignore-case": text or list of texts}`. The field
 * must have a value: null and values of other types match, a missing field never does.
 */
export function anythingBut(operand: JsonNode): Matcher {
  if (operand.kind !== 'object') return anythingButValues(operand);
  const { key, value } = onlyMember(
    operand,
    'Anything-But expression name not found',
    TOO_MANY_ELEMENTS,
  );
  if (!isNested(key)) {
    throw new PatternError(`Unsupported anything-but pattern: ${key}`, offsetAt(value));
  }
  return anythingButTexts(key, value);
}

function anythingButValues(operand: JsonNode): Matcher {
  const items = operand.kind === 'array' ? operand.items : [valueOperand(operand)];
  const values = items.map((item) => {
    if (isString(item) || isNumber(item)) return item.value;
    throw new PatternError(
      'Inside anything but list, start|null|boolean is not supported.',
      offsetAt(item),
      {
        insideList: true,
      },
    );
  });
  const numbers = values.filter((value) => typeof value === 'number');
  if (values.length === 0 || (numbers.length > 0 && numbers.length < values.length)) {
    throw new PatternError(
      'Inside anything but list, either all values are number or string, ' +
        'mixed type is not supported',
      operand.end,
    );
  }
  const excluded = new Set<JsonLeaf>(values);
  return {
    words: `anything but ${oneOf(values.map(quote))}`,
    test: (value) => !excluded.has(value),
    numbers,
  };
}

type Nested = Affix | 'wildcard' | 'equals-ignore-case';

/** What AWS says of a nested operand that is not text. */
const NOT_TEXT: Readonly<Record<Nested, string>> = {
  prefix: 'prefix/suffix match pattern must be a string',
  suffix: 'prefix/suffix match pattern must be a string',
  wildcard: 'wildcard match pattern must be a string',
  'equals-ignore-case':
    'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
};

const isNested = (name: string): name is Nested => Object.hasOwn(NOT_TEXT, name);

function anythingButTexts(name: Nested, operand: JsonNode): Matcher {
  const insideList = operand.kind === 'array';
  const items = operand.kind === 'array' ? operand.items : [valueOperand(operand)];
  const wildcards: Wildcards[] = [];
  const tests = items.map((item) => {
    if (!isString(item)) throw new PatternError(NOT_TEXT[name], offsetAt(item), { insideList });
    const text = item.value;
    if (text === '' && (name === 'prefix' || name === 'suffix')) {
      throw new PatternError('Null prefix/suffix not allowed', item.end, { insideList });
    }
    return textTest(name, text, operand.end, wildcards);
  });
  if (tests.length === 0) throw new PatternError('Empty arrays are not allowed', operand.end);
  const texts = items.map((item) => quote(isString(item) ? item.value : null));
  return {
    words: `anything but ${name === 'equals-ignore-case' ? 'in any case' : name} ${oneOf(texts)}`,
    test: (value) => typeof value !== 'string' || !tests.some((test) => test(value)),
    wildcards,
  };
}

function textTest(
  name: Nested,
  text: string,
  end: number,
  wildcards: Wildcards[],
): (value: string) => boolean {
  if (name === 'wildcard') {
    const { test, count } = compileWildcard(text, end);
    wildcards.push({ count, negated: true });
    return test;
  }
  if (name === 'equals-ignore-case') {
    const lower = text.toLowerCase();
    return (value) => value.toLowerCase() === lower;
  }
  return (value) => hasAffix(name, value, text);
}

/** A single operand, in place of a list. */
function valueOperand(operand: JsonNode): JsonNode {
  if (isString(operand) || isNumber(operand)) return operand;
  throw new PatternError(
    'Value of anything-but must be an array or single string/number value.',
    offsetAt(operand),
  );
}
