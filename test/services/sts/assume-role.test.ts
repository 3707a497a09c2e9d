import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { ACCOUNT } from '../../support/platform.ts';
import {
  accessDenied,
  allow,
  deny,
  type ExpectedError,
  invalid,
  policy,
  rejects,
  startIamServer,
  trust,
} from '../iam/world.ts';
import { keysOf } from './world.ts';

const OTHER = '999999999999';
const ANN = `arn:aws:iam::${ACCOUNT}:user/ann`;
const session = (RoleArn: string, more: Partial<AssumeRoleCommandInput> = {}) => ({
  RoleArn,
  RoleSessionName: 's1',
  ...more,
});

const invalidParameter = (message: string | RegExp) => ({
  code: 'InvalidParameterValue',
  message,
});

test('a role is assumed by whom it trusts, and may what its policies allow', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const ann = server.stsAs(await server.user('ann'));
  const RoleArn = await server.role('reader', { AWS: ANN });
  await iam.putRolePolicy({
    RoleName: 'reader',
    PolicyName: 'p',
    PolicyDocument: policy(allow('iam:ListUsers')),
  });
  const { Credentials, AssumedRoleUser, PackedPolicySize } = await ann.assumeRole(
    session(RoleArn, { DurationSeconds: 900 }),
  );
  const { Role } = await iam.getRole({ RoleName: 'reader' });
  assert.equal(AssumedRoleUser?.AssumedRoleId, `${Role?.RoleId}:s1`);
  assert.equal(AssumedRoleUser.Arn, `arn:aws:sts::${ACCOUNT}:assumed-role/reader/s1`);
  assert.equal(PackedPolicySize, undefined);
  assert.match(Credentials?.AccessKeyId ?? '', /^ASIA[A-Z2-7]{16}$/);
  const lifeMs = (Credentials?.Expiration?.getTime() ?? 0) - Date.now();
  assert.ok(lifeMs > 880_000 && lifeMs <= 900_000);

  const keys = keysOf(Credentials);
  const { Arn, UserId } = await server.stsAs(keys).getCallerIdentity({});
  assert.deepEqual([Arn, UserId], [AssumedRoleUser.Arn, AssumedRoleUser.AssumedRoleId]);
  assert.equal((await server.iamAs(keys).listUsers({})).Users?.length, 1);
  await rejects(
    server.iamAs(keys).listRoles({}),
    accessDenied(
      `User: ${Arn} is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::${ACCOUNT}:role/ because no identity-based policy allows the iam:ListRoles action`,
    ),
  );
});

test('whom a role does not trust does not get in, whatever its own policies say', async () => {
  await using server = await startIamServer();
  const ann = server.stsAs(await server.user('ann', allow('sts:*')));
  const RoleArn = await server.role('theirs', { AWS: `arn:aws:iam::${ACCOUNT}:user/bob` });
  const who = `User: ${ANN} is not authorized to perform: sts:AssumeRole`;
  await rejects(
    ann.assumeRole(session(RoleArn)),
    accessDenied(
      `${who} on resource: ${RoleArn} because no role trust policy allows the sts:AssumeRole action`,
    ),
  );
  await server.iam.updateAssumeRolePolicy({
    RoleName: 'theirs',
    PolicyDocument: trust({ AWS: '*' }, { Effect: 'Deny' }),
  });
  await rejects(
    ann.assumeRole(session(RoleArn)),
    accessDenied(`${who} on resource: ${RoleArn} with an explicit deny in the role trust policy`),
  );
  const missing = `arn:aws:iam::${ACCOUNT}:role/missing`;
  await rejects(ann.assumeRole(session(missing)), accessDenied(`${who} on resource: ${missing}`));
});

test('a role that trusts an account leaves it to the account whom it lets', async () => {
  await using server = await startIamServer();
  const RoleArn = await server.role('shared', { AWS: ACCOUNT });
  const ann = server.stsAs(await server.user('ann'));
  const bob = server.stsAs(await server.user('bob', allow('sts:AssumeRole', RoleArn)));
  await rejects(
    ann.assumeRole(session(RoleArn)),
    accessDenied(
      `User: ${ANN} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn} because no identity-based policy allows the sts:AssumeRole action`,
    ),
  );
  await bob.assumeRole(session(RoleArn));
  await server.sts.assumeRole(session(RoleArn));
});

