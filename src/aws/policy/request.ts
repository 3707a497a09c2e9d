import type { Principal } from './principal.ts';

/** What policies are asked about. */
export interface PolicyRequest {
  readonly principal: Principal;
  /** `service:Operation` */
  readonly action: string;
  /** The ARN of what is acted upon. */
  readonly resource: string;
  readonly context: ConditionContext;
}

/**
 * Condition keys of a request, lower case (`aws:sourcearn`), as their names are case-insensitive. A
 * key without values is absent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export type ConditionContext = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The values of a key, none when it is absent. */
export function contextValues(context: ConditionContext, key: string): readonly string[] {
  const value = Object.hasOwn(context, key) ? context[key] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
