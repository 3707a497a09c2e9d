import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '../../../src/aws/policy/evaluate.ts';
import { explain } from '../../../src/aws/policy/explain.ts';
import { parsePolicy } from '../../../src/aws/policy/parse-policy.ts';
import type { Principal } from '../../../src/aws/policy/principal.ts';
import type { PolicyRequest } from '../../../src/aws/policy/request.ts';

const ANN = 'arn:aws:iam::111111111111:user/staff/ann';
const ROLE = 'arn:aws:iam::111111111111:role/path/worker';
const SESSION = 'arn:aws:sts::111111111111:assumed-role/worker/s1';

const callers = {
  anonymous: { kind: 'anonymous' },
  root: { kind: 'root', account: '111111111111', arn: 'arn:aws:iam::111111111111:root' },
  ann: { kind: 'user', account: '111111111111', arn: ANN },
  worker: { kind: 'assumed-role', account: '111111111111', arn: SESSION, roleArn: ROLE },
  stranger: { kind: 'user', account: '222222222222', arn: 'arn:aws:iam::222222222222:user/ann' },
  s3: { kind: 'service', service: 's3.amazonaws.com' },
} as const satisfies Record<string, Principal>;

const statement = (elements: object) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 'sqs:SendMessage',
  Resource: 'arn:aws:sqs:us-east-1:111111111111:q',
  ...elements,
});
const resourcePolicy = (...statements: object[]) =>
  parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'resource');

const request = (changes: Partial<PolicyRequest> = {}): PolicyRequest => ({
  principal: callers.ann,
  action: 'sqs:SendMessage',
  resource: 'arn:aws:sqs:us-east-1:111111111111:q',
  context: {},
  ...changes,
});

const principals: [element: unknown, matches: Partial<Record<keyof typeof callers, string>>][] = [
  [
    '*',
    {
      anonymous: 'everyone',
      root: 'everyone',
      ann: 'everyone',
      worker: 'everyone',
      stranger: 'everyone',
      s3: 'everyone',
    },
  ],
  [
    { AWS: '*' },
    {
      anonymous: 'everyone',
      root: 'everyone',
      ann: 'everyone',
      worker: 'everyone',
      stranger: 'everyone',
      s3: 'everyone',
    },
  ],
  [{ AWS: '111111111111' }, { root: 'self', ann: 'account', worker: 'account' }],
  [{ AWS: 'arn:aws:iam::111111111111:root' }, { root: 'self', ann: 'account', worker: 'account' }],
  [{ AWS: ANN }, { ann: 'self' }],
  [{ AWS: ROLE }, { worker: 'role' }],
  [{ AWS: [SESSION] }, { worker: 'self' }],
  [{ AWS: ['111111111111', ANN] }, { root: 'self', ann: 'self', worker: 'account' }],
  [{ AWS: 'arn:aws:iam::111111111111:role/other' }, {}],
  [{ Service: 's3.amazonaws.com' }, { s3: 'self' }],
  [{ Service: ['sns.amazonaws.com', 's3.amazonaws.com'] }, { s3: 'self' }],
  [{ Service: 'sns.amazonaws.com' }, {}],
  [{ Federated: 'cognito-identity.amazonaws.com' }, {}],
  [
    { AWS: '222222222222', Service: 's3.amazonaws.com' },
    { stranger: 'account', s3: 'self' },
  ],
];

for (const [element, matches] of principals) {
  test(`the principal ${JSON.stringify(element)}`, () => {
    const policy = resourcePolicy(statement({ Principal: element }));
    const others = resourcePolicy(statement({ Principal: undefined, NotPrincipal: element }));
    for (const [name, principal] of Object.entries(callers)) {
      const match = matches[name as keyof typeof callers];
      const evaluation = evaluate([policy], request({ principal }));
      assert.equal(evaluation.decision === 'none' ? undefined : evaluation.match, match, name);
      const opposite = evaluate([others], request({ principal })).decision;
      assert.equal(opposite, match ? 'none' : 'allow', `not ${name}`);
    }
  });
}

const actions: [elements: object, action: string, applies: boolean][] = [
  [{ Action: '*' }, 'sqs:SendMessage', true],
  [{ Action: 'SQS:sendmessage' }, 'sqs:SendMessage', true],
  [{ Action: ['sqs:Get*', 'sqs:Send*'] }, 'sqs:SendMessage', true],
  [{ Action: 'sqs:SendMessag?' }, 'sqs:SendMessage', true],
  [{ Action: 'sns:*' }, 'sqs:SendMessage', false],
  [{ Action: undefined, NotAction: 'sqs:Send*' }, 'sqs:SendMessage', false],
  [{ Action: undefined, NotAction: 'sqs:Send*' }, 'sqs:ReceiveMessage', true],
];

for (const [elements, action, applies] of actions) {
  test(`${JSON.stringify(elements)} ${applies ? 'covers' : 'leaves out'} ${action}`, () => {
    const evaluation = evaluate([resourcePolicy(statement(elements))], request({ action }));
    assert.equal(evaluation.decision, applies ? 'allow' : 'none');
  });
}

