import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import { parsePolicy } from '../../../src/aws/policy/parse-policy.ts';
import { isPublicPolicy } from '../../../src/services/s3/public-policy.ts';
import { createS3World } from '../../support/s3-world.ts';

const OBJECTS = 'arn:aws:s3:::photos/*';
const ALEX = { AWS: 'arn:aws:iam::123456789012:user/alex' };

const policy = (statement: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: ALEX, Action: 's3:GetObject', Resource: OBJECTS, ...statement },
    ],
  });

test('a policy is kept as it was put', async () => {
  await using world = await createS3World();
  await assert.rejects(world.call('GetBucketPolicy'), {
    code: 'NoSuchBucketPolicy',
    members: { BucketName: 'photos' },
    status: 404,
  });
  await assert.rejects(world.call('GetBucketPolicyStatus'), { code: 'NoSuchBucketPolicy' });
  const text = policy({});
  await world.call('PutBucketPolicy', { Policy: text });
  assert.deepEqual(await world.call('GetBucketPolicy'), { Policy: text });
  assert.deepEqual(await world.call('GetBucketPolicyStatus'), {
    PolicyStatus: { IsPublic: false },
  });
  await world.call('DeleteBucketPolicy');
  await world.call('DeleteBucketPolicy');
  await assert.rejects(world.call('GetBucketPolicy'), { code: 'NoSuchBucketPolicy' });
});

const refused: [name: string, text: string, code: string, message?: string][] = [
  [
    'no JSON',
    'hello',
    'MalformedPolicy',
    "Policies must be valid JSON and the first byte must be '{'",
  ],
  ['no statement', '{}', 'MalformedPolicy', 'Missing required field Statement'],
  ['any resource', policy({ Resource: '*' }), 'MalformedPolicy', 'Policy has invalid resource'],
  [
    'another bucket',
    policy({ Resource: 'arn:aws:s3:::photos-2/*' }),
    'MalformedPolicy',
    'Policy has invalid resource',
  ],
  ['no such action', policy({ Action: 's3:Get' }), 'MalformedPolicy', 'Policy has invalid action'],
  [
    'an action of another service',
    policy({ Action: 'sqs:SendMessage' }),
    'MalformedPolicy',
    'Policy has invalid action',
  ],
  [
    "a bucket's action on objects",
    policy({ Action: 's3:ListBucket' }),
    'MalformedPolicy',
    'Action does not apply to any resource(s) in statement',
  ],
  [
    "an object's action on the bucket",
    policy({ Resource: 'arn:aws:s3:::photos' }),
    'MalformedPolicy',
    'Action does not apply to any resource(s) in statement',
  ],
  ['no principal', policy({ Principal: 'alex' }), 'MalformedPolicy', 'Invalid principal in policy'],
  [
    'a condition of no S3 request',
    policy({ Condition: { StringEquals: { 's3:colour': 'red' } } }),
    'MalformedPolicy',
    'Policy has an invalid condition key',
  ],
  [
    'a condition on the signature',
    policy({ Condition: { StringEquals: { 's3:authType': 'POST' } } }),
    'NotImplemented',
  ],
  ['too large', policy({ Sid: 'x'.repeat(20 * 1024) }), 'PolicyTooLarge'],
  ['public', policy({ Principal: '*' }), 'AccessDenied'],
];

test('a policy that cannot be is refused and changes nothing', async () => {
  await using world = await createS3World();
  for (const [name, Policy, code, message] of refused)
    await assert.rejects(world.call('PutBucketPolicy', { Policy }), (error: AwsError) => {
      assert.equal(error.code, code, name);
      if (message) assert.equal(error.message, message, name);
      return true;
    });
  await assert.rejects(world.call('GetBucketPolicy'), { code: 'NoSuchBucketPolicy' });
});

const accepted = [
  { Action: 's3:*', Resource: ['arn:aws:s3:::photos', OBJECTS] },
  { Action: ['s3:ListBucket', 's3:GetObject'], Resource: ['arn:aws:s3:::photos', OBJECTS] },
  { Action: 's3:Get*' },
  { Action: 'S3:getobject' },
  { Action: '*', Resource: 'arn:aws:s3:::photos*' },
  { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
];

test('policies about the bucket and its objects are accepted', async () => {
  await using world = await createS3World();
  for (const statement of accepted)
    await world.call('PutBucketPolicy', { Policy: policy(statement) });
});

test('a public policy is stored once public policies are not blocked', async () => {
  await using world = await createS3World();
  await world.call('DeletePublicAccessBlock');
  await world.call('PutBucketPolicy', { Policy: policy({ Principal: '*' }) });
  assert.deepEqual(await world.call('GetBucketPolicyStatus'), { PolicyStatus: { IsPublic: true } });
});

const everybody = { Principal: '*' };
const publicity: [isPublic: boolean, statement: object][] = [
  [true, everybody],
  [true, { Principal: { AWS: '*' } }],
  [true, { Principal: undefined, NotPrincipal: ALEX }],
  [true, { ...everybody, Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:*' } } }],
  [true, { ...everybody, Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }],
  [true, { ...everybody, Condition: { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } } }],
  [true, { ...everybody, Condition: { StringEquals: { 's3:prefix': 'a' } } }],
  [true, { ...everybody, Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } }],
  [true, { ...everybody, Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '::/0'] } } }],
  [true, { ...everybody, Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }],
  [false, { ...everybody, Effect: 'Deny' }],
  [false, { Principal: { Service: 's3.amazonaws.com' } }],
  [false, { Principal: { AWS: '999999999999' } }],
  [false, { ...everybody, Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } } }],
  [false, { ...everybody, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:r:1:t' } } }],
  [false, { ...everybody, Condition: { StringLike: { 'aws:userid': 'AROAEXAMPLE:*' } } }],
  [false, { ...everybody, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }],
  [false, { ...everybody, Condition: { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } } }],
];

test('what Block Public Access counts as public', () => {
  for (const [isPublic, statement] of publicity)
    assert.equal(
      isPublicPolicy(parsePolicy(policy(statement), 'resource')),
      isPublic,
      JSON.stringify(statement),
    );
});
