import type { Clause } from './alternatives.ts';
import { type Alternative, type FieldNode, type Pattern, wantsAbsence } from './compile.ts';
import { elementsOf, fieldOf, isObject, leavesAt } from './fields.ts';
import type { JsonLeaf } from './json-node.ts';
import { absentFields, matchAlternative, matchField } from './match.ts';
import { oneOf, quote } from './matcher.ts';

export type Explanation =
  | { readonly matched: true }
  /** `path` is the field that decided, `reason` a sentence that names it. */
  | { readonly matched: false; readonly path: string; readonly reason: string };

/** How many values of a list, and how many alternatives of an `$or`, a sentence spells out. */
const SPELT_OUT_MAX = 5;

/** Says why an event does not match: the first clause that fails, in the order of the pattern. */
export function explainPattern(pattern: Pattern, event: unknown): Explanation {
  const failures: Failure[] = [];
  for (const alternative of pattern.alternatives) {
    if (matchAlternative(alternative, event)) return { matched: true };
    failures.push(explainAlternative(alternative, event));
  }
  return { matched: false, ...combine(failures) };
}

interface Failure {
  readonly path: string;
  readonly reason: string;
}

/** One failure that all alternatives share speaks for them; otherwise each has its own. */
function combine(failures: readonly Failure[]): Failure {
  const reasons = [...new Set(failures.map(({ reason }) => reason))];
  const path = failures[0]?.path ?? '';
  if (reasons.length === 1) return { path, reason: reasons[0] ?? '' };
  return { path, reason: `none of the $or alternatives matches: ${list(reasons, '; ')}` };
}

function explainAlternative(alternative: Alternative, event: unknown): Failure {
  for (const clause of alternative.clauses) {
    const reason = explainClause(clause, event);
    if (reason !== undefined) return { path: clause.path, reason: `${clause.path}: ${reason}` };
  }
  const path = unmatchedList(alternative.root, event, absentFields(alternative, event), []);
  const together = alternative.clauses
    .filter((clause) => clause.path.startsWith(`${path}.`) || clause.path === path)
    .map((clause) => clause.path);
  return {
    path,
    reason: `${path}: no single element of the list satisfies ${list(together, ' and ')}`,
  };
}

function explainClause(clause: Clause, event: unknown): string | undefined {
  const values = leavesAt(event, clause.segments);
  const wanted = oneOf(clause.matchers.map(({ words }) => words));
  if (values.some((value) => clause.matchers.some((matcher) => matcher.test(value))))
    return undefined;
  if (values.length === 0) {
    return wantsAbsence(clause)
      ? undefined
      : `${describeAbsence(clause, event)}, so it cannot match ${wanted}`;
  }
  const [value, ...more] = values;
  if (value !== undefined && more.length === 0) return `${quote(value)} does not match ${wanted}`;
  return `none of ${quoteAll(values)} matches ${wanted}`;
}

function describeAbsence({ segments }: Clause, event: unknown): string {
  let value: unknown = event;
  for (const segment of segments) {
    const holder = elementsOf(value).filter(isObject);
    const fields = holder
      .map((object) => fieldOf(object, segment))
      .filter((field) => field !== undefined);
    if (fields.length === 0) return 'there is no such field';
    value = fields.length === 1 ? fields[0] : fields;
  }
  return elementsOf(value).length === 0
    ? 'the field is an empty list'
    : 'the field is an object, and only strings, numbers, true, false and null are compared';
}

/** The outermost list of which no element satisfies all that is asked below it. */
function unmatchedList(
  node: FieldNode,
  value: unknown,
  absent: ReadonlySet<string>,
  path: readonly string[],
): string {
  if (Array.isArray(value)) return path.join('.');
  for (const child of node.children) {
    const field = isObject(value) ? fieldOf(value, child.segment) : undefined;
    if (!matchField(child, field, absent)) {
      return unmatchedList(child, field, absent, [...path, child.segment]);
    }
  }
  return path.join('.');
}

const quoteAll = (values: readonly JsonLeaf[]) => list(values.map(quote), ', ');

function list(words: readonly string[], separator: string): string {
  const left = words.length - SPELT_OUT_MAX;
  const spelt = words.slice(0, SPELT_OUT_MAX).join(separator);
  return left > 0 ? `${spelt} and ${left} more` : spelt;
}
