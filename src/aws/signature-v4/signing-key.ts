import type { KeyObject } from 'node:crypto';
import { createHmac, createSecretKey } from 'node:crypto';
import { createBoundedCache } from '../../lib/bounded-cache.ts';
import { SCOPE_TERMINATOR } from './signed-request.ts';

/** Signing keys kept: one per access key, day, region and service in use. */
const SIGNING_KEYS_MAX = 4096;

const derived = createBoundedCache<{ secretAccessKey: string; key: KeyObject }>(SIGNING_KEYS_MAX);

/**
 * The key that signs everything of one scope (`date/region/service/aws4_request`): four nested
 * HMACs of the secret. Kept, because a derivation costs more than the rest of a verification. The
 * cached secret is compared, so that a key that was deleted and made again under the same id is not
 * mistaken for the old one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key
 */
export function signingKey(accessKeyId: string, secretAccessKey: string, scope: string): KeyObject {
  const id = `${accessKeyId}/${scope}`;
  const known = derived.get(id);
  if (known?.secretAccessKey === secretAccessKey) return known.key;
  const key = deriveSigningKey(secretAccessKey, scope);
  derived.set(id, { secretAccessKey, key });
  return key;
}

export function deriveSigningKey(secretAccessKey: string, scope: string): KeyObject {
  const [date = '', region = '', service = ''] = scope.split('/');
  let key = Buffer.from(`AWS4${secretAccessKey}`);
  for (const part of [date, region, service, SCOPE_TERMINATOR]) {
    key = createHmac('sha256', key).update(part).digest();
  }
  // A KeyObject, because Node imports a Buffer key anew in each createHmac, which costs several
  // times the HMAC.
  return createSecretKey(key);
}