const HOME = `arn:aws:s3:::home/$\{aws:username}/*`;
const resources: [elements: object, resource: string, applies: boolean][] = [
  [{ Resource: '*' }, 'arn:aws:s3:::b/k', true],
  [{ Resource: 'arn:aws:s3:::b/*' }, 'arn:aws:s3:::b/a/b', true],
  [{ Resource: 'arn:aws:s3:::b/*' }, 'arn:aws:s3:::b', false],
  [{ Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::c'] }, 'arn:aws:s3:::c', true],
  [{ Resource: 'arn:aws:s3:::B' }, 'arn:aws:s3:::b', false],
  [{ Resource: 'arn:aws:sqs:*:*:q?' }, 'arn:aws:sqs:eu-west-1:1:q1', true],
  [{ Resource: HOME }, 'arn:aws:s3:::home/ann/k', true],
  [{ Resource: HOME }, 'arn:aws:s3:::home/bob/k', false],
  [{ Resource: undefined, NotResource: 'arn:aws:s3:::b/*' }, 'arn:aws:s3:::b/k', false],
  [{ Resource: undefined, NotResource: 'arn:aws:s3:::b/*' }, 'arn:aws:s3:::c/k', true],
];

for (const [elements, resource, applies] of resources) {
  test(`${JSON.stringify(elements)} ${applies ? 'covers' : 'leaves out'} ${resource}`, () => {
    const context = { 'aws:username': 'ann' };
    const asked = request({ resource, context });
    const evaluation = evaluate([resourcePolicy(statement(elements))], asked);
    assert.equal(evaluation.decision, applies ? 'allow' : 'none');
  });
}

test('a Deny wins wherever it stands, and is named', () => {
  const allow = statement({ Sid: 'yes' });
  const deny = statement({ Sid: 'no', Effect: 'Deny' });
  assert.deepEqual(evaluate([resourcePolicy(allow), resourcePolicy(allow, deny)], request()), {
    decision: 'deny',
    policy: 1,
    statement: 1,
    sid: 'no',
    match: 'everyone',
  });
  assert.deepEqual(evaluate([], request()), { decision: 'none' });
});

test('of several Allows the one that names the caller most closely counts', () => {
  const policy = resourcePolicy(
    statement({ Principal: { AWS: '111111111111' } }),
    statement({ Principal: '*' }),
    statement({ Principal: { AWS: ANN }, Sid: 'closest' }),
    statement({ Principal: '*' }),
  );
  assert.deepEqual(evaluate([policy], request()), {
    decision: 'allow',
    policy: 0,
    statement: 2,
    sid: 'closest',
    match: 'self',
  });
});

const reasons: [elements: object, changes: Partial<PolicyRequest>, reason: string][] = [
  [{}, {}, 'the statement applies'],
  [
    { Principal: { Service: ['s3.amazonaws.com', 'sns.amazonaws.com'] } },
    {},
    `the statement is for s3.amazonaws.com or sns.amazonaws.com, the caller is ${ANN}`,
  ],
  [
    { Principal: undefined, NotPrincipal: { Service: 's3.amazonaws.com' } },
    { principal: callers.s3 },
    'the statement is for anything but s3.amazonaws.com, the caller is s3.amazonaws.com',
  ],
  [
    { Principal: { AWS: ANN } },
    { principal: callers.anonymous },
    `the statement is for ${ANN}, the caller is an anonymous caller`,
  ],
  [
    {},
    { action: 'sqs:ReceiveMessage' },
    'the statement is about sqs:SendMessage, the request about sqs:ReceiveMessage',
  ],
  [
    {},
    { resource: 'arn:aws:sqs:us-east-1:111111111111:other' },
    'the statement is about arn:aws:sqs:us-east-1:111111111111:q, the request about arn:aws:sqs:us-east-1:111111111111:other',
  ],
  [
    { Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:s3:::b' } } },
    { context: { 'aws:sourcearn': 'arn:aws:s3:::a' } },
    'the statement wants aws:SourceArn arn:aws:s3:::b, the request has arn:aws:s3:::a',
  ],
  [
    { Condition: { ArnLike: { 'AWS:SourceArn': ['arn:aws:s3:::b', 'arn:aws:s3:::c'] } } },
    {},
    'the statement wants AWS:SourceArn like arn:aws:s3:::b or arn:aws:s3:::c, the request has none',
  ],
  [
    { Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
    { context: { 'aws:sourceip': '10.1.2.3' } },
    'the statement wants aws:SourceIp outside 10.0.0.0/8, the request has 10.1.2.3',
  ],
  [
    { Condition: { Null: { 'aws:SourceArn': 'false' } } },
    {},
    'the statement wants aws:SourceArn present, the request has none',
  ],
  [
    { Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': 'a*' } } },
    { context: { 'aws:tagkeys': ['ab', 'b'] } },
    'the statement wants every aws:TagKeys like a*, the request has ab and b',
  ],
  [
    { Condition: { NumericLessThan: { 's3:max-keys': 10 } } },
    { context: { 's3:max-keys': '10' } },
    'the statement wants s3:max-keys below 10, the request has 10',
  ],
];

for (const [elements, changes, reason] of reasons) {
  test(`explained: ${reason}`, () => {
    const policy = resourcePolicy(statement({ Sid: 'first', Effect: 'Deny' }), statement(elements));
    assert.deepEqual(explain([policy], request(changes))[1], {
      policy: 0,
      statement: 1,
      sid: undefined,
      effect: 'Allow',
      applies: reason === 'the statement applies',
      reason,
    });
  });
}
