import { type Alternative, type FieldNode, type Pattern, wantsAbsence } from './compile.ts';
import { elementsOf, fieldOf, isLeaf, isObject, leavesAt } from './fields.ts';

/**
 * Whether the event (parsed JSON) matches. Lists in the event match by one element; where it is a
 * list of objects, one and the same object has to satisfy everything that the pattern asks below
 * it.
 */
export function matchPattern(pattern: Pattern, event: unknown): boolean {
  return pattern.alternatives.some((alternative) => matchAlternative(alternative, event));
}

export const matchAlternative = (alternative: Alternative, event: unknown): boolean =>
  matchField(alternative.root, event, absentFields(alternative, event));

/**
 * The paths whose `{"exists": false}` is satisfied: absence is asked of the whole event, not of one
 * list element.
 */
export function absentFields(alternative: Alternative, event: unknown): ReadonlySet<string> {
  if (!alternative.wantsAbsence) return NONE;
  const absent = alternative.clauses.filter(
    (clause) => wantsAbsence(clause) && leavesAt(event, clause.segments).length === 0,
  );
  return new Set(absent.map(({ path }) => path));
}

const NONE: ReadonlySet<string> = new Set();

export function matchField(node: FieldNode, value: unknown, absent: ReadonlySet<string>): boolean {
  if (!Array.isArray(value)) return matchElement(node, value, absent);
  const elements = elementsOf(value);
  if (elements.length === 0) return matchElement(node, undefined, absent);
  return elements.some((element) => matchElement(node, element, absent));
}

function matchElement(node: FieldNode, value: unknown, absent: ReadonlySet<string>): boolean {
  const { clause, children } = node;
  if (clause && !absent.has(clause.path)) {
    if (!isLeaf(value) || !clause.matchers.some((matcher) => matcher.test(value))) return false;
  }
  return children.every((child) =>
    matchField(child, isObject(value) ? fieldOf(value, child.segment) : undefined, absent),
  );
}
