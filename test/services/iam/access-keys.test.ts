import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT, REGION } from '../../support/platform.ts';
import {
  accessDenied,
  allow,
  conflict,
  invalid,
  noSuchEntity,
  rejects,
  startIamServer,
} from './world.ts';

test('a key signs requests until it is inactive or deleted', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const keys = await server.user('ann');
  assert.match(keys.accessKeyId, /^AKIA[A-Z2-7]{16}$/);
  assert.match(keys.secretAccessKey, /^[A-Za-z0-9+/]{40}$/);
  const AccessKeyId = keys.accessKeyId;
  const sts = server.stsAs(keys);
  const { User } = await iam.getUser({ UserName: 'ann' });
  const { $metadata, ...identity } = await sts.getCallerIdentity({});
  assert.equal($metadata.httpStatusCode, 200);
  assert.deepEqual(identity, { UserId: User?.UserId, Account: ACCOUNT, Arn: User?.Arn });

  const refused = { code: 'InvalidClientTokenId', message: /security token/, status: 403 };
  await iam.updateAccessKey({ UserName: 'ann', AccessKeyId, Status: 'Inactive' });
  await rejects(sts.getCallerIdentity({}), refused);
  await iam.updateAccessKey({ UserName: 'ann', AccessKeyId, Status: 'Active' });
  await sts.getCallerIdentity({});
  await iam.deleteAccessKey({ UserName: 'ann', AccessKeyId });
  await rejects(sts.getCallerIdentity({}), refused);
});

test('a secret of another key is refused', async () => {
  await using server = await startIamServer();
  const keys = await server.user('ann');
  const sts = server.stsAs({ ...keys, secretAccessKey: 'A'.repeat(40) });
  await rejects(sts.getCallerIdentity({}), {
    code: 'SignatureDoesNotMatch',
    message: /does not match/,
    status: 403,
  });
});

test('a user has two keys at most, and shows their secrets never again', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const first = await server.user('ann');
  const { AccessKey: second } = await iam.createAccessKey({ UserName: 'ann' });
  await rejects(
    iam.createAccessKey({ UserName: 'ann' }),
    conflict('LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2'),
  );
  const { AccessKeyMetadata = [] } = await iam.listAccessKeys({ UserName: 'ann' });
  assert.deepEqual(
    AccessKeyMetadata.map(({ AccessKeyId }) => AccessKeyId),
    [first.accessKeyId, second?.AccessKeyId].sort(),
  );
  assert.deepEqual(Object.keys(AccessKeyMetadata[0] ?? {}).sort(), [
    'AccessKeyId',
    'CreateDate',
    'Status',
    'UserName',
  ]);
});

test('keys of other users and unknown ones are not found', async () => {
  await using server = await startIamServer();
  const { accessKeyId: AccessKeyId } = await server.user('ann');
  await server.iam.createUser({ UserName: 'bob' });
  const notFound = noSuchEntity(`The Access Key with id ${AccessKeyId} cannot be found.`);
  await rejects(server.iam.deleteAccessKey({ UserName: 'bob', AccessKeyId }), notFound);
  const input = { UserName: 'bob', AccessKeyId, Status: 'Inactive' } as const;
  await rejects(server.iam.updateAccessKey(input), notFound);
  await rejects(
    server.iam.updateAccessKey({ ...input, Status: 'Off' as 'Inactive' }),
    invalid(/Value at 'status'.*enum value set/),
  );
  const other = server.iamAs({ accessKeyId: '999999999999', secretAccessKey: 'test' });
  await rejects(
    other.getAccessKeyLastUsed({ AccessKeyId }),
    accessDenied(
      `User: arn:aws:iam::999999999999:root is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${AccessKeyId}`,
    ),
  );
});

test('the last use of a key is known to the minute', async () => {
  await using server = await startIamServer();
  const { iam, platform } = server;
  const keys = await server.user('ann', allow('iam:GetUser'));
  const lastUsed = async () =>
    (await iam.getAccessKeyLastUsed({ AccessKeyId: keys.accessKeyId })).AccessKeyLastUsed;
  assert.deepEqual(await lastUsed(), { ServiceName: 'N/A', Region: 'N/A' });

  const ann = server.iamAs(keys);
  await ann.getUser({});
  const used = await lastUsed();
  assert.equal(used?.ServiceName, 'iam');
  assert.equal(used.Region, REGION);
  const first = used.LastUsedDate?.getTime() ?? 0;
  assert.ok(Math.abs(first - platform.clock.now()) < 10_000);

  await ann.getUser({});
  assert.equal((await lastUsed())?.LastUsedDate?.getTime(), first);
  await platform.clock.advance(60_000);
  await ann.getUser({});
  assert.ok(((await lastUsed())?.LastUsedDate?.getTime() ?? 0) >= first + 60_000);
});
