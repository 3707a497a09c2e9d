import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeTags, setTags } from '../../../src/services/iam/tags.ts';
import {
  allow,
  conflict,
  invalid,
  noSuchEntity,
  policy,
  rejects,
  startIamServer,
} from './world.ts';

test('tags are set, replaced whatever the case of their key, listed and removed', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const of = { RoleName: 'r' };
  await server.role('r', { Service: 'lambda.amazonaws.com' });
  await iam.tagRole({
    ...of,
    Tags: [
      { Key: 'Team', Value: 'a' },
      { Key: 'b', Value: '' },
    ],
  });
  await iam.tagRole({ ...of, Tags: [{ Key: 'team', Value: 'c' }] });
  assert.deepEqual((await iam.listRoleTags(of)).Tags, [
    { Key: 'b', Value: '' },
    { Key: 'team', Value: 'c' },
  ]);
  await iam.untagRole({ ...of, TagKeys: ['TEAM', 'unknown'] });
  assert.deepEqual((await iam.getRole(of)).Role?.Tags, [{ Key: 'b', Value: '' }]);
});

test('tags that cannot be are refused', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const UserName = 'ann';
  await iam.createUser({ UserName });
  const tag = (...Tags: { Key: string; Value: string }[]) => iam.tagUser({ UserName, Tags });
  await rejects(tag({ Key: 'a', Value: '1' }, { Key: 'A', Value: '2' }), {
    code: 'InvalidInput',
    message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  });
  await rejects(tag({ Key: 'aws:x', Value: '1' }), { code: 'InvalidInput', message: /reserved/ });
  await rejects(tag({ Key: 'a', Value: 'x'.repeat(257) }), invalid(/at 'tags\.1\.member\.value'/));
  await rejects(tag({ Key: '#', Value: '' }), invalid(/at 'tags\.1\.member\.key'.*pattern/));
  const tooMany = Array.from({ length: 51 }, (_, i) => `k${i}`);
  await rejects(
    tag(...tooMany.map((Key) => ({ Key, Value: '' }))),
    invalid(
      "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
    ),
  );
  await rejects(
    iam.untagUser({ UserName, TagKeys: tooMany }),
    invalid(/at 'tagKeys' .* Member must have length less than or equal to 50$/),
  );
  await rejects(
    iam.untagUser({ UserName, TagKeys: ['#'] }),
    invalid(/at 'tagKeys' .* Member must satisfy constraint: \[.*, Member must not be null\]$/),
  );
  const many = Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: '' }));
  await tag(...many);
  await rejects(
    tag({ Key: 'one-more', Value: '' }),
    conflict('LimitExceeded', 'Cannot exceed quota for TagsPerUser: 50'),
  );
});

test('what is stored is what was set', () => {
  const stored = setTags('[]', [{ Key: 'ä b', Value: 'c/d' }], 'user');
  assert.equal(stored, '[{"Key":"ä b","Value":"c/d"}]');
  assert.equal(removeTags(stored, ['Ä B'], 'user'), '[]');
  assert.equal(removeTags(stored, ['Ä B'], 'policy'), stored);
});

test('the case of keys counts in tags of policies, and short keys come first', async () => {
  await using server = await startIamServer();
  const { iam } = server;
  const { Policy } = await iam.createPolicy({
    PolicyName: 'p',
    PolicyDocument: policy(allow('s3:*')),
  });
  const PolicyArn = Policy?.Arn ?? assert.fail();
  assert.deepEqual((await iam.getPolicy({ PolicyArn })).Policy?.Tags, []);
  const Tags = ['abc', 'b', 'a', 'A'].map((Key) => ({ Key, Value: 'old' }));
  await iam.tagPolicy({ PolicyArn, Tags });
  await iam.tagPolicy({ PolicyArn, Tags: [{ Key: 'b', Value: 'new' }] });
  await iam.untagPolicy({ PolicyArn, TagKeys: ['A', 'unknown'] });
  const listed = await iam.listPolicyTags({ PolicyArn, MaxItems: 2 });
  assert.deepEqual(listed.Tags, [
    { Key: 'a', Value: 'old' },
    { Key: 'b', Value: 'new' },
  ]);
  const rest = await iam.listPolicyTags({ PolicyArn, Marker: listed.Marker });
  assert.deepEqual(rest.Tags, [{ Key: 'abc', Value: 'old' }]);

  const twice = [Tags[0], Tags[0]].filter((tag) => tag !== undefined);
  await rejects(iam.tagPolicy({ PolicyArn, Tags: twice }), {
    code: 'InvalidInput',
    message: 'Duplicate tag keys found.',
  });
  await rejects(
    iam.tagPolicy({ PolicyArn: `${PolicyArn}-not`, Tags }),
    noSuchEntity(`Policy ${PolicyArn}-not was not found.`),
  );
});
