import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EventBridge, PutPermissionCommandInput } from '@aws-sdk/client-eventbridge';
import {
  type EventBridgeServer,
  refused,
  startEventBridgeServer,
} from '../../support/eventbridge-server.ts';

const BUS = 'arn:aws:events:us-east-1:123456789012:event-bus/default';
const OTHER = '111111111111';
const GRANT = { Action: 'events:PutEvents', Principal: OTHER, StatementId: 'other' };

let server: EventBridgeServer;
let events: EventBridge;
before(async () => {
  server = await startEventBridgeServer();
  events = server.events;
});
after(() => server.close());

const policy = async () => {
  const { Policy } = await events.describeEventBus({});
  return Policy === undefined ? undefined : JSON.parse(Policy);
};

test('statements are added, replaced by id, and removed', async () => {
  await assert.rejects(
    events.removePermission({ StatementId: 'other' }),
    refused('ResourceNotFoundException', 'EventBus does not have a policy.'),
  );
  await events.putPermission({ ...GRANT, Principal: '*', StatementId: 'all' });
  await events.putPermission({ ...GRANT, Principal: '222222222222' });
  await events.putPermission({
    ...GRANT,
    Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' },
  });
  const statement = { Effect: 'Allow', Action: 'events:PutEvents', Resource: BUS };
  assert.deepEqual(await policy(), {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'all', ...statement, Principal: '*' },
      {
        Sid: 'other',
        ...statement,
        Principal: { AWS: `arn:aws:iam::${OTHER}:root` },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      },
    ],
  });
  await assert.rejects(
    events.removePermission({ StatementId: 'none' }),
    refused('ResourceNotFoundException', 'Statement with the provided id does not exist.'),
  );
  await events.removePermission({ StatementId: 'all' });
  assert.equal((await policy()).Statement.length, 1);
  await events.removePermission({ StatementId: 'other' });
  assert.equal(await policy(), undefined, 'the policy goes with its last statement');
});

test('a whole policy is put, and all permissions are removed', async () => {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: '*', Action: 'events:*', Resource: BUS },
  });
  await events.putPermission({ Policy });
  assert.deepEqual(await policy(), JSON.parse(Policy));
  await events.putPermission(GRANT);
  assert.equal((await policy()).Statement.length, 2);
  await events.removePermission({ RemoveAllPermissions: true });
  assert.equal(await policy(), undefined);
});

test('another account puts events and rules only with permission', async () => {
  const other = server.client({ account: OTHER });
  const entry = { Source: 'shop', DetailType: 'paid', Detail: '{}', EventBusName: BUS };
  const put = () => other.putEvents({ Entries: [entry] });
  const denied = (action: string, resource: string) =>
    refused(
      'AccessDeniedException',
      `User: arn:aws:iam::${OTHER}:root is not authorized to perform: events:${action} on resource: ${resource} because no resource-based policy allows the events:${action} action`,
    );
  await assert.rejects(put(), denied('PutEvents', BUS));
  await events.putPermission({
    Policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: OTHER },
          Action: ['events:PutEvents'],
          Resource: BUS,
          Condition: { StringEquals: { 'events:source': 'shop', 'events:detail-type': 'paid' } },
        },
        {
          Effect: 'Allow',
          Principal: { AWS: OTHER },
          Action: ['events:PutRule', 'events:DescribeRule'],
          Resource: 'arn:aws:events:us-east-1:123456789012:rule/theirs',
        },
      ],
    }),
  });
  assert.equal((await put()).FailedEntryCount, 0);
  await assert.rejects(
    other.putEvents({ Entries: [entry, { ...entry, Source: 'bank' }] }),
    denied('PutEvents', BUS),
  );
  const rule = { Name: 'theirs', EventBusName: BUS, EventPattern: '{"source":["shop"]}' };
  await other.putRule(rule);
  assert.equal((await events.describeRule({ Name: 'theirs' })).CreatedBy, OTHER);
  await assert.rejects(
    other.putRule({ ...rule, Name: 'mine' }),
    denied('PutRule', 'arn:aws:events:us-east-1:123456789012:rule/mine'),
  );
  await events.deleteRule({ Name: 'theirs' });
});

const refusals: [string, PutPermissionCommandInput, string, string | RegExp][] = [
  [
    'a bus that is not there',
    { ...GRANT, EventBusName: 'nowhere' },
    'ResourceNotFoundException',
    'Event bus nowhere does not exist.',
  ],
  [
    'another action',
    { ...GRANT, Action: 'events:PutRule' },
    'ValidationException',
    "Provided value in parameter 'action' is not supported.",
  ],
  [
    'a principal that is no account',
    { ...GRANT, Principal: 'me' },
    'ValidationException',
    /at 'principal' .+ pattern: \(\\d\{12\}\|\\\*\)$/,
  ],
  ['no statement id', { ...GRANT, StatementId: undefined }, 'ValidationException', /StatementId/],
  ['a policy and a statement', { ...GRANT, Policy: '{}' }, 'ValidationException', /Policy/],
  [
    'a policy that is none',
    { Policy: '{}' },
    'ValidationException',
    /^Parameter Policy is not valid/,
  ],
  [
    'a policy that is too long',
    { Policy: ' '.repeat(10_241) },
    'PolicyLengthExceededException',
    /at most 10240/,
  ],
];
for (const [name, input, code, message] of refusals)
  test(`PutPermission refuses ${name}`, () =>
    assert.rejects(events.putPermission(input), refused(code, message)));
