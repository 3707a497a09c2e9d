import type { AwsError } from '../../aws/error.ts';
import type { AssumeRoleRequest, Operations } from '../../aws/models/sts.ts';
import { getRoleByArn } from '../../storage/tables/roles.ts';
import { type Caller, callerArn } from '../caller.ts';
import type { Context } from '../context.ts';
import type { Access } from '../define-service.ts';
import { identityTags, tagConditions } from '../identity-tags.ts';
import { checkAssumeRole } from './check-assume-role.ts';
import { errors } from './errors.ts';

/**
 * Which permissions a call needs: for a role those that its trust policy and the caller's own
 * policies speak of. To ask who one is, and for a session token, takes none.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 */
export async function access(
  operation: keyof Operations,
  input: AssumeRoleRequest,
  context: Context,
): Promise<readonly Access[]> {
  if (operation === 'AssumeRole') return accessToRole(input, context);
  if (operation === 'GetAccessKeyInfo')
    return [{ action: `sts:${operation}`, resource: '*', resourceAccount: context.account }];
  return [];
}

/** The refusal for a role that does not exist: the same as for one that trusts somebody else. */
export const roleNotAssumable = (roleArn: string, caller: Caller): AwsError =>
  errors.AccessDenied(
    `User: ${callerArn(caller)} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
  );

export const denied = ({ action, resource }: Access, caller: Caller, reason: string): AwsError =>
  errors.AccessDenied(
    `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
  );

async function accessToRole(
  input: AssumeRoleRequest,
  { storage, caller }: Context,
): Promise<Access[]> {
  checkAssumeRole(input);
  const role = await storage.read((reader) => getRoleByArn(reader, input.RoleArn));
  if (!role) throw roleNotAssumable(input.RoleArn, caller);
  const actions = ['sts:AssumeRole'];
  if (input.Tags?.length) actions.push('sts:TagSession');
  if (input.SourceIdentity !== undefined) actions.push('sts:SetSourceIdentity');
  const conditions = {
    ...requestConditions(input),
    ...tagConditions('aws:resourcetag', identityTags(role.tags)),
    ...tagConditions('iam:resourcetag', identityTags(role.tags)),
  };
  return actions.map((action) => ({
    action,
    resource: input.RoleArn,
    resourceAccount: role.account,
    trustPolicy: role.trust_policy,
    conditions,
  }));
}

function requestConditions(input: AssumeRoleRequest): Record<string, string | string[]> {
  const { RoleSessionName, ExternalId, SourceIdentity, Tags = [], TransitiveTagKeys } = input;
  return {
    'sts:rolesessionname': RoleSessionName,
    ...(ExternalId !== undefined && { 'sts:externalid': ExternalId }),
    ...(SourceIdentity !== undefined && { 'sts:sourceidentity': SourceIdentity }),
    ...(TransitiveTagKeys && { 'sts:transitivetagkeys': TransitiveTagKeys }),
    ...(Tags.length > 0 && { 'aws:tagkeys': Tags.map(({ Key }) => Key) }),
    ...tagConditions('aws:requesttag', Tags),
  };
}
