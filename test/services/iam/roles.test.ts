import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT, REGION } from '../../support/platform.ts';
import {
  allow,
  conflict,
  invalid,
  noSuchEntity,
  policy,
  rejects,
  startIamServer,
  trust,
} from './world.ts';

const LAMBDA = { Service: 'lambda.amazonaws.com' };

test('a role is created, found, listed, changed and deleted', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const AssumeRolePolicyDocument = trust(LAMBDA);
  const { Role } = await iam.createRole({
    RoleName: 'worker',
    Path: '/service-role/',
    Description: 'works',
    AssumeRolePolicyDocument,
    Tags: [{ Key: 'team', Value: 'pets' }],
  });
  assert.match(Role?.RoleId ?? '', /^AROA[A-Z2-7]{17}$/);
  assert.equal(Role?.Arn, `arn:aws:iam::${ACCOUNT}:role/service-role/worker`);
  assert.deepEqual([Role.Description, Role.MaxSessionDuration], [undefined, undefined]);
  assert.equal(decodeURIComponent(Role.AssumeRolePolicyDocument ?? ''), AssumeRolePolicyDocument);
  assert.deepEqual((await iam.getRole({ RoleName: 'worker' })).Role, {
    ...Role,
    Description: 'works',
    MaxSessionDuration: 3600,
    RoleLastUsed: {},
  });

  const { Roles = [] } = await iam.listRoles({ PathPrefix: '/service-role/' });
  assert.deepEqual(
    Roles.map(({ Tags, RoleName }) => [RoleName, Tags]),
    [['worker', undefined]],
  );

  await iam.updateRole({ RoleName: 'worker', MaxSessionDuration: 7200 });
  const described = await iam.updateRoleDescription({ RoleName: 'worker', Description: 'rests' });
  assert.equal(described.Role?.Description, 'rests');
  assert.equal(described.Role.MaxSessionDuration, undefined);
  const changed = trust({ AWS: ACCOUNT });
  await iam.updateAssumeRolePolicy({ RoleName: 'worker', PolicyDocument: changed });
  const { Role: after } = await iam.getRole({ RoleName: 'worker' });
  assert.equal(after?.MaxSessionDuration, 7200);
  assert.equal(decodeURIComponent(after.AssumeRolePolicyDocument ?? ''), changed);

  assert.deepEqual(
    (await iam.listInstanceProfilesForRole({ RoleName: 'worker' })).InstanceProfiles,
    [],
  );
  await iam.deleteRole({ RoleName: 'worker' });
  await rejects(
    iam.getRole({ RoleName: 'worker' }),
    noSuchEntity('The role with name worker cannot be found.'),
  );
});

test('a document in an answer is percent-encoded as RFC 3986 has it', async () => {
  await using server = await startIamServer();
  const PolicyDocument = policy({ ...allow('s3:Get*'), Sid: '' });
  await server.role('r', LAMBDA);
  await server.iam.putRolePolicy({ RoleName: 'r', PolicyName: 'p', PolicyDocument });
  const got = await server.iam.getRolePolicy({ RoleName: 'r', PolicyName: 'p' });
  assert.ok(got.PolicyDocument?.includes('s3%3AGet%2A'));
  assert.equal(decodeURIComponent(got.PolicyDocument ?? ''), PolicyDocument);
});

test('trust policies say who may assume the role, and nothing else', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const malformed = (message: string) => ({ code: 'MalformedPolicyDocument', message });
  const cases: [string, string][] = [
    ['{nope', 'This policy contains invalid Json'],
    [
      policy({ Effect: 'Allow', Principal: LAMBDA, Action: 's3:GetObject' }),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [
      policy({ Effect: 'Allow', Principal: LAMBDA, Action: 'sts:GetSessionToken' }),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [
      policy({ Effect: 'Allow', Principal: LAMBDA, Action: 'sts:AssumeRole', Resource: '*' }),
      'Has prohibited field Resource',
    ],
    [policy({ Effect: 'Allow', Action: 'sts:AssumeRole' }), 'Missing required field Principal'],
  ];
  for (const [AssumeRolePolicyDocument, message] of cases)
    await rejects(iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument }), malformed(message));
  await server.role('r', LAMBDA);
  await rejects(
    iam.updateAssumeRolePolicy({ RoleName: 'r', PolicyDocument: '{' }),
    malformed('This policy contains invalid Json'),
  );
  const long = trust({
    AWS: Array.from({ length: 60 }, (_, i) => `arn:aws:iam::${ACCOUNT}:user/u${i}`),
  });
  await rejects(
    iam.createRole({ RoleName: 'long', AssumeRolePolicyDocument: long }),
    conflict('LimitExceeded', 'Cannot exceed quota for ACLSizePerRole: 2048'),
  );
});

test('roles that cannot be are refused', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const AssumeRolePolicyDocument = trust(LAMBDA);
  await server.role('worker', LAMBDA);
  await rejects(
    iam.createRole({ RoleName: 'Worker', AssumeRolePolicyDocument }),
    conflict('EntityAlreadyExists', 'Role with name Worker already exists.'),
  );
  await rejects(
    iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument, MaxSessionDuration: 60 }),
    invalid(
      "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600",
    ),
  );
  await rejects(
    iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument, Description: 'x'.repeat(1001) }),
    invalid(/at 'description' .* less than or equal to 1000/),
  );
  await rejects(
    iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument, Description: 'a\0b' }),
    invalid(/Value at 'description' .* pattern: \[\\u0009\\u000A/),
  );
});

test('a role with policies is not deleted', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const RoleName = 'worker';
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  await server.role(RoleName, LAMBDA);
  await iam.attachRolePolicy({ RoleName, PolicyArn });
  await rejects(
    iam.deleteRole({ RoleName }),
    conflict('DeleteConflict', 'Cannot delete entity, must detach all policies first.'),
  );
  await iam.detachRolePolicy({ RoleName, PolicyArn });
  await iam.deleteRole({ RoleName });
});

test('the last use of a role is known', async () => {
  await using server = await startIamServer();
  const RoleArn = await server.role('worker', { AWS: ACCOUNT });
  const { Credentials } = await server.sts.assumeRole({ RoleArn, RoleSessionName: 'it' });
  assert.ok(Credentials);
  const worker = server.iamAs({
    accessKeyId: Credentials.AccessKeyId ?? '',
    secretAccessKey: Credentials.SecretAccessKey ?? '',
    sessionToken: Credentials.SessionToken ?? '',
  });
  await assert.rejects(worker.listUsers({}));
  const { Role } = await server.iam.getRole({ RoleName: 'worker' });
  assert.equal(Role?.RoleLastUsed?.Region, REGION);
  assert.ok(Role.RoleLastUsed.LastUsedDate instanceof Date);
});
