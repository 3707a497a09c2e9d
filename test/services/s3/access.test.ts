import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import { decide, denialReason } from '../../../src/aws/policy/authorize.ts';
import { globalConditionKeys } from '../../../src/aws/policy/global-condition-keys.ts';
import { parsePolicy } from '../../../src/aws/policy/parse-policy.ts';
import type { Caller } from '../../../src/services/caller.ts';
import type { Authorize } from '../../../src/services/dispatch.ts';
import { ACCOUNT, rootCaller } from '../../support/platform.ts';
import { createS3World } from '../../support/s3-world.ts';

const OTHER = '999999999999';
const BUCKET_ARN = 'arn:aws:s3:::photos';

const userOf = (account: string, name: string): Caller => ({
  ...rootCaller(account),
  principal: { kind: 'user', account, arn: `arn:aws:iam::${account}:user/${name}` },
  principalId: 'AIDAEXAMPLE',
});
const anonymous: Caller = {
  ...rootCaller(''),
  principal: { kind: 'anonymous' },
  principalId: 'Anonymous',
  accessKeyId: undefined,
};
const alex = userOf(ACCOUNT, 'alex');
const guest = userOf(OTHER, 'guest');

/** Policies of users, by name; the rest is as the server decides. */
const withPolicies =
  (policies: Record<string, object>): Authorize =>
  async (access, { caller, clock }) => {
    const name = 'arn' in caller.principal ? (caller.principal.arn.split('/')[1] ?? '') : '';
    const statement = policies[name];
    const request = {
      principal: caller.principal,
      action: access.action,
      resource: access.resource,
      resourceAccount: access.resourceAccount,
      resourcePolicies: access.resourcePolicy
        ? [parsePolicy(access.resourcePolicy, 'resource')]
        : [],
      identityPolicies: statement
        ? [
            parsePolicy(
              JSON.stringify({
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', ...statement }],
              }),
              'identity',
            ),
          ]
        : [],
      context: {
        ...globalConditionKeys({ principal: caller.principal, nowMs: clock.now() }),
        ...access.conditions,
      },
    };
    const authorization = decide(request);
    return { ...authorization, reason: denialReason(request, authorization) };
  };

const everything = { Action: '*', Resource: '*' };
const worldWith = (policies: Record<string, object> = {}) =>
  createS3World({ authorize: withPolicies(policies) });
const policyOf = (...Statement: object[]) => ({
  Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
});
const message = (text: string) => (error: AwsError) => {
  assert.equal(error.code, 'AccessDenied');
  assert.equal(error.status, 403);
  assert.equal(error.message, text);
  return true;
};
const denied = (error: AwsError) => message(error.message)(error);

test('a user needs a policy of its own, and is told which action it lacks', async () => {
  await using world = await worldWith();
  const call = world.as(alex);
  await assert.rejects(
    call('PutObject', { Key: 'a' }),
    message(
      'User: arn:aws:iam::123456789012:user/alex is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::photos/a" because no identity-based policy allows the s3:PutObject action',
    ),
  );
  await assert.rejects(call('ListBuckets'), denied);
  await assert.rejects(call('CreateBucket', { Bucket: 'mine' }), denied);
});

test('other accounts and anonymous callers are told nothing', async () => {
  await using world = await worldWith({ guest: everything });
  for (const caller of [guest, anonymous])
    await assert.rejects(world.as(caller)('PutObject', { Key: 'a' }), message('Access Denied'));
});

test('a bucket that is missing is said to be, whoever asks', async () => {
  await using world = await worldWith();
  const ask = world.as(anonymous)('GetObject', { Bucket: 'nowhere', Key: 'a' });
  await assert.rejects(ask, { code: 'NoSuchBucket' });
});

test("the bucket's policy lets users of its own account in by itself", async () => {
  await using world = await worldWith();
  const Principal = { AWS: 'arn:aws:iam::123456789012:user/alex' };
  await world.call(
    'PutBucketPolicy',
    policyOf({
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: `${BUCKET_ARN}/alex/*`,
    }),
  );
  await world.as(alex)('PutObject', { Key: 'alex/a' });
  await assert.rejects(world.as(alex)('PutObject', { Key: 'b' }), denied);
});

