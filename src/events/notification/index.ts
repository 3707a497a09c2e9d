/**
 * The notification configuration of a bucket. It is checked and normalized when it is written
 * (`check`, `normalize`); its rules, families of events expanded (`rules`), are compiled into an
 * index that each change of an object is looked up in (`compile-rules`), and asked one by one for
 * an explanation (`explain-rule`).
 */
export { type CheckOptions, checkNotificationConfiguration } from './check.ts';
export { type CompiledRules, compileRules } from './compile-rules.ts';
export type { DestinationKind } from './entries.ts';
export { explainRule, type RuleVerdict } from './explain-rule.ts';
export { normalizeNotificationConfiguration } from './normalize.ts';
export { expandRules, type NotificationRule } from './rules.ts';
