import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AwsError } from '../../src/aws/error.ts';
import { authorize } from '../../src/services/authorize.ts';
import type { Caller } from '../../src/services/caller.ts';
import { type Access, defineService } from '../../src/services/define-service.ts';
import { functionCredentials } from '../../src/services/function-credentials.ts';
import { iam } from '../../src/services/iam/index.ts';
import { lookUpCredential } from '../../src/services/identity.ts';
import { sts } from '../../src/services/sts/index.ts';
import type { Storage } from '../../src/storage/storage.ts';
import {
  ACCOUNT,
  createCaller,
  createTestPlatform,
  REGION,
  rootCaller,
} from '../support/platform.ts';
import { allow, deny, policy, trust } from './iam/world.ts';

const OTHER = '999999999999';
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:q`;
const ANN = `arn:aws:iam::${ACCOUNT}:user/ann`;
const NO_IDENTITY = 'because no identity-based policy allows the sqs:SendMessage action';
const NO_RESOURCE = 'because no resource-based policy allows the sqs:SendMessage action';

/** A service whose only operation needs whatever permission its input says. */
const probe = defineService<{ Probe: { input: Access; output: object } }>({
  name: 'spillway',
  handlers: { Probe: async () => ({}) },
  access: async (_operation, input: Access) => [input],
  denied: (_access, _caller, reason) => new AwsError('AccessDenied', reason, { status: 403 }),
});

async function createWorld(options: { storage?: Storage } = {}) {
  const platform = await createTestPlatform(options);
  const call = createCaller(platform, [iam, sts, probe], authorize);
  const caller = async (accessKeyId: string): Promise<Caller> => {
    const credential = await lookUpCredential(platform, accessKeyId);
    assert.ok(credential);
    return { ...credential, accessKeyId, sourceIp: '10.1.2.3', userAgent: 'probe/1.0' };
  };
  return {
    platform,
    iam: (operation: string, input: object) => call('iam', operation, input),
    /** Makes a user; answers it as a caller. */
    async user(UserName: string, account = ACCOUNT): Promise<Caller> {
      const as = { caller: rootCaller(account) };
      const Tags = [{ Key: 'Team', Value: 'pets' }];
      await call('iam', 'CreateUser', { UserName, Tags }, as);
      const key = await call<{ AccessKey: { AccessKeyId: string } }>(
        'iam',
        'CreateAccessKey',
        { UserName },
        as,
      );
      return caller(key.AccessKey.AccessKeyId);
    },
    putPolicy: (UserName: string, ...statements: object[]) =>
      call('iam', 'PutUserPolicy', {
        UserName,
        PolicyName: 'p',
        PolicyDocument: policy(...statements),
      }),
    async session(RoleArn: string, more: object = {}): Promise<Caller> {
      const answer = await call<{ Credentials: { AccessKeyId: string } }>('sts', 'AssumeRole', {
        RoleArn,
        RoleSessionName: 's1',
        ...more,
      });
      return caller(answer.Credentials.AccessKeyId);
    },
    caller,
    /** `allowed`, or why not. */
    may: (caller: Caller, access: Partial<Access> = {}): Promise<string> =>
      call(
        'spillway',
        'Probe',
        { action: 'sqs:SendMessage', resource: QUEUE, resourceAccount: ACCOUNT, ...access },
        { caller },
      ).then(
        () => 'allowed',
        (error: AwsError) => error.message,
      ),
    [Symbol.asyncDispose]: platform.close,
  };
}

const resourcePolicy = (Principal: object | string, statement: object) => ({
  resourcePolicy: policy({ Principal, ...statement }),
});

test('the root user of the owner is let through without a look at the storage', async () => {
  await using world = await createWorld();
  const { platform } = world;
  const unused = () => assert.fail('the storage was used');
  const storage: Storage = { ...platform.storage, read: unused, transaction: unused };
  const access = { action: 's3:PutObject', resource: '*', resourceAccount: ACCOUNT };
  const context = { ...platform, storage, caller: rootCaller() } as never;
  assert.deepEqual(await authorize(access, context), { allowed: true });
});

test('root is bound by policies of resources, and by those of other accounts', async () => {
  await using world = await createWorld();
  assert.equal(
    await world.may(rootCaller(), resourcePolicy('*', deny('sqs:*'))),
    'with an explicit deny in a resource-based policy',
  );
  const stranger = rootCaller(OTHER);
  assert.equal(await world.may(stranger), NO_RESOURCE);
  assert.equal(
    await world.may(stranger, resourcePolicy({ AWS: OTHER }, allow('sqs:*'))),
    'allowed',
  );
});

test('a change of policies holds for the next request', async () => {
  await using world = await createWorld();
  const ann = await world.user('ann');
  const of = { UserName: 'ann' };
  const PolicyArn = `arn:aws:iam::${ACCOUNT}:policy/P`;
  assert.equal(await world.may(ann), NO_IDENTITY);

  await world.putPolicy('ann', allow('sqs:Send*', QUEUE));
  assert.equal(await world.may(ann), 'allowed');
  await world.putPolicy('ann', deny('sqs:*'));
  assert.equal(await world.may(ann), 'with an explicit deny in an identity-based policy');
  await world.iam('DeleteUserPolicy', { ...of, PolicyName: 'p' });
  assert.equal(await world.may(ann), NO_IDENTITY);

  await world.iam('CreatePolicy', { PolicyName: 'P', PolicyDocument: policy(allow('sns:*')) });
  await world.iam('AttachUserPolicy', { ...of, PolicyArn });
  assert.equal(await world.may(ann), NO_IDENTITY);
  await world.iam('CreatePolicyVersion', { PolicyArn, PolicyDocument: policy(allow('sqs:*')) });
  assert.equal(await world.may(ann), NO_IDENTITY);
  await world.iam('SetDefaultPolicyVersion', { PolicyArn, VersionId: 'v2' });
  assert.equal(await world.may(ann), 'allowed');
  await world.iam('DetachUserPolicy', { ...of, PolicyArn });
  assert.equal(await world.may(ann), NO_IDENTITY);

  const provided = 'arn:aws:iam::aws:policy/AmazonSQSFullAccess';
  await world.iam('AttachUserPolicy', { ...of, PolicyArn: provided });
  assert.equal(await world.may(ann), 'allowed');
  const tagged = { ...allow('sqs:*'), Condition: { Null: { 'aws:PrincipalTag/Team': 'true' } } };
  await world.iam('DetachUserPolicy', { ...of, PolicyArn: provided });
  await world.putPolicy('ann', tagged);
  assert.equal(await world.may(ann), NO_IDENTITY);
  await world.iam('UntagUser', { ...of, TagKeys: ['team'] });
  assert.equal(await world.may(ann), 'allowed');
});

test('policies that were read before a change are not remembered after it', async () => {
  await using world = await createWorld();
  const { platform } = world;
  const ann = await world.user('ann');
  await world.putPolicy('ann', allow('sqs:*'));
  const hasRead = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const { storage } = platform;
  const slow = storage.read;
  Object.assign(storage, {
    async read(work: Parameters<Storage['read']>[0]) {
      const value = await slow(work);
      hasRead.resolve();
      await goOn.promise;
      return value;
    },
  });
  const before = world.may(ann);
  await hasRead.promise;
  Object.assign(storage, { read: slow });
  await world.iam('DeleteUserPolicy', { UserName: 'ann', PolicyName: 'p' });
  goOn.resolve();
  assert.equal(await before, 'allowed');
  assert.equal(await world.may(ann), NO_IDENTITY);
});

test('the conditions of every request', async () => {
  await using world = await createWorld();
  const ann = await world.user('ann');
  const now = world.platform.clock.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  const minute = 60_000;
  const conditions: [operator: string, key: string, holds: string, fails: string][] = [
    ['IpAddress', 'aws:SourceIp', '10.1.0.0/16', '10.2.0.0/16'],
    ['StringLike', 'aws:UserAgent', 'probe/*', 'aws-cli/*'],
    ['StringEquals', 'aws:RequestedRegion', REGION, 'eu-west-1'],
    ['Bool', 'aws:SecureTransport', 'false', 'true'],
    ['Bool', 'aws:PrincipalIsAWSService', 'false', 'true'],
    ['ArnEquals', 'aws:PrincipalArn', ANN, `arn:aws:iam::${ACCOUNT}:user/bob`],
    ['StringEquals', 'aws:PrincipalAccount', ACCOUNT, OTHER],
    ['StringEquals', 'aws:PrincipalType', 'User', 'AssumedRole'],
    ['StringEquals', 'aws:PrincipalTag/team', 'pets', 'cars'],
    ['StringEquals', 'aws:userid', ann.principalId, 'AIDAEXAMPLE'],
    ['StringEquals', 'aws:username', 'ann', 'bob'],
    ['StringEquals', 'aws:ResourceAccount', ACCOUNT, OTHER],
    ['DateLessThan', 'aws:CurrentTime', at(minute), at(-minute)],
    ['NumericGreaterThan', 'aws:EpochTime', String(now / 1000 - 60), String(now / 1000 + 60)],
    ['Null', 'aws:MultiFactorAuthPresent', 'true', 'false'],
    ['StringEquals', 'sqs:probe', 'yes', 'no'],
  ];
  for (const [operator, key, holds, fails] of conditions) {
    const withValue = async (value: string) => {
      await world.putPolicy('ann', {
        ...allow('sqs:*'),
        Condition: { [operator]: { [key]: value } },
      });
      return world.may(ann, { conditions: { 'sqs:probe': 'yes' } });
    };
    assert.equal(await withValue(holds), 'allowed', key);
    assert.equal(await withValue(fails), NO_IDENTITY, key);
  }
});

test('the conditions of a session', async () => {
  await using world = await createWorld();
  const Condition = {
    DateLessThan: { 'aws:TokenIssueTime': new Date(Date.now() + 60_000).toISOString() },
    Bool: { 'aws:MultiFactorAuthPresent': 'false' },
    StringEquals: { 'aws:SourceIdentity': 'ann', 'aws:PrincipalType': 'AssumedRole' },
    ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/r` },
    StringLike: { 'aws:userid': 'AROA*:s1' },
    Null: { 'aws:username': 'true' },
  };
  await world.iam('CreateRole', {
    RoleName: 'r',
    AssumeRolePolicyDocument: trust(
      { AWS: ACCOUNT },
      { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] },
    ),
  });
  await world.iam('PutRolePolicy', {
    RoleName: 'r',
    PolicyName: 'p',
    PolicyDocument: policy({ ...allow('sqs:*'), Condition }),
  });
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/r`;
  assert.equal(await world.may(await world.session(RoleArn, { SourceIdentity: 'ann' })), 'allowed');
  assert.equal(await world.may(await world.session(RoleArn)), NO_IDENTITY);
});

test('a resource lets users of its account in by itself, others only together with theirs', async () => {
  await using world = await createWorld();
  const ann = await world.user('ann');
  const guest = await world.user('guest', OTHER);
  const open = resourcePolicy({ AWS: [ANN, `arn:aws:iam::${OTHER}:user/guest`] }, allow('sqs:*'));
  assert.equal(await world.may(ann, open), 'allowed');
  assert.equal(await world.may(guest, open), NO_IDENTITY);
  assert.equal(await world.may(guest), NO_RESOURCE);
  const dispatch = createCaller(world.platform, [iam], authorize);
  await dispatch(
    'iam',
    'PutUserPolicy',
    { UserName: 'guest', PolicyName: 'p', PolicyDocument: policy(allow('sqs:*')) },
    { caller: rootCaller(OTHER) },
  );
  assert.equal(await world.may(guest, open), 'allowed');
  assert.equal(await world.may(guest), NO_RESOURCE);
});

test('anonymous callers have nothing but the policy of the resource', async () => {
  await using world = await createWorld();
  const anonymous: Caller = {
    ...rootCaller(''),
    principal: { kind: 'anonymous' },
    principalId: 'Anonymous',
    accessKeyId: undefined,
  };
  assert.equal(await world.may(anonymous), NO_RESOURCE);
  assert.equal(await world.may(anonymous, resourcePolicy('*', allow('sqs:*'))), 'allowed');
  assert.equal(
    await world.may(anonymous, resourcePolicy({ AWS: ACCOUNT }, allow('sqs:*'))),
    NO_RESOURCE,
  );
});

test('a policy that cannot be read lets nobody in', async () => {
  await using world = await createWorld();
  for (const caller of [rootCaller(), await world.user('ann')])
    assert.match(
      await world.may(caller, { resourcePolicy: '{' }),
      /^because a policy cannot be read/,
    );
});

test('a function whose role was never created may everything in its account', async () => {
  await using world = await createWorld();
  const { accessKeyId } = await functionCredentials(world.platform, {
    roleArn: `arn:aws:iam::${ACCOUNT}:role/missing`,
    account: ACCOUNT,
    functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:f`,
    functionName: 'f',
  });
  const session = await world.caller(accessKeyId);
  assert.equal(await world.may(session), 'allowed');
  assert.equal(await world.may(session, { resourceAccount: OTHER }), NO_RESOURCE);
  assert.equal(
    await world.may(session, resourcePolicy('*', deny('sqs:*'))),
    'with an explicit deny in a resource-based policy',
  );
});

test('a request does not fail because its use could not be recorded', async () => {
  await using world = await createWorld();
  const { storage } = world.platform;
  const ann = await world.user('ann');
  await world.putPolicy('ann', allow('sqs:*'));
  const { transaction } = storage;
  Object.assign(storage, { transaction: async () => Promise.reject(new Error('disk full')) });
  assert.equal(await world.may(ann), 'allowed');
  Object.assign(storage, { transaction });
});
