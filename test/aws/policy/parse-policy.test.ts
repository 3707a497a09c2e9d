import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compiledPolicy } from '../../../src/aws/policy/compiled-policy.ts';
import type { PolicyKind } from '../../../src/aws/policy/document.ts';
import { POLICY_BYTES_MAX, parsePolicy } from '../../../src/aws/policy/parse-policy.ts';

const ALLOW = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
const policy = (...statements: object[]) => JSON.stringify({ Statement: statements });
const without = (element: string) => policy({ ...ALLOW, [element]: undefined });
const withElement = (element: object) => policy({ ...ALLOW, ...element });

test('a document is read as written', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Id: 'id',
    Statement: {
      Sid: 's',
      Effect: 'Deny',
      NotPrincipal: { AWS: ['123456789012'], Service: 's3.amazonaws.com' },
      NotAction: ['s3:Get*', 'sqs:*'],
      NotResource: 'arn:aws:s3:::b/*',
      Condition: { StringEquals: { 'aws:SourceAccount': 123456789012 } },
    },
  });
  const { version, id, statements } = parsePolicy(text, 'resource');
  assert.deepEqual([version, id, statements.length], ['2012-10-17', 'id', 1]);
  const [{ sid, effect, principal, action, resource, conditions } = assert.fail()] = statements;
  assert.deepEqual([sid, effect], ['s', 'Deny']);
  assert.equal(principal?.negated, true);
  assert.deepEqual(
    principal?.entries.map((entry) => entry.text),
    ['123456789012', 's3.amazonaws.com'],
  );
  assert.deepEqual([action.negated, action.names], [true, ['s3:Get*', 'sqs:*']]);
  assert.deepEqual([resource?.negated, resource?.names], [true, ['arn:aws:s3:::b/*']]);
  assert.deepEqual(
    conditions.map(({ operator, key, values }) => [operator, key, values]),
    [['StringEquals', 'aws:SourceAccount', ['123456789012']]],
  );
});

test('the version is the older one unless stated', () => {
  assert.equal(parsePolicy(policy(ALLOW), 'resource').version, '2008-10-17');
});

const JSON_ERROR = "Policies must be valid JSON and the first byte must be '{'";
const PRINCIPAL_ERROR = 'Invalid principal in policy';
const refused: [text: string, message: string, kind?: PolicyKind][] = [
  ['', JSON_ERROR],
  ['x', JSON_ERROR],
  ['[]', JSON_ERROR],
  ['null', JSON_ERROR],
  ['{}', 'Missing required field Statement'],
  ['{"Statement":[]}', 'Missing required field Statement'],
  ['{"Statement":["x"]}', 'Invalid policy syntax: Statement must be an object.'],
  ['{"Statement":[],"Other":1}', 'Unknown field Other'],
  ['{"Version":"2020-01-01","Statement":[]}', 'The policy must contain a valid version string'],
  ['{"Id":1,"Statement":[{}]}', 'Invalid policy syntax: Id must be a string.'],
  [policy({ ...ALLOW, action: 'x' }), 'Unknown field action'],
  [withElement({ Sid: 1 }), 'Invalid policy syntax: Sid must be a string.'],
  [without('Effect'), 'Missing required field Effect'],
  [withElement({ Effect: 'allow' }), 'Invalid effect: "allow"'],
  [without('Principal'), 'Missing required field Principal'],
  [policy(ALLOW), 'Policy document should not specify a principal.', 'identity'],
  [policy(ALLOW), 'Has prohibited field Resource', 'trust'],
  [without('Action'), 'Missing required field Action'],
  [without('Resource'), 'Missing required field Resource'],
  [
    withElement({ NotAction: 's3:*' }),
    'Invalid policy syntax: Action and NotAction exclude each other.',
  ],
  [
    withElement({ Action: [] }),
    'Invalid policy syntax: Action must be a string or a list of strings.',
  ],
  [
    withElement({ Action: [{}] }),
    'Invalid policy syntax: Action must be a string or a list of strings.',
  ],
  [withElement({ Action: 'GetObject' }), 'Policy has invalid action'],
  [withElement({ Action: 's3:Get Object' }), 'Policy has invalid action'],
  [withElement({ Resource: 'bucket' }), 'Policy has invalid resource'],
  [withElement({ Principal: 'me' }), PRINCIPAL_ERROR],
  [withElement({ Principal: {} }), PRINCIPAL_ERROR],
  [withElement({ Principal: { AWS: 'me' } }), PRINCIPAL_ERROR],
  [withElement({ Principal: { AWS: '12345' } }), PRINCIPAL_ERROR],
  [withElement({ Principal: { AWS: 'arn:aws:iam::123456789012:user/*' } }), PRINCIPAL_ERROR],
  [withElement({ Principal: { AWS: 'arn:aws:s3:::bucket' } }), PRINCIPAL_ERROR],
  [withElement({ Principal: { CanonicalUser: '79a5' } }), PRINCIPAL_ERROR],
  [withElement({ Principal: { Other: 'x' } }), PRINCIPAL_ERROR],
  [withElement({ Condition: [] }), 'Invalid policy syntax: Condition must be an object.'],
  [withElement({ Condition: { Like: { a: 'b' } } }), 'Invalid Condition type : Like'],
  [
    withElement({ Condition: { StringEquals: { a: null } } }),
    'Invalid policy syntax: a must be a string or a list of strings.',
  ],
  [
    policy({ ...ALLOW, Sid: 'a' }, { ...ALLOW, Sid: 'a' }),
    'Statement IDs (SID) in a single policy must be unique.',
  ],
  [
    policy({ ...ALLOW, Sid: 'a'.repeat(POLICY_BYTES_MAX) }),
    'Policies must not be larger than 32,768 bytes',
  ],
];

for (const [text, message, kind = 'resource'] of refused) {
  test(`'${text.slice(0, 120)}' is no ${kind} policy`, () => {
    assert.throws(() => parsePolicy(text, kind), { name: 'PolicySyntaxError', message });
  });
}

test('a policy is compiled once for each use', () => {
  const text = policy({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' });
  assert.equal(compiledPolicy(text, 'trust'), compiledPolicy(text, 'trust'));
  assert.throws(() => compiledPolicy(text, 'identity'), {
    message: 'Policy document should not specify a principal.',
  });
});
