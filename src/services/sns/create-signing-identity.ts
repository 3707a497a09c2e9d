import { generateKeyPair, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import {
  getSigningIdentity,
  putSigningIdentity,
  type SigningIdentity,
} from '../../storage/tables/signing-identity.ts';
import type { Platform } from '../context.ts';
import { selfSignedCertificate } from './certificate.ts';

const KEY_BITS = 2048;
const SERIAL_BYTES = 16;
/** As in AWS's certificates. */
const COMMON_NAME = 'sns.amazonaws.com';

/**
 * Makes sure that there is a key to sign messages with: one for each data folder, made with its
 * first topic. The key comes from the system's randomness, never from `Ids`, because it is a
 * secret.
 */
export async function ensureSigningIdentity({ storage, clock, ids }: Platform): Promise<void> {
  if (await storage.read(getSigningIdentity)) return;
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  const certificate = selfSignedCertificate({
    key: privateKey,
    commonName: COMMON_NAME,
    serial: ids.bytes(SERIAL_BYTES),
    notBeforeMs: clock.now(),
  });
  const identity: SigningIdentity = {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate,
    name: new X509Certificate(certificate).fingerprint.replaceAll(':', '').toLowerCase(),
  };
  await storage.transaction(async (tx) => {
    // Another first topic may have been created meanwhile.
    if (!(await getSigningIdentity(tx))) await putSigningIdentity(tx, identity);
  });
}
