import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PutRuleRequest, Target } from '../../../src/aws/models/eventbridge.ts';
import { eventbridge } from '../../../src/services/eventbridge/index.ts';
import { type EventToPut, putEvent } from '../../../src/services/eventbridge/put-event.ts';
import type { DeliveryRow } from '../../../src/storage/tables/deliveries.ts';
import type { EventRow } from '../../../src/storage/tables/events.ts';
import { ACCOUNT, createCaller, createTestPlatform, REGION } from '../../support/platform.ts';

const RULES = `arn:aws:events:${REGION}:${ACCOUNT}:rule/`;
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:queue`;

async function createBusWorld() {
  const platform = await createTestPlatform();
  const dispatch = createCaller(platform, [eventbridge]);
  const call = (operation: string, input: object) => dispatch('eventbridge', operation, input);
  return {
    platform,
    call,
    async rule(Name: string, pattern: object, more: Partial<PutRuleRequest> = {}, targets = 1) {
      await call('PutRule', { Name, EventPattern: JSON.stringify(pattern), ...more });
      const Targets: Target[] = Array.from({ length: targets }, (_, n) => ({
        Id: `t${n}`,
        Arn: `${QUEUE}${n}`,
      }));
      if (targets > 0) await call('PutTargets', { Rule: Name, Targets });
    },
    put: (detail: object, more: Partial<EventToPut> = {}) =>
      platform.storage.transaction((tx) =>
        putEvent(tx, platform, {
          account: ACCOUNT,
          region: REGION,
          bus: 'default',
          event: JSON.stringify({
            id: '1',
            'detail-type': 'd',
            source: 'shop',
            resources: [],
            detail,
          }),
          trace: null,
          cause: 7,
          hops: 2,
          ...more,
        }),
      ),
    events: () =>
      platform.storage.read((reader) => reader.all<EventRow>('SELECT * FROM events ORDER BY id')),
    deliveries: () =>
      platform.storage.read((reader) =>
        reader.all<DeliveryRow>('SELECT * FROM deliveries ORDER BY id'),
      ),
    [Symbol.asyncDispose]: platform.close,
  };
}

test('an event is owed to every target of every enabled rule that it matches', async () => {
  await using world = await createBusWorld();
  await world.rule('both', { detail: { a: [1] } }, {}, 2);
  await world.rule('off', { detail: { a: [1] } }, { State: 'DISABLED' });
  await world.rule('one', { source: ['shop'] });
  await world.rule('other', { detail: { a: [2] } });
  await world.call('PutRule', { Name: 'timed', ScheduleExpression: 'rate(1 day)' });
  assert.deepEqual(await world.put({ a: 1 }), { considered: 4, matched: 2 });
  assert.deepEqual(
    (await world.deliveries()).map(({ rule, lane }) => [rule, lane]),
    [
      [`${RULES}both#t0`, `${QUEUE}0`],
      [`${RULES}both#t1`, `${QUEUE}1`],
      [`${RULES}one#t0`, `${QUEUE}0`],
    ],
  );
  const [event] = await world.events();
  assert.equal(event?.cause, 7);
  assert.equal(event?.hops, 2);
  assert.deepEqual(JSON.parse(event?.settled ?? ''), [
    { rule: `${RULES}both`, kind: 'matched' },
    { rule: `${RULES}off`, kind: 'disabled' },
    { rule: `${RULES}one`, kind: 'matched' },
    { rule: `${RULES}other`, kind: 'missed', reason: 'detail.a: 1 does not match 2' },
  ]);
});

test('changes of rules and targets count from the next event on', async () => {
  await using world = await createBusWorld();
  await world.rule('r', { detail: { a: [1] } });
  const matched = async () => (await world.put({ a: 1 })).matched;
  assert.equal(await matched(), 1);
  await world.call('PutRule', { Name: 'r', EventPattern: '{"detail":{"a":[2]}}' });
  assert.equal(await matched(), 0);
  await world.call('PutRule', { Name: 'r', EventPattern: '{"detail":{"a":[1]}}' });
  await world.call('DisableRule', { Name: 'r' });
  assert.equal(await matched(), 0);
  await world.call('EnableRule', { Name: 'r' });
  await world.call('RemoveTargets', { Rule: 'r', Ids: ['t0'] });
  const before = (await world.deliveries()).length;
  assert.equal(await matched(), 1);
  assert.equal((await world.deliveries()).length, before);
  await world.call('DeleteRule', { Name: 'r' });
  assert.deepEqual(await world.put({ a: 1 }), { considered: 0, matched: 0 });
});

test('a change that was rolled back does not count', async () => {
  await using world = await createBusWorld();
  await world.rule('r', { detail: { a: [1] } });
  const tooMany = Array.from({ length: 6 }, (_, n) => ({ Id: `x${n}`, Arn: QUEUE }));
  await assert.rejects(world.call('PutTargets', { Rule: 'r', Targets: tooMany }));
  await world.put({ a: 1 });
  assert.equal((await world.deliveries()).length, 1);
});

test('two servers in one process keep their rules apart', async () => {
  await using one = await createBusWorld();
  await using two = await createBusWorld();
  await one.rule('r', { detail: { a: [1] } });
  await two.rule('r', { detail: { a: [2] } });
  assert.equal((await one.put({ a: 1 })).matched, 1);
  assert.equal((await two.put({ a: 1 })).matched, 0);
});

test('nothing is written for a bus without rules and archives', async () => {
  await using world = await createBusWorld();
  assert.deepEqual(await world.put({}), { considered: 0, matched: 0 });
  await world.call('DescribeEventBus', {});
  assert.deepEqual(await world.put({}), { considered: 0, matched: 0 });
  assert.deepEqual(await world.put({}, { bus: 'nowhere' }), { considered: 0, matched: 0 });
  assert.deepEqual(await world.events(), []);
});

test('what is noted of rules that do not match is bounded', async () => {
  await using world = await createBusWorld();
  for (let n = 0; n < 300; n++)
    await world.call('PutRule', {
      Name: `rule-${n}`,
      EventPattern: JSON.stringify({ detail: { a: [n === 299 ? 'x'.repeat(2000) : `${n}`] } }),
    });
  assert.deepEqual(await world.put({ a: 'x'.repeat(2000) }), { considered: 300, matched: 1 });
  const [event] = await world.events();
  const noted = JSON.parse(event?.settled ?? '');
  assert.equal(noted.length, 51);
  assert.deepEqual(noted[0], { rule: `${RULES}rule-299`, kind: 'matched' });
  for (const { reason = '' } of noted) assert.ok(reason.length <= 300);
});

test('a replay reaches only the rules that it names, and no archive', async () => {
  await using world = await createBusWorld();
  await world.rule('a', { source: ['shop'] });
  await world.rule('b', { source: ['shop'] });
  await world.call('CreateArchive', {
    ArchiveName: 'all',
    EventSourceArn: `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/default`,
  });
  const event = JSON.stringify({
    id: '1',
    source: 'shop',
    'replay-name': 'r',
    resources: [],
    detail: {},
  });
  const onlyRules = new Set([`${RULES}b`]);
  assert.deepEqual(await world.put({}, { event, onlyRules }), { considered: 1, matched: 1 });
  assert.deepEqual(
    (await world.deliveries()).map(({ rule }) => rule),
    [`${RULES}b#t0`],
  );
  const archive = await world.call('DescribeArchive', { ArchiveName: 'all' });
  assert.equal(archive.EventCount, 0);
  await world.put({});
  assert.equal((await world.call('DescribeArchive', { ArchiveName: 'all' })).EventCount, 1);
});
