import { fail } from '../error.ts';
import { parseConditions } from './condition.ts';
import type { ActionElement, PolicyKind, ResourceElement, Statement } from './document.ts';
import { completeArn } from './identity-resource.ts';
import { readObject, readStrings } from './json.ts';
import type { PolicyVersion } from './policy-version.ts';
import type { PrincipalElement } from './principal-element.ts';
import { parsePrincipalElement } from './principal-element.ts';
import { PolicySyntaxError } from './syntax-error.ts';
import { patternTemplate } from './template.ts';
import { wildcardPattern } from './wildcard.ts';

const ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** Throws `PolicySyntaxError`. */
export function parseStatement(
  value: unknown,
  kind: PolicyKind,
  version: PolicyVersion,
): Statement {
  const statement = readObject(value, 'Statement');
  for (const element of Object.keys(statement)) {
    if (!ELEMENTS.has(element)) throw new PolicySyntaxError(`Unknown field ${element}`);
  }
  const { Sid, Effect, Condition } = statement;
  if (Sid !== undefined && typeof Sid !== 'string') {
    throw new PolicySyntaxError('Invalid policy syntax: Sid must be a string.');
  }
  if (Effect === undefined) throw missing('Effect');
  if (Effect !== 'Allow' && Effect !== 'Deny') {
    throw new PolicySyntaxError(`Invalid effect: ${JSON.stringify(Effect)}`);
  }
  return {
    sid: Sid,
    effect: Effect,
    principal: parsePrincipal(statement, kind),
    action: parseAction(statement, kind),
    resource: parseResource(statement, kind, version),
    conditions: Condition === undefined ? [] : parseConditions(Condition, version),
  };
}

function parsePrincipal(
  statement: Record<string, unknown>,
  kind: PolicyKind,
): PrincipalElement | undefined {
  const { value, negated } = either(statement, 'Principal') ?? {};
  if (kind !== 'identity') {
    if (value === undefined) throw missing('Principal');
    return parsePrincipalElement(value, negated ?? false);
  }
  if (value === undefined) return undefined;
  throw new PolicySyntaxError('Policy document should not specify a principal.');
}

/** IAM takes actions of services that nobody knows, and so with characters that no action has. */
const ACTION = {
  identity: /^(?:\*|[A-Za-z0-9.-]+:[^:]*)$/,
  resource: /^(?:\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/,
  queue: /^(?:\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/,
  trust: /^(?:\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/,
} as const satisfies Record<PolicyKind, RegExp>;

function parseAction(statement: Record<string, unknown>, kind: PolicyKind): ActionElement {
  const { value, negated } = either(statement, 'Action') ?? fail(missing('Action'));
  const names = readStrings(value, 'Action');
  if (!names.every((name) => ACTION[kind].test(name))) {
    throw new PolicySyntaxError('Policy has invalid action');
  }
  return { negated, names, patterns: names.map((name) => wildcardPattern(name.toLowerCase())) };
}

function parseResource(
  statement: Record<string, unknown>,
  kind: PolicyKind,
  version: PolicyVersion,
): ResourceElement | undefined {
  const found = either(statement, 'Resource');
  if (kind === 'trust') {
    if (!found) return undefined;
    throw new PolicySyntaxError('Has prohibited field Resource');
  }
  if (kind === 'queue' && !found) return undefined;
  const { value, negated } = found ?? fail(missing('Resource'));
  const names = readStrings(value, 'Resource');
  if (kind !== 'queue' && !names.every(isArnPattern)) {
    throw new PolicySyntaxError('Policy has invalid resource');
  }
  return {
    negated,
    names,
    templates: names.map((name) =>
      patternTemplate(
        kind === 'identity' ? completeArn(name) : name,
        version,
        (pattern) => pattern,
      ),
    ),
  };
}

const isArnPattern = (name: string) =>
  name === '*' || name.startsWith('arn:') || name.startsWith('${');

/** `Element` or `NotElement`, never both. */
function either(statement: Record<string, unknown>, element: string) {
  const value = statement[element];
  const not = statement[`Not${element}`];
  if (value !== undefined && not !== undefined) {
    throw new PolicySyntaxError(
      `Invalid policy syntax: ${element} and Not${element} exclude each other.`,
    );
  }
  if (value !== undefined) return { value, negated: false };
  return not === undefined ? undefined : { value: not, negated: true };
}

const missing = (field: string) => new PolicySyntaxError(`Missing required field ${field}`);
