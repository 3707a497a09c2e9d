import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { fail } from '../../aws/error.ts';
import { createBoundedCache } from '../../lib/bounded-cache.ts';
import type { Reader } from '../../storage/storage.ts';
import { getSigningIdentity } from '../../storage/tables/signing-identity.ts';
import type { Platform } from '../context.ts';
import type { SignatureVersion } from './message.ts';

/** Signs messages and makes the links in them. */
export interface Signer {
  /**
   * Base64. The same text is signed only once: all subscribers of a message share its signature.
   */
  sign(text: string, version: SignatureVersion): string;
  /** Where receivers fetch the certificate. */
  readonly certificateUrl: string;
  /** Where links to SNS operations lead. */
  readonly endpointUrl: string;
}

const ALGORITHMS = { '1': 'sha1', '2': 'sha256' } as const;
/** Keys kept parsed: one, but for tests that run several servers. */
const KEYS_MAX = 16;
const keys = createBoundedCache<KeyObject>(KEYS_MAX);

/**
 * The signer of this data folder, for one message.
 *
 * Deviation from AWS: the certificate is self-signed and served by this server, so a receiver that
 * demands a host of `amazonaws.com` in SigningCertURL has to be told otherwise.
 */
export async function createSigner(
  reader: Reader,
  { settings }: Pick<Platform, 'settings'>,
): Promise<Signer> {
  const endpointUrl = settings.publicUrl ?? settings.endpointUrl;
  const identity = await getSigningIdentity(reader);
  const needed = () => identity ?? fail(new Error('there are topics, but no key to sign with'));
  const made = new Map<string, string>();
  return {
    sign(text, version) {
      const known = made.get(version + text);
      if (known !== undefined) return known;
      const key = parsed(needed().privateKey);
      const signature = sign(ALGORITHMS[version], Buffer.from(text), key).toString('base64');
      made.set(version + text, signature);
      return signature;
    },
    get certificateUrl() {
      return `${endpointUrl}/_spillway/sns/SimpleNotificationService-${needed().name}.pem`;
    },
    endpointUrl,
  };
}

function parsed(pem: string): KeyObject {
  const known = keys.get(pem);
  if (known) return known;
  const key = createPrivateKey(pem);
  keys.set(pem, key);
  return key;
}
