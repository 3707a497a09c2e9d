import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage, StorageError } from '../../../src/storage/storage.ts';
import {
  insertArchivedEvent,
  nextArchivedEvents,
  nextArchiveWithEvents,
  sweepArchivedEvents,
} from '../../../src/storage/tables/archived-events.ts';
import {
  type ArchiveRow,
  countArchived,
  deleteArchive,
  getArchive,
  getArchiveById,
  insertArchive,
  listArchives,
  listArchivesOfBus,
  updateArchive,
} from '../../../src/storage/tables/archives.ts';
import {
  deleteEventBus,
  type EventBusRow,
  getEventBus,
  insertEventBus,
  listEventBuses,
  reviseEventBus,
  updateEventBus,
  updateEventBusTags,
} from '../../../src/storage/tables/event-buses.ts';
import {
  forgetReplays,
  getReplay,
  insertReplay,
  listActiveReplays,
  listReplays,
  type ReplayRow,
  updateReplay,
} from '../../../src/storage/tables/replays.ts';
import {
  countRules,
  deleteRule,
  getRule,
  listRules,
  nextScheduledRules,
  putRule,
  type RuleRow,
  updateNextFire,
  updateRuleTags,
} from '../../../src/storage/tables/rules.ts';
import {
  countTargets,
  deleteTarget,
  getTarget,
  listRuleNamesOfTarget,
  listTargets,
  listTargetsOfBus,
  putTarget,
} from '../../../src/storage/tables/targets.ts';
import { engines } from '../../support/engines.ts';

const NOW = 1_700_000_000_000;
const bus = (name: string): EventBusRow => ({
  arn: `bus/${name}`,
  account: '123456789012',
  region: 'us-east-1',
  name,
  description: null,
  policy: null,
  tags: '{}',
  created_at: NOW,
  modified_at: NOW,
  revision: 'a',
});
const rule = (name: string, more: Partial<RuleRow> = {}): RuleRow => ({
  arn: `rule/${name}`,
  bus_arn: 'bus/one',
  name,
  state: 'ENABLED',
  event_pattern: '{}',
  schedule_expression: null,
  description: null,
  role_arn: null,
  created_by: '123456789012',
  tags: '{}',
  next_fire_at: null,
  ...more,
});
const archive = (name: string, id: number, more: Partial<ArchiveRow> = {}): ArchiveRow => ({
  arn: `archive/${name}`,
  id,
  name,
  bus_arn: 'bus/one',
  description: null,
  event_pattern: null,
  retention_days: 0,
  created_at: NOW,
  event_count: 0,
  size_bytes: 0,
  ...more,
});
const replay = (name: string, more: Partial<ReplayRow> = {}): ReplayRow => ({
  arn: `replay/${name}`,
  name,
  description: null,
  archive_arn: 'archive/a',
  bus_arn: 'bus/one',
  filter_arns: null,
  from_at: NOW,
  to_at: NOW + 1,
  state: 'STARTING',
  state_reason: null,
  cursor_at: null,
  cursor_id: 0,
  started_at: NOW,
  ended_at: null,
  ...more,
});
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

