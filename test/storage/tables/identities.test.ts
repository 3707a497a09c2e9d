import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Storage, Transaction } from '../../../src/storage/storage.ts';
import { StorageError } from '../../../src/storage/storage.ts';
import * as accessKeys from '../../../src/storage/tables/access-keys.ts';
import * as policies from '../../../src/storage/tables/identity-policies.ts';
import * as managed from '../../../src/storage/tables/managed-policies.ts';
import * as roles from '../../../src/storage/tables/roles.ts';
import * as sessions from '../../../src/storage/tables/sessions.ts';
import * as users from '../../../src/storage/tables/users.ts';
import { engines } from '../../support/engines.ts';

const A = '111111111111';
const B = '222222222222';

const user = (id: string, name: string, more: Partial<users.UserRow> = {}): users.UserRow => ({
  id,
  account: A,
  name,
  path: '/',
  created_at: 1,
  tags: '[]',
  ...more,
});

const role = (id: string, name: string, path = '/'): Parameters<typeof roles.insertRole>[1] => ({
  id,
  account: A,
  name,
  path,
  description: null,
  trust_policy: '{}',
  max_session_seconds: 3600,
  created_at: 1,
  tags: '[]',
});

const policy = (arn: string, default_version: number): managed.ManagedPolicyRow => ({
  arn,
  id: `ANPA${arn}`,
  account: A,
  name: arn.split('/').at(-1) ?? '',
  path: '/',
  description: 'd',
  default_version,
  last_version: 2,
  created_at: 1,
  updated_at: 1,
  tags: '[]',
});

const session = (id: string, expires_at: number, identity_id = 'u1'): sessions.SessionRow => ({
  access_key_id: id,
  account: A,
  identity_id,
  secret: 's',
  token: 't',
  role_arn: null,
  session_name: null,
  source_identity: null,
  policies: '[]',
  tags: '[]',
  transitive_tag_keys: '[]',
  full_access: 0,
  issued_at: 1,
  expires_at,
});

