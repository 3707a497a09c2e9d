import { createBoundedCache } from '../../lib/bounded-cache.ts';
import type { PolicyDocument, PolicyKind } from './document.ts';
import { parsePolicy } from './parse-policy.ts';

/** Policies kept compiled: those of the resources and identities in use. */
const POLICIES_MAX = 2048;

const compiled = createBoundedCache<PolicyDocument>(POLICIES_MAX);

/**
 * `parsePolicy`, remembered by text: policies are stored as text and asked at every request. The service that stored one has
 * checked it, so policies of resources are all read as those of queues, which may hold the most.
 */
export function compiledPolicy(text: string, kind: PolicyKind): PolicyDocument {
  const key = `${kind} ${text}`;
  const known = compiled.get(key);
  if (known) return known;
  const document = parsePolicy(text, kind === 'resource' ? 'queue' : kind);
  compiled.set(key, document);
  return document;
}
