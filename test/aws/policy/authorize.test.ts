import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuthorizationRequest } from '../../../src/aws/policy/authorize.ts';
import { decide, denialReason } from '../../../src/aws/policy/authorize.ts';
import type { PolicyDocument } from '../../../src/aws/policy/document.ts';
import { globalConditionKeys } from '../../../src/aws/policy/global-condition-keys.ts';
import { parsePolicy } from '../../../src/aws/policy/parse-policy.ts';
import type { Principal } from '../../../src/aws/policy/principal.ts';

const OWNER = '111111111111';
const OTHER = '222222222222';
const QUEUE = `arn:aws:sqs:us-east-1:${OWNER}:q`;
const ROLE = `arn:aws:iam::${OWNER}:role/worker`;
const SESSION = `arn:aws:sts::${OWNER}:assumed-role/worker/s1`;

const ann: Principal = { kind: 'user', account: OWNER, arn: `arn:aws:iam::${OWNER}:user/ann` };
const bob: Principal = { kind: 'user', account: OTHER, arn: `arn:aws:iam::${OTHER}:user/bob` };
const root: Principal = { kind: 'root', account: OWNER, arn: `arn:aws:iam::${OWNER}:root` };
const otherRoot: Principal = { kind: 'root', account: OTHER, arn: `arn:aws:iam::${OTHER}:root` };
const worker: Principal = { kind: 'assumed-role', account: OWNER, arn: SESSION, roleArn: ROLE };
const s3: Principal = { kind: 'service', service: 's3.amazonaws.com' };
const anonymous: Principal = { kind: 'anonymous' };

const resourcePolicy = (principal: unknown, Effect = 'Allow') => [
  parsePolicy(
    JSON.stringify({
      Statement: { Sid: 'r', Effect, Principal: principal, Action: 'sqs:*', Resource: QUEUE },
    }),
    'resource',
  ),
];
const identityPolicy = (Effect = 'Allow', Action = 'sqs:*') => [
  parsePolicy(JSON.stringify({ Statement: { Effect, Action, Resource: '*' } }), 'identity'),
];
const NONE: PolicyDocument[] = [];

interface Case {
  principal: Principal;
  resource?: PolicyDocument[];
  identity?: PolicyDocument[];
  session?: PolicyDocument[];
  boundary?: PolicyDocument | undefined;
  trust?: boolean;
  reason: string;
}

const allowed: Record<string, Case> = {
  'root of the owner, without any policy': {
    principal: root,
    reason: `the root user of account ${OWNER} may do everything`,
  },
  'a user by its own policy': {
    principal: ann,
    identity: identityPolicy(),
    reason: 'statement 1 of identity-based policy 1 allows it',
  },
  'a user by the policy of the resource': {
    principal: ann,
    resource: resourcePolicy({ AWS: ann.arn }),
    reason: 'statement "r" of the resource-based policy allows it',
  },
  'a user of the account the resource names, by its own policy': {
    principal: ann,
    resource: resourcePolicy({ AWS: OWNER }),
    identity: identityPolicy(),
    reason: 'statement 1 of identity-based policy 1 allows it',
  },
  'a user by its own policy, within its boundary': {
    principal: ann,
    identity: identityPolicy(),
    boundary: identityPolicy('Allow', 'sqs:Send*')[0],
    reason: 'statement 1 of identity-based policy 1 allows it',
  },
  'a user whom the resource names, beyond its boundary': {
    principal: ann,
    resource: resourcePolicy({ AWS: ann.arn }),
    boundary: identityPolicy('Allow', 'sns:*')[0],
    reason: 'statement "r" of the resource-based policy allows it',
  },
  'a stranger by both': {
    principal: bob,
    resource: resourcePolicy({ AWS: OTHER }),
    identity: identityPolicy(),
    reason: 'statement 1 of identity-based policy 1 allows it',
  },
  'root of another account by the policy of the resource': {
    principal: otherRoot,
    resource: resourcePolicy({ AWS: OTHER }),
    reason: `the root user of account ${OTHER} may do everything`,
  },
  'a service by the policy of the resource': {
    principal: s3,
    resource: resourcePolicy({ Service: 's3.amazonaws.com' }),
    reason: 'statement "r" of the resource-based policy allows it',
  },
  'anybody where everybody may': {
    principal: anonymous,
    resource: resourcePolicy('*'),
    reason: 'statement "r" of the resource-based policy allows it',
  },
  'a session by its role': {
    principal: worker,
    identity: identityPolicy(),
    reason: 'statement 1 of identity-based policy 1 allows it',
  },
  'a session within its session policy': {
    principal: worker,
    identity: identityPolicy(),
    session: identityPolicy(),
    reason: 'statement 1 of identity-based policy 1 allows it',
  },
  'a session that the resource names, whatever its session policy': {
    principal: worker,
    resource: resourcePolicy({ AWS: SESSION }),
    session: identityPolicy('Allow', 'sns:*'),
    reason: 'statement "r" of the resource-based policy allows it',
  },
  'whom a role trusts by name': {
    principal: ann,
    resource: resourcePolicy({ AWS: ann.arn }),
    trust: true,
    reason: 'statement "r" of the role trust policy allows it',
  },
  'whom a role trusts by account, by its own policy': {
    principal: ann,
    resource: resourcePolicy({ AWS: OWNER }),
    identity: identityPolicy(),
    trust: true,
    reason: 'statement 1 of identity-based policy 1 allows it',
  },
};

