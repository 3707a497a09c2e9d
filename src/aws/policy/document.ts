import type { Condition } from './condition.ts';
import type { PolicyVersion } from './policy-version.ts';
import type { PrincipalElement } from './principal-element.ts';
import type { Template } from './template.ts';
import type { Pattern } from './wildcard.ts';

/**
 * The policy language, parsed: who (`Principal`) may or may not (`Effect`) do what (`Action`) to
 * which resource (`Resource`), and when (`Condition`). Everything is compiled when the policy is
 * parsed, so evaluation only compares.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 *
 * `parsePolicy` makes a document of text; `evaluate` asks documents about a request; `authorize`
 * combines the answers of resource, identity and session policies; `explain` says of each statement
 * why it does not apply.
 */
export interface PolicyDocument {
  readonly version: PolicyVersion;
  readonly id: string | undefined;
  readonly statements: readonly Statement[];
}

/**
 * What a policy is attached to: a resource such as a bucket (`Principal` and `Resource` needed), a
 * queue (likewise, but without `Resource` it speaks about the queue, and any text will do for one),
 * an identity such as a user, or a session of one (no `Principal`), or a role as its trust policy
 * (no `Resource`).
 */
export type PolicyKind = 'resource' | 'queue' | 'identity' | 'trust';

export interface Statement {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** Absent in identity policies, which speak about whom they are attached to. */
  readonly principal: PrincipalElement | undefined;
  readonly action: ActionElement;
  /** Absent in trust policies, which speak about the role they belong to, and in some of queues. */
  readonly resource: ResourceElement | undefined;
  readonly conditions: readonly Condition[];
}

/** `Action` or, negated, `NotAction`. */
export interface ActionElement {
  readonly negated: boolean;
  /** As written. */
  readonly names: readonly string[];
  /** Lower case: service prefixes and action names are case-insensitive. */
  readonly patterns: readonly Pattern[];
}

/** `Resource` or, negated, `NotResource`. */
export interface ResourceElement {
  readonly negated: boolean;
  /** As written. */
  readonly names: readonly string[];
  readonly templates: readonly Template<Pattern>[];
}
