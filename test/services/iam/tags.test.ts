import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeTags, setTags } from '../../../src/services/iam/tags.ts';
import { conflict, invalid, rejects, startIamServer } from './world.ts';

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
  const many = Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: '' }));
  await tag(...many);
  await rejects(
    tag({ Key: 'one-more', Value: '' }),
    conflict('LimitExceeded', 'Cannot exceed quota for TagsPerUser: 50'),
  );
});

test('what is stored is what was set', () => {
  const stored = setTags('[]', [{ Key: 'ä b', Value: 'c/d' }], 'TagsPerUser');
  assert.equal(stored, '[{"Key":"ä b","Value":"c/d"}]');
  assert.equal(removeTags(stored, ['Ä B']), '[]');
});
