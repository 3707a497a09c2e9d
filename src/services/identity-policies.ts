import { awsManagedPolicies } from '../aws/managed-policies.ts';
import { compiledPolicy } from '../aws/policy/compiled-policy.ts';
import type { PolicyDocument } from '../aws/policy/document.ts';
import type { ConditionContext } from '../aws/policy/request.ts';
import { createBoundedCache } from '../lib/bounded-cache.ts';
import type { Reader, Storage, Transaction } from '../storage/storage.ts';
import { listAttachedArns, listIdentityDocuments } from '../storage/tables/identity-policies.ts';
import { getPolicyInForce } from '../storage/tables/managed-policies.ts';
import { getPermissionsBoundary } from '../storage/tables/permissions-boundaries.ts';
import { getRoleById } from '../storage/tables/roles.ts';
import { getSession, type SessionRow } from '../storage/tables/sessions.ts';
import { getUserById } from '../storage/tables/users.ts';
import type { Caller } from './caller.ts';
import { identityTags, tagConditions } from './identity-tags.ts';
import { perStorage } from './per-storage.ts';

/** What is stored of a caller, as far as it has a say in what it may do. */
export interface CallerIdentity {
  /** Inline and attached, compiled. */
  readonly policies: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument | undefined;
  /** Tags and what else is known of the session, as condition keys. */
  readonly conditions: ConditionContext;
}

const NOBODY: CallerIdentity = { policies: [], conditions: {} };

/** Callers kept in memory: those that have made requests lately. */
const CALLERS_MAX = 1000;

/** Dropped as a whole at every change of any identity. */
const callers = perStorage(() => createBoundedCache<CallerIdentity>(CALLERS_MAX));

/** Root users and callers without identity have none of this. */
export async function callerIdentity(storage: Storage, caller: Caller): Promise<CallerIdentity> {
  const { kind } = caller.principal;
  if (kind !== 'user' && kind !== 'assumed-role') return NOBODY;
  const cache = callers.of(storage);
  const key = `${caller.principalId} ${caller.accessKeyId}`;
  const known = cache.get(key);
  if (known) return known;
  const identity = await storage.read((reader) => load(reader, caller));
  // Into the cache of before the read: what was dropped meanwhile stays dropped.
  cache.set(key, identity);
  return identity;
}

/**
 * Has every caller looked up again once this transaction is durable. Every change of an identity
 * calls it.
 */
export function forgetIdentities(storage: Storage, tx: Transaction): void {
  tx.afterCommit(() => callers.reset(storage));
}

/** The policies of a user or role. */
export async function identityPolicies(
  reader: Reader,
  identityId: string,
): Promise<PolicyDocument[]> {
  const documents = await listIdentityDocuments(reader, identityId);
  for (const arn of await listAttachedArns(reader, identityId)) {
    const policy = awsManagedPolicies.get(arn);
    if (policy) documents.push(policy.document);
  }
  return documents.map((document) => compiledPolicy(document, 'identity'));
}

/** What limits a user or role, if anything. */
export async function permissionsBoundary(
  reader: Reader,
  identityId: string,
): Promise<PolicyDocument | undefined> {
  const arn = await getPermissionsBoundary(reader, identityId);
  if (arn === undefined) return undefined;
  const document = awsManagedPolicies.get(arn)?.document ?? (await getPolicyInForce(reader, arn));
  return document === undefined ? NOTHING : compiledPolicy(document, 'identity');
}

/** A boundary that is gone, which cannot be, would let nothing through. */
const NOTHING: PolicyDocument = { version: '2012-10-17', id: undefined, statements: [] };

/** The policy of a session whose role was never created. */
export const FULL_ACCESS: PolicyDocument = compiledPolicy(
  JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
  'identity',
);

async function load(reader: Reader, caller: Caller): Promise<CallerIdentity> {
  const [identityId = ''] = caller.principalId.split(':');
  const owner =
    caller.principal.kind === 'user'
      ? await getUserById(reader, identityId)
      : await getRoleById(reader, identityId);
  const session =
    caller.accessKeyId === undefined ? undefined : await getSession(reader, caller.accessKeyId);
  return {
    policies: session?.full_access ? [FULL_ACCESS] : await identityPolicies(reader, identityId),
    boundary: await permissionsBoundary(reader, identityId),
    conditions: {
      ...principalTags(owner?.tags ?? '[]'),
      ...(session && sessionConditions(session)),
    },
  };
}

const sessionConditions = (session: SessionRow): ConditionContext => ({
  ...principalTags(session.tags),
  'aws:tokenissuetime': new Date(session.issued_at).toISOString(),
  'aws:sourceidentity': session.source_identity ?? undefined,
  // Nobody signs in with a second factor here; permanent keys do not have this condition key at
  // all.
  'aws:multifactorauthpresent': 'false',
});

const principalTags = (json: string): ConditionContext =>
  tagConditions('aws:principaltag', identityTags(json));
