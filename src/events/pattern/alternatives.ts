import { type JsonNode, type JsonObjectNode, offsetAt } from './json-node.ts';
import { compileMatchers, OPERATORS } from './match-expression.ts';
import type { Matcher } from './matcher.ts';
import { PatternError } from './pattern-error.ts';

/** What a pattern asks of one field. */
export interface Clause {
  /** The keys on the way, joined by dots: `detail.object.key`. */
  readonly path: string;
  readonly segments: readonly string[];
  /** How many objects of the pattern are around it: what SNS charges for. */
  readonly depth: number;
  /** One of them has to match. */
  readonly matchers: readonly Matcher[];
}

/** How many alternatives the `$or`s of one pattern may multiply to. */
const ALTERNATIVES_MAX = 1000;

/**
 * Words that AWS keeps for its language: an object that has one as a key is no branch of an `$or`.
 */
const RESERVED_IN_OR = new Set([
  ...OPERATORS.keys(),
  ...['exactly', '=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
]);

/** By path, so that of two clauses on one path the later one stands. */
type Clauses = Map<string, Clause>;

/**
 * Multiplies out every `$or`: an event matches the pattern when it matches all clauses of one
 * alternative. Without `$or` there is one alternative.
 */
export function expandAlternatives(root: JsonNode): Clause[][] {
  if (root.kind !== 'object') throw new PatternError('Filter is not an object', offsetAt(root));
  return addObject(root, [], [new Map()]).map((clauses) => [...clauses.values()]);
}

function addObject(
  object: JsonObjectNode,
  parents: readonly string[],
  alternatives: Clauses[],
): Clauses[] {
  if (object.members.length === 0) {
    throw new PatternError('Empty objects are not allowed', object.end);
  }
  let expanded = alternatives;
  for (const { key, value } of object.members) {
    if (key === '$or' && isBranches(value)) {
      expanded = addBranches(value.items, parents, expanded);
    } else if (value.kind === 'object') {
      expanded = addObject(value, [...parents, key], expanded);
    } else if (value.kind === 'array') {
      const keys = [...parents, key];
      const path = keys.join('.');
      const matchers = compileMatchers(value);
      const clause = { path, segments: path.split('.'), depth: keys.length, matchers };
      for (const clauses of expanded) clauses.set(path, clause);
    } else {
      throw new PatternError(`"${key}" must be an object or an array`, offsetAt(value));
    }
  }
  return expanded;
}

function addBranches(
  branches: readonly JsonObjectNode[],
  parents: readonly string[],
  alternatives: readonly Clauses[],
): Clauses[] {
  const expanded: Clauses[] = [];
  for (const branch of branches) {
    const copies = alternatives.map((clauses) => new Map(clauses));
    expanded.push(...addObject(branch, parents, copies));
    if (expanded.length > ALTERNATIVES_MAX) {
      throw new PatternError(
        `Rule is too complex - $or multiplies to more than ${ALTERNATIVES_MAX} combinations`,
      );
    }
  }
  return expanded;
}

/**
 * `$or` is the operator only when it holds objects and none has a reserved key; otherwise it is a
 * field of that name, as it was before the operator existed.
 */
function isBranches(
  node: JsonNode,
): node is JsonNode & { readonly items: readonly JsonObjectNode[] } {
  return (
    node.kind === 'array' &&
    node.items.length > 0 &&
    node.items.every(
      (item) => item.kind === 'object' && !item.members.some(({ key }) => RESERVED_IN_OR.has(key)),
    )
  );
}
