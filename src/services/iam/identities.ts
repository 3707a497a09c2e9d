import { roleArn, userArn } from '../../aws/arn.ts';
import type { Role, User } from '../../aws/models/iam.ts';
import type { Reader, Transaction } from '../../storage/storage.ts';
import { getRole, type RoleRow, updateRole } from '../../storage/tables/roles.ts';
import { getUser, type UserRow, updateUser } from '../../storage/tables/users.ts';
import type { Context } from '../context.ts';
import { forgetIdentities } from '../identity-policies.ts';
import { errors, roleNotFound, userNotFound } from './errors.ts';
import { encodeDocument } from './policy-text.ts';

/** Names a user or a role: both have policies and tags, by operations of the same shape. */
export type IdentityInput =
  | { readonly UserName: string; readonly RoleName?: undefined }
  | { readonly RoleName: string; readonly UserName?: undefined };

export type Identity =
  | ({ readonly kind: 'user' } & UserRow)
  | ({ readonly kind: 'role' } & RoleRow);

/** A transaction that changes who may do what: callers are looked up again once it is durable. */
export const changeIdentities = <T>(
  { storage }: Context,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  storage.transaction((tx) => {
    forgetIdentities(storage, tx);
    return work(tx);
  });

export async function requireUser(
  reader: Reader,
  { account }: Context,
  name: string,
): Promise<UserRow> {
  const user = await getUser(reader, account, name);
  if (!user) throw userNotFound(name);
  return user;
}

export async function requireRole(
  reader: Reader,
  { account }: Context,
  name: string,
): Promise<RoleRow> {
  const role = await getRole(reader, account, name);
  if (!role) throw roleNotFound(name);
  return role;
}

export async function requireIdentity(
  reader: Reader,
  context: Context,
  { UserName, RoleName }: IdentityInput,
): Promise<Identity> {
  return UserName === undefined
    ? { kind: 'role', ...(await requireRole(reader, context, RoleName)) }
    : { kind: 'user', ...(await requireUser(reader, context, UserName)) };
}

export const storeTags = (tx: Transaction, identity: Identity, tags: string): Promise<void> =>
  identity.kind === 'user'
    ? updateUser(tx, identity.id, { ...identity, tags })
    : updateRole(tx, identity.id, { ...identity, tags });

/**
 * The user that a request is about: the one it names, or the one who makes it. Only users can leave
 * the name out.
 *
 * Deviation from AWS: a root user cannot either; its keys are the operator's to choose.
 */
export async function requireNamedOrCaller(
  reader: Reader,
  context: Context,
  name: string | undefined,
): Promise<UserRow> {
  return requireUser(reader, context, name ?? callersOwnName(context));
}

export function callersOwnName({ caller }: Context): string {
  const { principal } = caller;
  if (principal.kind === 'user') return principal.arn.split('/').at(-1) ?? '';
  throw errors.ValidationError('Must specify userName when calling with non-User credentials');
}

/** As every answer shows a user; single ones with tags. */
export const shownUser = (user: UserRow): User => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: userArn(user.account, user.path, user.name),
  CreateDate: new Date(user.created_at),
});

/** What CreateRole answers: neither the description nor the duration that it was given. */
export const shownNewRole = (role: Omit<RoleRow, 'used_at' | 'used_region'>): Role => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: roleArn(role.account, role.path, role.name),
  CreateDate: new Date(role.created_at),
  AssumeRolePolicyDocument: encodeDocument(role.trust_policy),
});

/** As all other answers show a role; GetRole with tags and last use. */
export const shownRole = (role: RoleRow): Role => ({
  ...shownNewRole(role),
  ...(role.description !== null && { Description: role.description }),
  MaxSessionDuration: role.max_session_seconds,
});
