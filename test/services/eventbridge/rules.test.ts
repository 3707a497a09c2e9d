import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EventBridge, PutRuleCommandInput } from '@aws-sdk/client-eventbridge';
import {
  type EventBridgeServer,
  refused,
  startEventBridgeServer,
} from '../../support/eventbridge-server.ts';

const RULES = 'arn:aws:events:us-east-1:123456789012:rule/';
const PATTERN = '{"source":["shop"]}';

let server: EventBridgeServer;
let events: EventBridge;
before(async () => {
  server = await startEventBridgeServer();
  events = server.events;
  await events.createEventBus({ Name: 'orders' });
});
after(() => server.close());

test('a rule is put, described, listed and deleted', async () => {
  const { RuleArn } = await events.putRule({
    Name: 'paid',
    EventBusName: 'orders',
    EventPattern: PATTERN,
    Description: 'paid orders',
  });
  assert.equal(RuleArn, `${RULES}orders/paid`);
  const { $metadata: _, ...described } = await events.describeRule({
    Name: 'paid',
    EventBusName: 'orders',
  });
  const shown = {
    Name: 'paid',
    Arn: RuleArn,
    EventPattern: PATTERN,
    State: 'ENABLED',
    Description: 'paid orders',
    EventBusName: 'orders',
  };
  assert.deepEqual(described, { ...shown, CreatedBy: '123456789012' });
  const { Rules } = await events.listRules({ EventBusName: 'orders', NamePrefix: 'pa' });
  assert.deepEqual(Rules, [shown]);
  await events.deleteRule({ Name: 'paid', EventBusName: 'orders' });
  await events.deleteRule({ Name: 'paid', EventBusName: 'orders' });
  await assert.rejects(
    events.describeRule({ Name: 'paid', EventBusName: 'orders' }),
    refused('ResourceNotFoundException', 'Rule paid does not exist on EventBus orders.'),
  );
});

test('putting a rule again replaces what was put before', async () => {
  const first = { Name: 'again', Description: 'first', State: 'DISABLED' } as const;
  const { RuleArn } = await events.putRule({ ...first, EventPattern: PATTERN });
  assert.equal(RuleArn, `${RULES}again`);
  await events.putRule({ Name: 'again', ScheduleExpression: 'rate(1 day)' });
  const rule = await events.describeRule({ Name: 'again' });
  assert.equal(rule.Description, undefined);
  assert.equal(rule.EventPattern, undefined);
  assert.equal(rule.ScheduleExpression, 'rate(1 day)');
  assert.equal(rule.State, 'ENABLED');
});

test('a rule is disabled and enabled', async () => {
  await events.putRule({ Name: 'switch', EventPattern: PATTERN });
  await events.disableRule({ Name: 'switch' });
  assert.equal((await events.describeRule({ Name: 'switch' })).State, 'DISABLED');
  await events.enableRule({ Name: 'switch' });
  assert.equal((await events.describeRule({ Name: 'switch' })).State, 'ENABLED');
});

const refusals: [string, PutRuleCommandInput, string, string | RegExp][] = [
  [
    'neither pattern nor schedule',
    { Name: 'r' },
    'ValidationException',
    'Parameter(s) EventPattern or ScheduleExpression must be specified.',
  ],
  [
    'a schedule on a custom bus',
    { Name: 'r', EventBusName: 'orders', ScheduleExpression: 'rate(1 minute)' },
    'ValidationException',
    'ScheduleExpression is supported only on the default event bus.',
  ],
  [
    'a schedule that is none',
    { Name: 'r', ScheduleExpression: 'rate(1 minutes)' },
    'ValidationException',
    'Parameter ScheduleExpression is not valid.',
  ],
  [
    'a pattern that is none',
    { Name: 'r', EventPattern: '{"a":[]}' },
    'InvalidEventPatternException',
    /^Event pattern is not valid. Reason: Empty arrays are not allowed/,
  ],
  [
    'a bus that is not there',
    { Name: 'r', EventBusName: 'nowhere', EventPattern: PATTERN },
    'ResourceNotFoundException',
    'Event bus nowhere does not exist.',
  ],
  [
    'a name with a space, in an unknown state',
    { Name: 'a b', State: 'ON' as 'ENABLED', EventPattern: PATTERN },
    'ValidationException',
    "2 validation errors detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+; Value 'ON' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]",
  ],
  [
    'a name that is too long',
    { Name: 'x'.repeat(65), EventPattern: PATTERN },
    'ValidationException',
    /length less than or equal to 64$/,
  ],
];
for (const [name, input, code, message] of refusals)
  test(`PutRule refuses ${name}`, () =>
    assert.rejects(events.putRule(input), refused(code, message)));

test('a bus that is not there has no rules to list, delete or enable', async () => {
  const unknown = { EventBusName: 'nowhere' };
  const calls = [
    events.listRules(unknown),
    events.deleteRule({ ...unknown, Name: 'r' }),
    events.enableRule({ ...unknown, Name: 'r' }),
    events.listRuleNamesByTarget({ ...unknown, TargetArn: 'arn:aws:sqs:us-east-1:1:q' }),
  ];
  for (const call of calls)
    await assert.rejects(
      call,
      refused('ResourceNotFoundException', 'Event bus nowhere does not exist.'),
    );
});

test('a bus has up to 300 rules, listed in pages', async () => {
  await events.createEventBus({ Name: 'many' });
  const put = (n: number) =>
    events.putRule({ Name: `rule-${n}`, EventBusName: 'many', EventPattern: PATTERN });
  for (let n = 0; n < 300; n += 50)
    await Promise.all(Array.from({ length: 50 }, (_, at) => put(n + at)));
  await assert.rejects(
    put(300),
    refused('LimitExceededException', 'The requested resource exceeds the maximum number allowed.'),
  );
  await put(299);
  const names: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await events.listRules({ EventBusName: 'many', NextToken });
    assert.ok((page.Rules?.length ?? 0) <= 100);
    names.push(...(page.Rules ?? []).map(({ Name }) => Name));
    NextToken = page.NextToken;
  } while (NextToken);
  assert.equal(new Set(names).size, 300);
  assert.deepEqual(names, names.toSorted());
});
