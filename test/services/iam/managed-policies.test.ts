import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListPoliciesCommandInput } from '@aws-sdk/client-iam';
import { awsManagedPolicies } from '../../../src/aws/managed-policies.ts';
import { parsePolicy } from '../../../src/aws/policy/parse-policy.ts';
import { ACCOUNT } from '../../support/platform.ts';
import {
  accessDenied,
  allow,
  conflict,
  type IamServer,
  invalid,
  noSuchEntity,
  policy,
  rejects,
  startIamServer,
} from './world.ts';

const PROVIDED = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';

async function createPolicy({ iam }: IamServer, PolicyName: string, more: object = {}) {
  const PolicyDocument = policy(allow('s3:*'));
  const { Policy } = await iam.createPolicy({ PolicyName, PolicyDocument, ...more });
  assert.ok(Policy?.Arn);
  return Policy.Arn;
}

test('a policy is created, attached, found at whom it is attached to, and deleted', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const PolicyArn = await createPolicy(server, 'P', {
    Path: '/pets/',
    Description: 'all of S3',
    Tags: [{ Key: 'a', Value: 'b' }],
  });
  assert.equal(PolicyArn, `arn:aws:iam::${ACCOUNT}:policy/pets/P`);
  await iam.createUser({ UserName: 'ann' });
  await server.role('worker', { AWS: ACCOUNT });
  await iam.attachUserPolicy({ UserName: 'ann', PolicyArn });
  await iam.attachUserPolicy({ UserName: 'ann', PolicyArn });
  await iam.attachUserPolicy({ UserName: 'ann', PolicyArn: PROVIDED });
  await iam.attachRolePolicy({ RoleName: 'worker', PolicyArn });

  const { Policy } = await iam.getPolicy({ PolicyArn });
  assert.match(Policy?.PolicyId ?? '', /^ANPA[A-Z2-7]{17}$/);
  assert.equal(Policy?.AttachmentCount, 2);
  assert.equal(Policy.Description, 'all of S3');
  assert.deepEqual(Policy.Tags, [{ Key: 'a', Value: 'b' }]);
  assert.deepEqual((await iam.listAttachedUserPolicies({ UserName: 'ann' })).AttachedPolicies, [
    { PolicyName: 'P', PolicyArn },
    { PolicyName: 'AmazonS3FullAccess', PolicyArn: PROVIDED },
  ]);
  const filtered = { UserName: 'ann', PathPrefix: '/pets/' };
  assert.equal((await iam.listAttachedUserPolicies(filtered)).AttachedPolicies?.length, 1);

  const entities = await iam.listEntitiesForPolicy({ PolicyArn });
  assert.deepEqual(
    entities.PolicyUsers?.map(({ UserName }) => UserName),
    ['ann'],
  );
  assert.deepEqual(
    entities.PolicyRoles?.map(({ RoleName }) => RoleName),
    ['worker'],
  );
  await rejects(
    iam.listEntitiesForPolicy({ PolicyArn: `${PolicyArn}-not` }),
    noSuchEntity(`Policy ${PolicyArn}-not does not exist or is not attachable.`),
  );
  const roles = await iam.listEntitiesForPolicy({ PolicyArn, EntityFilter: 'Role' });
  assert.deepEqual(roles.PolicyUsers, []);

  await rejects(
    iam.deletePolicy({ PolicyArn }),
    conflict('DeleteConflict', 'Cannot delete a policy attached to entities.'),
  );
  await iam.detachUserPolicy({ UserName: 'ann', PolicyArn });
  await iam.detachRolePolicy({ RoleName: 'worker', PolicyArn });
  await rejects(
    iam.detachRolePolicy({ RoleName: 'worker', PolicyArn }),
    noSuchEntity(`Policy ${PolicyArn} was not found.`),
  );
  await iam.deletePolicy({ PolicyArn });
  await rejects(iam.getPolicy({ PolicyArn }), noSuchEntity(`Policy ${PolicyArn} was not found.`));
});

test('a policy has up to five versions, one of them in force', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const PolicyArn = await createPolicy(server, 'P');
  const add = (SetAsDefault: boolean) =>
    iam.createPolicyVersion({ PolicyArn, PolicyDocument: policy(allow('sqs:*')), SetAsDefault });
  const { PolicyVersion } = await add(false);
  assert.deepEqual(
    [PolicyVersion?.VersionId, PolicyVersion?.IsDefaultVersion, PolicyVersion?.Document],
    ['v2', false, undefined],
  );
  await iam.setDefaultPolicyVersion({ PolicyArn, VersionId: 'v2' });
  await add(true);
  const versions = async () =>
    (await iam.listPolicyVersions({ PolicyArn })).Versions?.map(
      ({ VersionId, IsDefaultVersion }) => `${VersionId}${IsDefaultVersion ? '*' : ''}`,
    );
  assert.deepEqual(await versions(), ['v3*', 'v2', 'v1']);
  const page = await iam.listPolicyVersions({ PolicyArn, MaxItems: 2 });
  const rest = await iam.listPolicyVersions({ PolicyArn, Marker: page.Marker });
  assert.deepEqual(
    rest.Versions?.map(({ VersionId }) => VersionId),
    ['v1'],
  );

  await add(false);
  await add(false);
  await rejects(
    add(false),
    conflict(
      'LimitExceeded',
      'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
    ),
  );
  await rejects(
    iam.deletePolicyVersion({ PolicyArn, VersionId: 'v3' }),
    conflict('DeleteConflict', 'Cannot delete the default version of a policy.'),
  );
  await iam.deletePolicyVersion({ PolicyArn, VersionId: 'v5' });
  assert.equal((await add(false)).PolicyVersion?.VersionId, 'v6');
  await rejects(
    iam.getPolicyVersion({ PolicyArn, VersionId: 'v5' }),
    noSuchEntity(`Policy ${PolicyArn} version v5 does not exist or is not attachable.`),
  );
  await rejects(iam.getPolicyVersion({ PolicyArn, VersionId: '5' }), invalid(/at 'versionId'/));
  const missing = `${PolicyArn}-not`;
  for (const call of [
    iam.getPolicyVersion({ PolicyArn: missing, VersionId: 'v1' }),
    iam.setDefaultPolicyVersion({ PolicyArn: missing, VersionId: 'v1' }),
  ])
    await rejects(
      call,
      noSuchEntity(`Policy ${missing} version v1 does not exist or is not attachable.`),
    );
  await rejects(
    iam.deletePolicy({ PolicyArn }),
    conflict('DeleteConflict', /^This policy has more than one version\./),
  );
});

