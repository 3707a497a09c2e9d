import { assumedRoleArn, rootArn, userArn } from '../aws/arn.ts';
import type { Reader } from '../storage/storage.ts';
import { type AccessKeyRow, getAccessKey } from '../storage/tables/access-keys.ts';
import { getSession, type SessionRow } from '../storage/tables/sessions.ts';
import { getUserById } from '../storage/tables/users.ts';
import type { Principal } from './caller.ts';
import type { Platform } from './context.ts';

/**
 * What an access key stands for: what the gateway needs to verify a signature and to name the
 * caller.
 */
export interface Credential {
  readonly secretAccessKey: string;
  /** Present on temporary credentials; the request must carry the same. */
  readonly sessionToken: string | undefined;
  /** Milliseconds on the wall clock; temporary credentials end then. */
  readonly expiresAt: number | undefined;
  readonly principal: Principal;
  readonly account: string;
  readonly principalId: string;
  readonly sessionPolicies: readonly string[];
}

const ACCOUNT_ID = /^\d{12}$/;

/** `undefined` when nobody has this key, or it is inactive. */
export async function lookUpCredential(
  { settings, storage }: Pick<Platform, 'settings' | 'storage'>,
  accessKeyId: string,
): Promise<Credential | undefined> {
  const { rootAccessKeyId, rootSecretAccessKey, account, accountKeys } = settings;
  if (accessKeyId === rootAccessKeyId) return permanent(root(account), rootSecretAccessKey);
  if (accountKeys && ACCOUNT_ID.test(accessKeyId))
    return permanent(root(accessKeyId), rootSecretAccessKey);
  return storage.read(async (reader) => {
    const key = await getAccessKey(reader, accessKeyId);
    if (key) return ofAccessKey(reader, key);
    const session = await getSession(reader, accessKeyId);
    return session && ofSession(reader, session);
  });
}

/** The account that an access key belongs to, in whatever state the key is. */
export async function accountOfAccessKey(
  platform: Pick<Platform, 'settings' | 'storage'>,
  accessKeyId: string,
): Promise<string | undefined> {
  const credential = await lookUpCredential(platform, accessKeyId);
  if (credential) return credential.account;
  return platform.storage.read(async (reader) => {
    const key = await getAccessKey(reader, accessKeyId);
    return key && (await getUserById(reader, key.user_id))?.account;
  });
}

type Identity = Pick<Credential, 'principal' | 'account' | 'principalId'>;

const root = (account: string): Identity => ({
  principal: { kind: 'root', account, arn: rootArn(account) },
  account,
  principalId: account,
});

async function user(reader: Reader, id: string): Promise<Identity | undefined> {
  const row = await getUserById(reader, id);
  if (!row) return undefined;
  const { account, path, name } = row;
  const arn = userArn(account, path, name);
  return { principal: { kind: 'user', account, arn }, account, principalId: id };
}

function assumedRole(
  { account, identity_id }: SessionRow,
  roleArn: string,
  name: string,
): Identity {
  const arn = assumedRoleArn(account, roleArn.split('/').at(-1) ?? '', name);
  const principal = { kind: 'assumed-role', account, arn, roleArn } as const;
  return { principal, account, principalId: `${identity_id}:${name}` };
}

async function ofAccessKey(
  reader: Reader,
  { status, user_id, secret }: AccessKeyRow,
): Promise<Credential | undefined> {
  const owner = status === 'Active' ? await user(reader, user_id) : undefined;
  return owner && permanent(owner, secret);
}

async function ofSession(reader: Reader, session: SessionRow): Promise<Credential | undefined> {
  const { account, identity_id, role_arn, session_name } = session;
  let identity: Identity | undefined;
  if (role_arn !== null) identity = assumedRole(session, role_arn, session_name ?? '');
  else if (identity_id === account) identity = root(account);
  else identity = await user(reader, identity_id);
  return (
    identity && {
      ...identity,
      secretAccessKey: session.secret,
      sessionToken: session.token,
      expiresAt: session.expires_at,
      sessionPolicies: JSON.parse(session.policies),
    }
  );
}

const permanent = (identity: Identity, secretAccessKey: string): Credential => ({
  ...identity,
  secretAccessKey,
  sessionToken: undefined,
  expiresAt: undefined,
  sessionPolicies: [],
});
