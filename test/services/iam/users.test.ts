import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT } from '../../support/platform.ts';
import {
  accessDenied,
  allow,
  conflict,
  invalid,
  noSuchEntity,
  policy,
  rejects,
  startIamServer,
} from './world.ts';

test('a user is created, found, listed, renamed and deleted', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const { User } = await iam.createUser({ UserName: 'ann', Path: '/pets/' });
  assert.match(User?.UserId ?? '', /^AIDA[A-Z2-7]{17}$/);
  assert.equal(User?.Arn, `arn:aws:iam::${ACCOUNT}:user/pets/ann`);
  assert.ok(User.CreateDate instanceof Date);
  assert.equal(User.Tags, undefined);
  assert.deepEqual((await iam.getUser({ UserName: 'ann' })).User, User);

  await iam.createUser({ UserName: 'bob' });
  const names = async (input = {}) =>
    (await iam.listUsers(input)).Users?.map(({ UserName }) => UserName);
  assert.deepEqual(await names(), ['ann', 'bob']);
  assert.deepEqual(await names({ PathPrefix: '/pets/' }), ['ann']);

  await iam.updateUser({ UserName: 'ann', NewUserName: 'anna', NewPath: '/' });
  const { User: renamed } = await iam.getUser({ UserName: 'anna' });
  assert.equal(renamed?.Arn, `arn:aws:iam::${ACCOUNT}:user/anna`);
  assert.equal(renamed.UserId, User.UserId);
  await rejects(
    iam.getUser({ UserName: 'ann' }),
    noSuchEntity('The user with name ann cannot be found.'),
  );

  await iam.deleteUser({ UserName: 'anna' });
  assert.deepEqual(await names(), ['bob']);
});

test('a name is taken whatever its case, and looked up in its own', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  await iam.createUser({ UserName: 'Ann' });
  const taken = (name: string) =>
    conflict('EntityAlreadyExists', `User with name ${name} already exists.`);
  await rejects(iam.createUser({ UserName: 'Ann' }), taken('Ann'));
  await rejects(iam.createUser({ UserName: 'ann' }), taken('ann'));
  await rejects(iam.getUser({ UserName: 'ann' }), noSuchEntity(/ann cannot be found/));
  await iam.createUser({ UserName: 'bob' });
  await rejects(iam.updateUser({ UserName: 'bob', NewUserName: 'ANN' }), taken('ANN'));
  await iam.updateUser({ UserName: 'Ann', NewUserName: 'ANN' });
  await iam.getUser({ UserName: 'ANN' });
});

test('names and paths are checked in the words of IAM', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  await rejects(
    iam.createUser({ UserName: 'no spaces' }),
    invalid(
      'The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    ),
  );
  const long = 'x'.repeat(65);
  await rejects(
    iam.createUser({ UserName: long }),
    invalid(
      `1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    ),
  );
  await rejects(
    iam.createUser({ UserName: 'ann', Path: 'pets' }),
    invalid(
      'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    ),
  );
});

test('a user with keys or policies is not deleted', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const UserName = 'ann';
  const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const { accessKeyId } = await server.user(UserName, allow('s3:*'));
  await iam.attachUserPolicy({ UserName, PolicyArn });
  const refused = (what: string) =>
    rejects(
      iam.deleteUser({ UserName }),
      conflict('DeleteConflict', `Cannot delete entity, must ${what} first.`),
    );
  await refused('delete access keys');
  await iam.deleteAccessKey({ UserName, AccessKeyId: accessKeyId });
  await refused('detach all policies');
  await iam.detachUserPolicy({ UserName, PolicyArn });
  await refused('delete policies');
  await iam.deleteUserPolicy({ UserName, PolicyName: 'inline' });
  await iam.deleteUser({ UserName });
});

test('without a name a call is about the caller', async () => {
  await using server = await startIamServer();
  const own = allow('iam:*', `arn:aws:iam::${ACCOUNT}:user/\${aws:username}`);
  const ann = server.iamAs(await server.user('ann', own));
  assert.equal((await ann.getUser({})).User?.UserName, 'ann');
  assert.equal((await ann.listAccessKeys({})).AccessKeyMetadata?.length, 1);
  const { User: root } = await server.iam.getUser({});
  assert.equal(root?.Arn, `arn:aws:iam::${ACCOUNT}:root`);
  assert.equal(root.UserId, ACCOUNT);
  await rejects(
    server.iam.createAccessKey({}),
    invalid('Must specify userName when calling with non-User credentials'),
  );
});

test('accounts do not see each other', async () => {
  await using server = await startIamServer();
  await server.user('ann');
  const other = server.iamAs({ accessKeyId: '999999999999', secretAccessKey: 'test' });
  await rejects(other.getUser({ UserName: 'ann' }), noSuchEntity(/cannot be found/));
  assert.deepEqual((await other.listUsers({})).Users, []);
  await other.createUser({ UserName: 'ann' });
});

test('nobody but root manages anything by default', async () => {
  await using server = await startIamServer();
  const ann = server.iamAs(await server.user('ann'));
  const refusal = (action: string, resource: string) =>
    accessDenied(
      `User: arn:aws:iam::${ACCOUNT}:user/ann is not authorized to perform: iam:${action} on resource: ${resource} because no identity-based policy allows the iam:${action} action`,
    );
  const users = `arn:aws:iam::${ACCOUNT}:user/`;
  await rejects(ann.createUser({ UserName: 'x' }), refusal('CreateUser', `${users}x`));
  await rejects(ann.getUser({}), refusal('GetUser', 'user ann'));
  await rejects(ann.getUser({ UserName: 'nobody' }), refusal('GetUser', 'user nobody'));
  await rejects(ann.listUsers({}), refusal('ListUsers', users));
  await rejects(ann.listPolicies({}), refusal('ListPolicies', 'policy path /'));
  await rejects(ann.getRole({ RoleName: 'r' }), refusal('GetRole', 'role r'));
  const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await rejects(ann.getPolicy({ PolicyArn: admin }), refusal('GetPolicy', `policy ${admin}`));
  await rejects(
    ann.putUserPolicy({ UserName: 'ann', PolicyName: 'p', PolicyDocument: policy(allow('*')) }),
    refusal('PutUserPolicy', 'user ann'),
  );
});

test('what may be attached can be limited, and renaming takes both names', async () => {
  await using server = await startIamServer();
  const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const ann = server.iamAs(
    await server.user(
      'ann',
      {
        ...allow('iam:AttachUserPolicy'),
        Condition: { ArnEquals: { 'iam:PolicyARN': readOnly } },
      },
      allow('iam:UpdateUser', `arn:aws:iam::${ACCOUNT}:user/b*`),
    ),
  );
  await server.iam.createUser({ UserName: 'bob' });
  await ann.attachUserPolicy({ UserName: 'bob', PolicyArn: readOnly });
  await rejects(
    ann.attachUserPolicy({
      UserName: 'bob',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    accessDenied(/iam:AttachUserPolicy on resource: user bob/),
  );
  await ann.updateUser({ UserName: 'bob', NewUserName: 'ben' });
  await rejects(
    ann.updateUser({ UserName: 'ben', NewUserName: 'carl' }),
    accessDenied(/iam:UpdateUser on resource: arn:aws:iam::\d+:user\/carl/),
  );
});
