import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT } from '../../support/platform.ts';
import { accessDenied, allow, invalid, rejects, rootKeys, startIamServer } from '../iam/world.ts';
import { keysOf } from './world.ts';

test('a session token has the permissions of its caller, but not for IAM', async () => {
  await using server = await startIamServer();
  const RoleArn = await server.role('r', { AWS: ACCOUNT });
  const user = await server.user('ann', allow(['sts:AssumeRole', 'iam:*']));
  const { Credentials } = await server.stsAs(user).getSessionToken({ DurationSeconds: 900 });
  const keys = keysOf(Credentials);
  const sts = server.stsAs(keys);
  assert.equal((await sts.getCallerIdentity({})).Arn, `arn:aws:iam::${ACCOUNT}:user/ann`);
  await sts.assumeRole({ RoleArn, RoleSessionName: 's1' });
  await rejects(server.iamAs(keys).listUsers({}), {
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
    status: 403,
  });
  await rejects(
    sts.getSessionToken({}),
    accessDenied('Cannot call GetSessionToken with session credentials'),
  );
});

test('a root user gets an hour at most', async () => {
  await using server = await startIamServer();
  const { Credentials } = await server.sts.getSessionToken({ DurationSeconds: 129_600 });
  const lifeMs = (Credentials?.Expiration?.getTime() ?? 0) - Date.now();
  assert.ok(lifeMs > 3_580_000 && lifeMs <= 3_600_000);
  const { Arn } = await server.stsAs(keysOf(Credentials)).getCallerIdentity({});
  assert.equal(Arn, `arn:aws:iam::${ACCOUNT}:root`);
  await rejects(
    server.sts.getSessionToken({ DurationSeconds: 129_601 }),
    invalid(/at 'durationSeconds'.*less than or equal to 129600/),
  );
});

test('a user that is deleted takes its sessions along', async () => {
  await using server = await startIamServer();
  const user = await server.user('ann');
  const keys = keysOf((await server.stsAs(user).getSessionToken({})).Credentials);
  await server.iam.deleteAccessKey({ UserName: 'ann', AccessKeyId: user.accessKeyId });
  await server.stsAs(keys).getCallerIdentity({});
  await server.iam.deleteUser({ UserName: 'ann' });
  await rejects(server.stsAs(keys).getCallerIdentity({}), {
    code: 'InvalidClientTokenId',
    message: /invalid/,
    status: 403,
  });
});

test('a key tells its account', async () => {
  await using server = await startIamServer();
  const user = await server.user('ann');
  const other = '999999999999';
  const session = await server.stsAs(rootKeys(other)).getSessionToken({});
  const account = async (AccessKeyId: string | undefined) =>
    (await server.sts.getAccessKeyInfo({ AccessKeyId })).Account;
  assert.equal(await account('test'), ACCOUNT);
  assert.equal(await account(user.accessKeyId), ACCOUNT);
  assert.equal(await account(session.Credentials?.AccessKeyId), other);
  await server.iam.updateAccessKey({
    UserName: 'ann',
    AccessKeyId: user.accessKeyId,
    Status: 'Inactive',
  });
  assert.equal(await account(user.accessKeyId), ACCOUNT);
  await rejects(
    server.sts.getAccessKeyInfo({ AccessKeyId: 'AKIA0000000000000000' }),
    invalid(/does not exist/),
  );
  await rejects(server.sts.getAccessKeyInfo({ AccessKeyId: 'short' }), invalid(/length/));
});
