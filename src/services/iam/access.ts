import { policyArn, roleArn, rootArn, userArn } from '../../aws/arn.ts';
import { awsManagedPolicies } from '../../aws/managed-policies.ts';
import type { Tag } from '../../aws/models/iam.ts';
import { invalidToken } from '../../aws/signature-v4/errors.ts';
import type { Reader } from '../../storage/storage.ts';
import { getAccessKey } from '../../storage/tables/access-keys.ts';
import { getManagedPolicy } from '../../storage/tables/managed-policies.ts';
import { getPermissionsBoundary } from '../../storage/tables/permissions-boundaries.ts';
import { getRole } from '../../storage/tables/roles.ts';
import { getUser, getUserById } from '../../storage/tables/users.ts';
import type { Context } from '../context.ts';
import type { Access } from '../define-service.ts';
import { identityTags, tagConditions } from '../identity-tags.ts';
import { callersOwnName } from './identities.ts';

/** Any input of IAM: what of it names a resource, or is a condition key. */
interface IamInput {
  readonly UserName?: string | undefined;
  readonly NewUserName?: string | undefined;
  readonly RoleName?: string | undefined;
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
  readonly PermissionsBoundary?: string | undefined;
  readonly AccessKeyId?: string | undefined;
  readonly Path?: string | undefined;
  readonly NewPath?: string | undefined;
  readonly PathPrefix?: string | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  readonly TagKeys?: readonly string[] | undefined;
}

interface Resource {
  readonly arn: string;
  /** What refusals call it. */
  readonly shownAs: string;
  /** JSON. */
  readonly tags?: string;
  /** The ARN of what limits a user or role. */
  readonly boundary?: string | undefined;
}

/**
 * Which permission a call needs: that of its own name, on the user, role or policy that it is
 * about. Nobody but the root user has any of them by default. Renaming a user takes it for both
 * names.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagement.html
 */
export async function access(
  operation: string,
  input: IamInput,
  context: Context,
): Promise<readonly Access[]> {
  refuseSessionToken(context);
  return context.storage.read(async (reader) => {
    const resources = [await resourceOf(reader, operation, input, context)];
    if (operation === 'UpdateUser') resources.push(await renamedUser(reader, input, context));
    return resources.map(({ arn, shownAs, tags = '[]', boundary }) => ({
      action: `iam:${operation}`,
      resource: arn,
      resourceAccount: context.account,
      conditions: {
        ...requestConditions(input),
        ...boundaryCondition(input.PermissionsBoundary ?? boundary),
        ...resourceTags(tags),
      },
      shownAs,
    }));
  });
}

/** What GetSessionToken gave out is good for every service but IAM. */
function refuseSessionToken({ caller }: Context): void {
  const { principal, accessKeyId } = caller;
  if (accessKeyId?.startsWith('ASIA') && principal.kind !== 'assumed-role')
    throw invalidToken('query');
}

async function resourceOf(
  reader: Reader,
  operation: string,
  input: IamInput,
  context: Context,
): Promise<Resource> {
  const { account } = context;
  const { UserName, RoleName, PolicyArn, PolicyName = '', Path = '/', PathPrefix = '/' } = input;
  switch (operation) {
    case 'ListUsers':
      return itself(userArn(account, PathPrefix, ''));
    case 'ListRoles':
      return itself(roleArn(account, PathPrefix, ''));
    case 'ListPolicies':
      return { arn: policyArn(account, PathPrefix, ''), shownAs: `policy path ${PathPrefix}` };
    case 'CreateUser':
      return itself(userArn(account, Path, UserName ?? ''));
    case 'CreateRole':
      return itself(roleArn(account, Path, RoleName ?? ''));
    case 'CreatePolicy':
      return { arn: policyArn(account, Path, PolicyName), shownAs: `policy ${PolicyName}` };
    case 'GetAccessKeyLastUsed':
      return keysUser(reader, context, input.AccessKeyId ?? '');
  }
  if (UserName !== undefined) return user(reader, account, UserName);
  if (RoleName !== undefined) return role(reader, account, RoleName);
  if (PolicyArn !== undefined) return policy(reader, PolicyArn);
  if (context.caller.principal.kind === 'root') return itself(rootArn(account));
  return user(reader, account, callersOwnName(context));
}

const itself = (arn: string): Resource => ({ arn, shownAs: arn });

async function user(reader: Reader, account: string, name: string): Promise<Resource> {
  const row = await getUser(reader, account, name);
  const arn = userArn(account, row?.path ?? '/', name);
  return { arn, shownAs: `user ${name}`, ...(await storedOf(reader, row)) };
}

async function role(reader: Reader, account: string, name: string): Promise<Resource> {
  const row = await getRole(reader, account, name);
  const arn = roleArn(account, row?.path ?? '/', name);
  return { arn, shownAs: `role ${name}`, ...(await storedOf(reader, row)) };
}

const storedOf = async (
  reader: Reader,
  row: { readonly id: string; readonly tags: string } | undefined,
): Promise<Pick<Resource, 'tags' | 'boundary'>> =>
  row ? { tags: row.tags, boundary: await getPermissionsBoundary(reader, row.id) } : {};

async function policy(reader: Reader, arn: string): Promise<Resource> {
  const row = awsManagedPolicies.has(arn) ? undefined : await getManagedPolicy(reader, arn);
  return { arn, shownAs: `policy ${arn}`, ...(row && { tags: row.tags }) };
}

async function keysUser(
  reader: Reader,
  { account }: Context,
  accessKeyId: string,
): Promise<Resource> {
  const key = await getAccessKey(reader, accessKeyId);
  const owner = key && (await getUserById(reader, key.user_id));
  return owner?.account === account
    ? user(reader, account, owner.name)
    : itself(userArn(account, '/', ''));
}

async function renamedUser(
  reader: Reader,
  { UserName = '', NewUserName, NewPath }: IamInput,
  { account }: Context,
): Promise<Resource> {
  const row = await getUser(reader, account, UserName);
  return itself(userArn(account, NewPath ?? row?.path ?? '/', NewUserName ?? UserName));
}

function requestConditions({ PolicyArn, Tags, TagKeys }: IamInput) {
  const keys = Tags?.map(({ Key }) => Key) ?? TagKeys;
  return {
    ...(PolicyArn !== undefined && { 'iam:policyarn': PolicyArn }),
    ...(keys && { 'aws:tagkeys': keys }),
    ...tagConditions('aws:requesttag', Tags ?? []),
  };
}

const boundaryCondition = (arn: string | undefined) =>
  arn === undefined ? {} : { 'iam:permissionsboundary': arn };

function resourceTags(json: string) {
  const tags = identityTags(json);
  return { ...tagConditions('aws:resourcetag', tags), ...tagConditions('iam:resourcetag', tags) };
}
