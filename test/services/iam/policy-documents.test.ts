import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rejects, startIamServer } from './world.ts';

const STATEMENT = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::pets' };
const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const having = (more: object) => document({ ...STATEMENT, ...more });
const condition = (Condition: unknown) => having({ Condition });
const date = (text: string) => condition({ DateLessThan: { 'aws:CurrentTime': text } });

const SYNTAX = 'Syntax errors in policy.';
const VERSION = 'Policy document must be version 2012-10-17 or greater.';
const LEGACY = 'The policy failed legacy parsing';
const NO_ACTIONS = 'Policy statement must contain actions.';
const NO_RESOURCES = 'Policy statement must contain resources.';
const VENDOR = 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
const COLON = 'Actions/Condition can contain only one colon.';
const SID = 'Statement IDs (SID) in a single policy must be unique.';

const REFUSED: readonly [document: unknown, message: string][] = [
  ['no JSON', SYNTAX],
  [[], SYNTAX],
  [{ Version: '2012-10-17' }, SYNTAX],
  [document(), SYNTAX],
  [{ ...document(STATEMENT), Other: 1 }, SYNTAX],
  [{ ...document(STATEMENT), Id: ['a'] }, SYNTAX],
  [{ ...document(STATEMENT), Version: '2013-10-17' }, SYNTAX],
  [{ Version: '2012-10-17', Statement: ['a'] }, SYNTAX],
  [having({ Effect: undefined }), SYNTAX],
  [having({ Effect: 'Maybe' }), SYNTAX],
  [having({ Other: 1 }), SYNTAX],
  [having({ Sid: {} }), SYNTAX],
  [having({ Action: [[]] }), SYNTAX],
  [having({ NotAction: [] }), SYNTAX],
  [having({ NotResource: '*' }), SYNTAX],
  [having({ Resource: ['a', {}] }), SYNTAX],
  [condition([]), SYNTAX],
  [condition({ StringEquals: 'a' }), SYNTAX],
  [condition({ StringEquals: { a: {} } }), SYNTAX],
  [condition({ Unknown: { a: '1' } }), SYNTAX],
  [condition({ 'ForAnyValue::StringEquals': { a: '1' } }), SYNTAX],
  [{ Statement: [STATEMENT] }, VERSION],
  [{ Version: '2008-10-17', Statement: STATEMENT }, VERSION],
  [{ Statement: [{ ...STATEMENT, Effect: 'allow' }] }, VERSION],
  [having({ Effect: 'allow', Action: undefined }), LEGACY],
  [having({ Resource: 'arn:aws:s3::pets', Action: undefined }), LEGACY],
  [having({ Resource: 'arn:aws::::pets' }), LEGACY],
  [having({ Resource: undefined, NotResource: 'arn:aws:s3::pets' }), LEGACY],
  [date('soon'), LEGACY],
  [date('234-13'), LEGACY],
  [date('2016-12-13t2:00:00.5+1'), LEGACY],
  [date('2016-12-13t2:00:00.1999999999+10:59'), LEGACY],
  [date('9223372036854775808'), LEGACY],
  [document({ ...STATEMENT, Sid: 'a' }, { Sid: 'a', Effect: 'Deny' }), SID],
  [having({ Principal: '*' }), 'Policy document should not specify a principal.'],
  [having({ Action: undefined }), NO_ACTIONS],
  [having({ Action: [] }), NO_ACTIONS],
  [document({ Effect: 'Deny' }, STATEMENT), NO_ACTIONS],
  [having({ Resource: undefined, Action: 'none' }), NO_RESOURCES],
  [having({ Resource: [] }), NO_RESOURCES],
  [having({ Resource: 'pets', Action: 'a:b:c' }), 'Resource pets must be in ARN format or "*".'],
  [having({ Resource: '' }), 'Resource  must be in ARN format or "*".'],
  [
    having({ Resource: 'arn:error:s3:::pets' }),
    'Partition "error" is not valid for resource "arn:error:s3:::pets".',
  ],
  [having({ Resource: 'a:b:c' }), 'Partition "b" is not valid for resource "arn:b:c:*:*:*".'],
  [
    having({ Resource: 'arn:aws' }),
    'Resource vendor must be fully qualified and cannot contain regexes.',
  ],
  [
    having({ Resource: 'arn:aws:iam:::pets' }),
    'IAM resource path must either be "*", root, or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.',
  ],
  [
    having({ Resource: 'arn:aws:iam:us-east-1::user/ann' }),
    'IAM resource arn:aws:iam:us-east-1::user/ann cannot contain region information.',
  ],
  [
    having({ Resource: 'arn:aws:s3:us-east-1::pets' }),
    'Resource arn:aws:s3:us-east-1::pets can not contain region information.',
  ],
  [having({ Action: 'ListBucket' }), VENDOR],
  [having({ Action: undefined, NotAction: '' }), VENDOR],
  [having({ Action: 's3:List:Bucket' }), COLON],
  [having({ Action: 's 3:ListBucket' }), 'Vendor s 3 is not valid'],
];

const TAKEN: readonly unknown[] = [
  having({ Action: 'iam: what is this' }),
  having({ Action: 's3.s:ListBucket' }),
  having({ Action: '*', Resource: [STATEMENT.Resource, '*'] }),
  having({ Resource: 'arn:aws:unknown' }),
  having({ Resource: `arn:aws:iam::*:user/$\{aws:username}` }),
  having({ Resource: 'arn:aws:s3:us-west-2:123456789012:accesspoint/pets' }),
  having({ Condition: {} }),
  condition({ Unknown: {}, DateLessThan: { a: [] } }),
  condition({ 'ForAnyValue:StringEqualsIfExists': { a: ['b', 1, true] } }),
  date('01T'),
  date('2016-12-13t2:00:00.593194+23'),
  date('2016-12-13T21:20:37-08:00'),
  date('-292275054'),
  date('1500000000'),
  document({ ...STATEMENT, Sid: '' }, { ...STATEMENT, Sid: '' }),
];

const textOf = (policy: unknown) => (typeof policy === 'string' ? policy : JSON.stringify(policy));

test('a policy document that is none is refused in the words of IAM', async () => {
  await using server = await startIamServer();
  for (const [policy, message] of REFUSED) {
    const PolicyDocument = textOf(policy);
    await rejects(server.iam.createPolicy({ PolicyName: 'p', PolicyDocument }), {
      code: 'MalformedPolicyDocument',
      message,
    });
  }
  assert.deepEqual((await server.iam.listPolicies({ Scope: 'Local' })).Policies, []);
});

test('every policy document that IAM takes is taken', async () => {
  await using server = await startIamServer();
  for (const [index, policy] of TAKEN.entries())
    await server.iam.createPolicy({ PolicyName: `p${index}`, PolicyDocument: textOf(policy) });
  assert.equal((await server.iam.listPolicies({ Scope: 'Local' })).Policies?.length, TAKEN.length);
});

test('inline policies may be of the older version', async () => {
  await using server = await startIamServer();
  await server.iam.createUser({ UserName: 'ann' });
  const PolicyDocument = JSON.stringify({ Version: '2008-10-17', Statement: STATEMENT });
  await server.iam.putUserPolicy({ UserName: 'ann', PolicyName: 'p', PolicyDocument });
  const { PolicyNames } = await server.iam.listUserPolicies({ UserName: 'ann' });
  assert.deepEqual(PolicyNames, ['p']);
});