for (const engine of engines) {
  describe(`identities on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());

    /** Each test has its tables to itself: whatever it did is undone. */
    const alone = (work: (tx: Transaction) => Promise<void>) => async () => {
      const undo = new Error('undo');
      const done = storage.transaction(async (tx) => {
        await work(tx);
        throw undo;
      });
      await assert.rejects(done, undo);
    };

    it(
      'users are found by name in their account, and listed by path in pages',
      alone(async (tx) => {
        await users.insertUser(tx, user('u1', 'Ann', { path: '/x/' }));
        await users.insertUser(tx, user('u2', 'bob'));
        await users.insertUser(tx, user('u3', 'Ann', { account: B }));
        assert.equal((await users.getUser(tx, A, 'Ann'))?.id, 'u1');
        assert.equal(await users.getUser(tx, A, 'ann'), undefined);
        assert.equal(await users.isUserNameTaken(tx, A, 'aNN'), true);
        assert.equal(await users.isUserNameTaken(tx, A, 'carl'), false);
        assert.equal(await users.countUsers(tx, A), 2);
        const list = async (path: string, afterName: string, limit: number) =>
          (await users.listUserRows(tx, A, path, afterName, limit)).map(({ id }) => id);
        assert.deepEqual(await list('/', '', 9), ['u1', 'u2']);
        assert.deepEqual(await list('/', '', 1), ['u1']);
        assert.deepEqual(await list('/', 'Ann', 9), ['u2']);
        assert.deepEqual(await list('/x/', '', 9), ['u1']);
        await users.updateUser(tx, 'u1', { name: 'ben', path: '/y/', tags: '[1]' });
        assert.deepEqual(
          { ...(await users.getUserById(tx, 'u1')) },
          user('u1', 'ben', { path: '/y/', tags: '[1]' }),
        );
        await users.deleteUserRow(tx, 'u1');
        assert.equal(await users.getUserById(tx, 'u1'), undefined);
      }),
    );

    it('a name is taken once, in whatever case', async () => {
      const twice = storage.transaction(async (tx) => {
        await users.insertUser(tx, user('u1', 'ann'));
        await users.insertUser(tx, user('u2', 'ANN'));
      });
      await assert.rejects(
        twice,
        (error) => error instanceof StorageError && error.kind === 'unique',
      );
    });

    it(
      'roles are found by ARN, path and all',
      alone(async (tx) => {
        await roles.insertRole(tx, role('r1', 'worker', '/service-role/'));
        const find = async (resource: string) =>
          (await roles.getRoleByArn(tx, `arn:aws:iam::${A}:${resource}`))?.id;
        assert.equal(await find('role/service-role/worker'), 'r1');
        assert.equal(await find('role/worker'), undefined);
        assert.equal(await find('user/service-role/worker'), undefined);
        assert.equal(await roles.getRoleByArn(tx, 'worker'), undefined);
        const changed = {
          description: 'd',
          trust_policy: '[]',
          max_session_seconds: 7200,
          tags: '[2]',
        };
        await roles.updateRole(tx, 'r1', changed);
        await roles.updateRoleUse(tx, 'r1', 5, 'us-east-1');
        assert.deepEqual(
          { ...(await roles.getRoleById(tx, 'r1')) },
          {
            ...role('r1', 'worker', '/service-role/'),
            ...changed,
            used_at: 5,
            used_region: 'us-east-1',
          },
        );
        assert.equal((await roles.listRoleRows(tx, A, '/service', '', 9)).length, 1);
        assert.equal(await roles.isRoleNameTaken(tx, A, 'WORKER'), true);
        await roles.deleteRoleRow(tx, 'r1');
        assert.equal(await roles.countRoles(tx, A), 0);
      }),
    );

    it(
      'access keys have a status and a last use',
      alone(async (tx) => {
        const key = { user_id: 'u1', secret: 's', status: 'Active' as const };
        await accessKeys.insertAccessKey(tx, { id: 'k2', created_at: 2, ...key });
        await accessKeys.insertAccessKey(tx, { id: 'k1', created_at: 3, ...key });
        await accessKeys.updateAccessKeyStatus(tx, 'k1', 'Inactive');
        await accessKeys.updateAccessKeyUse(tx, 'k1', { usedAt: 9, service: 's3', region: 'r' });
        assert.deepEqual(
          (await accessKeys.listAccessKeyRows(tx, 'u1')).map(({ id, status }) => [id, status]),
          [
            ['k2', 'Active'],
            ['k1', 'Inactive'],
          ],
        );
        const used = await accessKeys.getAccessKey(tx, 'k1');
        assert.deepEqual([used?.used_at, used?.used_service, used?.used_region], [9, 's3', 'r']);
        await accessKeys.deleteAccessKeyRow(tx, 'k1');
        assert.equal(await accessKeys.getAccessKey(tx, 'k1'), undefined);
      }),
    );

    it(
      'the documents of an identity are its own and those in force of what is attached',
      alone(async (tx) => {
        const [P, Q] = [`arn:aws:iam::${A}:policy/P`, 'arn:aws:iam::aws:policy/Q'];
        await managed.insertManagedPolicy(tx, policy(P, 2));
        for (const version of [1, 2])
          await managed.insertPolicyVersion(tx, {
            arn: P,
            version,
            document: `v${version}`,
            created_at: version,
          });
        await users.insertUser(tx, user('u1', 'ann'));
        await roles.insertRole(tx, role('r1', 'worker'));
        const attach = (identity_id: string, policy_arn: string) =>
          policies.insertAttachedPolicy(tx, { identity_id, policy_arn, account: A });
        await attach('u1', P);
        await attach('u1', P);
        await attach('u1', Q);
        await attach('r1', P);
        await policies.putInlinePolicy(tx, { identity_id: 'u1', name: 'i', document: 'old' });
        await policies.putInlinePolicy(tx, { identity_id: 'u1', name: 'i', document: 'own' });

        assert.deepEqual((await policies.listIdentityDocuments(tx, 'u1')).sort(), ['own', 'v2']);
        assert.deepEqual(await policies.listAttachedArns(tx, 'u1'), [P, Q]);
        const counts = await policies.countAttachments(tx, A);
        assert.deepEqual([...counts].sort(), [
          [P, 2],
          [Q, 1],
        ]);
        assert.deepEqual(
          (await policies.listAttachedIdentities(tx, A, P)).map(({ kind, id }) => [kind, id]),
          [
            ['user', 'u1'],
            ['role', 'r1'],
          ],
        );
        await managed.updateManagedPolicyVersions(tx, P, {
          default_version: 1,
          last_version: 2,
          updated_at: 7,
        });
        assert.deepEqual((await policies.listIdentityDocuments(tx, 'u1')).sort(), ['own', 'v1']);
        assert.equal((await managed.getManagedPolicy(tx, P))?.updated_at, 7);
        assert.equal(await managed.isPolicyNameTaken(tx, A, 'p'), true);
        await managed.deletePolicyVersionRow(tx, P, 2);
        assert.equal((await managed.listPolicyVersionRows(tx, P)).length, 1);
        assert.equal(await policies.deleteAttachedPolicy(tx, 'u1', P), true);
        assert.equal(await policies.deleteAttachedPolicy(tx, 'u1', P), false);
        assert.equal(await policies.deleteInlinePolicy(tx, 'u1', 'i'), true);
        assert.deepEqual(await policies.listInlinePolicyRows(tx, 'u1'), []);
        await managed.deleteManagedPolicy(tx, P);
        assert.deepEqual(await managed.listManagedPolicyRows(tx, A), []);
      }),
    );

    it(
      'expired sessions are swept a few at a time, oldest first',
      alone(async (tx) => {
        for (const [id, expiresAt] of [
          ['a', 3],
          ['b', 1],
          ['c', 2],
          ['d', 9],
        ] as const)
          await sessions.insertSession(tx, session(id, expiresAt));
        await sessions.insertSession(tx, session('e', 9, 'u2'));
        await sessions.sweepSessions(tx, 5, 2);
        const left = async () => {
          const found = await Promise.all(
            ['a', 'b', 'c', 'd', 'e'].map((id) => sessions.getSession(tx, id)),
          );
          return found.flatMap((row) => row?.access_key_id ?? []).join('');
        };
        assert.equal(await left(), 'ade');
        await sessions.deleteSessionsOf(tx, 'u1');
        assert.equal(await left(), 'e');
      }),
    );
  });
}