test('a role of another account takes both sides', async () => {
  await using server = await startIamServer();
  const theirs = server.iamAs({ accessKeyId: OTHER, secretAccessKey: 'test' });
  const { Role } = await theirs.createRole({
    RoleName: 'guests',
    AssumeRolePolicyDocument: trust({ AWS: ANN }),
  });
  const RoleArn = Role?.Arn ?? '';
  const ann = server.stsAs(await server.user('ann'));
  await rejects(ann.assumeRole(session(RoleArn)), accessDenied(/no identity-based policy/));
  await server.iam.putUserPolicy({
    UserName: 'ann',
    PolicyName: 'p',
    PolicyDocument: policy(allow('sts:AssumeRole', RoleArn)),
  });
  const { Credentials } = await ann.assumeRole(session(RoleArn));
  const { Account } = await server.stsAs(keysOf(Credentials)).getCallerIdentity({});
  assert.equal(Account, OTHER);
});

test('an external id, a session name and tags are conditions', async () => {
  await using server = await startIamServer();
  const ann = server.stsAs(await server.user('ann'));
  const RoleArn = await server.role(
    'r',
    { AWS: ANN },
    {
      Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
      Condition: {
        StringEquals: { 'sts:ExternalId': 'xyz', 'aws:RequestTag/team': 'pets' },
        StringLike: { 'sts:RoleSessionName': 's*' },
      },
    },
  );
  const Tags = [{ Key: 'Team', Value: 'pets' }];
  const good = session(RoleArn, { ExternalId: 'xyz', Tags, SourceIdentity: 'ann' });
  const answer = await ann.assumeRole(good);
  assert.equal(answer.SourceIdentity, 'ann');
  assert.ok((answer.PackedPolicySize ?? 0) > 0);
  for (const wrong of [
    { ExternalId: 'zyx' },
    { ExternalId: undefined },
    { RoleSessionName: 'other' },
    { Tags: [{ Key: 'team', Value: 'cars' }] },
  ])
    await rejects(ann.assumeRole({ ...good, ...wrong }), accessDenied(/no role trust policy/));

  await server.iam.updateAssumeRolePolicy({
    RoleName: 'r',
    PolicyDocument: trust({ AWS: ANN }),
  });
  await rejects(
    ann.assumeRole(good),
    accessDenied(/because no role trust policy allows the sts:TagSession action/),
  );
});

test('tags of a session say what it may do, and transitive ones are inherited', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const actions = { Action: ['sts:AssumeRole', 'sts:TagSession'] };
  const RoleArn = await server.role('r', { AWS: ACCOUNT }, actions);
  await iam.tagRole({ RoleName: 'r', Tags: [{ Key: 'team', Value: 'cars' }] });
  await iam.putRolePolicy({
    RoleName: 'r',
    PolicyName: 'p',
    PolicyDocument: policy(
      allow('sts:*'),
      allow('iam:GetUser', `arn:aws:iam::${ACCOUNT}:user/\${aws:PrincipalTag/team}-*`),
    ),
  });
  for (const UserName of ['pets-ann', 'cars-ann']) await iam.createUser({ UserName });
  const may = async (keys: Parameters<typeof server.iamAs>[0], UserName: string) =>
    server
      .iamAs(keys)
      .getUser({ UserName })
      .then(
        () => true,
        () => false,
      );
  const plain = keysOf((await server.sts.assumeRole(session(RoleArn))).Credentials);
  assert.deepEqual([await may(plain, 'pets-ann'), await may(plain, 'cars-ann')], [false, true]);

  const tagged = session(RoleArn, {
    Tags: [
      { Key: 'team', Value: 'pets' },
      { Key: 'cost', Value: '1' },
    ],
    TransitiveTagKeys: ['team'],
  });
  const first = keysOf((await server.sts.assumeRole(tagged)).Credentials);
  assert.deepEqual([await may(first, 'pets-ann'), await may(first, 'cars-ann')], [true, false]);
  const chained = await server.stsAs(first).assumeRole(session(RoleArn));
  assert.equal(await may(keysOf(chained.Credentials), 'pets-ann'), true);
  await rejects(
    server.stsAs(first).assumeRole(tagged),
    invalidParameter(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    ),
  );
});

