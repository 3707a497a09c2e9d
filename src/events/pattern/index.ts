/**
 * The event pattern language: EventBridge rules, SNS filter policies and Lambda's event filters are
 * all written in it. The cast: a text is read (`read-json`) into nodes that know their place; `$or`
 * is multiplied out into alternatives (`alternatives`), lists of clauses; a clause is a path and
 * its matchers, one per operator (`operators/`). Matching (`match`) walks the event once per
 * alternative; explaining (`explain`) asks clause by clause. `docs/patterns.md` is the
 * specification, `test/events/pattern/cases.json` its table of cases.
 */
export { compilePattern, compilePatternText, type Pattern } from './compile.ts';
export { type Explanation, explainPattern } from './explain.ts';
export { matchPattern } from './match.ts';
export { describePatternError, PatternError, redactedLocation } from './pattern-error.ts';
export { readJson } from './read-json.ts';
