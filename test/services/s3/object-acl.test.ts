import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { canonicalUserId } from '../../../src/services/s3/canonical-user.ts';
import { ALL_USERS } from '../../../src/services/s3/grants.ts';
import { ACCOUNT } from '../../support/platform.ts';
import { BUCKET, refused, startS3Server } from '../../support/s3-server.ts';

const server = await startS3Server();
after(server.close);
const { s3 } = server;

const OPEN = 'with-acls';
const ID = canonicalUserId(ACCOUNT);
const owners = { Grantee: { ID, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' };
const everybodys = { Grantee: { Type: 'Group', URI: ALL_USERS }, Permission: 'READ' };

before(async () => {
  await s3.createBucket({ Bucket: OPEN, ObjectOwnership: 'ObjectWriter' });
  await s3.deletePublicAccessBlock({ Bucket: OPEN });
  await s3.putBucketNotificationConfiguration({
    Bucket: OPEN,
    NotificationConfiguration: { EventBridgeConfiguration: {} },
  });
});

test('where ACLs are off the owner has everything and they are refused', async () => {
  const object = { Bucket: BUCKET, Key: 'k' };
  await s3.putObject({ ...object, Body: 'x' });
  const { Owner, Grants } = await s3.getObjectAcl(object);
  assert.deepEqual([Owner, Grants], [{ ID }, [owners]]);
  for (const ACL of ['private', 'public-read'] as const)
    await assert.rejects(
      s3.putObjectAcl({ ...object, ACL }),
      refused('AccessControlListNotSupported', 400),
    );
});

test('where ACLs are on they are given with the object or later, and only a change is an event', async () => {
  const object = { Bucket: OPEN, Key: 'k' };
  await s3.putObject({ ...object, Body: 'x', ACL: 'public-read' });
  assert.deepEqual((await s3.getObjectAcl(object)).Grants, [owners, everybodys]);
  await s3.putObjectAcl({ ...object, ACL: 'public-read' });
  await s3.putObjectAcl({ ...object, ACL: 'private' });
  assert.deepEqual((await s3.getObjectAcl(object)).Grants, [owners]);
  await s3.putObjectAcl({ ...object, GrantRead: `uri="${ALL_USERS}"` });
  assert.deepEqual((await s3.getObjectAcl(object)).Grants, [everybodys]);
  const AccessControlPolicy = { Owner: { ID }, Grants: [owners as never] };
  await s3.putObjectAcl({ ...object, AccessControlPolicy });
  assert.deepEqual((await s3.getObjectAcl(object)).Grants, [owners]);
  const changes = (await server.events()).filter(({ bucket }) => bucket === OPEN);
  assert.deepEqual(
    changes.map(({ eventName }) => eventName),
    ['ObjectCreated:Put', 'ObjectAcl:Put', 'ObjectAcl:Put', 'ObjectAcl:Put'],
  );
});

test('an ACL that lets the public in is refused where these are blocked', async () => {
  const Bucket = 'blocked';
  await s3.createBucket({ Bucket, ObjectOwnership: 'ObjectWriter' });
  await assert.rejects(
    s3.putObject({ Bucket, Key: 'k', Body: 'x', ACL: 'public-read' }),
    refused('AccessDenied', 403),
  );
  await s3.putObject({ Bucket, Key: 'k', Body: 'x' });
  await assert.rejects(
    s3.putObjectAcl({ Bucket, Key: 'k', ACL: 'public-read-write' }),
    refused('AccessDenied', 403),
  );
});

for (const [what, input, code, status = 400] of [
  ['nothing', {}, 'MissingSecurityHeader'],
  ['a name that is none', { ACL: 'secret' as never }, 'InvalidArgument'],
  ['both ways at once', { ACL: 'private', GrantRead: `id="${ID}"` }, 'InvalidRequest'],
  ['nobody', { GrantRead: 'id="x"' }, 'InvalidArgument'],
  ['no grantee', { GrantRead: 'everybody' }, 'InvalidArgument'],
  ['an unknown group', { GrantRead: 'uri="http://example.com"' }, 'InvalidArgument'],
  ['an address of mail', { GrantRead: 'emailAddress="a@b.example"' }, 'MethodNotAllowed', 405],
] as const)
  test(`an ACL for ${what}: ${code}`, async () => {
    await s3.putObject({ Bucket: OPEN, Key: 'other', Body: 'x' });
    await assert.rejects(
      s3.putObjectAcl({ Bucket: OPEN, Key: 'other', ...input }),
      refused(code, status),
    );
  });

test('whom the bucket lets write may share what it writes, and lookers learn what is missing', async () => {
  await s3.putBucketAcl({ Bucket: OPEN, ACL: 'public-read-write' });
  const guest = server.client({ account: '210987654321' });
  const object = { Bucket: OPEN, Key: 'from-a-guest' };
  await guest.putObject({ ...object, Body: 'x', ACL: 'public-read' });
  assert.equal((await fetch(`${server.url}/${OPEN}/from-a-guest`)).status, 200);
  assert.equal((await fetch(`${server.url}/${OPEN}/nothing`)).status, 404);
  await s3.putBucketAcl({ Bucket: OPEN, ACL: 'private' });
  assert.equal((await fetch(`${server.url}/${OPEN}/nothing`)).status, 403);
  await assert.rejects(guest.putObject({ ...object, Body: 'y' }), refused('AccessDenied', 403));
});
