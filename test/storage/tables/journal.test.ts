import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Storage } from '../../../src/storage/storage.ts';
import { insertDelivery, settleDelivery } from '../../../src/storage/tables/deliveries.ts';
import {
  dropDelivery,
  laneBacklogs,
  oweAgain,
  searchDeliveries,
} from '../../../src/storage/tables/delivery-control.ts';
import { insertEvent } from '../../../src/storage/tables/events.ts';
import { type JournalSearch, searchJournal } from '../../../src/storage/tables/journal.ts';
import { engines } from '../../support/engines.ts';

const NAMES = ['ObjectCreated:Put', 'ObjectCreated:Copy', 'ObjectRemoved:Delete'];
const STATES = [undefined, 'delivered', 'pending', 'dead', 'dropped'] as const;

/** Events of which everything follows from their number. */
const eventOf = (n: number) => ({
  id: n * 10,
  kind: 's3' as const,
  at: n * 1000,
  account: '',
  region: '',
  source: `arn:aws:s3:::bucket-${n % 4}`,
  name: NAMES[n % NAMES.length] ?? '',
  subject: `folder-${n % 7}/${n}`,
  payload: 'x'.repeat(600),
  settled: n % 11 === 0 ? '[{"kind":"rejected"}]' : null,
  trace: null,
  cause: null,
  hops: 0,
});
const stateOf = (n: number) => STATES[n % STATES.length];

async function fill(storage: Storage, events: number): Promise<void> {
  await storage.transaction(async (tx) => {
    for (let n = 1; n <= events; n++) {
      const state = stateOf(n);
      const outcome = state === undefined && n % 11 !== 0 ? { outcome: 'unmatched' as const } : {};
      await insertEvent(tx, { ...eventOf(n), ...outcome });
      if (state === undefined) continue;
      const named = { kind: 's3-topic', lane: `lane-${n % 3}`, rule: 'r', payload: null } as const;
      await insertDelivery(tx, { id: n * 10 + 1, event_id: n * 10, ...named, now: n });
      if (state !== 'pending') await settleDelivery(tx, n * 10 + 1, state, n, null);
    }
  });
}

const numbers = (ids: readonly { readonly id: number }[]) => ids.map(({ id }) => id / 10);
const upTo = (events: number) => Array.from({ length: events }, (_, index) => index + 1);

/** Each search, and which events it should find. */
const searches: readonly [string, JournalSearch, (n: number) => boolean][] = [
  ['everything', {}, () => true],
  ['a bucket', { source: 'arn:aws:s3:::bucket-3' }, (n) => n % 4 === 3],
  ['a prefix', { prefix: 'folder-5/' }, (n) => n % 7 === 5],
  ['a key', { source: 'arn:aws:s3:::bucket-1', subject: 'folder-2/9' }, (n) => n === 9],
  ['an event', { name: 'ObjectCreated:Copy' }, (n) => n % 3 === 1],
  ['a family', { name: 'ObjectCreated:' }, (n) => n % 3 !== 2],
  ['a time', { since: 20_000, until: 40_000 }, (n) => n >= 20 && n < 40],
  ['before an event', { before: 200 }, (n) => n < 20],
  ['what is pending', { state: 'pending' }, (n) => stateOf(n) === 'pending'],
  ['what failed', { state: 'failed' }, (n) => stateOf(n) === 'dead' || n % 11 === 0],
  ['what was dropped', { state: 'dropped' }, (n) => stateOf(n) === 'dropped'],
  ['what nobody wanted', { state: 'unmatched' }, (n) => stateOf(n) === undefined && n % 11 !== 0],
  ['what arrived', { state: 'delivered' }, (n) => stateOf(n) === 'delivered' && n % 11 !== 0],
  [
    'several things at once',
    { source: 'arn:aws:s3:::bucket-0', name: 'ObjectRemoved:Delete', state: 'pending' },
    (n) => n % 4 === 0 && n % 3 === 2 && stateOf(n) === 'pending',
  ],
];

for (const engine of engines)
  describe(`the journal on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
      await fill(storage, 120);
    });
    after(() => storage.close());

    for (const [name, search, fits] of searches)
      it(`is searched for ${name}`, async () => {
        const found = await storage.read((reader) => searchJournal(reader, search, 50));
        assert.deepEqual(numbers(found), upTo(120).filter(fits).reverse().slice(0, 50));
      });

    it('goes on after an event with the oldest first', async () => {
      const found = await storage.read((reader) => searchJournal(reader, { after: 300 }, 10));
      assert.deepEqual(numbers(found), [31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);
    });

    it('lets deliveries be found, owed again and dropped', async () => {
      const search = (state: 'dead' | 'pending' | 'dropped') =>
        storage.read((reader) => searchDeliveries(reader, { state, lane: 'lane-0' }, 10));
      const dead = upTo(120).filter((n) => stateOf(n) === 'dead' && n % 3 === 0);
      assert.deepEqual(
        (await search('dead')).map(({ event_id }) => event_id / 10),
        dead.reverse(),
      );
      const act = (work: typeof oweAgain, id: number) =>
        storage.transaction((tx) => work(tx, id, 99));
      assert.equal(await act(oweAgain, 31), true);
      assert.equal(await act(oweAgain, 61), false, 'what was delivered is not delivered again');
      const dropped = await storage.transaction((tx) => dropDelivery(tx, 181, 'enough', 100));
      assert.equal(dropped, true);
      const [first] = await search('pending');
      assert.deepEqual([first?.id, first?.next_at, first?.attempts], [1171, 117, 0]);
      assert.ok((await search('dropped')).some(({ reason }) => reason === 'enough'));
      const [longest] = await storage.read((reader) => laneBacklogs(reader, 1));
      assert.deepEqual([longest?.lane, Number(longest?.pending)], ['lane-0', 9]);
    });
  });