test('policies of AWS can be read and attached, not changed', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const { Policy } = await iam.getPolicy({ PolicyArn: PROVIDED });
  assert.equal(Policy?.DefaultVersionId, 'v1');
  const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn: PROVIDED, VersionId: 'v1' });
  assert.match(decodeURIComponent(PolicyVersion?.Document ?? ''), /"s3:\*"/);
  const only = /which only AWS can change/;
  await rejects(iam.deletePolicy({ PolicyArn: PROVIDED }), accessDenied(only));
  await rejects(
    iam.createPolicyVersion({ PolicyArn: PROVIDED, PolicyDocument: policy(allow('*')) }),
    accessDenied(only),
  );
});

test('every policy of AWS is one', () => {
  assert.ok(awsManagedPolicies.size > 20);
  for (const { arn, document, id } of awsManagedPolicies.values()) {
    assert.match(arn, /^arn:aws:iam::aws:policy\/(service-role\/)?\w+$/);
    assert.match(id, /^ANPA[A-Z0-9]{17}$/);
    parsePolicy(document, 'identity');
  }
});

test('what cannot be attached is refused', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const UserName = 'ann';
  await iam.createUser({ UserName });
  const missing = 'arn:aws:iam::aws:policy/NoSuchPolicy';
  await rejects(
    iam.attachUserPolicy({ UserName, PolicyArn: missing }),
    noSuchEntity(`Policy ${missing} does not exist or is not attachable.`),
  );
  const wrong = `arn:aws:iam::${ACCOUNT}:role/r`;
  await rejects(iam.attachUserPolicy({ UserName, PolicyArn: wrong }), {
    code: 'InvalidInput',
    message: `ARN ${wrong} is not valid.`,
  });
  await rejects(
    iam.attachUserPolicy({ UserName, PolicyArn: 'a-name-instead-of-an-arn' }),
    invalid('ARN a-name-instead-of-an-arn is not valid.'),
  );
  const other = server.iamAs({ accessKeyId: '999999999999', secretAccessKey: 'test' });
  const PolicyDocument = policy(allow('s3:*'));
  const { Policy } = await other.createPolicy({ PolicyName: 'theirs', PolicyDocument });
  await rejects(
    iam.attachUserPolicy({ UserName, PolicyArn: Policy?.Arn }),
    noSuchEntity(/theirs does not exist or is not attachable/),
  );
  for (const { arn } of [...awsManagedPolicies.values()].slice(0, 10))
    await iam.attachUserPolicy({ UserName, PolicyArn: arn });
  await rejects(
    iam.attachUserPolicy({ UserName, PolicyArn: await createPolicy(server, 'P11') }),
    conflict('LimitExceeded', 'Cannot exceed quota for PoliciesPerUser: 10'),
  );
});

test('policies are listed by scope, path and use', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  await createPolicy(server, 'A');
  await createPolicy(server, 'B', { Path: '/pets/' });
  await iam.createUser({ UserName: 'ann' });
  await iam.attachUserPolicy({ UserName: 'ann', PolicyArn: PROVIDED });
  const names = async (input: ListPoliciesCommandInput) =>
    (await iam.listPolicies(input)).Policies?.map(({ PolicyName }) => PolicyName);
  assert.deepEqual(await names({ Scope: 'Local' }), ['A', 'B']);
  assert.deepEqual(await names({ Scope: 'Local', PathPrefix: '/pets/' }), ['B']);
  assert.deepEqual(await names({ OnlyAttached: true }), ['AmazonS3FullAccess']);
  assert.equal((await names({ Scope: 'AWS' }))?.length, awsManagedPolicies.size);
  assert.equal((await names({}))?.length, awsManagedPolicies.size + 2);
  assert.deepEqual(await names({ PolicyUsageFilter: 'PermissionsBoundary' }), []);
  await rejects(iam.listPolicies({ Scope: 'Mine' as 'Local' }), invalid(/Value at 'scope'/));
});

test('policies that cannot be are refused', async () => {
  await using server = await startIamServer();
  await createPolicy(server, 'P');
  await rejects(
    createPolicy(server, 'p', { Path: '/other/' }),
    conflict(
      'EntityAlreadyExists',
      'A policy called p already exists. Duplicate names are not allowed.',
    ),
  );
  const Resource = Array.from({ length: 100 }, (_, i) => `arn:aws:s3:::${i}${'x'.repeat(60)}`);
  await rejects(
    createPolicy(server, 'large', { PolicyDocument: policy(allow('s3:*', Resource)) }),
    conflict('LimitExceeded', 'Cannot exceed quota for PolicySize: 6144'),
  );
});
