import type { Condition } from './condition.ts';
import type { ActionElement, ResourceElement, Statement } from './document.ts';
import { matchPrincipal } from './principal-element.ts';
import type { PolicyRequest } from './request.ts';
import { matchesPattern } from './wildcard.ts';

/** The first part of a statement that a request does not fit. */
export type Mismatch = 'principal' | 'action' | 'resource' | Condition;

/** `undefined` when the statement applies to the request. */
export function findMismatch(statement: Statement, request: PolicyRequest): Mismatch | undefined {
  const { principal, action, resource, conditions } = statement;
  if (principal && !matchPrincipal(principal, request.principal)) return 'principal';
  if (!coversAction(action, request)) return 'action';
  if (resource && !coversResource(resource, request)) return 'resource';
  return conditions.find((condition) => !condition.holds(request.context));
}

function coversAction({ negated, patterns }: ActionElement, request: PolicyRequest): boolean {
  const action = request.action.toLowerCase();
  return patterns.some((pattern) => matchesPattern(pattern, action)) !== negated;
}

function coversResource(
  { negated, templates }: ResourceElement,
  { resource, context }: PolicyRequest,
): boolean {
  const covered = templates.some((template) => {
    const pattern = template(context);
    return pattern !== undefined && matchesPattern(pattern, resource);
  });
  return covered !== negated;
}
