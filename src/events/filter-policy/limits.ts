import { type Pattern, PatternError } from '../pattern/index.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
const POLICY_BYTES_MAX = 256 * 1024;
const KEYS_MAX = 5;
const COMBINATIONS_MAX = 150;
const WILDCARDS_PER_TEXT_MAX = 3;
const WILDCARD_POINTS_MAX = 100;
const NUMBER_MAX = 1e9;

/** Throws `PatternError` when a policy is larger than SNS allows. */
export function checkLimits(text: string, pattern: Pattern): void {
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX) throw new PatternError(TOO_COMPLEX);
  if (clausesByPath(pattern).size > KEYS_MAX) {
    throw new PatternError(`Filter policy can not have more than ${KEYS_MAX} keys`);
  }
  if (combinations(pattern) > COMBINATIONS_MAX) throw new PatternError(TOO_COMPLEX);
  checkWildcards(pattern);
  checkNumbers(pattern);
}

const TOO_COMPLEX = 'Filter policy is too complex';

const clausesByPath = ({ alternatives }: Pattern) =>
  new Map(
    alternatives.flatMap(({ clauses }) => clauses.map((clause) => [clause.path, clause] as const)),
  );

/** Of one alternative: the product of values times depth over its keys; `$or` adds alternatives. */
const combinations = ({ alternatives }: Pattern): number =>
  alternatives
    .map(({ clauses }) =>
      clauses.reduce((product, { matchers, depth }) => product * matchers.length * depth, 1),
    )
    .reduce((sum, product) => sum + product, 0);

/**
 * A text with one wildcard costs a point, with more three points for each, inside `anything-but`
 * one point; the sum is multiplied by the number of texts.
 */
function checkWildcards(pattern: Pattern): void {
  const wildcards = [...clausesByPath(pattern).values()]
    .flatMap(({ matchers }) => matchers.flatMap((matcher) => matcher.wildcards ?? []))
    .filter(({ count }) => count > 0);
  const points = wildcards.map(({ count, negated }) => (negated || count === 1 ? 1 : 3 * count));
  const total = points.reduce((sum, point) => sum + point, 0) * wildcards.length;
  const tooMany = wildcards.some(({ count }) => count > WILDCARDS_PER_TEXT_MAX);
  if (tooMany || total > WILDCARD_POINTS_MAX) throw new PatternError(TOO_COMPLEX);
}

function checkNumbers(pattern: Pattern): void {
  for (const { matchers } of clausesByPath(pattern).values()) {
    const numbers = matchers.flatMap((matcher) => matcher.numbers ?? []);
    if (numbers.some((number) => Math.abs(number) > NUMBER_MAX)) {
      throw new PatternError('Value must be between -1.0E9 and 1.0E9, inclusive');
    }
  }
}