const NO_RESOURCE = 'no resource-based policy allows the sqs:SendMessage action';
const NO_IDENTITY = 'no identity-based policy allows the sqs:SendMessage action';
const NO_TRUST = 'no role trust policy allows the sqs:SendMessage action';
const NO_SESSION = 'no session policy allows the sqs:SendMessage action';
const denied: Record<string, Case> = {
  'a user by a boundary alone': {
    principal: ann,
    boundary: identityPolicy()[0],
    reason: NO_IDENTITY,
  },
  'a user beyond its boundary': {
    principal: ann,
    identity: identityPolicy(),
    boundary: identityPolicy('Allow', 'sns:*')[0],
    reason: 'no permissions boundary allows the sqs:SendMessage action',
  },
  'a session of a role that the resource names, beyond its boundary': {
    principal: worker,
    resource: resourcePolicy({ AWS: ROLE }),
    boundary: identityPolicy('Allow', 'sns:*')[0],
    reason: 'no permissions boundary allows the sqs:SendMessage action',
  },
  'a stranger beyond its boundary': {
    principal: bob,
    resource: resourcePolicy({ AWS: bob.arn }),
    identity: identityPolicy(),
    boundary: identityPolicy('Allow', 'sns:*')[0],
    reason: 'no permissions boundary allows the sqs:SendMessage action',
  },
  'a user whose boundary denies it': {
    principal: ann,
    resource: resourcePolicy({ AWS: ann.arn }),
    boundary: identityPolicy('Deny')[0],
    reason: 'statement 1 of the permissions boundary denies it',
  },
  'a user without any policy': { principal: ann, reason: NO_IDENTITY },
  'a user of the account the resource names, without a policy of its own': {
    principal: ann,
    resource: resourcePolicy({ AWS: OWNER }),
    reason: NO_IDENTITY,
  },
  'root, by an explicit deny of the resource': {
    principal: root,
    resource: resourcePolicy('*', 'Deny'),
    reason: 'statement "r" of the resource-based policy denies it',
  },
  'a user, by an explicit deny of its own': {
    principal: ann,
    resource: resourcePolicy('*'),
    identity: [...identityPolicy(), ...identityPolicy('Deny')],
    reason: 'statement 1 of identity-based policy 2 denies it',
  },
  'a stranger by its own policy alone': {
    principal: bob,
    identity: identityPolicy(),
    reason: NO_RESOURCE,
  },
  'a stranger by the policy of the resource alone': {
    principal: bob,
    resource: resourcePolicy({ AWS: bob.arn }),
    reason: NO_IDENTITY,
  },
  'root of another account': { principal: otherRoot, reason: NO_RESOURCE },
  'a service without policy': { principal: s3, reason: NO_RESOURCE },
  'a service, by an identity policy': {
    principal: s3,
    identity: identityPolicy(),
    reason: NO_RESOURCE,
  },
  'anybody where only services may': {
    principal: anonymous,
    resource: resourcePolicy({ Service: 's3.amazonaws.com' }),
    reason: NO_RESOURCE,
  },
  'a session beyond its session policy': {
    principal: worker,
    identity: identityPolicy(),
    session: identityPolicy('Allow', 'sns:*'),
    reason: NO_SESSION,
  },
  'a session beyond its session policy, although the resource names its role': {
    principal: worker,
    resource: resourcePolicy({ AWS: ROLE }),
    session: identityPolicy('Allow', 'sns:*'),
    reason: NO_SESSION,
  },
  'a session by its session policy alone': {
    principal: worker,
    session: identityPolicy(),
    reason: NO_IDENTITY,
  },
  'a session denied by its session policy': {
    principal: worker,
    identity: identityPolicy(),
    session: identityPolicy('Deny'),
    reason: 'statement 1 of session policy 1 denies it',
  },
  'whom a role does not trust, whatever its own policy': {
    principal: ann,
    identity: identityPolicy(),
    trust: true,
    reason: NO_TRUST,
  },
  'root, whom a role does not trust': { principal: root, trust: true, reason: NO_TRUST },
};

