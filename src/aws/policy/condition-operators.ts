import { parseCidr } from '../../lib/cidr.ts';
import { arnPattern, matchesArn } from './arn-pattern.ts';
import { readPolicyDate } from './policy-date.ts';
import type { PolicyVersion } from './policy-version.ts';
import type { Template } from './template.ts';
import { patternTemplate, textTemplate } from './template.ts';
import { matchesPattern } from './wildcard.ts';

/**
 * How one value of a policy compares with one value of a request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface ConditionOperator {
  /** A negated operator holds where its positive counterpart does not. */
  readonly negated: boolean;
  /** For people: "the statement wants aws:SourceArn `phrase` value". */
  readonly phrase: string;
  /**
   * The test that a value of a policy stands for; a template of `undefined` for a value that makes
   * no sense.
   */
  readonly compile: Compile;
}

type Compile = (value: string, version: PolicyVersion) => Template<Test>;
type Test = (given: string) => boolean;

const byText =
  (make: (wanted: string) => Test | undefined): Compile =>
  (value, version) =>
    textTemplate(value, version, make);

const stringEquals = byText((wanted) => (given) => given === wanted);

const stringEqualsIgnoreCase = byText((wanted) => {
  const lower = wanted.toLowerCase();
  return (given) => given.toLowerCase() === lower;
});

const stringLike: Compile = (value, version) =>
  patternTemplate(value, version, (pattern) => (given) => matchesPattern(pattern, given));

/** What is no ARN is taken, as AWS takes it for queues, and no ARN is like it. */
const arnLike: Compile = (value, version) =>
  patternTemplate(value, version, (pattern) => {
    const parts = arnPattern(pattern);
    return (given) => parts !== undefined && matchesArn(parts, given);
  });

const bool = byText((wanted) => {
  const lower = wanted.toLowerCase();
  return /^(?:true|false)$/.test(lower) ? (given) => given.toLowerCase() === lower : undefined;
});

const binaryEquals = byText((wanted) => {
  const bytes = Buffer.from(wanted, 'base64');
  return (given) => Buffer.from(given, 'base64').equals(bytes);
});

const ipAddress = byText(parseCidr);

/** Compares numbers or dates. What cannot be read as one compares with nothing. */
const ordered = (
  read: (text: string) => number | undefined,
  holds: (given: number, wanted: number) => boolean,
): Compile =>
  byText((text) => {
    const wanted = read(text);
    if (wanted === undefined) return undefined;
    return (value) => {
      const given = read(value);
      return given !== undefined && holds(given, wanted);
    };
  });

const COMPARISONS = {
  Equals: { holds: (given: number, wanted: number) => given === wanted, phrase: '' },
  LessThan: { holds: (given: number, wanted: number) => given < wanted, phrase: 'below' },
  LessThanEquals: { holds: (given: number, wanted: number) => given <= wanted, phrase: 'at most' },
  GreaterThan: { holds: (given: number, wanted: number) => given > wanted, phrase: 'above' },
  GreaterThanEquals: {
    holds: (given: number, wanted: number) => given >= wanted,
    phrase: 'at least',
  },
} as const;

const orderedFamily = (family: string, read: (text: string) => number | undefined) => [
  ...Object.entries(COMPARISONS).map(
    ([name, { holds, phrase }]) =>
      [`${family}${name}`, { negated: false, phrase, compile: ordered(read, holds) }] as const,
  ),
  [
    `${family}NotEquals`,
    {
      negated: true,
      phrase: 'other than',
      compile: ordered(read, COMPARISONS.Equals.holds),
    },
  ] as const,
];

/** All operators but `Null`, which asks about presence and compares nothing. */
export const CONDITION_OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map<
  string,
  ConditionOperator
>([
  ['StringEquals', { negated: false, phrase: '', compile: stringEquals }],
  ['StringNotEquals', { negated: true, phrase: 'other than', compile: stringEquals }],
  [
    'StringEqualsIgnoreCase',
    { negated: false, phrase: 'in any case', compile: stringEqualsIgnoreCase },
  ],
  [
    'StringNotEqualsIgnoreCase',
    { negated: true, phrase: 'other than, in any case,', compile: stringEqualsIgnoreCase },
  ],
  ['StringLike', { negated: false, phrase: 'like', compile: stringLike }],
  ['StringNotLike', { negated: true, phrase: 'not like', compile: stringLike }],
  ...orderedFamily('Numeric', readNumber),
  ...orderedFamily('Date', readPolicyDate),
  ['Bool', { negated: false, phrase: '', compile: bool }],
  ['BinaryEquals', { negated: false, phrase: '', compile: binaryEquals }],
  ['IpAddress', { negated: false, phrase: 'in', compile: ipAddress }],
  ['NotIpAddress', { negated: true, phrase: 'outside', compile: ipAddress }],
  ['ArnEquals', { negated: false, phrase: 'like', compile: arnLike }],
  ['ArnLike', { negated: false, phrase: 'like', compile: arnLike }],
  ['ArnNotEquals', { negated: true, phrase: 'not like', compile: arnLike }],
  ['ArnNotLike', { negated: true, phrase: 'not like', compile: arnLike }],
]);

function readNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}
