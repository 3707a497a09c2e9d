import type { Engine } from '../engine/engine.ts';
import type { Credential } from '../services/identity.ts';

/**
 * Access keys that were used lately, so that verifying a signature asks the engine only once. Every change of a key goes through this
 * gateway as a call to IAM, which forgets them all.
 */
export interface CredentialCache {
  find(accessKeyId: string): Promise<Credential | undefined>;
  forget(): void;
}

const CREDENTIALS_MAX = 1000;

export function createCredentialCache(engine: Pick<Engine, 'credential'>): CredentialCache {
  let known = new Map<string, Credential>();
  return {
    async find(accessKeyId) {
      const cached = known.get(accessKeyId);
      if (cached) return cached;
      const generation = known;
      const found = await engine.credential(accessKeyId);
      if (found) {
        if (generation.size >= CREDENTIALS_MAX) generation.clear();
        generation.set(accessKeyId, found);
      }
      return found;
    },
    forget() {
      known = new Map();
    },
  };
}