const requestOf = ({
  principal,
  resource,
  identity,
  session,
  boundary,
  trust,
}: Case): AuthorizationRequest => ({
  principal,
  action: 'sqs:SendMessage',
  resource: QUEUE,
  context: {},
  resourceAccount: OWNER,
  resourcePolicies: resource ?? NONE,
  identityPolicies: identity ?? NONE,
  sessionPolicies: session,
  boundary,
  roleTrust: trust,
});

for (const [who, expected] of Object.entries(allowed)) {
  test(`allowed: ${who}`, () => {
    const { allowed: may, reason } = decide(requestOf(expected));
    assert.deepEqual({ may, reason }, { may: true, reason: expected.reason });
  });
}

for (const [who, expected] of Object.entries(denied)) {
  test(`denied: ${who}`, () => {
    const { allowed: may, reason } = decide(requestOf(expected));
    assert.deepEqual({ may, reason }, { may: false, reason: expected.reason });
  });
}

test('a refusal says why in the words of AWS', () => {
  const deny = identityPolicy('Deny');
  const reasons: [Omit<Case, 'reason'>, string][] = [
    [{ principal: ann }, `because ${NO_IDENTITY}`],
    [{ principal: bob }, `because ${NO_RESOURCE}`],
    [{ principal: ann, trust: true }, `because ${NO_TRUST}`],
    [
      { principal: worker, identity: identityPolicy(), session: identityPolicy('Allow', 'sns:*') },
      `because ${NO_SESSION}`,
    ],
    [{ principal: ann, identity: deny }, 'with an explicit deny in an identity-based policy'],
    [
      { principal: ann, resource: resourcePolicy('*', 'Deny') },
      'with an explicit deny in a resource-based policy',
    ],
    [
      { principal: ann, resource: resourcePolicy('*', 'Deny'), trust: true },
      'with an explicit deny in the role trust policy',
    ],
    [{ principal: worker, session: deny }, 'with an explicit deny in a session policy'],
    [
      { principal: ann, identity: identityPolicy(), boundary: identityPolicy('Allow', 'sns:*')[0] },
      'because no permissions boundary allows the sqs:SendMessage action',
    ],
    [{ principal: ann, boundary: deny[0] }, 'with an explicit deny in a permissions boundary'],
  ];
  for (const [who, reason] of reasons) {
    const request = requestOf({ ...who, reason: '' });
    assert.equal(denialReason(request, decide(request)), reason);
  }
});

test('the condition keys of every request', () => {
  const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  const facts = {
    nowMs,
    sourceIp: '10.0.0.1',
    userAgent: 'cli',
    referer: 'https://pets.example/',
    region: 'us-east-1',
  };
  assert.deepEqual(
    globalConditionKeys({ ...facts, principal: ann, userId: 'AIDA1', secureTransport: false }),
    {
      'aws:currenttime': '2026-01-02T03:04:05.678Z',
      'aws:epochtime': '1767323045',
      'aws:principalaccount': OWNER,
      'aws:principalarn': ann.arn,
      'aws:principalisawsservice': 'false',
      'aws:principaltype': 'User',
      'aws:referer': 'https://pets.example/',
      'aws:requestedregion': 'us-east-1',
      'aws:securetransport': 'false',
      'aws:sourceip': '10.0.0.1',
      'aws:useragent': 'cli',
      'aws:userid': 'AIDA1',
      'aws:username': 'ann',
      'aws:viaawsservice': 'false',
    },
  );
  const session = globalConditionKeys({ ...facts, principal: worker });
  assert.equal(session['aws:principalarn'], ROLE);
  assert.equal(session['aws:principaltype'], 'AssumedRole');
  const service = globalConditionKeys({ nowMs, principal: s3 });
  assert.equal(service['aws:principalisawsservice'], 'true');
  assert.equal(service['aws:principalservicename'], 's3.amazonaws.com');
  const nobody = globalConditionKeys({ nowMs, principal: anonymous });
  assert.equal(nobody['aws:principaltype'], 'Anonymous');
});