test('across accounts both sides must agree', async () => {
  await using world = await worldWith({ guest: everything });
  const allow = policyOf({
    Effect: 'Allow',
    Principal: { AWS: OTHER },
    Action: 's3:PutObject',
    Resource: `${BUCKET_ARN}/*`,
  });
  await world.call('PutBucketPolicy', allow);
  await world.as(guest)('PutObject', { Key: 'a' });
  await assert.rejects(world.as(userOf(OTHER, 'nobody'))('PutObject', { Key: 'a' }), denied);
});

test('a Deny holds for root too, but the owner can always take the policy back', async () => {
  await using world = await worldWith();
  await world.call('PutObject', { Key: 'a' });
  const Resource = [BUCKET_ARN, `${BUCKET_ARN}/*`];
  await world.call(
    'PutBucketPolicy',
    policyOf({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource }),
  );
  await assert.rejects(
    world.call('GetObject', { Key: 'a' }),
    message(
      'User: arn:aws:iam::123456789012:root is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::photos/a" with an explicit deny in a resource-based policy',
    ),
  );
  await assert.rejects(world.call('GetBucketCors'), denied);
  await world.call('GetBucketPolicy');
  await world.call('DeleteBucketPolicy');
  await world.call('GetObject', { Key: 'a' });
});

test('public access needs the block to be taken away', async () => {
  await using world = await worldWith();
  await world.call('PutObject', { Key: 'a' });
  const open = policyOf({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `${BUCKET_ARN}/*`,
  });
  const block = (on: boolean) =>
    world.call('PutPublicAccessBlock', {
      PublicAccessBlockConfiguration: { RestrictPublicBuckets: on },
    });
  await block(true);
  await world.call('PutBucketPolicy', open);
  const call = world.as(anonymous);
  await assert.rejects(call('GetObject', { Key: 'a' }), message('Access Denied'));
  await block(false);
  await call('GetObject', { Key: 'a' });
});