test('session policies only narrow', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const RoleArn = await server.role('r', { AWS: ACCOUNT });
  await iam.attachRolePolicy({
    RoleName: 'r',
    PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
  });
  const as = async (more: Partial<AssumeRoleCommandInput>) =>
    server.iamAs(keysOf((await server.sts.assumeRole(session(RoleArn, more))).Credentials));

  const listing = await as({ Policy: policy(allow('iam:ListUsers'), allow('iam:CreateUser')) });
  await listing.listUsers({});
  await rejects(
    listing.listRoles({}),
    accessDenied(/because no session policy allows the iam:ListRoles action$/),
  );
  await rejects(listing.createUser({ UserName: 'x' }), accessDenied(/no identity-based policy/));

  const denying = await as({ Policy: policy(allow('*'), deny('iam:ListUsers')) });
  await denying.listRoles({});
  await rejects(denying.listUsers({}), accessDenied(/with an explicit deny in a session policy$/));

  const managed = await as({ PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess' }] });
  await rejects(managed.listUsers({}), accessDenied(/no session policy/));
  await rejects(server.sts.assumeRole(session(RoleArn, { Policy: '{' })), {
    code: 'MalformedPolicyDocument',
    message: /valid JSON/,
  });
  await rejects(
    server.sts.assumeRole(
      session(RoleArn, { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/No' }] }),
    ),
    invalid(/does not exist or is not attachable/),
  );
});

test('a session ends with its role, and other keys do not go with its token', async () => {
  await using server = await startIamServer();
  const RoleArn = await server.role('r', { AWS: ACCOUNT });
  const keys = keysOf((await server.sts.assumeRole(session(RoleArn))).Credentials);
  await server.stsAs(keys).getCallerIdentity({});
  const refused: ExpectedError = {
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
    status: 403,
  };
  const { sessionToken: _, ...withoutToken } = keys;
  await rejects(server.stsAs(withoutToken).getCallerIdentity({}), refused);
  await rejects(server.stsAs({ ...keys, sessionToken: 'x' }).getCallerIdentity({}), refused);
  await server.iam.deleteRole({ RoleName: 'r' });
  await rejects(server.stsAs(keys).getCallerIdentity({}), refused);
});

test('sessions last as long as their role allows', async () => {
  await using server = await startIamServer();
  const RoleArn = await server.role('r', { AWS: ACCOUNT });
  const ask = (sts: typeof server.sts, DurationSeconds: number) =>
    sts.assumeRole(session(RoleArn, { DurationSeconds }));
  await rejects(
    ask(server.sts, 3601),
    invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
  );
  await rejects(
    ask(server.sts, 899),
    invalid(
      "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
    ),
  );
  await server.iam.updateRole({ RoleName: 'r', MaxSessionDuration: 43_200 });
  const { Credentials } = await ask(server.sts, 43_200);
  await server.iam.putRolePolicy({
    RoleName: 'r',
    PolicyName: 'p',
    PolicyDocument: policy(allow('sts:AssumeRole')),
  });
  const chained = server.stsAs(keysOf(Credentials));
  await ask(chained, 3600);
  await rejects(
    ask(chained, 3601),
    invalid(/1 hour session limit for roles assumed by role chain/),
  );
});

test('requests that cannot be are refused', async () => {
  await using server = await startIamServer();
  const RoleArn = await server.role('r', { AWS: ACCOUNT });
  const cases: [Partial<AssumeRoleCommandInput>, ExpectedError][] = [
    [{ RoleArn: 'short' }, invalid(/at 'roleArn'.*greater than or equal to 20/)],
    [{ RoleArn: `arn:aws:iam::${ACCOUNT}:user/ann` }, invalid(/is invalid$/)],
    [{ RoleSessionName: 'x' }, invalid(/at 'roleSessionName'.*length/)],
    [{ RoleSessionName: 'a b' }, invalid(/at 'roleSessionName'.*pattern: \[\\w\+=,\.@-\]\*/)],
    [{ ExternalId: 'ö!' }, invalid(/at 'externalId'/)],
    [{ SourceIdentity: 'a b' }, invalid(/at 'sourceIdentity'/)],
    [{ TransitiveTagKeys: ['a'] }, invalidParameter(/must be included in the requested tags/)],
    [
      {
        Tags: [
          { Key: 'a', Value: '' },
          { Key: 'A', Value: '' },
        ],
      },
      invalidParameter(/^Duplicate tag keys found\. Please/),
    ],
    [
      { SerialNumber: `arn:aws:iam::${ACCOUNT}:mfa/ann`, TokenCode: '123456' },
      accessDenied(/^MultiFactorAuthentication failed/),
    ],
  ];
  for (const [input, expected] of cases)
    await rejects(server.sts.assumeRole(session(RoleArn, input)), expected);
});
