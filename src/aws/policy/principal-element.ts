import { parseArn } from '../arn.ts';
import { readObject, readStrings } from './json.ts';
import type { Principal } from './principal.ts';
import { PolicySyntaxError } from './syntax-error.ts';

/**
 * The `Principal` or, negated, `NotPrincipal` of a statement.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

export interface PrincipalEntry {
  /** As written. */
  readonly text: string;
  readonly match: (principal: Principal) => PrincipalMatch | undefined;
}

/**
 * How closely an entry names a caller. It decides what an Allow is worth: naming an account only
 * delegates, its own policies must allow too; naming a role leaves its session policies in force;
 * naming the caller itself does not.
 */
export type PrincipalMatch = 'self' | 'role' | 'everyone' | 'account';

const ACCOUNT = /^\d{12}$/;
const DISTANCE = { self: 0, role: 1, everyone: 2, account: 3 } as const;

/** The closer of two matches. */
export const closerMatch = (a: PrincipalMatch | undefined, b: PrincipalMatch): PrincipalMatch =>
  a === undefined || DISTANCE[b] < DISTANCE[a] ? b : a;

/** Throws `PolicySyntaxError`. */
export function parsePrincipalElement(value: unknown, negated: boolean): PrincipalElement {
  if (typeof value === 'string') {
    if (value !== '*') throw invalidPrincipal();
    return { negated, entries: [everyone('*')] };
  }
  const entries = Object.entries(readObject(value, 'Principal')).flatMap(([type, names]) =>
    readStrings(names, 'Principal').map((name) => parseEntry(type, name)),
  );
  if (entries.length === 0) throw invalidPrincipal();
  return { negated, entries };
}

/** The closest way in which a statement's element covers a caller. */
export function matchPrincipal(
  { negated, entries }: PrincipalElement,
  principal: Principal,
): PrincipalMatch | undefined {
  let closest: PrincipalMatch | undefined;
  for (const entry of entries) {
    const match = entry.match(principal);
    if (match) closest = closerMatch(closest, match);
  }
  if (!negated) return closest;
  return closest ? undefined : 'everyone';
}

function parseEntry(type: string, name: string): PrincipalEntry {
  switch (type) {
    case 'AWS':
      return parseAwsEntry(name);
    case 'Service':
      return {
        text: name,
        match: (principal) =>
          principal.kind === 'service' && (name === '*' || principal.service === name)
            ? 'self'
            : undefined,
      };
    // Nobody signs in through an identity provider here, so no caller is one.
    case 'Federated':
      return { text: name, match: () => undefined };
    // Deviation from AWS: `CanonicalUser` is refused; name the account instead.
    default:
      throw invalidPrincipal();
  }
}

function parseAwsEntry(name: string): PrincipalEntry {
  if (name === '*') return everyone(name);
  const arn = parseArn(name);
  if (ACCOUNT.test(name)) return wholeAccount(name, name);
  if (!arn || !ACCOUNT.test(arn.account) || /[*?]/.test(name)) throw invalidPrincipal();
  if (arn.service === 'iam' && arn.resource === 'root') return wholeAccount(name, arn.account);
  const role = arn.service === 'iam' && arn.resource.startsWith('role/');
  return {
    text: name,
    match: (principal) => {
      if (!('arn' in principal)) return undefined;
      if (principal.arn === name) return 'self';
      return role && principal.kind === 'assumed-role' && principal.roleArn === name
        ? 'role'
        : undefined;
    },
  };
}

/** `*` covers anonymous callers and AWS services too. */
const everyone = (text: string): PrincipalEntry => ({ text, match: () => 'everyone' });

const wholeAccount = (text: string, account: string): PrincipalEntry => ({
  text,
  match: (principal) => {
    if (!('account' in principal) || principal.account !== account) return undefined;
    return principal.kind === 'root' ? 'self' : 'account';
  },
});

const invalidPrincipal = () => new PolicySyntaxError('Invalid principal in policy');
