import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fireDueRules } from '../../src/delivery/sources/schedules.ts';
import { eventbridge } from '../../src/services/eventbridge/index.ts';
import { startSpillway } from '../../src/testing.ts';
import { createEventAccount } from '../support/event-account.ts';
import { createCaller, createTestPlatform } from '../support/platform.ts';

const MINUTE = 60_000;

test('a rule with a rate sends an event to its target, again and again', async () => {
  await using spillway = await startSpillway();
  using own = createEventAccount(spillway.clientOptions);
  const ticks = await own.queue('ticks');
  const others = await own.queue('others');
  await own.events.putRule({ Name: 'tick', ScheduleExpression: 'rate(1 minute)' });
  await own.events.putTargets({ Rule: 'tick', Targets: [{ Id: 'q', Arn: ticks.arn }] });
  // What a schedule sends is for its own rule only, whatever others would match.
  await own.events.putRule({ Name: 'all', EventPattern: '{"account":[{"exists":true}]}' });
  await own.events.putTargets({ Rule: 'all', Targets: [{ Id: 'q', Arn: others.arn }] });
  const start = spillway.clock.now();

  await spillway.clock.advance('3 minutes');
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const { id, time, ...event } = JSON.parse((await own.receive(ticks)).Body ?? '');
    times.push(Date.parse(time));
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(event, {
      version: '0',
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '123456789012',
      region: 'us-east-1',
      resources: [own.arn('events', 'rule/tick')],
      detail: {},
    });
  }
  const [first = 0, second = 0, third = 0] = times.toSorted((a, b) => a - b);
  assert.ok(first > start - 1000 && first <= start + MINUTE, 'a minute after the rule was put');
  assert.deepEqual([second - first, third - second], [MINUTE, MINUTE]);
  assert.equal(await own.count(ticks), 0);
  assert.equal(await own.count(others), 0);
});

test('a disabled rule stands still, and begins anew when it is enabled', async () => {
  await using spillway = await startSpillway();
  using own = createEventAccount(spillway.clientOptions);
  const ticks = await own.queue('ticks');
  await own.events.putRule({ Name: 'tick', ScheduleExpression: 'rate(5 minutes)' });
  await own.events.putTargets({ Rule: 'tick', Targets: [{ Id: 'q', Arn: ticks.arn }] });
  await spillway.clock.advance('4 minutes');
  await own.events.disableRule({ Name: 'tick' });
  await spillway.clock.advance('10 minutes');
  assert.equal(await own.count(ticks), 0);
  await own.events.enableRule({ Name: 'tick' });
  await spillway.clock.advance('4 minutes');
  assert.equal(await own.count(ticks), 0);
  await spillway.clock.advance('1 minute');
  assert.equal(await own.count(ticks), 1);
});

async function createScheduleWorld() {
  const platform = await createTestPlatform();
  const dispatch = createCaller(platform, [eventbridge]);
  const call = (operation: string, input: object) => dispatch('eventbridge', operation, input);
  const Arn = 'arn:aws:sqs:us-east-1:123456789012:queue';
  return {
    platform,
    async schedule(Name: string, ScheduleExpression: string) {
      await call('PutRule', { Name, ScheduleExpression });
      await call('PutTargets', { Rule: Name, Targets: [{ Id: 't', Arn }] });
    },
    /** When the rule fires next. */
    async next(name: string): Promise<number> {
      const row = await platform.storage.read((reader) =>
        reader.get<{ next_fire_at: number }>('SELECT next_fire_at FROM rules WHERE name = ?', name),
      );
      return row?.next_fire_at as number;
    },
    /** The times of the events so far. */
    async fired(): Promise<number[]> {
      const rows = await platform.storage.read((reader) =>
        reader.all<{ payload: string }>('SELECT payload FROM events ORDER BY id'),
      );
      return rows.map(({ payload }) => Date.parse(JSON.parse(payload).time));
    },
    [Symbol.asyncDispose]: platform.close,
  };
}

const second = (ms: number) => Math.floor(ms / 1000) * 1000;

describe('times that passed while nobody kept the schedule', () => {
  test('fire once, and a rate goes on in its steps', async () => {
    await using world = await createScheduleWorld();
    const { platform } = world;
    await world.schedule('r', 'rate(5 minutes)');
    const due = await world.next('r');
    assert.equal(await fireDueRules(platform), due, 'not yet');
    await platform.clock.advance(17 * MINUTE);
    const next = due + 15 * MINUTE;
    assert.equal(await fireDueRules(platform), next);
    assert.deepEqual(await world.fired(), [second(due)]);
    assert.equal(await fireDueRules(platform), next);
    assert.equal((await world.fired()).length, 1, 'once');
  });

  test('fire once, and a cron goes on with its next time', async () => {
    await using world = await createScheduleWorld();
    const { platform } = world;
    await world.schedule('r', 'cron(30 4 * * ? *)');
    const due = await world.next('r');
    const DAY = 24 * 60 * MINUTE;
    assert.equal(new Date(due).toISOString().slice(11), '04:30:00.000Z');
    await platform.clock.advance(due - platform.clock.now() + 2 * DAY + MINUTE);
    assert.equal(await fireDueRules(platform), due + 3 * DAY);
    assert.deepEqual(await world.fired(), [due]);
  });
});

test('a schedule counts anew only when it changes', async () => {
  await using world = await createScheduleWorld();
  await world.schedule('r', 'rate(1 hour)');
  const due = await world.next('r');
  await world.platform.clock.advance(MINUTE);
  await world.schedule('r', 'rate(1 hour)');
  assert.equal(await world.next('r'), due);
  await world.schedule('r', 'rate(2 hours)');
  assert.ok((await world.next('r')) > due + 60 * MINUTE);
});

test('a schedule whose times are over does not fire, and holds up nobody', async () => {
  await using world = await createScheduleWorld();
  await world.schedule('over', 'cron(0 0 1 1 ? 2020)');
  assert.equal(await world.next('over'), null);
  assert.equal(await fireDueRules(world.platform), undefined);
  await world.schedule('r', 'rate(1 hour)');
  assert.equal(await fireDueRules(world.platform), await world.next('r'));
});