test('who may read but not list is not told that a key is missing', async () => {
  const read = { Action: 's3:GetObject', Resource: `${BUCKET_ARN}/*` };
  await using world = await worldWith({
    alex: read,
    sam: { Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' },
  });
  await assert.rejects(world.as(alex)('GetObject', { Key: 'gone' }), (error: AwsError) => {
    assert.match(error.message, /s3:ListBucket on resource: "arn:aws:s3:::photos"/);
    return denied(error);
  });
  await assert.rejects(world.as(userOf(ACCOUNT, 'sam'))('GetObject', { Key: 'gone' }), {
    code: 'NoSuchKey',
  });
});

test('listing can be limited to a prefix', async () => {
  await using world = await worldWith({
    alex: {
      Action: 's3:ListBucket',
      Resource: BUCKET_ARN,
      Condition: { StringLike: { 's3:prefix': 'alex/*' } },
    },
  });
  const call = world.as(alex);
  await call('ListObjectsV2', { Prefix: 'alex/1' });
  await assert.rejects(call('ListObjectsV2', { Prefix: 'sam/' }), denied);
  await assert.rejects(call('ListObjectsV2'), denied);
});

test('tags in a header need their own permission, and can be limited', async () => {
  const put = { Action: 's3:PutObject', Resource: '*' };
  const tag = {
    Action: ['s3:PutObject', 's3:PutObjectTagging'],
    Resource: '*',
    Condition: { StringEquals: { 's3:RequestObjectTag/team': 'pets' } },
  };
  await using world = await worldWith({ alex: put, sam: tag });
  await world.as(alex)('PutObject', { Key: 'a' });
  await assert.rejects(world.as(alex)('PutObject', { Key: 'a', Tagging: 'team=pets' }), denied);
  const sam = world.as(userOf(ACCOUNT, 'sam'));
  await sam('PutObject', { Key: 'a', Tagging: 'team=pets' });
  await assert.rejects(sam('PutObject', { Key: 'a', Tagging: 'team=cars' }), denied);
});

test("an object's tags can decide who reads it", async () => {
  const Condition = { StringEquals: { 's3:ExistingObjectTag/open': 'yes' } };
  await using world = await worldWith({
    alex: { Action: 's3:GetObject', Resource: '*', Condition },
  });
  await world.call('PutObject', { Key: 'a', Tagging: 'open=yes' });
  await world.call('PutObject', { Key: 'b' });
  await world.as(alex)('GetObject', { Key: 'a' });
  await assert.rejects(world.as(alex)('GetObject', { Key: 'b' }), denied);
});

test('a copy needs leave to read the source and to write the copy', async () => {
  await using world = await worldWith({
    alex: { Action: 's3:PutObject', Resource: '*' },
    sam: { Action: ['s3:PutObject', 's3:GetObject'], Resource: '*' },
  });
  await world.call('PutObject', { Key: 'a' });
  const copy = { Key: 'b', CopySource: 'photos/a' };
  await assert.rejects(world.as(alex)('CopyObject', copy), denied);
  await world.as(userOf(ACCOUNT, 'sam'))('CopyObject', copy);
});

test('DeleteObjects answers for each key', async () => {
  await using world = await worldWith({
    alex: { Action: 's3:DeleteObject', Resource: `${BUCKET_ARN}/alex/*` },
  });
  const answer = await world.as(alex)<{
    Deleted: { Key: string }[];
    Errors: { Key: string; Code: string }[];
  }>('DeleteObjects', { Delete: { Objects: [{ Key: 'alex/a' }, { Key: 'b' }] } });
  assert.deepEqual(
    answer.Deleted.map(({ Key }) => Key),
    ['alex/a'],
  );
  assert.deepEqual(
    answer.Errors.map(({ Key, Code }) => ({ Key, Code })),
    [{ Key: 'b', Code: 'AccessDenied' }],
  );
});

test('naming a version needs the permission for versions', async () => {
  await using world = await worldWith({ alex: { Action: 's3:GetObject', Resource: '*' } });
  await world.call('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } });
  const { VersionId } = await world.call('PutObject', { Key: 'a' });
  await world.as(alex)('GetObject', { Key: 'a' });
  await assert.rejects(world.as(alex)('GetObject', { Key: 'a', VersionId }), denied);
});

test('a public-read ACL lets everybody read where ACLs are on', async () => {
  await using world = await worldWith();
  await world.call('PutBucketOwnershipControls', {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
  });
  await world.call('DeletePublicAccessBlock');
  await world.call('PutObject', { Key: 'open', ACL: 'public-read' });
  await world.call('PutObject', { Key: 'closed' });
  const call = world.as(anonymous);
  await call('GetObject', { Key: 'open' });
  await assert.rejects(call('GetObject', { Key: 'closed' }), denied);
  await assert.rejects(call('ListObjectsV2'), denied);
  await world.call('PutBucketAcl', { ACL: 'public-read' });
  await call('ListObjectsV2');

  await world.call('PutPublicAccessBlock', {
    PublicAccessBlockConfiguration: { IgnorePublicAcls: true },
  });
  await assert.rejects(call('GetObject', { Key: 'open' }), denied);
});

test('what another account wrote is its own where ACLs are on', async () => {
  await using world = await worldWith({ guest: everything });
  await world.call('PutBucketOwnershipControls', {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
  });
  await world.call(
    'PutBucketPolicy',
    policyOf({
      Effect: 'Allow',
      Principal: { AWS: OTHER },
      Action: ['s3:PutObject', 's3:PutObjectAcl'],
      Resource: `${BUCKET_ARN}/*`,
    }),
  );
  await world.as(guest)('PutObject', { Key: 'a' });
  await assert.rejects(world.call('GetObject', { Key: 'a' }), denied);
  await world.as(guest)('PutObject', { Key: 'b', GrantRead: `id="${await canonicalId(world)}"` });
  await world.call('GetObject', { Key: 'b' });
});

async function canonicalId(world: Awaited<ReturnType<typeof createS3World>>): Promise<string> {
  const { Owner } = await world.call<{ Owner: { ID: string } }>('GetBucketAcl');
  return Owner.ID;
}
