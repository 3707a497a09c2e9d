import type { JsonLeafNode } from '../json-node.ts';
import { type Matcher, quote } from '../matcher.ts';

/**
 * A value by itself: equal in type and value. Numbers compare by value, so `300.0` matches `300`;
 * `null` matches only JSON null, never a missing field.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function exact({ value }: JsonLeafNode): Matcher {
  return {
    words: quote(value),
    test: (candidate) => candidate === value,
    numbers: typeof value === 'number' ? [value] : [],
  };
}
