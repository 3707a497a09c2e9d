import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from '../../src/lib/log.ts';
import { checkFunctionRole, functionCredentials } from '../../src/services/function-credentials.ts';
import { iam } from '../../src/services/iam/index.ts';
import { lookUpCredential } from '../../src/services/identity.ts';
import {
  type RoleRequest,
  type RoleUser,
  serviceRoleMay,
} from '../../src/services/service-role.ts';
import { ACCOUNT, createCaller, createTestPlatform, REGION } from '../support/platform.ts';
import { allow, deny, policy, trust } from './iam/world.ts';

const OTHER = '999999999999';
const LAMBDA = { Service: 'lambda.amazonaws.com' };
const functionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:f`;
const roleArn = `arn:aws:iam::${ACCOUNT}:role/service-role/worker`;
const fn = { roleArn, account: ACCOUNT, functionArn, functionName: 'f' };
const NOT_ASSUMABLE = 'The role defined for the function cannot be assumed by Lambda.';

async function createWorld(permissiveRoles = true) {
  const platform = await createTestPlatform({ settings: { permissiveRoles } });
  const call = createCaller(platform, [iam]);
  const warnings: string[] = [];
  const log: Log = { ...platform.log, warn: (_fields, message) => warnings.push(message) };
  return {
    ...platform,
    log,
    warnings,
    iam: (operation: string, input: object) =>
      call('iam', operation, { RoleName: 'worker', ...input }),
    createRole: (AssumeRolePolicyDocument: string) =>
      call<{ Role: { RoleId: string } }>('iam', 'CreateRole', {
        RoleName: 'worker',
        Path: '/service-role/',
        AssumeRolePolicyDocument,
      }),
  };
}

test('a function runs as its role, in a session of its own name', async () => {
  await using world = await createWorld();
  const { Role } = await world.createRole(trust(LAMBDA));
  await checkFunctionRole(world, fn);
  await world.clock.advance(86_400_000);
  const credentials = await functionCredentials(world, fn);
  assert.ok(Math.abs(credentials.expiresAtMs - world.clock.now() - 43_200_000) < 10_000);
  const credential = await lookUpCredential(world, credentials.accessKeyId);
  assert.equal(credential?.secretAccessKey, credentials.secretAccessKey);
  assert.equal(credential.sessionToken, credentials.sessionToken);
  assert.equal(credential.principalId, `${Role.RoleId}:f`);
  assert.deepEqual(credential.principal, {
    kind: 'assumed-role',
    account: ACCOUNT,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/worker/f`,
    roleArn,
  });
  assert.deepEqual(world.warnings, []);
});

test('a role that does not trust Lambda is refused', async () => {
  const policies = [
    trust({ Service: 'events.amazonaws.com' }),
    trust({ AWS: ACCOUNT }),
    trust(LAMBDA, { Condition: { StringEquals: { 'aws:SourceAccount': OTHER } } }),
    policy(
      { Effect: 'Allow', Principal: LAMBDA, Action: 'sts:AssumeRole' },
      { Effect: 'Deny', Principal: '*', Action: 'sts:*' },
    ),
  ];
  for (const trustPolicy of policies) {
    await using world = await createWorld();
    await world.createRole(trustPolicy);
    await assert.rejects(checkFunctionRole(world, fn), {
      code: 'InvalidParameterValueException',
      status: 400,
      message: NOT_ASSUMABLE,
    });
    await assert.rejects(functionCredentials(world, fn), {
      code: 'AccessDeniedException',
      status: 403,
      message: NOT_ASSUMABLE,
    });
  }
});

test('a trust policy may name the function', async () => {
  await using world = await createWorld();
  const Condition = { ArnLike: { 'aws:SourceArn': functionArn } };
  await world.createRole(trust(LAMBDA, { Condition }));
  await checkFunctionRole(world, fn);
  const other = { ...fn, functionArn: `${functionArn}2` };
  await assert.rejects(checkFunctionRole(world, other), { message: NOT_ASSUMABLE });
});

test('a role that was never created is let pass with a warning, once', async () => {
  await using world = await createWorld();
  await checkFunctionRole(world, fn);
  const first = await functionCredentials(world, fn);
  const second = await functionCredentials(world, { ...fn, functionName: 'g' });
  assert.notEqual(first.accessKeyId, second.accessKeyId);
  assert.equal(world.warnings.length, 1);
  assert.match(world.warnings[0] ?? '', /role\/service-role\/worker was never created.*everything/);
  await functionCredentials(world, { ...fn, roleArn: `${roleArn}2` });
  assert.equal(world.warnings.length, 2);
});

test('a role that was never created is refused where the operator says so', async () => {
  await using world = await createWorld(false);
  await assert.rejects(checkFunctionRole(world, fn), { message: NOT_ASSUMABLE });
  await assert.rejects(functionCredentials(world, fn), { message: NOT_ASSUMABLE });
});

test('the path of a role counts', async () => {
  await using world = await createWorld(false);
  await world.createRole(trust(LAMBDA));
  const wrong = { ...fn, roleArn: `arn:aws:iam::${ACCOUNT}:role/worker` };
  await assert.rejects(checkFunctionRole(world, wrong), { message: NOT_ASSUMABLE });
});

test('a role of another account is refused', async () => {
  await using world = await createWorld();
  await assert.rejects(checkFunctionRole(world, { ...fn, account: OTHER }), {
    code: 'AccessDeniedException',
    message: 'Cross-account pass role is not allowed.',
  });
});

test('what a service may do in a role, its policies and those of the resource say', async () => {
  await using world = await createWorld(false);
  const user: RoleUser = {
    service: 'lambda.amazonaws.com',
    roleArn,
    account: ACCOUNT,
    sourceArn: functionArn,
  };
  const queue = `arn:aws:sqs:${REGION}:${ACCOUNT}:q`;
  const may = (more: Partial<RoleRequest> = {}) =>
    serviceRoleMay(world, user, {
      action: 'sqs:ReceiveMessage',
      resource: queue,
      resourceAccount: ACCOUNT,
      resourcePolicy: null,
      region: REGION,
      ...more,
    });
  assert.match((await may()).reason, /does not exist$/);
  await world.createRole(trust(LAMBDA));
  assert.match((await may()).reason, /^no identity-based policy allows/);
  const named = (Effect: object) => policy({ ...Effect, Principal: { AWS: roleArn } });
  assert.equal((await may({ resourcePolicy: named(allow('sqs:*', queue)) })).allowed, true);
  await world.iam('AttachRolePolicy', {
    PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole',
  });
  assert.equal((await may()).allowed, true);
  assert.equal((await may({ action: 'sqs:SendMessage' })).allowed, false);
  assert.equal((await may({ resourcePolicy: named(deny('sqs:*', queue)) })).allowed, false);
  assert.equal((await may({ resourceAccount: OTHER })).allowed, false);
  const permissive = { ...world, settings: { ...world.settings, permissiveRoles: true } };
  const missing = { ...user, roleArn: `${roleArn}2` };
  const request = {
    action: 'sqs:ReceiveMessage',
    resource: queue,
    resourceAccount: ACCOUNT,
    resourcePolicy: null,
    region: REGION,
  };
  assert.equal((await serviceRoleMay(permissive, missing, request)).allowed, true);
});
