import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Operations } from '../../../src/aws/models/eventbridge.ts';
import type { Access } from '../../../src/services/define-service.ts';
import { eventbridge } from '../../../src/services/eventbridge/index.ts';
import { createCaller, createTestPlatform, type TestPlatform } from '../../support/platform.ts';

const ARN = 'arn:aws:events:us-east-1:123456789012:';
const ROLE = 'arn:aws:iam::123456789012:role/sender';
const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:queue';

let platform: TestPlatform;
before(async () => {
  platform = await createTestPlatform();
});
after(() => platform.close());

/** The permissions that a call asks for; whether it then succeeds does not matter. */
async function needs(operation: string, input: object): Promise<string[]> {
  const asked: Access[] = [];
  const call = createCaller(platform, [eventbridge], async (access) => {
    asked.push(access);
    return { allowed: true };
  });
  await call('eventbridge', operation, input).catch(() => undefined);
  return asked.map(({ action, resource }) => `${action} ${resource}`);
}

const cases: [keyof Operations, object, string[]][] = [
  ['CreateEventBus', { Name: 'b' }, [`events:CreateEventBus ${ARN}event-bus/b`]],
  ['DescribeEventBus', {}, [`events:DescribeEventBus ${ARN}event-bus/default`]],
  ['ListEventBuses', {}, [`events:ListEventBuses ${ARN}event-bus/*`]],
  ['PutPermission', {}, [`events:PutPermission ${ARN}event-bus/default`]],
  [
    'PutRule',
    { Name: 'r', EventBusName: 'b', RoleArn: ROLE },
    [`events:PutRule ${ARN}rule/b/r`, `iam:PassRole ${ROLE}`],
  ],
  ['DeleteRule', { Name: 'r' }, [`events:DeleteRule ${ARN}rule/r`]],
  ['ListRules', {}, [`events:ListRules ${ARN}rule/*`]],
  [
    'PutTargets',
    { Rule: 'r', Targets: [1, 2].map((n) => ({ Id: `${n}`, Arn: QUEUE, RoleArn: ROLE })) },
    [`events:PutTargets ${ARN}rule/r`, `iam:PassRole ${ROLE}`],
  ],
  ['ListTargetsByRule', { Rule: 'r' }, [`events:ListTargetsByRule ${ARN}rule/r`]],
  [
    'PutEvents',
    { Entries: [{ Source: 'a' }, { Source: 'a' }, { Source: 'b', EventBusName: 'b' }] },
    [`events:PutEvents ${ARN}event-bus/default`, `events:PutEvents ${ARN}event-bus/b`],
  ],
  ['CreateArchive', { ArchiveName: 'a' }, [`events:CreateArchive ${ARN}archive/a`]],
  ['StartReplay', { ReplayName: 'r' }, [`events:StartReplay ${ARN}replay/r`]],
  ['TagResource', { ResourceARN: `${ARN}rule/r` }, [`events:TagResource ${ARN}rule/r`]],
  ['TestEventPattern', {}, ['events:TestEventPattern *']],
];
for (const [operation, input, wanted] of cases)
  test(`${operation} needs ${wanted.join(' and ')}`, async () =>
    assert.deepEqual(await needs(operation, input), wanted));
