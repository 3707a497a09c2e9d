import type { ConditionOperator } from './condition-operators.ts';
import { CONDITION_OPERATORS } from './condition-operators.ts';
import { readObject, readStrings } from './json.ts';
import type { PolicyVersion } from './policy-version.ts';
import type { ConditionContext } from './request.ts';
import { contextValues } from './request.ts';
import { PolicySyntaxError } from './syntax-error.ts';
import { hasVariables } from './template.ts';

/**
 * One key under one operator of a `Condition` block. A statement applies when all its conditions
 * hold.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export interface Condition {
  /** As written, with prefix and suffix: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** As written; names are case-insensitive. */
  readonly key: string;
  /** As written. */
  readonly values: readonly string[];
  /**
   * For people: what stands between key and value in "the statement wants aws:SourceArn like
   * arn:...".
   */
  readonly phrase: string;
  readonly holds: (context: ConditionContext) => boolean;
}

/** Whether a request value of a set compares as wanted with any of the values of the policy. */
type Test = (given: string, context: ConditionContext) => boolean;

/** Throws `PolicySyntaxError`. */
export function parseConditions(block: unknown, version: PolicyVersion): Condition[] {
  return Object.entries(readObject(block, 'Condition')).flatMap(([operator, keys]) =>
    Object.entries(readObject(keys, operator)).map(([key, values]) =>
      parseCondition(operator, key, readStrings(values, key, { empty: true }), version),
    ),
  );
}

function parseCondition(
  written: string,
  key: string,
  values: string[],
  version: PolicyVersion,
): Condition {
  const lowerKey = key.toLowerCase();
  const common = { operator: written, key, values };
  if (written === 'Null') {
    const absent = values.map(readNull);
    const holds = (context: ConditionContext) =>
      absent.includes(contextValues(context, lowerKey).length === 0);
    return { ...common, phrase: '', holds };
  }
  const { operator, quantifier, ifExists } = parseOperator(written);
  const test = compileTest(operator, values, version);
  const holds = (context: ConditionContext) => {
    const given = contextValues(context, lowerKey);
    if (given.length === 0) return ifExists || holdsWhenAbsent(quantifier, operator);
    if (quantifier === 'ForAnyValue') return given.some((value) => test(value, context));
    // A negated operator must hold for every value: otherwise it would not be the complement of the
    // positive one.
    return quantifier === 'ForAllValues' || operator.negated
      ? given.every((value) => test(value, context))
      : given.some((value) => test(value, context));
  };
  return { ...common, phrase: operator.phrase, holds };
}

type Quantifier = 'ForAllValues' | 'ForAnyValue' | undefined;

function holdsWhenAbsent(quantifier: Quantifier, operator: ConditionOperator): boolean {
  if (quantifier === undefined) return operator.negated;
  return quantifier === 'ForAllValues';
}

function parseOperator(written: string) {
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(written) ?? [];
  const operator = CONDITION_OPERATORS.get(name);
  if (!operator) throw new PolicySyntaxError(`Invalid Condition type : ${written}`);
  return { operator, quantifier: quantifier as Quantifier, ifExists: ifExists !== undefined };
}

function compileTest(operator: ConditionOperator, values: string[], version: PolicyVersion): Test {
  const templates = values.map((value) => {
    const template = operator.compile(value, version);
    if (!hasVariables(value, version) && !template({})) {
      throw new PolicySyntaxError(`Invalid value in Condition: ${value}`);
    }
    return template;
  });
  return (given, context) =>
    templates.some((template) => template(context)?.(given) === true) !== operator.negated;
}

function readNull(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  throw new PolicySyntaxError(`Invalid value in Condition: ${text}`);
}
