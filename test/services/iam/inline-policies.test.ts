import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allow, conflict, noSuchEntity, policy, rejects, startIamServer } from './world.ts';

const LAMBDA = { Service: 'lambda.amazonaws.com' };

test('inline policies are put, replaced, listed and deleted', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const of = { RoleName: 'r' };
  await server.role('r', LAMBDA);
  for (const PolicyName of ['b', 'a', 'c'])
    await iam.putRolePolicy({ ...of, PolicyName, PolicyDocument: policy(allow('s3:*')) });
  const replaced = policy(allow('sqs:*'));
  await iam.putRolePolicy({ ...of, PolicyName: 'b', PolicyDocument: replaced });
  assert.deepEqual((await iam.listRolePolicies(of)).PolicyNames, ['a', 'b', 'c']);
  const { PolicyDocument, RoleName, PolicyName } = await iam.getRolePolicy({
    ...of,
    PolicyName: 'b',
  });
  assert.deepEqual([RoleName, PolicyName], ['r', 'b']);
  assert.equal(decodeURIComponent(PolicyDocument ?? ''), replaced);
  await iam.deleteRolePolicy({ ...of, PolicyName: 'b' });
  await rejects(
    iam.getRolePolicy({ ...of, PolicyName: 'b' }),
    noSuchEntity('The role policy with name b cannot be found.'),
  );
  await rejects(
    iam.deleteRolePolicy({ ...of, PolicyName: 'b' }),
    noSuchEntity('The role policy with name b cannot be found.'),
  );
});

test('pages of a list follow each other', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const UserName = 'ann';
  await iam.createUser({ UserName });
  for (const PolicyName of ['a', 'b', 'c'])
    await iam.putUserPolicy({ UserName, PolicyName, PolicyDocument: policy(allow('s3:*')) });
  const first = await iam.listUserPolicies({ UserName, MaxItems: 2 });
  assert.deepEqual(first.PolicyNames, ['a', 'b']);
  assert.equal(first.IsTruncated, true);
  const { Marker } = first;
  const second = await iam.listUserPolicies({ UserName, MaxItems: 2, Marker });
  assert.deepEqual(second.PolicyNames, ['c']);
  assert.equal(second.IsTruncated, false);
  assert.equal(second.Marker, undefined);
});

test('documents that are no policies are refused', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  await iam.createUser({ UserName: 'ann' });
  const cases: [string, string][] = [
    ['nope', 'Syntax errors in policy.'],
    [
      policy({ ...allow('s3:*'), Principal: '*' }),
      'Policy document should not specify a principal.',
    ],
    [policy({ Effect: 'Allow', Action: 's3:*' }), 'Policy statement must contain resources.'],
    [policy({ ...allow('s3:*'), Effect: 'allow' }), 'The policy failed legacy parsing'],
  ];
  for (const [PolicyDocument, message] of cases)
    await rejects(iam.putUserPolicy({ UserName: 'ann', PolicyName: 'p', PolicyDocument }), {
      code: 'MalformedPolicyDocument',
      message,
    });
  assert.deepEqual((await iam.listUserPolicies({ UserName: 'ann' })).PolicyNames, []);
});

test('all inline policies of a user together have a limit; white space does not count', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const UserName = 'ann';
  await iam.createUser({ UserName });
  const large = policy(allow('s3:*', `arn:aws:s3:::${'x'.repeat(1200)}`));
  const indented = JSON.stringify(JSON.parse(large), null, 40);
  await iam.putUserPolicy({ UserName, PolicyName: 'p', PolicyDocument: large });
  await iam.putUserPolicy({ UserName, PolicyName: 'p', PolicyDocument: indented });
  await rejects(
    iam.putUserPolicy({ UserName, PolicyName: 'q', PolicyDocument: large }),
    conflict('LimitExceeded', 'Maximum policy size of 2048 bytes exceeded for user ann'),
  );
});