for (const engine of engines)
  describe(`EventBridge on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());

    test('buses', async () => {
      await storage.transaction(async (tx) => {
        for (const name of ['one', 'two', 'three']) await insertEventBus(tx, bus(name));
        await updateEventBus(tx, 'bus/one', { description: 'd', policy: '{}', modified_at: 1 });
        await updateEventBusTags(tx, 'bus/one', '{"a":"b"}');
        await reviseEventBus(tx, 'bus/one', 'b');
        await deleteEventBus(tx, 'bus/two');
      });
      await assert.rejects(
        storage.transaction((tx) => insertEventBus(tx, bus('one'))),
        (error: StorageError) => error.kind === 'unique',
      );
      await storage.read(async (reader) => {
        assert.deepEqual(
          { ...(await getEventBus(reader, 'bus/one')) },
          {
            ...bus('one'),
            description: 'd',
            policy: '{}',
            modified_at: 1,
            tags: '{"a":"b"}',
            revision: 'b',
          },
        );
        assert.equal(await getEventBus(reader, 'bus/two'), undefined);
        assert.deepEqual(names(await listEventBuses(reader, 'bus/', '', 9)), ['one', 'three']);
        assert.deepEqual(names(await listEventBuses(reader, 'bus/', 'bus/one', 9)), ['three']);
        assert.deepEqual(names(await listEventBuses(reader, 'bus/on', '', 9)), ['one']);
      });
    });

    test('rules', async () => {
      await storage.transaction(async (tx) => {
        await putRule(tx, rule('b', { tags: '{"k":"v"}' }));
        await putRule(tx, rule('b', { state: 'DISABLED', created_by: 'x', tags: '{}' }));
        await putRule(tx, rule('a-2', { next_fire_at: 20 }));
        await putRule(tx, rule('a-1', { next_fire_at: 30 }));
        await putRule(tx, rule('elsewhere', { bus_arn: 'bus/three' }));
        await putRule(tx, rule('gone'));
        await deleteRule(tx, 'rule/gone');
        await updateRuleTags(tx, 'rule/a-1', '{"t":""}');
      });
      await storage.read(async (reader) => {
        assert.deepEqual(
          { ...(await getRule(reader, 'rule/b')) },
          rule('b', { state: 'DISABLED', tags: '{"k":"v"}' }),
        );
        assert.equal((await getRule(reader, 'rule/a-1'))?.tags, '{"t":""}');
        assert.equal(await countRules(reader, 'bus/one'), 3);
        assert.deepEqual(names(await listRules(reader, 'bus/one', '', '', 9)), ['a-1', 'a-2', 'b']);
        assert.deepEqual(names(await listRules(reader, 'bus/one', 'a-', 'a-1', 9)), ['a-2']);
        assert.deepEqual(names(await nextScheduledRules(reader, 9)), ['a-2', 'a-1']);
      });
      await storage.transaction((tx) => updateNextFire(tx, 'rule/a-2', null));
      assert.deepEqual(names(await storage.read((reader) => nextScheduledRules(reader, 9))), [
        'a-1',
      ]);
    });

    test('targets', async () => {
      const target = (rule_arn: string, id: string, arn: string) => ({
        rule_arn,
        id,
        arn,
        definition: '{}',
      });
      await storage.transaction(async (tx) => {
        await putTarget(tx, target('rule/b', '1', 'old'));
        await putTarget(tx, target('rule/b', '1', 'queue'));
        await putTarget(tx, target('rule/b', '2', 'queue'));
        await putTarget(tx, target('rule/a-1', '1', 'queue'));
        await putTarget(tx, target('rule/elsewhere', '1', 'queue'));
      });
      await storage.read(async (reader) => {
        const found = await getTarget(reader, 'rule/b', '1');
        assert.deepEqual({ ...found }, target('rule/b', '1', 'queue'));
        assert.equal(await countTargets(reader, 'rule/b'), 2);
        const after = await listTargets(reader, 'rule/b', '1', 9);
        assert.deepEqual(
          after.map(({ id }) => id),
          ['2'],
        );
        const ofBus = await listTargetsOfBus(reader, 'bus/one');
        assert.deepEqual(
          ofBus.map(({ rule_arn, id }) => [rule_arn, id]),
          [
            ['rule/a-1', '1'],
            ['rule/b', '1'],
            ['rule/b', '2'],
          ],
        );
        assert.deepEqual(await listRuleNamesOfTarget(reader, 'queue', 'bus/one', '', 9), [
          'a-1',
          'b',
        ]);
        assert.deepEqual(await listRuleNamesOfTarget(reader, 'queue', 'bus/one', 'a-1', 9), ['b']);
      });
      assert.equal(await storage.transaction((tx) => deleteTarget(tx, 'rule/b', '1')), true);
      assert.equal(await storage.transaction((tx) => deleteTarget(tx, 'rule/b', '1')), false);
    });

    test('archives and what they keep', async () => {
      await storage.transaction(async (tx) => {
        await insertArchive(tx, archive('a', 1));
        await insertArchive(tx, archive('b', 2, { bus_arn: 'bus/three' }));
        const changes = { description: 'd', event_pattern: '{}', retention_days: 3 };
        await updateArchive(tx, 'archive/a', changes);
        for (const [id, archive_id, at] of [
          [10, 1, 500],
          [11, 1, 500],
          [12, 1, 400],
          [13, 1, 900],
          [14, 2, 500],
        ] as const) {
          const kept_at = id * 100;
          await insertArchivedEvent(tx, { id, archive_id, at, kept_at, bytes: 2, event: '{}' });
          await countArchived(tx, archive_id, 1, 2);
        }
      });
      await storage.read(async (reader) => {
        assert.deepEqual(
          { ...(await getArchive(reader, 'archive/a')) },
          archive('a', 1, {
            description: 'd',
            event_pattern: '{}',
            retention_days: 3,
            event_count: 4,
            size_bytes: 8,
          }),
        );
        assert.equal((await getArchiveById(reader, 2))?.name, 'b');
        assert.deepEqual(names(await listArchives(reader, 'archive/', null, '', 9)), ['a', 'b']);
        assert.deepEqual(names(await listArchives(reader, 'archive/', 'bus/three', '', 9)), ['b']);
        assert.deepEqual(names(await listArchivesOfBus(reader, 'bus/one')), ['a']);
        const next = async (at: number, id: number, toAt: number, limit = 9) =>
          (await nextArchivedEvents(reader, 1, { at, id }, toAt, limit)).map((row) => row.id);
        assert.deepEqual(await next(400, 0, 900), [12, 10, 11, 13]);
        assert.deepEqual(await next(500, 10, 899), [11]);
        assert.deepEqual(await next(0, 0, 500, 2), [12, 10]);
        assert.equal(await nextArchiveWithEvents(reader, 0), 1);
        assert.equal(await nextArchiveWithEvents(reader, 1), 2);
        assert.equal(await nextArchiveWithEvents(reader, 2), undefined);
      });
      await storage.transaction(async (tx) => {
        assert.deepEqual(await sweepArchivedEvents(tx, 1, 1200, 1), { events: 1, bytes: 2 });
        assert.deepEqual(await sweepArchivedEvents(tx, 1, 1200, 9), { events: 1, bytes: 2 });
        assert.deepEqual(await sweepArchivedEvents(tx, 1, 1200, 9), { events: 0, bytes: 0 });
        await deleteArchive(tx, 'archive/a');
        assert.equal(await getArchive(tx, 'archive/a'), undefined);
      });
    });

    test('replays', async () => {
      await storage.transaction(async (tx) => {
        await insertReplay(tx, replay('a', { filter_arns: '[]', description: 'd' }));
        await insertReplay(tx, replay('b', { archive_arn: 'archive/b' }));
        await updateReplay(tx, 'replay/b', {
          state: 'COMPLETED',
          state_reason: 'r',
          cursor_at: 1,
          cursor_id: 2,
          ended_at: 3,
        });
      });
      const list = (archiveArn: string | null, state: string | null) =>
        storage.read(async (reader) =>
          names(await listReplays(reader, 'replay/', { archiveArn, state }, '', 9)),
        );
      assert.deepEqual(await list(null, null), ['a', 'b']);
      assert.deepEqual(await list('archive/a', null), ['a']);
      assert.deepEqual(await list(null, 'COMPLETED'), ['b']);
      await storage.transaction(async (tx) => {
        assert.deepEqual(names(await listActiveReplays(tx, '', 9)), ['a']);
        assert.deepEqual(names(await listActiveReplays(tx, 'replay/b', 9)), []);
        assert.deepEqual(
          { ...(await getReplay(tx, 'replay/b')) },
          replay('b', {
            archive_arn: 'archive/b',
            state: 'COMPLETED',
            state_reason: 'r',
            cursor_at: 1,
            cursor_id: 2,
            ended_at: 3,
          }),
        );
        await forgetReplays(tx, 3);
        assert.ok(await getReplay(tx, 'replay/b'));
        await forgetReplays(tx, 4);
        assert.equal(await getReplay(tx, 'replay/b'), undefined);
        assert.ok(await getReplay(tx, 'replay/a'), 'what is under way is not forgotten');
      });
    });
  });
