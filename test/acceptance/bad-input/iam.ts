import { ACCOUNT, type BadInput, deepJson, formRequest, policy } from './bad-input.ts';

const call = (Action: string, parameters: Readonly<Record<string, string>> = {}) =>
  formRequest('iam', { Action, Version: '2010-05-08', ...parameters });
const sts = (Action: string, parameters: Readonly<Record<string, string>> = {}) =>
  formRequest('sts', { Action, Version: '2011-06-15', ...parameters });
const trust = policy({
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const anything = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
const role = (parameters: Readonly<Record<string, string>>) =>
  call('CreateRole', { RoleName: 'new', AssumeRolePolicyDocument: trust, ...parameters });
const managed = (PolicyDocument: string) =>
  call('CreatePolicy', { PolicyName: 'new', PolicyDocument });
const inline = (PolicyDocument: string) =>
  call('PutUserPolicy', { UserName: 'kept', PolicyName: 'new', PolicyDocument });
const KEPT_ROLE = `arn:aws:iam::${ACCOUNT}:role/kept`;

export const iam: BadInput = {
  '400 InvalidAction': {
    'an unknown action': call('PaintUser'),
    'an action that is not offered': call('CreateGroup', { GroupName: 'new' }),
    'an action of sessions that is not offered': sts('AssumeRoleWithSAML'),
  },
  '400 MalformedInput': {
    'a number that is none': call('ListUsers', { MaxItems: 'many' }),
    'a number beyond all numbers': call('ListUsers', { MaxItems: '9'.repeat(400) }),
  },
  '400 ValidationError': {
    'a marker that is none': call('ListUsers', { Marker: '\0' }),
    'no name': call('CreateUser'),
    'a policy that is no ARN': call('AttachUserPolicy', { UserName: 'kept', PolicyArn: 'kept' }),
    'a name with a NUL': call('CreateUser', { UserName: 'a\0b' }),
    'too long a name': call('CreateUser', { UserName: 'u'.repeat(65) }),
    'a path without a slash': call('CreateUser', { UserName: 'new', Path: 'people' }),
    'a session of a minute': role({ MaxSessionDuration: '60' }),
    'a description with a NUL': role({ Description: '\0' }),
    'a role that is no ARN': sts('AssumeRole', { RoleArn: 'kept', RoleSessionName: 'session' }),
    'a session with a NUL': sts('AssumeRole', { RoleArn: KEPT_ROLE, RoleSessionName: 'a\0' }),
    'a session of a second': sts('AssumeRole', {
      RoleArn: KEPT_ROLE,
      RoleSessionName: 'session',
      DurationSeconds: '1',
    }),
  },
  '409 EntityAlreadyExists': {
    'a user that is there already': call('CreateUser', { UserName: 'KEPT' }),
  },
  '400 InvalidInput': {
    'a boundary that is no policy': call('CreateUser', {
      UserName: 'new',
      PermissionsBoundary: `arn:aws:iam::${ACCOUNT}:role/kept`,
    }),
    'a reserved tag': role({ 'Tags.member.1.Key': 'aws:a', 'Tags.member.1.Value': 'b' }),
  },
  '409 DeleteConflict': {
    'a user with access keys': call('DeleteUser', { UserName: 'kept' }),
    'a role with policies': call('DeleteRole', { RoleName: 'kept' }),
  },
  '404 NoSuchEntity': {
    'a key of nobody': call('DeleteAccessKey', {
      AccessKeyId: 'AKIA0000000000000000',
      UserName: 'kept',
    }),
    'a boundary that is not there': call('CreateUser', {
      UserName: 'new',
      PermissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/gone`,
    }),
    'a policy that is not there': call('AttachUserPolicy', {
      UserName: 'kept',
      PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/gone`,
    }),
  },
  '400 MalformedPolicyDocument': {
    'a role that trusts nobody': role({ AssumeRolePolicyDocument: '{}' }),
    'a trust policy with a resource': role({ AssumeRolePolicyDocument: anything }),
    'a policy that is no JSON': managed('{'),
    'a policy that is a list': managed('[]'),
    'a policy with a principal': managed(trust),
    'a policy without a resource': inline(policy({ Effect: 'Allow', Action: '*' })),
    'a policy with an unknown effect': inline(
      policy({ Effect: 'Perhaps', Action: '*', Resource: '*' }),
    ),
    'a policy with an unknown operator': inline(
      policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { Sounds: { a: 'b' } } }),
    ),
    'a policy nested too deeply': managed(deepJson),
  },
  '409 LimitExceeded': {
    'too large a policy': managed(
      policy({ Effect: 'Allow', Action: '*', Resource: `arn:aws:s3:::${'x'.repeat(7000)}` }),
    ),
  },
  '403 AccessDenied': {
    'a role that does not trust the caller': sts('AssumeRole', {
      RoleArn: KEPT_ROLE,
      RoleSessionName: 'session',
    }),
  },
};
