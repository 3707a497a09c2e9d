import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweepArchives } from '../../src/delivery/sources/archive-sweeps.ts';
import { stepReplays } from '../../src/delivery/sources/replays.ts';
import { eventbridge } from '../../src/services/eventbridge/index.ts';
import { startSpillway } from '../../src/testing.ts';
import { createEventAccount } from '../support/event-account.ts';
import { createCaller, createTestPlatform } from '../support/platform.ts';
import { eventually } from '../support/world.ts';

test('a replay puts the events of its time on their bus again, for the rules that it names', async () => {
  await using spillway = await startSpillway();
  using own = createEventAccount(spillway.clientOptions);
  const bus = own.arn('events', 'event-bus/default');
  const { ArchiveArn } = await own.events.createArchive({
    ArchiveName: 'all',
    EventSourceArn: bus,
    EventPattern: '{"source":["shop"]}',
  });
  for (const [Source, time] of [
    ['shop', '2024-01-01T00:00:00Z'],
    ['shop', '2024-01-02T00:00:00Z'],
    ['bank', '2024-01-02T00:00:00Z'],
    ['shop', '2024-01-03T00:00:00Z'],
  ] as const)
    await own.events.putEvents({
      Entries: [{ Source, DetailType: 't', Detail: '{"n":1.50}', Time: new Date(time) }],
    });
  const named = await own.queue('named');
  const other = await own.queue('other');
  const EventPattern = '{"source":["shop"]}';
  for (const [Name, queue] of [
    ['named', named],
    ['other', other],
  ] as const) {
    await own.events.putRule({ Name, EventPattern });
    await own.events.putTargets({ Rule: Name, Targets: [{ Id: 'q', Arn: queue.arn }] });
  }

  await own.events.startReplay({
    ReplayName: 'second',
    EventSourceArn: ArchiveArn,
    EventStartTime: new Date('2024-01-01T00:00:01Z'),
    EventEndTime: new Date('2024-01-02T00:00:00Z'),
    Destination: { Arn: bus, FilterArns: [own.arn('events', 'rule/named')] },
  });
  const { Body = '' } = await own.receive(named);
  assert.match(
    Body,
    /"time":"2024-01-02T00:00:00Z","region":"us-east-1","replay-name":"second","resources":\[\],"detail":{"n":1\.50}}$/,
  );
  const replay = await eventually(async () => {
    const found = await own.events.describeReplay({ ReplayName: 'second' });
    return found.State === 'COMPLETED' && found;
  });
  assert.deepEqual(replay.EventLastReplayedTime, new Date('2024-01-02T00:00:00Z'));
  assert.ok(replay.ReplayEndTime);
  await spillway.settled();
  assert.equal(await own.count(named), 0);
  assert.equal(await own.count(other), 0);
  const archive = await own.events.describeArchive({ ArchiveName: 'all' });
  assert.equal(archive.EventCount, 3, 'what is replayed is not kept again');
});

/** A bus with an archive, in a server whose loops the test runs by hand. */
async function createArchiveWorld() {
  const platform = await createTestPlatform();
  const dispatch = createCaller(platform, [eventbridge]);
  const call = (operation: string, input: object) => dispatch('eventbridge', operation, input);
  const bus = 'arn:aws:events:us-east-1:123456789012:event-bus/default';
  return {
    platform,
    call,
    bus,
    archive: (ArchiveName: string, more: object = {}) =>
      call('CreateArchive', { ArchiveName, EventSourceArn: bus, ...more }),
    async put(count: number) {
      const entry = { Source: 'shop', DetailType: 't', Detail: '{}' };
      for (let n = 0; n < count; n++) await call('PutEvents', { Entries: [entry] });
    },
    start: (ReplayName: string) =>
      call('StartReplay', {
        ReplayName,
        EventSourceArn: 'arn:aws:events:us-east-1:123456789012:archive/a',
        EventStartTime: new Date(0),
        EventEndTime: new Date(Date.now() * 2),
        Destination: { Arn: bus },
      }),
    state: async (ReplayName: string) => (await call('DescribeReplay', { ReplayName })).State,
    count: async (sql: string) => {
      const row = await platform.storage.read((reader) => reader.get<{ n: number }>(sql));
      return row?.n;
    },
    [Symbol.asyncDispose]: platform.close,
  };
}

