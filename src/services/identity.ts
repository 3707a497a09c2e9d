import type { Platform } from './context.ts';
import type { Principal } from './caller.ts';

/** What an access key stands for: what the gateway needs to verify a signature and to name the caller. */
export interface Credential {
  readonly secretAccessKey: string;
  /** Present on temporary credentials; the request must carry the same. */
  readonly sessionToken: string | undefined;
  /** Milliseconds; temporary credentials end then. */
  readonly expiresAt: number | undefined;
  readonly principal: Principal;
  readonly account: string;
  readonly principalId: string;
  readonly sessionPolicies: readonly string[];
}

const ACCOUNT_ID = /^\d{12}$/;

/** `undefined` when nobody has this key, or it is inactive. */
export async function lookUpCredential(
  platform: Platform,
  accessKeyId: string,
): Promise<Credential | undefined> {
  const { settings } = platform;
  if (accessKeyId === settings.rootAccessKeyId) return rootCredential(platform, settings.account);
  if (settings.accountKeys && ACCOUNT_ID.test(accessKeyId)) return rootCredential(platform, accessKeyId);
  return undefined;
}

function rootCredential(platform: Platform, account: string): Credential {
  return {
    secretAccessKey: platform.settings.rootSecretAccessKey,
    sessionToken: undefined,
    expiresAt: undefined,
    principal: { kind: 'root', account, arn: `arn:aws:iam::${account}:root` },
    account,
    principalId: account,
    sessionPolicies: [],
  };
}
