import type { Reader, Transaction } from '../storage.ts';
import { getSetting, putSetting } from './settings.ts';

/**
 * What SNS messages of this data folder are signed with, and how receivers verify that. Both PEM.
 */
export interface SigningIdentity {
  readonly privateKey: string;
  /** X.509, self-signed. */
  readonly certificate: string;
  /** Hex digits of the certificate's fingerprint, by which its address names it. */
  readonly name: string;
}

const SETTING = 'sns-signing-identity';

export async function getSigningIdentity(reader: Reader): Promise<SigningIdentity | undefined> {
  const text = await getSetting(reader, SETTING);
  return text === undefined ? undefined : JSON.parse(text);
}

export const putSigningIdentity = (tx: Transaction, identity: SigningIdentity): Promise<void> =>
  putSetting(tx, SETTING, JSON.stringify(identity));