const EVENTS = 'SELECT COUNT(*) AS n FROM events';
const KEPT = 'SELECT COUNT(*) AS n FROM archived_events';

test('a replay goes on where it was, step by step', async () => {
  await using world = await createArchiveWorld();
  await world.archive('a');
  await world.put(70);
  await world.call('PutRule', { Name: 'r', EventPattern: '{"source":["shop"]}' });
  await world.start('long');
  const steps: unknown[] = [];
  for (let more: number | undefined = 0; more !== undefined; ) {
    more = await stepReplays(world.platform);
    steps.push([await world.state('long'), await world.count(EVENTS)]);
  }
  assert.deepEqual(steps, [
    ['RUNNING', 0],
    ['RUNNING', 50],
    ['RUNNING', 70],
    ['COMPLETED', 70],
  ]);
  assert.equal(await stepReplays(world.platform), undefined);
});

test('a replay is cancelled between two steps', async () => {
  await using world = await createArchiveWorld();
  await world.archive('a');
  await world.put(70);
  await world.call('PutRule', { Name: 'r', EventPattern: '{"source":["shop"]}' });
  await world.start('long');
  await stepReplays(world.platform);
  await stepReplays(world.platform);
  await world.call('CancelReplay', { ReplayName: 'long' });
  assert.equal(await stepReplays(world.platform), undefined);
  assert.equal(await world.state('long'), 'CANCELLED');
  assert.equal(await world.count(EVENTS), 50);
});

test('a replay whose archive is deleted fails', async () => {
  await using world = await createArchiveWorld();
  await world.archive('a');
  await world.start('orphan');
  await world.call('DeleteArchive', { ArchiveName: 'a' });
  await stepReplays(world.platform);
  await stepReplays(world.platform);
  const replay = await world.call('DescribeReplay', { ReplayName: 'orphan' });
  assert.equal(replay.State, 'FAILED');
  assert.equal(replay.StateReason, 'The archive was deleted.');
});

const DAY = 24 * 60 * 60 * 1000;

test('archives lose what is past their retention, and everything when they are deleted', async () => {
  await using world = await createArchiveWorld();
  await world.archive('week', { RetentionDays: 7 });
  await world.archive('ever');
  await world.archive('gone');
  await world.put(3);
  await world.platform.clock.advance(6 * DAY);
  await world.put(2);
  await sweepArchives(world.platform);
  assert.equal(await world.count(KEPT), 15);
  await world.call('DeleteArchive', { ArchiveName: 'gone' });
  await world.platform.clock.advance(DAY + 1000);
  await sweepArchives(world.platform);
  assert.equal(await world.count(KEPT), 2 + 5);
  const { EventCount, SizeBytes } = await world.call('DescribeArchive', { ArchiveName: 'week' });
  const kept = await world.count('SELECT SUM(bytes) AS n FROM archived_events WHERE kept_at > 0');
  assert.equal(EventCount, 2);
  assert.ok(Number(SizeBytes) > 0 && Number(SizeBytes) < Number(kept));
});

test('replays are forgotten long after their end', async () => {
  await using world = await createArchiveWorld();
  await world.archive('a');
  await world.start('old');
  while ((await stepReplays(world.platform)) !== undefined);
  await world.platform.clock.advance(89 * DAY);
  await sweepArchives(world.platform);
  assert.equal(await world.state('old'), 'COMPLETED');
  await world.platform.clock.advance(2 * DAY);
  await sweepArchives(world.platform);
  await assert.rejects(world.state('old'), { message: 'Replay old does not exist.' });
});
