import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sweepOldEvents } from '../../../src/services/spillway/sweep-journal.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { insertDelivery, settleDelivery } from '../../../src/storage/tables/deliveries.ts';
import { insertEvent } from '../../../src/storage/tables/events.ts';
import {
  getConfiguration,
  keepConfiguration,
} from '../../../src/storage/tables/notification-configurations.ts';
import { engines } from '../../support/engines.ts';
import { createTestPlatform, type TestPlatform } from '../../support/platform.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const EVENT = {
  kind: 's3',
  account: '',
  region: '',
  source: 'arn:aws:s3:::photos',
  name: 'ObjectCreated:Put',
  payload: '{}',
  settled: null,
  trace: null,
  cause: null,
  hops: 0,
} as const;

for (const engine of engines)
  describe(`the sweep of the journal on ${engine.name}`, () => {
    let shared: Storage;
    before(async () => {
      shared = await engine.open();
    });
    after(() => shared.close());

    /** A platform whose journal is empty. */
    const create = async (journal: { days: number; eventsMax: number }) => {
      for (const table of ['events', 'deliveries', 'notification_configurations'])
        await shared.transaction((tx) => tx.run(`DELETE FROM ${table}`));
      const storage = { ...shared, close: async () => undefined };
      return createTestPlatform({ storage, settings: { journal } });
    };

    type State = 'pending' | 'delivered' | 'dead';
    const happenAll = (
      { storage, ids, clock }: TestPlatform,
      names: readonly string[],
      state?: State,
      configuration: string | null = null,
    ) =>
      storage.transaction(async (tx) => {
        const now = clock.now();
        for (const subject of names) {
          const id = ids.sequence();
          await insertEvent(tx, { ...EVENT, id, at: now, subject, configuration });
          if (state === undefined) continue;
          const delivery = ids.sequence();
          const named = { kind: 's3-topic', lane: 'lane', rule: 'rule', payload: null } as const;
          await insertDelivery(tx, { id: delivery, event_id: id, ...named, now });
          if (state !== 'pending') await settleDelivery(tx, delivery, state, now, null);
        }
      });
    const happen = (
      platform: TestPlatform,
      name: string,
      state?: State,
      configuration?: string | null,
    ) => happenAll(platform, [name], state, configuration);
    const subjects = async ({ storage }: TestPlatform) => {
      const rows = await storage.read((reader) =>
        reader.all<{ subject: string }>('SELECT subject FROM events ORDER BY id'),
      );
      return rows.map(({ subject }) => subject);
    };

    it('removes what is too old, with its deliveries, but never what is still owed', async () => {
      await using platform = await create({ days: 2, eventsMax: 1000 });
      await happen(platform, 'owed', 'pending');
      await happen(platform, 'delivered', 'delivered');
      await happen(platform, 'dead', 'dead');
      await happen(platform, 'unmatched');
      await platform.clock.advance(DAY_MS * 1.5);
      await happen(platform, 'young', 'delivered');
      assert.equal(await sweepOldEvents(platform), 0);
      await platform.clock.advance(DAY_MS);
      assert.equal(await sweepOldEvents(platform), 3);
      assert.deepEqual(await subjects(platform), ['owed', 'young']);
      const left = await platform.storage.read((reader) =>
        reader.get<{ n: number }>('SELECT COUNT(*) AS n FROM deliveries'),
      );
      assert.equal(Number(left?.n), 2);
    });

    it('removes the oldest of too many, past what is owed', async () => {
      await using platform = await create({ days: 7, eventsMax: 600 });
      await happen(platform, 'owed', 'pending');
      await happenAll(
        platform,
        Array.from({ length: 1300 }, (_, n) => `${n}`),
      );
      assert.equal(await sweepOldEvents(platform), 701);
      const left = await subjects(platform);
      assert.equal(left.length, 600);
      assert.deepEqual(left.slice(0, 2), ['owed', '701']);
      await happenAll(platform, Array(10).fill('more'));
      assert.equal(await sweepOldEvents(platform), 10);
    });

    it('keeps nothing that is settled when there is no journal', async () => {
      await using platform = await create({ days: 0, eventsMax: 1000 });
      await happen(platform, 'owed', 'pending');
      await happen(platform, 'delivered', 'delivered');
      assert.equal(await sweepOldEvents(platform), 1);
      assert.deepEqual(await subjects(platform), ['owed']);
    });

    it('forgets configurations that no event was matched with', async () => {
      await using platform = await create({ days: 2, eventsMax: 1000 });
      const { storage, clock } = platform;
      const keep = (digest: string) =>
        storage.transaction((tx) => keepConfiguration(tx, digest, '{}', clock.now()));
      const has = async (digest: string) =>
        (await storage.read((reader) => getConfiguration(reader, digest))) !== undefined;
      await keep('first');
      await happen(platform, 'a', undefined, 'first');
      await platform.clock.advance(DAY_MS);
      await happen(platform, 'b', undefined, 'first');
      await keep('first');
      await platform.clock.advance(DAY_MS * 1.5);
      assert.equal(await sweepOldEvents(platform), 1);
      assert.equal(await has('first'), true, 'an event in the journal was matched with it');
      await happen(platform, 'c');
      await platform.clock.advance(DAY_MS);
      assert.equal(await sweepOldEvents(platform), 1);
      assert.deepEqual(await subjects(platform), ['c']);
      assert.equal(await has('first'), false);
    });
  });
