import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { STS } from '@aws-sdk/client-sts';
import { systemClock } from '../../src/lib/clock.ts';
import { iam } from '../../src/services/iam/index.ts';
import { lookUpCredential } from '../../src/services/identity.ts';
import { startSession } from '../../src/services/sessions.ts';
import { sts } from '../../src/services/sts/index.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { getSession, insertSession } from '../../src/storage/tables/sessions.ts';
import { ACCOUNT, createCaller, createTestPlatform } from '../support/platform.ts';
import { startTestServer } from '../support/server.ts';
import { clientConfig, rejects } from './iam/world.ts';

const session = {
  account: ACCOUNT,
  identityId: ACCOUNT,
  durationSeconds: 3600,
};

test('the root key is that of the configuration; on loopback every account has one', async () => {
  await using platform = await createTestPlatform({
    settings: { rootAccessKeyId: 'me', rootSecretAccessKey: 'secret' },
  });
  const root = await lookUpCredential(platform, 'me');
  assert.equal(root?.secretAccessKey, 'secret');
  assert.equal(root.account, ACCOUNT);
  const other = await lookUpCredential(platform, '999999999999');
  assert.equal(other?.account, '999999999999');
  assert.deepEqual(other.principal, {
    kind: 'root',
    account: '999999999999',
    arn: 'arn:aws:iam::999999999999:root',
  });
  const elsewhere = { ...platform, settings: { ...platform.settings, accountKeys: false } };
  assert.equal(await lookUpCredential(elsewhere, '999999999999'), undefined);
  assert.equal(await lookUpCredential(platform, 'AKIAUNKNOWN'), undefined);
});

test('keys and sessions survive a restart', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'spillway-identity-'));
  try {
    const storage = await openSqlite({ directory });
    let platform = await createTestPlatform({ storage });
    const call = createCaller(platform, [iam]);
    await call('iam', 'CreateUser', { UserName: 'ann', Path: '/pets/' });
    const { AccessKey } = await call<{ AccessKey: { AccessKeyId: string } }>(
      'iam',
      'CreateAccessKey',
      { UserName: 'ann' },
    );
    const { ids } = platform;
    const row = await storage.transaction((tx) =>
      startSession(tx, ids, {
        ...session,
        identityId: 'AROAEXAMPLE',
        role: { arn: `arn:aws:iam::${ACCOUNT}:role/path/r`, sessionName: 's1' },
        policies: ['{}'],
      }),
    );
    const keys = [AccessKey.AccessKeyId, row.access_key_id];
    const before = await Promise.all(keys.map((key) => lookUpCredential(platform, key)));
    await platform.close();

    platform = await createTestPlatform({ storage: await openSqlite({ directory }) });
    const after = await Promise.all(keys.map((key) => lookUpCredential(platform, key)));
    await platform.close();
    assert.deepEqual(after, before);
    assert.equal(after[0]?.sessionToken, undefined);
    assert.deepEqual(after[1], {
      secretAccessKey: row.secret,
      sessionToken: row.token,
      expiresAt: row.expires_at,
      principal: {
        kind: 'assumed-role',
        account: ACCOUNT,
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/r/s1`,
        roleArn: `arn:aws:iam::${ACCOUNT}:role/path/r`,
      },
      account: ACCOUNT,
      principalId: 'AROAEXAMPLE:s1',
      sessionPolicies: ['{}'],
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('a session that has expired is told so, and removed when others begin', async () => {
  await using server = await startTestServer([sts]);
  const { platform, url } = server;
  const { storage, ids } = platform;
  const begin = () => storage.transaction((tx) => startSession(tx, ids, session));
  const row = await begin();
  const expired = {
    ...row,
    access_key_id: 'ASIAEXPIRED000000000',
    expires_at: systemClock.now() - 1,
  };
  await storage.transaction((tx) => insertSession(tx, expired));
  const client = new STS(
    clientConfig(url, {
      accessKeyId: expired.access_key_id,
      secretAccessKey: expired.secret,
      sessionToken: expired.token,
    }),
  );
  await rejects(client.getCallerIdentity({}), {
    code: 'ExpiredToken',
    message: 'The security token included in the request is expired',
    status: 403,
  });
  await begin();
  const find = (key: string) => storage.read((reader) => getSession(reader, key));
  assert.equal(await find(expired.access_key_id), undefined);
  assert.deepEqual({ ...(await find(row.access_key_id)) }, row);
});

test("moving the platform's clock ends no session", async () => {
  await using platform = await createTestPlatform();
  await platform.clock.advance(86_400_000);
  const row = await platform.storage.transaction((tx) => startSession(tx, platform.ids, session));
  assert.ok(Math.abs(row.issued_at - systemClock.now()) < 10_000);
  assert.equal(row.expires_at, row.issued_at + 3_600_000);
});
