import assert from 'node:assert/strict';
import { test } from 'node:test';
import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { parseFormCredential, verifyForm } from '../../../src/aws/signature-v4/post-form.ts';
import {
  checkContentLength,
  checkPostPolicy,
  parsePostPolicy,
} from '../../../src/aws/signature-v4/post-policy.ts';
import { ACCESS_KEY } from './receive-request.ts';

const client = new S3Client({
  endpoint: 'http://127.0.0.1:1',
  region: 'eu-west-1',
  credentials: { ...ACCESS_KEY, sessionToken: 'token' },
  forcePathStyle: true,
});

async function form(changes: Record<string, string | undefined> = {}) {
  const { fields } = await createPresignedPost(client, {
    Bucket: 'pets',
    Key: `cats/$\{filename}`,
    Fields: { acl: 'private' },
    Conditions: [
      ['content-length-range', 1, 1000],
      ['starts-with', '$Content-Type', 'image/'],
    ],
    Expires: 60,
  });
  const all = { ...fields, key: 'cats/tom.jpg', 'Content-Type': 'image/png', ...changes };
  const entries = Object.entries(all).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

function verify(fields: Map<string, string>, atMs = Date.now(), bucket = 'pets') {
  const credential = parseFormCredential(fields) ?? assert.fail('anonymous');
  return verifyForm(fields, bucket, credential, ACCESS_KEY.secretAccessKey, atMs);
}

test('a form of the official client verifies', async () => {
  const fields = await form();
  const credential = parseFormCredential(fields);
  assert.equal(credential?.accessKeyId, ACCESS_KEY.accessKeyId);
  assert.equal(credential?.region, 'eu-west-1');
  assert.equal(credential?.sessionToken, 'token');
  assert.deepEqual(verify(fields).contentLength, { bytesMin: 1, bytesMax: 1000 });
});

const failed = (operator: string, field: string, value: string) =>
  `Invalid according to Policy: Policy Condition failed: ["${operator}", "$${field}", "${value}"]`;
const changed: [what: string, changes: Record<string, string>, message: string][] = [
  ['another key', { key: 'dogs/rex.jpg' }, failed('starts-with', 'key', 'cats/')],
  [
    'another type',
    { 'Content-Type': 'text/html' },
    failed('starts-with', 'content-type', 'image/'),
  ],
  [
    'a further type',
    { 'Content-Type': 'image/png,text/html' },
    failed('starts-with', 'content-type', 'image/'),
  ],
  ['another ACL', { acl: 'public-read' }, failed('eq', 'acl', 'private')],
  [
    'an uncovered field',
    { 'x-amz-meta-a': 'b' },
    'Invalid according to Policy: Extra input fields: x-amz-meta-a',
  ],
];

for (const [what, changes, message] of changed) {
  test(`a form with ${what} is refused`, async () => {
    const fields = await form(changes);
    assert.throws(() => verify(fields), { code: 'AccessDenied', status: 403, message });
  });
}

test('fields to be ignored need no condition', async () => {
  verify(await form({ 'x-ignore-me': 'x' }));
});

test('a form for another bucket is refused', async () => {
  const fields = await form();
  assert.throws(() => verify(fields, Date.now(), 'others'), {
    message: failed('eq', 'bucket', 'pets'),
  });
});

test('an expired form is refused', async () => {
  const fields = await form();
  assert.throws(() => verify(fields, Date.now() + 62_000), {
    code: 'AccessDenied',
    message: 'Invalid according to Policy: Policy expired.',
  });
});

test('a policy that was changed does not verify', async () => {
  const policy = Buffer.from('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}');
  const fields = await form({ Policy: policy.toString('base64') });
  assert.throws(() => verify(fields), {
    code: 'SignatureDoesNotMatch',
    status: 403,
    message: /^The request signature we calculated/,
  });
});

test('an upload without policy is anonymous, with half of one it is refused', async () => {
  assert.equal(parseFormCredential(new Map([['key', 'k']])), undefined);
  const names = ['Policy', 'X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Signature'];
  for (const name of names) {
    const fields = await form({ [name]: undefined });
    assert.throws(() => parseFormCredential(fields), {
      code: 'InvalidArgument',
      status: 400,
      message: `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    });
  }
});

const malformed: [changes: Record<string, string>, message: RegExp][] = [
  [{ 'X-Amz-Algorithm': 'AWS4' }, /^X-Amz-Algorithm only supports/],
  [{ 'X-Amz-Credential': 'A/B' }, /the Credential is mal-formed/],
  [{ 'X-Amz-Date': '20200101T000000Z' }, /^Invalid credential date/],
  [{ 'X-Amz-Date': 'today' }, /^Invalid credential date/],
];

for (const [changes, message] of malformed) {
  test(`a form with ${JSON.stringify(changes)} is refused`, async () => {
    const fields = await form(changes);
    const code = 'AuthorizationQueryParametersError';
    assert.throws(() => parseFormCredential(fields), { code, status: 400, message });
  });
}

const expiration = '2026-01-01T00:00:00Z';
const invalid: [policy: unknown, reason: string][] = [
  ['x', 'Invalid JSON.'],
  ['null', 'Invalid JSON.'],
  [{ conditions: [] }, 'Policy missing expiration.'],
  [{ expiration: 'soon', conditions: [] }, "Invalid 'expiration' value: 'soon'"],
  [{ expiration }, 'Policy missing conditions.'],
  [
    { expiration, conditions: [{}] },
    'Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
  ],
  [
    { expiration, conditions: [{ a: 'b', c: 'd' }] },
    'Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
  ],
  [
    { expiration, conditions: [null] },
    'Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
  ],
  [{ expiration, conditions: [{ a: 1 }] }, 'Invalid Simple-Condition: value must be a string.'],
  [{ expiration, conditions: [['like', '$a', 'b']] }, "Unknown operation 'like' in condition."],
  [{ expiration, conditions: [['eq', '$a']] }, 'Invalid Condition: eq takes a field and a value.'],
  [{ expiration, conditions: [['eq', 'a', 'b']] }, 'Invalid Condition: a must start with $.'],
  [
    { expiration, conditions: [['content-length-range', 'x', 2]] },
    'Invalid Condition: content-length-range takes two numbers.',
  ],
];

for (const [policy, reason] of invalid) {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  test(`${text} is no policy of a form`, () => {
    assert.throws(() => parsePostPolicy(text), {
      code: 'InvalidPolicyDocument',
      status: 400,
      message: `Invalid Policy: ${reason}`,
    });
  });
}

test('conditions are compared with what the fields hold', () => {
  const check = (conditions: unknown[], fields: Record<string, string>) => {
    const policy = parsePostPolicy(JSON.stringify({ expiration, conditions }));
    checkPostPolicy(policy, new Map(Object.entries(fields)), 0);
  };
  check([['starts-with', '$key', '']], { key: 'anything' });
  check([['starts-with', '$redirect', '']], {});
  check([['EQ', '$Key', 'k']], { key: 'k' });
  check([{ Key: 'k' }], { key: 'k', file: '', policy: '', 'x-amz-signature': '' });
  assert.throws(() => check([{ key: 'k' }], {}), { message: failed('eq', 'key', 'k') });
  assert.throws(() => check([{ key: 'k' }], { key: 'K' }), { code: 'AccessDenied' });
});

test('the file must be as large as the policy says', () => {
  const conditions = [['content-length-range', 2, '3']];
  const policy = parsePostPolicy(JSON.stringify({ expiration, conditions }));
  checkContentLength(policy, 2);
  checkContentLength(policy, 3);
  assert.throws(() => checkContentLength(policy, 4), {
    code: 'EntityTooLarge',
    status: 400,
    message: 'Your proposed upload exceeds the maximum allowed size',
    members: { ProposedSize: '4', MaxSizeAllowed: '3' },
  });
  assert.throws(() => checkContentLength(policy, 1), {
    code: 'EntityTooSmall',
    status: 400,
    message: 'Your proposed upload is smaller than the minimum allowed size',
    members: { ProposedSize: '1', MinSizeAllowed: '2' },
  });
  checkContentLength({ ...policy, contentLength: undefined }, 10 ** 12);
});
