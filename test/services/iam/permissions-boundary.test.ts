import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT } from '../../support/platform.ts';
import {
  accessDenied,
  allow,
  conflict,
  noSuchEntity,
  policy,
  rejects,
  startIamServer,
  trust,
} from './world.ts';

const PROVIDED = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const shown = (PermissionsBoundaryArn: string) => ({
  PermissionsBoundaryType: 'Policy',
  PermissionsBoundaryArn,
});

async function startServer() {
  const server = await startIamServer();
  const { Policy } = await server.iam.createPolicy({
    PolicyName: 'limit',
    PolicyDocument: policy(allow('iam:Get*')),
  });
  return { ...server, limit: Policy?.Arn ?? assert.fail() };
}

test('a boundary narrows what a user may do, and allows nothing', async () => {
  await using server = await startServer();
  const { iam, limit: PermissionsBoundary } = server;
  const keys = await server.user('ann', allow('iam:*'));
  const ann = server.iamAs(keys);
  await ann.listUsers({});
  await iam.putUserPermissionsBoundary({ UserName: 'ann', PermissionsBoundary });
  await rejects(
    ann.listUsers({}),
    accessDenied(/because no permissions boundary allows the iam:ListUsers action$/),
  );
  const { User } = await ann.getUser({});
  assert.deepEqual(User?.PermissionsBoundary, shown(PermissionsBoundary));

  await iam.createPolicyVersion({
    PolicyArn: PermissionsBoundary,
    PolicyDocument: policy(allow('iam:List*')),
    SetAsDefault: true,
  });
  await ann.listUsers({});
  await iam.deleteUserPolicy({ UserName: 'ann', PolicyName: 'inline' });
  await rejects(ann.listUsers({}), accessDenied(/no identity-based policy allows/));
  await iam.deleteUserPermissionsBoundary({ UserName: 'ann' });
  assert.equal((await iam.getUser({ UserName: 'ann' })).User?.PermissionsBoundary, undefined);
});

test('a boundary narrows every session of a role', async () => {
  await using server = await startServer();
  const { iam, limit: PermissionsBoundary } = server;
  const { Role } = await iam.createRole({
    RoleName: 'worker',
    AssumeRolePolicyDocument: trust({ AWS: ACCOUNT }),
    PermissionsBoundary,
  });
  assert.deepEqual(Role?.PermissionsBoundary, shown(PermissionsBoundary));
  await iam.putRolePolicy({
    RoleName: 'worker',
    PolicyName: 'p',
    PolicyDocument: policy(allow('iam:*')),
  });
  const session = { RoleArn: Role.Arn, RoleSessionName: 'it' };
  const { Credentials } = await server.sts.assumeRole(session);
  const worker = server.iamAs({
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  });
  const got = await worker.getRole({ RoleName: 'worker' });
  assert.deepEqual(got.Role?.PermissionsBoundary, shown(PermissionsBoundary));
  await rejects(worker.listRoles({}), accessDenied(/no permissions boundary allows/));
  const { Roles = [] } = await iam.listRoles({});
  assert.equal(Roles[0]?.PermissionsBoundary, undefined);
  await iam.deleteRolePermissionsBoundary({ RoleName: 'worker' });
  await worker.listRoles({});
});

test('a policy knows whom it limits, and stays as long as it does', async () => {
  await using server = await startServer();
  const { iam, limit: PolicyArn } = server;
  await iam.createUser({ UserName: 'ann', PermissionsBoundary: PolicyArn });
  const { Policy } = await iam.getPolicy({ PolicyArn });
  assert.deepEqual([Policy?.AttachmentCount, Policy?.PermissionsBoundaryUsageCount], [0, 1]);
  const users = async (PolicyUsageFilter?: 'PermissionsBoundary' | 'PermissionsPolicy') =>
    (await iam.listEntitiesForPolicy({ PolicyArn, PolicyUsageFilter })).PolicyUsers?.map(
      ({ UserName }) => UserName,
    );
  assert.deepEqual(await users(), ['ann']);
  assert.deepEqual(await users('PermissionsBoundary'), ['ann']);
  assert.deepEqual(await users('PermissionsPolicy'), []);
  const { Policies } = await iam.listPolicies({ PolicyUsageFilter: 'PermissionsBoundary' });
  assert.deepEqual(
    Policies?.map(({ Arn }) => Arn),
    [PolicyArn],
  );
  await rejects(
    iam.deletePolicy({ PolicyArn }),
    conflict('DeleteConflict', 'Cannot delete a policy attached to entities.'),
  );
  await iam.deleteUser({ UserName: 'ann' });
  await iam.deletePolicy({ PolicyArn });
});

test('what cannot be a boundary is refused, and nothing is made', async () => {
  await using server = await startServer();
  const { iam } = server;
  await iam.createUser({ UserName: 'ann', PermissionsBoundary: PROVIDED });
  const role = `arn:aws:iam::${ACCOUNT}:role/worker`;
  const gone = `arn:aws:iam::${ACCOUNT}:policy/gone`;
  const missing = noSuchEntity(`Scope ARN: ${gone} does not exist or is not attachable.`);
  await rejects(iam.putUserPermissionsBoundary({ UserName: 'ann', PermissionsBoundary: role }), {
    code: 'InvalidInput',
    message: `ARN ${role} is not valid.`,
  });
  await rejects(
    iam.putUserPermissionsBoundary({ UserName: 'ann', PermissionsBoundary: gone }),
    missing,
  );
  await rejects(iam.createUser({ UserName: 'bob', PermissionsBoundary: gone }), missing);
  await rejects(
    iam.putRolePermissionsBoundary({ RoleName: 'nobody', PermissionsBoundary: PROVIDED }),
    noSuchEntity('The role with name nobody cannot be found.'),
  );
  assert.equal((await iam.listUsers({})).Users?.length, 1);
});

test('who may set only a certain boundary cannot do without it', async () => {
  await using server = await startServer();
  const { limit: PermissionsBoundary } = server;
  const keys = await server.user('boss', {
    ...allow('iam:*'),
    Condition: { StringEquals: { 'iam:PermissionsBoundary': PermissionsBoundary } },
  });
  const boss = server.iamAs(keys);
  await rejects(boss.createUser({ UserName: 'ann' }), accessDenied(/iam:CreateUser/));
  await boss.createUser({ UserName: 'ann', PermissionsBoundary });
  await boss.attachUserPolicy({ UserName: 'ann', PolicyArn: PROVIDED });
  await rejects(
    boss.putUserPermissionsBoundary({ UserName: 'ann', PermissionsBoundary: PROVIDED }),
    accessDenied(/iam:PutUserPermissionsBoundary/),
  );
});

test('a user is in no group', async () => {
  await using server = await startServer();
  await server.iam.createUser({ UserName: 'ann' });
  const { Groups, IsTruncated } = await server.iam.listGroupsForUser({ UserName: 'ann' });
  assert.deepEqual([Groups, IsTruncated], [[], false]);
  await rejects(
    server.iam.listGroupsForUser({ UserName: 'bob' }),
    noSuchEntity('The user with name bob cannot be found.'),
  );
});
